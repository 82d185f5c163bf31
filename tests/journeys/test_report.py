"""Each copy taken away holds what it says and nothing else; the complete one is opened again, and verified."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from questionnaire.answers_file import parse_text
from reports.mark import ANSWERS_NAME
from reports.short_code import code_of, figures_of
from reports.verifying_words import differs
from scoring.engine import score
from tests.journeys import files
from tests.journeys import gestures as do
from tests.journeys.presses import press, unfold
from tests.journeys.running import ROOT, Server, settle
from tests.reports.complete_copy import retouched
from ui import services
from ui import wording_report as words
from ui.components import report_copy

Arrive = Callable[..., Page]
EXAMPLE = (ROOT / "questionnaire/content/diagnostic-numerique/v1/example.json").read_text(encoding="utf-8")
NOTE = "MARQUE-NOTE-7319"


@pytest.fixture
def club() -> dict[str, Any]:
    """The example with a note that no shared copy may hold."""
    said: dict[str, Any] = json.loads(EXAMPLE)
    return said | {"notes": dict.fromkeys(said["answers"], NOTE)}


@pytest.fixture
def page(server: Server, visitor: Arrive, club: dict[str, Any]) -> Page:
    """On the report page, with these answers."""
    page = visitor()
    do.resume(page, server, parse_text(do.CONTENT, json.dumps(club)))
    do.visit(page, server, "rapport", "Votre rapport")
    return page


def choose(page: Page, copy: str) -> None:
    do.pick(page, words.COPY, words.COPIES[copy])
    page.get_by_role("link", name=words.BUTTONS[copy]).wait_for()


def tick(page: Page, part: str) -> None:
    """Tick or untick one part, found by its words in bold."""
    press(page.get_by_test_id("stCheckbox").filter(has_text=words.PARTS[part].split("**")[1]))
    settle(page)


def give(page: Page, name: str, data: bytes) -> None:
    chooser = page.get_by_test_id("stFileUploader").locator("input[type=file]")
    chooser.set_input_files({"name": name, "mimeType": "application/pdf", "buffer": data})
    settle(page)


def give_home(page: Page, server: Server, name: str, data: bytes) -> None:
    page.goto(server.url)
    do.wait_for_text(page, "Reprendre depuis un fichier de réponses")
    unfold(page.get_by_text("Reprendre depuis un fichier de réponses").first)
    give(page, name, data)


def test_a_funder_reads_what_was_ticked_and_nothing_else(page: Page, club: dict[str, Any]) -> None:
    choose(page, "funder")
    expect(page.get_by_text(words.NO_ANSWERS)).to_be_visible()
    tick(page, "plan")
    choose(page, "page")
    choose(page, "funder")  # what was unticked stays so
    data = files.download(page, words.BUTTONS["funder"])
    reader, text = PdfReader(io.BytesIO(data)), files.pdf_text(data)
    assert club["name"] in text
    assert "34 à 40" in text
    assert do.plain("La demande") in text
    assert [told for told in (*unticked(club), NOTE) if do.plain(told) in text] == []
    assert list(reader.attachments) == []
    assert NOTE.encode() not in data
    assert ANSWERS_NAME.encode() not in data


def unticked(club: dict[str, Any]) -> list[str]:
    """The questions, the answers chosen, what is to be protected and the actions, in the words of the content."""
    told = [q.text for q in do.CONTENT.questions]
    told += [q.critical.protect for q in do.CONTENT.questions if q.critical]
    told += [action.title for action in do.CONTENT.actions]
    given = ((do.CONTENT.question_by_id[name], value) for name, value in club["answers"].items())
    return told + [question.anchors[value] for question, value in given if isinstance(value, int)]


def test_the_first_pages_are_seen_and_a_complete_copy_is_opened_again(
    page: Page, server: Server, visitor: Arrive, club: dict[str, Any]
) -> None:
    press(page.get_by_role("button", name=words.PREVIEW), page.get_by_test_id("stImage"))
    expect(page.get_by_test_id("stImage").locator("img")).to_have_count(2)
    data = files.download(page, words.BUTTONS["complete"])
    assert ANSWERS_NAME in PdfReader(io.BytesIO(data)).attachments
    other = visitor("téléphone")
    do.begin(other, server)
    give_home(other, server, "rapport.pdf", data[:5000])
    alert = other.get_by_test_id("stAlert")
    expect(alert).to_have_count(1)
    assert "abîmé" in alert.inner_text()
    give_home(other, server, "rapport.pdf", data)
    do.wait_for_text(other, "Fichier lu")
    kept = files.kept_answers(other, server)
    assert kept | {"updated_on": ""} == club | {"updated_on": "", "format": kept["format"]}


def test_the_workbook_is_opened_again_unless_it_was_changed_by_hand(
    page: Page, server: Server, visitor: Arrive, club: dict[str, Any]
) -> None:
    unfold(page.get_by_text(words.FORMATS_TITLE, exact=True))
    data = files.download(page, words.download(words.XLSX[0]))
    question = do.CONTENT.questions[0].id
    other = visitor("téléphone")
    do.begin(other, server)
    give_home(other, server, "classeur.xlsx", noted_by_hand(data, question))
    alert = other.get_by_test_id("stAlert")
    expect(alert).to_have_count(1)
    assert f"feuille « Réponses » ({question})" in do.plain(alert.inner_text())
    give_home(other, server, "classeur.xlsx", data)
    do.wait_for_text(other, "Fichier lu")
    kept = files.kept_answers(other, server)
    assert kept | {"updated_on": ""} == club | {"updated_on": "", "format": kept["format"]}


def noted_by_hand(data: bytes, question: str) -> bytes:
    """The workbook with the note of one question typed anew in a spreadsheet."""
    book, out = load_workbook(io.BytesIO(data)), io.BytesIO()
    heads = [cell.value for cell in book["Réponses"][1]]
    row = next(row for row in book["Réponses"].iter_rows() if row[0].value == question)
    row[heads.index("Note")].value = "changée à la main"
    book.save(out)
    return out.getvalue()


def test_a_preview_that_fails_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(report_copy, "copy_of", lambda *_: b"no PDF at all")
    monkeypatch.setattr(report_copy.st, "error", said.append)
    report_copy._preview(parse_text(do.CONTENT, EXAMPLE), services.today(), "complete", frozenset())
    assert said == [words.NOT_MADE]


def test_other_formats_open(page: Page) -> None:
    unfold(page.get_by_text(words.FORMATS_TITLE, exact=True))
    book = load_workbook(io.BytesIO(files.download(page, words.download(words.XLSX[0]))))
    assert len(book.sheetnames) > 3
    assert Document(io.BytesIO(files.download(page, words.download(words.DOCX[0])))).tables
    assert files.download(page, words.download(words.PLAN_CSV[0])).count(b"\r\n") > 2
    assert NOTE in files.download(page, words.download(words.ANSWERS_CSV[0])).decode("utf-8-sig")
    assert b"<html" in files.download(page, words.download(words.HTML[0]))


def test_anybody_verifies_a_fresh_report_and_the_figures_of_a_paper(
    page: Page, server: Server, visitor: Arrive
) -> None:
    data = files.download(page, words.BUTTONS["complete"])
    reader = visitor("téléphone")
    do.visit(reader, server, "verifier", words.VERIFY_PAGE)
    give(reader, "rapport.pdf", data)
    reader.get_by_text("exactement celles que Palier imprime").wait_for(timeout=30_000)
    expect(reader.get_by_text("ne prouve pas que les réponses sont exactes")).to_be_visible()
    result, on = score(do.CONTENT, parse_text(do.CONTENT, EXAMPLE)), services.today()
    figures = figures_of(do.CONTENT, result, on)
    field(reader, words.CODE).fill(code_of(figures).lower())
    do.say_day(reader, reader.get_by_test_id("stDateInputField"), on)
    for axis, name in ((a, next(x.name for x in do.CONTENT.axes if x.id == a.id)) for a in figures.axes):
        field(reader, words.interval_of(name)).fill(f"{axis.low} à {axis.high}" if axis.low else "")
        level = f"{axis.level_assured}, peut-être {axis.level_possible}" if axis.level_assured else "–"
        field(reader, words.level_of(name)).fill(level)
    compare(reader, words.TOGETHER)
    field(reader, words.interval_of(do.CONTENT.axes[0].name)).fill("43 à 40")
    compare(reader, words.APART)


def test_a_report_retouched_is_found_out_and_where(page: Page, server: Server, visitor: Arrive) -> None:
    data, read, printed = retouched(files.download(page, words.BUTTONS["complete"]), 2)
    reader = visitor("téléphone")
    do.visit(reader, server, "verifier", words.VERIFY_PAGE)
    give(reader, "rapport.pdf", data)
    alert = reader.get_by_test_id("stAlert")
    alert.wait_for(timeout=30_000)
    assert do.plain(differs(1)) in do.plain(alert.inner_text())
    assert f"Page 2 : on lit « {read} » ; les réponses donnent « {printed} »" in do.words(reader)
    expect(reader.get_by_text("exactement celles que Palier imprime")).to_have_count(0)


def field(page: Page, label: str) -> Any:
    return page.get_by_label(label, exact=True)


def compare(page: Page, said: str) -> None:
    press(page.get_by_role("button", name=words.COMPARE), page.get_by_text(said))
