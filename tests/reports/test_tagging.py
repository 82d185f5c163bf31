"""The printed report read as a screen reader would: one element for each title, table and drawing, nothing left out."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest

from questionnaire.assessment import Assessment
from reports import service
from reports.content import Report
from reports.copies import PARTS
from tests.builders import assessed, everyone_at, everything_applies, golden_club, shipped, small
from tests.reports import tree
from tests.reports.printed import DAY, club, composed, questionnaire_of, rows_of

EDITED = {
    "R24": {"status": "doing", "role": "Trésorerie", "euros": 300, "note": "Deux devis.\nLe moins cher."},
    "own.1": {"title": "Acheter une imprimante", "hours": 2, "euros": 120},
    "request": {"years": 2, "own_euros": 100},
}


def edited() -> Assessment:
    assessment = golden_club()
    for key, value in EDITED.items():
        assessment = assessment.put("plan", key, value)
    return assessment


CASES = {
    "example": club,
    "edited": edited,
    "empty": lambda: assessed(shipped()),
    "unknown": lambda: assessed(shipped(), answers=dict.fromkeys(shipped().question_by_id, "unknown")),
    "full": lambda: assessed(shipped(), answers=everyone_at(shipped(), 3), **everything_applies()),
    "small": lambda: assessed(small(), answers=everyone_at(small(), 1)),
}
every_case = pytest.mark.parametrize("name", CASES)


@cache
def made(name: str) -> tuple[Report, bytes]:
    assessment = CASES[name]()
    questionnaire = questionnaire_of(assessment)
    pdf = service.report_pdf(questionnaire, assessment, rows_of(questionnaire.id), DAY)
    return composed(questionnaire, assessment), pdf


def titles(report: Report) -> int:
    """Parts of the report that open on a title of the first rank, the cover's name included."""
    return 1 + 1 + len(report.axes) + 1 + bool(report.funding.routes or not report.funding.request.empty) + 3


@every_case
def test_nothing_is_drawn_outside_a_piece_or_a_decoration(name: str) -> None:
    document, _ = tree.read(made(name)[1])
    assert tree.orphans(document) == []


@every_case
def test_every_piece_belongs_to_one_element_and_is_found_again_from_its_page(name: str) -> None:
    document, top = tree.read(made(name)[1])
    owned = [piece for element in top.all() for piece in element.pieces]
    assert sorted(owned) == sorted(tree.pieces(document))
    numbers = list(document.Root.StructTreeRoot.ParentTree.Nums)
    back = {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}
    for page in document.pages:
        found = sum(1 for one in tree.pieces(document) if document.pages[one[0]].objgen == page.objgen)
        assert len(back[int(page.StructParents)]) == found


@every_case
def test_titles_tables_and_drawings_are_counted(name: str) -> None:
    report, pdf = made(name)
    _, top = tree.read(pdf)
    assert len(top.all("H1")) == titles(report)
    request = report.funding.request
    tables = bool(report.plan.lines) + 1 + (not request.empty)  # the plan, the levels, the request
    assert len(top.all("Table")) == tables
    drawings = 1 + sum(axis.scale is not None for axis in report.axes) + bool(report.summary.landmark)
    drawings += sum(len(landmark.strips) for landmark in report.landmarks)
    assert len(top.all("Figure")) == drawings


@every_case
def test_ranks_of_titles_never_jump(name: str) -> None:
    _, top = tree.read(made(name)[1])
    ranks = [int(element.kind[1]) for element in top.all("H1", "H2", "H3")]
    assert ranks[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(ranks))


@every_case
def test_a_table_has_heads_with_their_scope_and_rows_of_one_width(name: str) -> None:
    _, top = tree.read(made(name)[1])
    for table in top.all("Table"):
        heads = table.all("TH")
        assert heads
        assert {head.scope for head in heads} <= {"Column", "Row"}
        widths = {sum(cell.spans for cell in row.children) for row in table.all("TR")}
        assert len(widths) == 1, widths


@every_case
def test_a_drawing_says_its_numbers_and_where_it_is(name: str) -> None:
    report, pdf = made(name)
    _, top = tree.read(pdf)
    spoken = [figure.alt for figure in top.all("Figure")]
    assert all(len(figure.box) == 4 for figure in top.all("Figure"))
    for row in report.summary.axes.rows:
        assert any(row.title in alt and all(cell in alt for cell in row.cells) for alt in spoken)
    for landmark in report.landmarks:
        for strip in landmark.strips:
            assert any(all(str(s.percent) in alt and s.label in alt for s in strip.segments) for alt in spoken)


def test_links_are_elements_with_words_and_the_way_back() -> None:
    document, top = tree.read(made("example")[1])
    links = top.all("Link")
    notes = [note for page in document.pages for note in page.get("/Annots", [])]
    assert len(links) == len(notes) == sum(link.annotations for link in links)
    numbers = list(document.Root.StructTreeRoot.ParentTree.Nums)
    known = {int(numbers[i]) for i in range(0, len(numbers), 2)}
    for note in notes:
        assert int(note.StructParent) in known
        assert str(note.Contents).strip()


def test_the_document_says_its_language_its_title_and_that_it_is_tagged() -> None:
    document, _ = tree.read(made("example")[1])
    assert str(document.Root.Lang) == "fr-FR"
    assert bool(document.Root.MarkInfo.Marked)
    assert bool(document.Root.ViewerPreferences.DisplayDocTitle)
    assert "Club sportif" in str(document.docinfo["/Title"])
    assert not document.get_warnings()


@pytest.mark.parametrize("copy", ["funder", "page"])
def test_the_other_copies_are_read_whole_too(copy: str) -> None:
    pdf = service.copy_pdf(shipped(), edited(), rows_of(shipped().id), DAY, copy, frozenset(PARTS))  # type: ignore[arg-type]
    document, top = tree.read(pdf)
    assert tree.orphans(document) == []
    assert sorted(p for e in top.all() for p in e.pieces) == sorted(tree.pieces(document))
