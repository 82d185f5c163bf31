"""The page of what changed, read back from what is printed: sentences, margin, changes by name, hindsight."""

from __future__ import annotations

import io
from datetime import date

import pytest
from openpyxl import load_workbook

from questionnaire.answers_file import export_text, parse_text
from questionnaire.assessment import Assessment
from questionnaire.previous import taken
from questionnaire.typography import tidy
from reports import change_words as words
from reports import service
from reports.compose_change import change_page
from reports.content_change import ChangePage
from reports.extracting import extract
from reports.workbook import build_workbook
from reports.xlsx_extracting import extract as extract_workbook
from scoring.benchmark import load_rows
from tests.builders import golden_club, shipped
from tests.reports.printed import words_of

TODAY, DAY = date(2026, 11, 23), "2025-11-20"
NOW = {"C12": 3, "C21": 3, "C22": 0, "C32": 2, "C33": 0, "C41": 2, "C42": 2, "C43": "unknown"}
NEVER = ("grâce", "bravo", "progrès", "recul ", "retard", "meilleur", "félicit", "permis", "parce que", "rang")


@pytest.fixture(scope="module")
def year_later() -> Assessment:
    """The golden club with more in place, one step down, one thing learned to be at 0, one no longer known."""
    former = golden_club(C22="unknown").put("notes", "C41", "Sur l’ordinateur du secrétaire")
    after = golden_club(**NOW).put("notes", "C41", "Essai du 3 octobre").put("plan", "R11", {"status": "done"})
    after = after.put("evidence", "C41", {"level": "cited", "text": "PV du 12 octobre"})
    return after.put("previous", DAY, taken(former)).put("previous", f"hindsight.{DAY}.C41", 1)


def page_of(assessment: Assessment) -> ChangePage:
    page = change_page(service.case_of(shipped(), assessment, load_rows(shipped()), TODAY))
    assert page
    return page


def flat(text: str) -> str:
    return " ".join(text.replace("\u202f", " ").replace("\u00a0", " ").split())


def test_the_printed_page_tells_scores_margin_names_and_hindsight(year_later: Assessment) -> None:
    pdf = service.report_pdf(shipped(), year_later, load_rows(shipped()), TODAY)
    text = flat(words_of(pdf))
    anchors = {name: shipped().question_by_id[name].anchors for name in ("C22", "C41")}
    for told in (
        "Du 20 novembre 2025 au 23 novembre 2026",
        "En hausse : de 35 à 61 sur 100, soit environ 26 points de plus, au-delà de la marge",
        "Marge : environ 13 points",
        "Stable, dans la marge : 19 sur 100 aujourd’hui, comme avant",
        words.GROUPS["learned"][0],
        words.GROUPS["down"][0],
        anchors["C41"][0],
        anchors["C41"][2],
        anchors["C22"][0],
        "Note d’alors : Sur l’ordinateur du secrétaire",
        "Note d’aujourd’hui : Essai du 3 octobre",
        "Pièce d’aujourd’hui : PV du 12 octobre",
        words.ACTION,
        words.HINDSIGHT_TITLE,
        anchors["C41"][1],
    ):
        assert flat(tidy(told)) in text
    assert extract(pdf) == export_text(year_later)


def test_what_was_learned_to_be_at_zero_is_in_no_decrease(year_later: Assessment) -> None:
    groups = {group.title: [entry.id for entry in group.entries] for group in page_of(year_later).named}
    assert groups[words.GROUPS["learned"][0]] == ["C22"]
    assert groups[words.GROUPS["down"][0]] == ["C33"]
    assert groups[words.GROUPS["forgotten"][0]] == ["C43"]


def test_no_sentence_says_why_ranks_or_praises(year_later: Assessment) -> None:
    page = page_of(year_later)
    ours = [page.lead, page.margin_note, page.counts, *(group.lead for group in page.named)]
    ours += [text for axis in page.axes for text in (axis.verdict, *axis.sentences)]
    told = " ".join(ours).lower()
    shown = [word for word in NEVER if word in told.replace("a reculé", "")]
    assert shown == []


def test_the_part_of_a_rise_is_split_between_actions_done_and_the_rest(year_later: Assessment) -> None:
    title = shipped().action_by_id["R11"].title
    sentence = flat(page_of(year_later).axes[0].sentences[1])
    assert sentence.startswith("Sur 26 points, 2 se lisent sur les questions que vise l’action marquée faite")
    assert flat(tidy(title)) in sentence
    assert sentence.endswith("24 sur d’autres questions.")


def test_a_change_of_mode_or_too_few_questions_give_no_figure(year_later: Assessment) -> None:
    express = page_of(year_later.put("head", "mode", "express"))
    assert [axis.scale for axis in express.axes] == [None] * len(express.axes)
    assert "express" in express.axes[0].verdict
    few = page_of(year_later).axes[2]
    assert few.scale is None
    assert "4 questions ont une réponse les deux fois, il en faut 6" in flat(few.verdict)


def test_nothing_is_printed_without_an_earlier_assessment() -> None:
    alone = golden_club()
    case = service.case_of(shipped(), alone, load_rows(shipped()), TODAY)
    assert change_page(case) is None
    report = service.report_of(case)
    assert report.change is None
    assert words.TITLE not in words_of(service.report_pdf(shipped(), alone, load_rows(shipped()), TODAY))
    assert words.TITLE not in load_workbook(io.BytesIO(build_workbook(report, case))).sheetnames


def test_the_workbook_has_its_sheet_and_gives_everything_back(year_later: Assessment) -> None:
    case = service.case_of(shipped(), year_later, load_rows(shipped()), TODAY)
    data = build_workbook(service.report_of(case), case)
    rows = list(load_workbook(io.BytesIO(data))[words.TITLE].iter_rows(min_row=2, values_only=True))
    assert [row[1] for row in rows[:3]] == [axis.id for axis in shipped().axes]
    assert {row[1] for row in rows} >= {"C22", "C33", "C41"}
    assert export_text(year_later).strip() == export_text(parse_text(shipped(), extract_workbook(data))).strip()
