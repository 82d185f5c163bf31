"""Links in a real browser: replaced, given to read, withdrawn; and the plain addresses seen by an enemy."""

from __future__ import annotations

import http.client
import re
from collections.abc import Callable
from contextlib import closing
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from questionnaire.answers_file import parse_text
from storage.opening import open_store
from tests.journeys import files
from tests.journeys import gestures as do
from tests.journeys.presses import press
from tests.journeys.running import ROOT, Server, settle
from ui import cookies, services, wording
from ui import wording_links as words

Arrive = Callable[..., Page]
EXAMPLE = parse_text(
    do.CONTENT, (ROOT / "questionnaire/content/diagnostic-numerique/v1/example.json").read_text(encoding="utf-8")
)
PIECE = "Compte rendu du <b>3 mai</b> *signé*"
CITED = do.CONTENT.question_by_id["C41"]
DATA = ("donnees", "Vos données")


def own_link(page: Page, server: Server) -> str:
    do.visit(page, server, *DATA)
    return page.get_by_test_id("stCode").first.inner_text().strip()


def test_a_replaced_link_leads_nowhere_and_nothing_is_lost(server: Server, visitor: Arrive) -> None:
    page, other = visitor(), visitor("téléphone")
    do.resume(page, server, EXAMPLE)
    former = own_link(page, server)
    other.goto(former)
    do.wait_for_question(other)
    press(page.get_by_role("link", name=words.ROTATE), page.get_by_text(words.ROTATED))
    settle(page)
    new = page.get_by_test_id("stCode").first.inner_text().strip()
    assert new != former
    shown = do.shown_question(other)
    do.pick(other, shown.text, shown.anchors[0])
    do.pick(other, shown.text, shown.anchors[1])  # one of the two is a change
    expect(other.get_by_text("ce lien n’ouvre plus rien")).to_be_visible()
    other.goto(former)
    other.get_by_role("heading", name="Ce lien ne mène à rien").wait_for()
    other.goto(new)
    do.wait_for_question(other)
    assert files.kept_answers(page, server)["answers"] == dict(EXAMPLE.answers)


def test_what_is_deleted_leaves_this_browser_too_and_the_others_stay(server: Server, visitor: Arrive) -> None:
    page = visitor()
    first, second = EXAMPLE.put("head", "name", "Premier"), EXAMPLE.put("head", "name", "Second")
    do.resume(page, server, first)
    kept = cookie_of(page)
    do.resume(page, server, second)
    both = f"{cookie_of(page)}.{kept}"
    page.context.add_cookies([{"name": cookies.NAME, "value": both, "url": server.url}])
    gone = own_link(page, server).rpartition("/")[2]
    assert gone in cookie_of(page)
    expect(page.get_by_role("link", name=wording.DATA_DELETE_BUTTON)).to_have_count(0)
    press(page.get_by_text(wording.DATA_DELETE_SURE))
    press(page.get_by_role("link", name=wording.DATA_DELETE_BUTTON), page.get_by_text(words.ERASED))
    settle(page)
    assert cookie_of(page) == kept
    page.goto(server.url)
    do.wait_for_text(page, "Premier")
    assert "Second" not in do.words(page)
    page.goto(f"{server.url}/r/{gone}")
    page.get_by_role("heading", name="Ce lien ne mène à rien").wait_for()


def cookie_of(page: Page) -> str:
    return str(next(one["value"] for one in page.context.cookies() if one["name"] == cookies.NAME))


def test_the_thirteenth_link_shows_the_oldest_before_it_is_forgotten(server: Server, visitor: Arrive) -> None:
    page = visitor("téléphone")
    store, links_ = open_store(server.database), [f"{number:x}".rjust(43, "z") for number in range(13)]
    for rank, token in enumerate(links_):
        named, of = EXAMPLE.put("head", "name", f"Club <b>{rank}</b>"), (EXAMPLE.questionnaire_id, EXAMPLE.version)
        store.save(services.capability(token), named.entries(), questionnaire=of, now=services.now())
    for token in links_[:12]:
        page.goto(f"{server.url}/r/{token}")
        do.wait_for_question(page)
    before = cookie_of(page)
    page.goto(f"{server.url}/r/{links_[12]}")
    page.get_by_role("heading", name=words.FULL_TITLE).wait_for()
    assert "Club <b>0</b>" in page.inner_text("main")
    assert page.inner_text("code") == f"{server.url}/r/{links_[0]}"
    assert cookie_of(page) == before
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    press(page.get_by_role("link", name=words.FULL_GO_ON))
    do.wait_for_question(page)
    assert "/r/" not in page.url
    assert cookie_of(page).split(".") == links_[:0:-1]
    page.goto(f"{server.url}/commencer?mode=express&autre=1")
    page.get_by_role("heading", name=words.FULL_TITLE).wait_for()
    assert page.inner_text("code").endswith(links_[1])
    press(page.get_by_role("link", name=words.FULL_STAY), page.get_by_text("Reprendre", exact=True).first)
    assert cookie_of(page).split(".") == links_[:0:-1]


def test_a_reviewer_signs_the_pieces_and_changes_nothing_else(server: Server, visitor: Arrive) -> None:
    page, reader = visitor(), visitor("téléphone")
    do.resume(page, server, EXAMPLE.put("evidence", CITED.id, {"level": "cited", "text": PIECE}))
    do.visit(page, server, *DATA)
    press(page.get_by_role("button", name=words.GIVE), page.get_by_text(words.GIVEN_NOW))
    settle(page)
    link = page.get_by_test_id("stCode").nth(1).inner_text().strip()
    assert f"{server.url}/pieces/" in link
    reader.goto(link)
    reader.get_by_role("heading", name=words.READ_TITLE).wait_for()
    settle(reader)
    assert "/pieces/" not in reader.url
    told = do.words(reader)
    assert PIECE in told
    assert do.plain(CITED.text) in told
    assert "Accès protégés" not in told  # no piece, so not shown
    box = reader.get_by_role("checkbox", name=words.READ_SEEN)
    expect(box).to_be_disabled()
    do.say(reader, reader.get_by_label(words.READ_NAME), "Jeanne *Martin*")
    press(reader.get_by_test_id("stCheckbox"), reader.get_by_text(words.READ_KEPT))
    expect(reader.get_by_text(re.compile(r"Vue par Jeanne \*Martin\*, le \d\d/\d\d/\d{4}"))).to_be_visible()
    for address in ("questions", "donnees", "rapport"):  # the other pages know nothing of them
        reader.goto(f"{server.url}/{address}")
        settle(reader)
        assert PIECE not in do.words(reader)
    assert "Vue par Jeanne *Martin*" in do.visit(page, server, *DATA)
    assert "Jeanne *Martin*" in files.report_text(page, server)
    _withdraw(page, server)
    reader.goto(link)
    reader.get_by_role("heading", name="Ce lien ne mène à rien").wait_for()
    assert "Vue par Jeanne *Martin*" in do.visit(page, server, *DATA)


def test_what_one_reader_signs_is_not_taken_back_by_another_who_touched_nothing(
    server: Server, visitor: Arrive
) -> None:
    page, reader, second = visitor(), visitor(), visitor()
    cited = EXAMPLE.put("evidence", CITED.id, {"level": "cited", "text": PIECE})
    capability = do.resume(page, server, cited.put("evidence", "C11", {"level": "cited", "text": "Statuts"}))
    store, token = open_store(server.database), "v" * 43
    store.invite(capability, services.capability(token), now=services.now())
    for one, name in ((reader, "Jeanne"), (second, "Paul")):
        one.goto(f"{server.url}/pieces/{token}")
        one.get_by_role("heading", name=words.READ_TITLE).wait_for()
        settle(one)
        do.say(one, one.get_by_label(words.READ_NAME), name)
    boxes = [one.get_by_test_id("stCheckbox") for one in (reader, second)]
    press(boxes[0].nth(0), reader.get_by_text(words.READ_KEPT))
    settle(reader)
    press(boxes[1].nth(1), second.get_by_text("Vue par Paul"))
    settle(second)
    assert sorted(one.name for one in store.reviews(capability)) == ["Jeanne", "Paul"]
    expect(second.get_by_text("Vue par Jeanne")).to_be_visible()
    press(boxes[0].nth(0))
    expect(reader.get_by_text("Vue par Jeanne")).to_have_count(0)
    settle(reader)
    assert [one.name for one in store.reviews(capability)] == ["Paul"]
    press(boxes[1].nth(1))
    expect(second.get_by_text("Vue par Paul")).to_have_count(0)
    settle(second)
    assert store.reviews(capability) == ()


def _withdraw(page: Page, server: Server) -> None:
    do.visit(page, server, *DATA)
    button = page.get_by_role("button", name=words.WITHDRAW)
    press(button)
    expect(button).to_have_count(0)
    settle(page)


@pytest.fixture
def asked(new_server: Server) -> Callable[..., Any]:
    """One plain request, redirections not followed."""

    def ask(path: str, cookie: str = "", method: str = "GET") -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection("localhost", new_server.port, timeout=30)
        connection.request(method, path, headers={"Cookie": cookie} if cookie else {})
        return connection.getresponse()

    return ask


def test_unknown_links_look_alike_and_the_twenty_first_in_five_minutes_is_limited(
    asked: Callable[..., Any], new_server: Server
) -> None:
    answers = [asked(f"/{door}/{token}") for token in ("x", "%C3%A9", "a" * 43, "b" * 43) for door in ("r", "pieces")]
    assert {(a.status, a.headers["location"], a.headers["set-cookie"]) for a in answers} == {
        (303, "/lien-inconnu", None)
    }
    for _ in range(30):  # a room that shares one address and reads the same dead link
        assert asked(f"/r/{'c' * 43}").status == 303
    for number in range(15):  # with the four above and that one, twenty different ones
        assert asked(f"/r/{number:043d}").status == 303
    limited = asked(f"/r/{'d' * 43}")
    assert limited.status == 429
    assert "Attendez cinq minutes" in limited.read().decode()
    with closing(open_store(new_server.database)) as store:  # a good link of the same address is let through
        changes, of = EXAMPLE.entries(), (EXAMPLE.questionnaire_id, EXAMPLE.version)
        store.save(services.capability("g" * 43), changes, questionnaire=of, now=services.now())
    good = asked(f"/r/{'g' * 43}")
    assert (good.status, good.headers["location"]) == (303, "/questions")


def test_a_link_is_not_replaced_without_the_word_of_its_page(asked: Callable[..., Any]) -> None:
    for cookie in ("", "palier=" + "a" * 43):
        answer = asked(f"/lien/nouveau/{'0' * 32}", cookie)
        assert (answer.status, answer.headers["location"], answer.headers["set-cookie"]) == (303, "/donnees", None)


def test_files_are_given_to_their_owner_only(asked: Callable[..., Any]) -> None:
    for cookie in ("", "palier=" + "a" * 43):
        answer = asked("/fichier/complete", cookie)
        assert (answer.status, answer.headers["location"]) == (303, "/")
    assert asked("/fichier/secret").status == 404
    assert asked("/fichier/complete", method="HEAD").status == 204
    strange = asked("/fichier/funder?parties=plan,<script>")
    assert strange.status == 400
    told = strange.read().decode()
    assert "<script>" not in told
    assert "partie inconnue" in told
