"""The questions change while an association answers: the same link, the same answers, and a way over that loses none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from questionnaire.editions import editions
from questionnaire.loading import load
from tests.builders import SMALL
from tests.journeys import files
from tests.journeys import gestures as do
from tests.journeys.presses import press
from tests.journeys.running import Server, serving
from tests.journeys.test_other_questionnaire import ANSWERS, PROFILE
from tests.upgrades.versions import two_versions
from ui import wording_editions

SAID = ANSWERS | {"cles": 4}  # a step that another scale does not have


def test_answers_given_before_an_upgrade_are_there_after_it(visitor: Callable[..., Page], tmp_path: Path) -> None:
    old, folder = load(SMALL), two_versions(tmp_path / "contents")
    server = Server(f"sqlite:///{tmp_path / 'a.sqlite3'}", environment={"PALIER_QUESTIONNAIRE": str(folder / "v1")})
    (folder / "v2").rename(tmp_path / "v2")
    page = visitor()
    with serving(server):
        do.begin(page, server, content=old)
        do.fill_profile(page, PROFILE, old)
        do.answer_all(page, SAID, old)
        before = files.kept_answers(page, server)
        results = do.visit(page, server, "resultats", "Où vous en êtes")
        page.goto(f"{server.url}/donnees")
        link = page.get_by_test_id("stCode").inner_text().strip()
    (tmp_path / "v2").rename(folder / "v2")
    server.environment["PALIER_QUESTIONNAIRE"] = str(folder)
    phone = visitor("téléphone")
    with serving(server):
        phone.goto(link)
        offer = phone.get_by_role("link", name=wording_editions.GO_ON)
        offer.wait_for()
        do.wait_for_question(phone)
        assert "Les questions ont été améliorées" in do.words(phone)
        assert files.kept_answers(phone, server) == before
        again = do.visit(phone, server, "resultats", "Où vous en êtes")
        said = results.removeprefix("Où vous en êtes")
        assert again.endswith(said)  # the sentence on the new version comes first, the rest is the same
        assert "Doubles des clés" in again.removesuffix(said)
        _go_over(phone, server)
        phone.goto(link)
        do.wait_for_question(phone)
        assert files.kept_answers(phone, server) == before
        _go_over(phone, server)  # twice is the same one
        phone.goto(server.url)
        do.wait_for_text(phone, "questions de la version 1")
        assert phone.get_by_role("link", name="Reprendre", exact=True).count() == 2


def _go_over(phone: Page, server: Server) -> None:
    """To the copy under the new questions: what still answers is there, the rest is named."""
    phone.goto(f"{server.url}/sommaire")
    press(phone.get_by_role("link", name=wording_editions.GO_ON), phone.get_by_text("Vos réponses ont été reprises"))
    told = do.words(phone)
    assert all(name in told for name in ("Doubles des clés", "Rangement", "Gestes prêts"))
    copy = files.kept_answers(phone, server)
    assert copy["questionnaire"]["version"] == "2"
    assert copy["answers"] == {name: SAID[name] for name in ("bonjour", "visite")}
    assert copy["profile"] | copy["benchmark"] == PROFILE
    expect(phone.get_by_role("link", name=wording_editions.GO_ON)).to_have_count(0)


def test_the_second_version_is_answered_from_the_start(visitor: Callable[..., Page], tmp_path: Path) -> None:
    folder = two_versions(tmp_path / "contents")
    new = editions(folder).served
    server = Server(f"sqlite:///{tmp_path / 'a.sqlite3'}", environment={"PALIER_QUESTIONNAIRE": str(folder)})
    with serving(server):
        page = visitor()
        do.begin(page, server, content=new)
        do.fill_profile(page, PROFILE | {"marches": 2}, new)
        gestes = {**ANSWERS["gestes"], "in_place": ["cafe", "plan"]}
        do.answer_all(page, SAID | {"gestes": gestes, "sourire": 2}, new)
        kept = files.kept_answers(page, server)
        assert kept["questionnaire"]["version"] == "2"
        assert kept["answers"]["sourire"] == 2
