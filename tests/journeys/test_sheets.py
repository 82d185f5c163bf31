"""A charter rewritten, a request filled: found again after a reload, in the file and on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.builders import copy_of_small, small
from tests.journeys import files
from tests.journeys import gestures as do
from tests.journeys.presses import press, unfold
from tests.journeys.running import Server, serving, settle
from ui import wording_funding as words

Arrive = Callable[..., Page]
OURS = "Nous décidons <b>ensemble</b>, *sans hâte*."
PAYER = "Ville <i>du Lac</i> *asso* :smile:"


def open_sheets(page: Page, server: Server) -> str:
    return do.visit(page, server, "feuilles", words.SHEETS_TITLE)


def open_funding(page: Page, server: Server) -> str:
    return do.visit(page, server, "financer", words.FUNDING_TITLE)


def editor(page: Page, rank: int = 0) -> Locator:
    """The field of the text at this rank, unfolded."""
    unfold(page.get_by_text(words.EDIT, exact=True).nth(rank))
    page.get_by_role("textbox").first.wait_for()
    settle(page)
    return page.get_by_role("textbox").first


def field(page: Page, label: str) -> Locator:
    return page.locator("input, textarea").and_(page.get_by_label(label, exact=True)).first


def give(page: Page, label: str, text: str) -> None:
    """Write in a field, and leave it."""
    field(page, label).fill(text)
    field(page, label).blur()
    settle(page)


def kept(page: Page, server: Server, kind: str) -> dict[str, object]:
    found: dict[str, object] = files.kept_answers(page, server).get(kind, {})
    return found


def test_a_charter_rewritten_is_there_after_a_reload_and_on_paper(server: Server, visitor: Arrive) -> None:
    page = visitor()
    do.begin(page, server)
    open_sheets(page, server)
    text = editor(page)
    prepared = text.input_value()
    text.fill(OURS)
    text.blur()
    page.get_by_text(words.EDITED).wait_for()
    page.reload()
    do.wait_for_text(page, words.EDITED)
    assert OURS in do.words(page)
    assert prepared[:40] not in do.words(page)
    assert editor(page).input_value() == OURS
    assert OURS in files.pdf_text(files.download(page, words.CHARTER_BUTTON))
    press(page.get_by_role("button", name=words.BACK_TO_PREPARED))
    expect(page.get_by_text(words.EDITED)).to_have_count(0)
    settle(page)
    assert page.get_by_role("textbox").first.input_value() == prepared
    page.get_by_role("textbox").first.fill("   ")
    page.get_by_role("textbox").first.blur()
    page.get_by_text(words.EMPTY_TEXT).wait_for()
    settle(page)
    assert kept(page, server, "texts") == {}


def test_what_is_still_being_typed_is_in_the_file_asked_for(server: Server, visitor: Arrive) -> None:
    """On a phone, the same tap ends the typing and asks for the file: here, the last part of a mission brief."""
    page = visitor("téléphone")
    do.begin(page, server)
    open_sheets(page, server)
    chooser = page.get_by_role("combobox", name=words.MISSION)
    chooser.scroll_into_view_if_needed()  # its list would close if the page moved while it opens
    second = page.get_by_role("option").nth(1)
    press(chooser, second)
    title = second.inner_text()
    press(second)
    settle(page)
    editor(page, page.get_by_text(words.EDIT, exact=True).count() - 1).fill(OURS)
    text = files.pdf_text(files.download(page, words.BRIEF_BUTTON))
    assert OURS in text
    assert do.plain(title)[1:] in text


def doors(page: Page) -> None:
    """Filter the routes, unfold one, then a need."""
    everything = page.get_by_test_id("stExpander").count()
    do.pick(page, words.NATURE, "Formation")
    expect(page.get_by_test_id("stExpander")).not_to_have_count(everything)
    unfold(page.get_by_test_id("stExpander").first.locator("summary"))
    page.get_by_text(words.FIRST_STEP).wait_for()
    unfold(page.get_by_text(do.CONTENT.tools[0].name, exact=True))
    page.get_by_text(words.WHO).first.wait_for()


def test_a_request_is_there_after_a_reload(server: Server, visitor: Arrive) -> None:
    page = visitor("téléphone")
    do.begin(page, server)
    assert words.CLOSED_TITLE.split("(")[0].strip() in open_funding(page, server)
    doors(page)
    do.pick(page, words.YEARS, "3 ans")
    give(page, words.NEED, "Deux postes <b>qui marchent</b>.")
    give(page, words.UPKEEP_EUROS, "400")
    give(page, words.UPKEEP_EUROS, "-5")
    page.get_by_text(words.EUROS_FAULT).wait_for()
    for rank, name in enumerate(("Association", PAYER)):
        page.get_by_label(words.COFUNDER_NEW).fill(name)
        line = page.get_by_label(words.COFUNDER_EUROS).nth(rank)
        press(page.get_by_role("button", name=words.COFUNDER_ADD, exact=True), line)
        settle(page)
    page.get_by_label(words.COFUNDER_EUROS).nth(1).fill("250")
    press(page.get_by_role("button", name=words.remove("Association")))  # ends the typing in the other line too
    expect(page.get_by_role("button", name=words.remove("Association"))).to_have_count(0)
    settle(page)
    give(page, words.COFUNDER_NAME, "")
    page.get_by_text(words.COFUNDER_NAMELESS).wait_for()
    page.reload()
    do.wait_for_text(page, words.BUDGET_TITLE)
    assert f"{PAYER} (demandé)" in do.words(page).replace("\u2060", "")
    assert [field(page, label).input_value() for label in (words.UPKEEP_EUROS, words.COFUNDER_NAME)] == ["400", PAYER]
    assert kept(page, server, "plan")["request"] == {
        "years": 3,
        "need": "Deux postes <b>qui marchent</b>.",
        "cofunding": [{"name": PAYER, "euros": 250, "status": "asked"}],
        "upkeep_euros": 400,
    }


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Server]:
    """A questionnaire with neither sheets nor doors."""
    folder = copy_of_small(tmp_path)
    for name in ("documents.yaml", "funding.yaml"):
        (folder / name).unlink()
    actions = folder / "actions.yaml"
    lines = actions.read_text(encoding="utf-8").splitlines(keepends=True)
    actions.write_text("".join(line for line in lines if not line.startswith("    mission:")), encoding="utf-8")
    with serving(Server(f"sqlite:///{tmp_path}/b.sqlite3", environment={"PALIER_QUESTIONNAIRE": str(folder)})) as s:
        yield s


def test_a_questionnaire_without_sheets_or_doors_says_so(bare: Server, visitor: Arrive) -> None:
    page = visitor()
    do.begin(page, bare, content=small())
    assert do.plain(words.NO_SHEETS) in open_sheets(page, bare)
    assert page.get_by_role("button", name="Télécharger").count() == 0
    assert do.plain(words.NO_FUNDING) in open_funding(page, bare)
