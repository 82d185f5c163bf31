"""What is printed to be filled by hand, read as a screen reader would: questions are titles, boxes lists, grids tables."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest

from questionnaire.model import Questionnaire
from reports import paper, service
from reports.compose_documents import brief, charter, handover, missions
from reports.content_documents import Sheet
from tests.builders import assessed, shipped, small
from tests.reports import tree
from tests.reports.printed import DAY, club, flat, reader


def long_charter() -> Sheet | None:
    """Texts that go on a second page."""
    state = club()
    made = charter(shipped(), state)
    assert made
    for section in made.sections:
        state = state.put("texts", section.key, "très long texte " * 123)
    return charter(shipped(), state)


SHEETS: dict[str, Callable[[], Sheet | None]] = {
    "handover": lambda: handover(shipped(), club()),
    "charter": lambda: charter(shipped(), club()),
    "long charter": long_charter,
    "brief": lambda: brief(shipped(), club(), missions(shipped())[0].id),
    "other handover": lambda: handover(small(), assessed(small())),
}
PAPERS: dict[str, tuple[Callable[[], Questionnaire], paper.Mode]] = {
    "full": (shipped, "full"),
    "express": (shipped, "express"),
    "other full": (small, "full"),
    "other express": (small, "express"),
}
every_file = pytest.mark.parametrize("name", [*SHEETS, *PAPERS])
every_sheet = pytest.mark.parametrize("name", SHEETS)
every_paper = pytest.mark.parametrize("name", PAPERS)


@cache
def sheet(name: str) -> Sheet:
    made = SHEETS[name]()
    assert made
    return made


@cache
def pdf(name: str) -> bytes:
    if name in SHEETS:
        return service.sheet_pdf(sheet(name), DAY)
    make, mode = PAPERS[name]
    return paper.blank(make(), mode)


def read(name: str) -> tuple[pikepdf.Pdf, tree.Element]:
    return tree.read(pdf(name))


@every_file
def test_nothing_is_drawn_outside_a_piece_or_a_decoration(name: str) -> None:
    document, top = read(name)
    assert tree.orphans(document) == []
    assert sorted(p for e in top.all() for p in e.pieces) == sorted(tree.pieces(document))


@every_file
def test_ranks_of_titles_never_jump(name: str) -> None:
    _, top = read(name)
    ranks = [int(element.kind[1]) for element in top.all("H1", "H2", "H3")]
    assert ranks[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(ranks))


@every_file
def test_a_list_is_made_of_items_and_a_table_of_rows_of_one_width(name: str) -> None:
    _, top = read(name)
    for found in top.all("L"):
        assert {item.kind for item in found.children} == {"LI"}
        assert all([part.kind for part in item.children] == ["LBody"] for item in found.children)
    for table in top.all("Table"):
        heads, *rows = table.children
        assert {(cell.kind, cell.scope) for cell in heads.children} == {("TH", "Column")}
        assert {tuple((cell.kind, cell.scope) for cell in row.children) for row in rows} == {
            (("TH", "Row"), *[("TD", "")] * (len(heads.children) - 1))
        }


@every_file
def test_the_file_says_its_language_its_title_and_that_it_is_tagged(name: str) -> None:
    document, _ = read(name)
    assert str(document.Root.Lang) == "fr-FR"
    assert bool(document.Root.MarkInfo.Marked)
    assert bool(document.Root.ViewerPreferences.DisplayDocTitle)
    title = f"{sheet(name).title} – {sheet(name).name}" if name in SHEETS else PAPERS[name][0]().title
    assert title in str(document.docinfo["/Title"])
    assert not document.get_warnings()


@every_sheet
def test_a_sheet_has_one_title_then_one_for_each_text_and_a_table_when_it_has_rows(name: str) -> None:
    _, top = read(name)
    told = sheet(name)
    assert len(top.all("H1")) == 1
    assert len(top.all("H2")) == len(told.sections) + bool(told.small)
    assert [len(table.all("TR")) for table in top.all("Table")] == ([1 + len(told.rows)] if told.rows else [])


@every_paper
def test_every_question_is_a_title_with_its_boxes_in_a_list_or_a_grid(name: str) -> None:
    make, mode = PAPERS[name]
    _, top = read(name)
    questions = [q for q in make().questions if q.express or mode == "full"]
    assert len(top.all("H3")) == len(questions)
    grids = [question for question in questions if question.type == "checklist"]
    assert [len(table.all("TR")) for table in top.all("Table")] == [1 + len(q.options) for q in grids]
    after = partial(boxes_after, top)
    assert list(map(after, range(len(questions)))) == [len(q.anchors) + 1 + (q.critical is None) for q in questions]


def boxes_after(top: tree.Element, rank: int) -> int:
    """How many items the list of this question has: the last list before the next title."""
    places = [i for i, element in enumerate(top.children) if element.kind == "H3"]
    [found] = [e for e in top.children[places[rank] : next_title(top, places[rank])] if e.kind == "L"]
    return len(found.children)


def next_title(top: tree.Element, place: int) -> int:
    later = (i for i, e in enumerate(top.children) if i > place and e.kind in ("H1", "H2", "H3"))
    return next(later, len(top.children))


@every_paper
def test_bookmarks_lead_to_each_part_and_theme(name: str) -> None:
    make, mode = PAPERS[name]
    document = reader(pdf(name))
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf(name))]
    printed = [theme for theme in make().themes if any(q.express or mode == "full" for q in theme.questions)]
    axes = [axis for axis in make().axes if any(theme in printed for theme in axis.themes)]
    marks = list(flat(document.outline))
    assert sorted(str(mark["/Title"]) for mark in marks) == sorted(
        [paper.PROFILE_TITLE, *(axis.name for axis in axes), *(theme.name for theme in printed)]
    )
    for mark in marks:
        assert str(mark["/Title"]).split()[0] in pages[document.get_destination_page_number(mark) or 0]


def test_what_is_at_the_foot_is_not_read_aloud() -> None:
    """The text of the elements stops before the day and the folio, which are on the page all the same."""
    document, _ = read("charter")
    [page] = document.pages
    names = [str(operator) for _, operator in pikepdf.parse_content_stream(page)]
    last = len(names) - 1 - names[::-1].index("BMC")  # the last decoration opened
    assert "Tj" in names[last:]
    assert "BDC" not in names[last:]
