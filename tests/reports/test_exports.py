"""The workbook and the CSV tables, read back: typed numbers and dates, no formula whatever people wrote."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import cache
from io import BytesIO, StringIO
from random import Random
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from questionnaire.answers_file import parse
from questionnaire.assessment import Assessment
from questionnaire.model import Questionnaire
from reports.case import Case
from reports.cells import TEXT_MAX, cell_text, clean, is_web_address, printed_amount
from reports.content import Report
from reports.csv_tables import answers_csv, in_french, plan_csv
from reports.workbook import build_workbook
from scoring import display
from scoring.engine import score as scored
from scoring.model import AxisScore, Score
from tests.builders import assessed, assessments, random_document, shipped, small
from tests.reports.exported import FORMULAS, HOSTILE, STATES, both, club_both, said, saying
from tests.reports.printed import DAY, club, questionnaire_of

SHEETS = ["Résultats", "Réponses", "Plan", "À chercher", "Demande", "Sources", "Pour Palier"]
ANOTHER_DAY = date(2025, 3, 2)
SIGNS = "=+-@＝＋－＠\t\r\n"
hostile = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
every_state = pytest.mark.parametrize(("questionnaire", "state"), STATES.values(), ids=STATES)


def opened(made: bytes) -> Any:
    return openpyxl.load_workbook(BytesIO(made))


@cache
def club_book() -> Any:
    return opened(build_workbook(*club_both()))


def records(sheet: Any) -> list[dict[str, Any]]:
    """The cells of each row by the head of their column."""
    heads = [cell.value for cell in sheet[1]]
    return [dict(zip(heads, row, strict=True)) for row in sheet.iter_rows(min_row=2)]


def cells(book: Any) -> Iterator[Any]:
    for sheet in book:
        for row in sheet.iter_rows():
            yield from row


def table_of(made: bytes) -> list[dict[str, str]]:
    assert made.startswith(b"\xef\xbb\xbf")
    text = made.decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline=""), delimiter=";"))


# ---- one cell


@pytest.mark.parametrize("text", FORMULAS.values(), ids=FORMULAS)
def test_what_a_spreadsheet_would_compute_is_guarded(text: str) -> None:
    made = cell_text(text)
    assert made.guarded
    assert made.in_csv == f"'{clean(text)}"


@pytest.mark.parametrize("text", ["", "a=1", "1-2", "− 3", "L’asso", "Note : =1", "'=1", "#N/A", "👩‍👩‍👧", "·=1"])
def test_ordinary_text_is_left_as_it_is(text: str) -> None:
    made = cell_text(text)
    assert (made.guarded, made.in_csv) == (False, text)


@given(st.one_of(st.text(), st.text("=+-@＝ \t\r\n\0\x0b\u200b\ufeff\ud800\u202eé1_x", min_size=1)))
def test_no_text_begins_a_formula_or_breaks_a_file(text: str) -> None:
    made = cell_text(text)
    visible = [c for c in made.in_csv if not c.isspace() and unicodedata.category(c) != "Cf"]
    assert made.in_csv[:1] not in SIGNS or not made.in_csv
    assert not visible or unicodedata.normalize("NFKC", visible[0])[0] not in "=+-@"
    assert not re.search("[\0-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff\u202a-\u202e]", made.text)
    assert clean(made.text) == made.text


@pytest.mark.parametrize("letter", ["a", "é", "⚽"])
def test_a_cell_holds_what_excel_can_keep(letter: str) -> None:
    whole, cut = cell_text(letter * (TEXT_MAX // len(letter.encode("utf-16-le")) * 2)), cell_text(letter * 40_000)
    assert not whole.text.endswith("…")
    assert cut.text.endswith("…")
    assert len(cut.text.encode("utf-16-le")) // 2 <= TEXT_MAX


@pytest.mark.parametrize(
    ("text", "amount"), [("48\u202f650\u202f€", 48650), ("12\u202fh", 12), ("0\u202f€", 0), ("", None)]
)
def test_a_printed_amount_is_a_number_again(text: str, amount: int | None) -> None:
    assert printed_amount(text) == amount


def test_only_web_addresses_are_links() -> None:
    assert is_web_address("https://www.exemple.org/a?b=1&c")
    for text in (
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://a b",
        'https://a"',
        "",
        " https://a.fr",
        "data:,",
    ):
        assert not is_web_address(text)


# ---- the workbook as a document


def test_the_sheets_are_ready_to_sort_and_to_print() -> None:
    book = opened(build_workbook(*said("Ville")))
    assert book.sheetnames == SHEETS
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.print_title_rows == "$1:$1"
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert all(sheet.column_dimensions[cell.column_letter].width >= 5 for cell in sheet[1])
        assert all(cell.font.bold and cell.value for cell in sheet[1])
        assert "Ville" in sheet.oddHeader.left.text


def test_title_language_and_day() -> None:
    report, case = club_both()
    made = build_workbook(report, replace(case, on=ANOTHER_DAY))
    properties = opened(made).properties
    assert club().name in properties.title
    assert properties.language == "fr-FR"
    assert properties.created == properties.modified == datetime(2025, 3, 2, 12)
    assert {entry.date_time for entry in ZipFile(BytesIO(made)).infolist()} == {(2025, 3, 2, 12, 0, 0)}
    assert "Ne pas transmettre" in properties.description
    assert club_book().sheetnames == [name for name in SHEETS if name != "Demande"]


def test_the_name_cannot_write_codes_in_the_margin() -> None:
    book = opened(build_workbook(*both(shipped(), assessed(shipped(), name="Arts & &P lettres " + "x" * 180))))
    with ZipFile(BytesIO(build_workbook(*both(shipped(), assessed(shipped(), name="Arts & &P"))))) as archive:
        assert "Arts &amp;&amp; &amp;&amp;P" in archive.read("xl/worksheets/sheet1.xml").decode()
    assert len(book["Plan"].oddHeader.left.text) < 255


@pytest.mark.parametrize(
    "make", [lambda r, c: build_workbook(r, c), lambda r, c: plan_csv(r, c), lambda _, c: answers_csv(c)]
)
def test_the_same_report_gives_the_same_bytes(make: Any) -> None:
    assert make(*both(shipped(), club())) == make(*club_both())


# ---- numbers and dates


def scores(case: Case) -> Iterator[tuple[str, str, AxisScore, Score]]:
    """Axis, theme (or nothing), and the exact scores, in the order of the sheet."""
    for axis, whole in case.axes:
        yield axis.name, "", whole, whole.score
        for theme in axis.themes if case.result.mode == "full" else ():
            found = [t.score for t in whole.themes if t.id == theme.id]
            yield from ((axis.name, theme.name, whole, score) for score in found)


def check_results(report: Report, case: Case) -> None:
    rows = records(opened(build_workbook(report, case))["Résultats"])
    for row, (axis, theme, whole, score) in zip(rows, scores(case), strict=True):
        assert (row["Axe"].value, row["Thème"].value or "") == (axis, theme)
        printed = {"Bas, sur 100": score.low, "Haut, sur 100": score.high, "Réponses connues, sur 100": score.point}
        for head, exact in printed.items():
            _check_number(row[head], exact if whole.evaluable else None, case)
        known = row["Part connue"]
        assert (known.value is None) == (score.coverage is None)
        if score.coverage is not None:
            assert abs(Fraction(known.value).limit_denominator(100) - score.coverage) <= Fraction(1, 200)
            assert known.number_format.endswith("%")
        assert row["Fourchette"].value
        assert row["Niveau"].value
        assert row["Nom du niveau"].value


def _check_number(cell: Any, exact: Fraction | None, case: Case) -> None:
    if exact is None:
        assert cell.value is None
        return
    assert cell.data_type == "n"
    assert str(cell.value).replace(".", ",") == display.shown_score(exact, case.rules)
    assert abs(cell.value - float(exact)) <= 0.5
    assert cell.number_format == ("0.0" if "." in str(cell.value) else "0")


def test_the_results_are_the_exact_scores_as_printed() -> None:
    check_results(*club_both())
    rows = {(r["Axe"].value, r["Thème"].value): r for r in records(club_book()["Résultats"])}
    first = rows[(shipped().axes[0].name, None)]
    assert (first["Bas, sur 100"].value, first["Haut, sur 100"].value) == (34, 40)
    assert first["Fourchette"].value == "34 à 40"
    assert rows[(shipped().axes[2].name, None)]["Bas, sur 100"].value is None


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.one_of(assessments(shipped(), edited=True), assessments(small(), edited=True)))
def test_any_assessment_has_its_numbers_and_no_formula(state: Assessment) -> None:
    report, case = both(questionnaire_of(state), state)
    check_results(report, case)
    check_inert(build_workbook(report, case))
    assert len(table_of(plan_csv(report, case))) == len(case.plan.all)


def test_a_score_that_would_change_level_keeps_its_decimal() -> None:
    """49,5 stays 49,5: rounded, it would read as the next level."""
    state = next(found for seed in range(1000) if (found := _at_the_border(seed)))
    check_results(*both(shipped(), state))
    numbers = [cell.value for cell in cells(opened(build_workbook(*both(shipped(), state))))]
    assert any(isinstance(value, float) and value > 1 and value != int(value) for value in numbers)


def _at_the_border(seed: int) -> Assessment | None:
    """A random assessment in which a printed score has a decimal, or None."""
    state = parse(shipped(), random_document(shipped(), Random(seed), "full"))
    rules = shipped().rules.scoring
    axes = [axis.score for axis in scored(shipped(), state).axes if axis.evaluable]
    edges = [edge for axis in axes for edge in (axis.low, axis.high) if edge is not None]
    return state if any("," in display.shown_score(edge, rules) for edge in edges) else None


def test_every_question_is_there_with_its_step() -> None:
    rows = {row["Repère"].value: row for row in records(club_book()["Réponses"]) if row["Repère"].value}
    assert {q.id for q in shipped().questions} <= set(rows)
    raw = club().answers
    for question in shipped().questions:
        row, said = rows[question.id], raw.get(question.id)
        assert row["Question"].value == question.text
        if type(said) is int and row["Réponse"].value in question.anchors:
            assert (row["Palier"].value, row["Palier"].data_type) == (said, "n")
            assert row["Réponse"].value == question.anchors[said]
        else:
            assert row["Palier"].value is None
            assert row["Réponse"].value
    left_out = [row["Réponse"].value for row in rows.values() if str(row["Réponse"].value).startswith("Non posée")]
    assert left_out == ["Non posée d’après votre profil"] * (len(shipped().questions) - len(club_both()[1].routed.ids))


def test_the_plan_has_real_days_hours_and_euros() -> None:
    report, case = said("Ville")
    rows = records(opened(build_workbook(report, case))["Plan"])
    planned = {line.title: (line, next(a for a in case.plan.all if a.id == line.id)) for line in report.plan.lines}
    assert len(rows) == len(planned) > 2
    for row in rows:
        line, action = planned[row["Action"].value]
        due = action.edit.due if action.edit and action.edit.due else date.fromisoformat(f"{action.month}-01")
        assert row["Échéance"].is_date
        assert row["Échéance"].value == datetime(due.year, due.month, due.day)
        exact = bool(action.edit and action.edit.due)
        assert row["Échéance"].number_format == ("dd/mm/yyyy" if exact else "[$-40C]mmmm yyyy")
        assert (row["Heures"].value, row["Euros"].value) == (action.hours, action.euros)
        assert row["Euros"].number_format.endswith('€"')
        assert row["N°"].value == line.number
        assert row["Origine"].value == ("à vous" if line.own else "catalogue")
        assert row["Horizon"].value == line.horizon
    assert sum(row["Origine"].value == "à vous" for row in rows) == 1


def test_what_is_to_find_out_and_the_sources_are_dated() -> None:
    report, case = said("Ville")
    book = opened(build_workbook(report, case))
    tasks = {task.id: task for task in case.plan.find_out}
    asked = records(book["À chercher"])
    assert [row["Échéance"].value.date() for row in asked] == sorted(t.due for t in tasks.values())
    assert {row["Repère"].value for row in asked} == set(tasks)
    sources = records(book["Sources"])
    assert [row["Adresse"].value for row in sources] == [source.url for source in report.sources]
    for row in sources:
        assert row["Vu le"].is_date
        assert row["Adresse"].hyperlink.target == row["Adresse"].value


def test_the_two_sides_of_the_request_add_up() -> None:
    rows = records(opened(build_workbook(*said("Ville")))["Demande"])
    totals = [row["Total"].value for row in rows if str(row["Ligne"].value).startswith("Total")]
    assert len(set(totals)) == 1
    charges = [row for row in rows if row["Côté"].value == "Charges"]
    *lines, total = charges
    for head in ("Année 1", "Année 2", "Année 3", "Total"):
        assert total[head].value == sum(row[head].value for row in lines)
    assert total["Total"].value > 0


# ---- what people wrote


def check_inert(made: bytes) -> None:
    """No formula element in any part, every part is XML, and every text is typed as text."""
    with ZipFile(BytesIO(made)) as archive:
        for name in archive.namelist():
            tree = ElementTree.fromstring(archive.read(name))
            if "worksheets/sheet" in name and name.endswith(".xml"):
                assert [node.tag for node in tree.iter() if node.tag.rpartition("}")[2] in ("f", "formula")] == []
    for cell in cells(opened(made)):
        assert cell.data_type in ("s", "n", "d")
        assert isinstance(cell.value, str) == (cell.data_type == "s")


@hostile
def test_hostile_words_are_text_in_the_workbook(text: str) -> None:
    made = build_workbook(*said(text))
    check_inert(made)
    book = opened(made)
    written = clean(text).replace("_x003D_", "_x005F_x003D_")  # Excel would read « _x003D_ » as « = »
    found = [cell for cell in cells(book) if cell.value == written]
    heads = {cell.parent.cell(1, cell.column).value for cell in found}
    assert {"Note", "Remarque sur la question", "Pièce"} <= heads
    assert len(found) >= 5
    assert {bool(cell.quotePrefix) for cell in found} == {cell_text(text).guarded}


@hostile
def test_hostile_words_are_text_in_csv(text: str) -> None:
    report, case = said(text)
    plan, answers = table_of(plan_csv(report, case)), table_of(answers_csv(case))
    for row in (*plan, *answers):
        assert [value for value in row.values() if value[:1] and value[0] in SIGNS] == []
    expected = cell_text(text).in_csv
    assert {row["Note"] for row in plan} == {"", expected}
    noted = next(row for row in answers if row["Repère"] == shipped().questions[0].id)
    assert (noted["Note"], noted["Pièce"]) == (expected, expected)


def test_csv_opens_in_a_french_spreadsheet() -> None:
    report, case = both(shipped(), saying("Ville ; « quartier »\nNord"))
    made = plan_csv(report, case)
    assert made.count(b"\r\n") == len(case.plan.all) + 1
    rows = table_of(made)
    own = next(row for row in rows if row["Origine"] == "à vous")
    assert (own["Échéance"], own["Heures"], own["Euros"]) == ("15/01/2027", "3", "250")
    assert own["Note"] == "Ville ; « quartier »\nNord"
    assert all(re.fullmatch(r"\d\d/\d\d\d\d|\d\d/\d\d/\d\d\d\d", row["Échéance"]) for row in rows)
    assert list(rows[0]) == [cell.value for cell in club_book()["Plan"][1]]


def test_decimals_have_a_comma_in_csv() -> None:
    assert [in_french(v) for v in (Decimal("49.6"), Decimal("34"), DAY, 3, None)] == [
        "49,6",
        "34",
        "23/11/2026",
        "3",
        "",
    ]


@every_state
def test_every_state_is_exported(questionnaire: Questionnaire, state: Assessment) -> None:
    report, case = both(questionnaire, state)
    made = build_workbook(report, case)
    check_inert(made)
    check_results(report, case)
    book = opened(made)
    assert len(records(book["Plan"])) == len(table_of(plan_csv(report, case))) == len(report.plan.lines)
    assert len(table_of(answers_csv(case))) == len(records(book["Réponses"])) >= len(questionnaire.questions)
    assert ("Demande" in book.sheetnames) == (not report.funding.request.empty)
