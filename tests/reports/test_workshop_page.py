"""The workshop's page: agreement in words and numbers, what was decided, and never who voted what."""

from __future__ import annotations

from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from questionnaire.answers_file import parse_text
from questionnaire.assessment import Assessment
from questionnaire.model import Questionnaire
from questionnaire.workshop_record import Counted, Session, Voted
from reports import service
from reports import workshop_words as words
from reports.reopening import answers_in
from reports.web_page import build_html
from reports.word import build_docx
from reports.workbook import build_workbook
from tests.builders import assessed, everyone_at, shipped, small
from tests.reports.printed import DAY, boxes, composed, printed, rows_of, text_of, words_of

GOLDEN = Path(__file__).parent / "golden"
HOSTILE = "Deux personnes pensent <b>plus haut</b> 🎭 & « c’est mieux » " + "mot" * 40 + "\n" * 200 + "fin"
SESSION = {"date": "2026-11-20", "participants": 7, "asked": 4, "scope": "express"}


def room(content: Questionnaire, minority: str = "Une personne doute") -> Assessment:
    first, second, third, *_ = [q for q in content.questions if q.type == "rubric"]
    top = first.top
    votes: dict[str, Any] = {
        f"vote.{first.id}": {
            "first": {"votes": 7, "steps": [3, *[0] * (top - 1), 3], "unknown": 1},
            "second": {"votes": 7, "steps": [1, 6, *[0] * (top - 1)]}, "movers": 4, "compared": 7,
            "decided": 1, "open": True, "minority": minority, "roles": {"council": 0, "others": top},
        },
        f"vote.{second.id}": {"first": {"votes": 3}, "decided": 0, "open": False},
        f"vote.{third.id}": {"first": {"votes": 7, "steps": [0, 0, 7, *[0] * (third.top - 2)]}},
    }  # fmt: skip
    answers = everyone_at(content, 1)
    return assessed(content, name="Théâtre", answers=answers, workshop={"session": SESSION} | votes)


@pytest.mark.parametrize("make", [shipped, small], ids=["shipped", "small"])
def test_the_page_says_who_came_what_moved_and_what_stays_open(make: Any) -> None:
    text = words_of(printed(make(), room(make())))
    assert "Atelier du 20 novembre 2026 · 7 personnes · 3 questions votées sur 4" in text
    assert "17 votes sur 21 possibles" in text
    assert "Un point ouvert" in text
    assert "Ont changé de réponse : 4 sur 7." in text
    assert "3 votes : moins de 4 votes, pas d’indice." in text
    assert "même réponse pour tous. A 1,00 ; rwg 1,00." in text
    assert "Une personne doute" in text
    assert "pour le conseil d’administration" in text
    assert "Cette réponse a été changée depuis l’atelier." in text
    assert "Un accord après discussion peut aussi venir de l’envie de s’accorder." in text


def test_anything_people_write_is_printed_inside_the_page() -> None:
    pdf = printed(small(), room(small(), HOSTILE))
    assert "<b>plus haut</b>" in words_of(pdf)
    assert "fin" in words_of(pdf)
    assert all(right <= 190 * 72 / 25.4 + 1 for _, (_, _, right, _) in boxes(pdf))


def test_without_a_workshop_there_is_no_page() -> None:
    bare = assessed(small(), answers=everyone_at(small(), 1))
    assert composed(small(), bare).workshop is None
    assert words.TITLE not in "\n".join(text_of(printed(small(), bare)))


def test_the_funder_reads_how_the_room_agreed_and_no_answer() -> None:
    kept = room(small())
    told = {
        ticked: words_of(service.copy_pdf(small(), kept, rows_of(small().id), DAY, "funder", frozenset(ticked)))
        for ticked in (("workshop",), ())
    }
    assert "Ont changé de réponse" in told["workshop",]
    assert "Point ouvert" in told["workshop",]
    for hidden in ("Une personne doute", "Votes par palier", "Selon les groupes", "pour le conseil"):
        assert hidden not in told["workshop",]
    assert "Ont changé" not in told[()]


def test_every_copy_carries_the_record_and_the_files_reopen() -> None:
    kept = room(small(), HOSTILE)
    case = service.case_of(small(), kept, rows_of(small().id), DAY)
    report = service.report_of(case)
    workbook = build_workbook(report, case)
    for name, data in (("a.pdf", printed(small(), kept)), ("a.xlsx", workbook)):
        found = answers_in(name, data)
        assert isinstance(found, str)
        assert parse_text(small(), found).kept == kept.kept
    assert "Atelier" in load_workbook(BytesIO(workbook)).sheetnames
    assert "&lt;b&gt;plus haut&lt;/b&gt;" in build_html(report, DAY)
    document: Any = Document(BytesIO(build_docx(report, DAY)))
    assert words.TITLE in [paragraph.text for paragraph in document.paragraphs]


def test_how_agreement_is_said() -> None:
    def said(*steps: int, unknown: int = 0) -> str:
        return words.said(Counted(sum(steps) + unknown, steps, unknown)).replace("\u202f", " ")

    assert said(4, 0, 0, 4) == "8 votes : la salle est coupée en deux. A −1,00 ; rwg 0,00."
    assert said(2, 2, 2, 2) == "8 votes : les réponses sont dispersées. A 0,00 ; rwg 0,00."
    assert said(0, 5, 3, 0) == "8 votes : la salle est plutôt d’accord. A 0,75 ; rwg 0,79."
    assert said(1, 1, 0, 0, unknown=3) == "5 votes : plus de la moitié ne sait pas."
    assert said(1, 1, 0, 1, unknown=1) == "4 votes : moins de 4 réponses sur l’échelle, pas d’indice."
    assert said(2, 3) == "5 votes : échelle trop courte, pas d’indice."
    assert words.decimal(Fraction(-1, 1000)) == "0,00"
    assert words.moved(Voted(Counted(5), Counted(5), 0, 5)).startswith("Personne n’a changé")
    assert words.facts(None, (Voted(Counted(5)),))[0] == "1 question votée"
    assert len(words.facts(Session(DAY, 7), (Voted(Counted(5)),))) == 4


def test_the_page_reads_as_the_one_kept(regenerate: bool) -> None:
    path = GOLDEN / "workshop-page.txt"
    told = "\n".join(page for page in text_of(printed(shipped(), room(shipped()))) if "discussion" in page)
    if regenerate:
        path.write_text(told, encoding="utf-8")
    assert told == path.read_text(encoding="utf-8")
