"""The Word document, read back: real titles, real tables, French, and nothing people wrote becomes markup."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from io import BytesIO
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import docx
import pytest

from questionnaire.assessment import Assessment
from questionnaire.model import Questionnaire
from reports import part_titles as titles
from reports.cells import clean
from reports.phrases import labelled
from reports.word import build_docx
from tests.builders import shipped
from tests.reports.exported import HOSTILE, STATES, both, club_both, said
from tests.reports.printed import DAY, club

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
# The order of the children of `tblPr` in ISO/IEC 29500-1, 17.4.60: Word refuses another one.
TABLE_ORDER = ("tblStyle", "tblW", "jc", "tblBorders", "tblLayout", "tblCellMar", "tblLook", "tblCaption")
hostile = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)


@cache
def club_docx() -> bytes:
    return build_docx(club_both()[0], DAY)


def part(made: bytes, name: str = "word/document.xml") -> ElementTree.Element:
    with ZipFile(BytesIO(made)) as archive:
        return ElementTree.fromstring(archive.read(name))


def opened(made: bytes) -> Any:
    return docx.Document(BytesIO(made))


def outline(made: bytes) -> list[tuple[int, str]]:
    """Every title with its level; 0 is the name of the document."""
    found = [(p.style.name, p.text) for p in opened(made).paragraphs]
    levels = {"Title": 0, "Heading 1": 1, "Heading 2": 2, "Heading 3": 3}
    return [(levels[style], text) for style, text in found if style in levels]


def texts(made: bytes) -> Iterator[str]:
    """The text of each paragraph, tables included, as Word reads it."""
    for paragraph in part(made).iter(f"{W}p"):
        yield "".join(_shown(node) for node in paragraph.iter())


def _shown(node: ElementTree.Element) -> str:
    named = {f"{W}t": node.text or "", f"{W}br": "\n", f"{W}tab": "\t"}
    return named.get(node.tag, "")


def links(made: bytes) -> list[str]:
    relations = part(made, "word/_rels/document.xml.rels")
    return [node.attrib["Target"] for node in relations.iter() if node.attrib.get("TargetMode") == "External"]


def test_titles_are_real_and_in_order() -> None:
    found = outline(club_docx())
    assert found[0] == (0, club().name)
    assert [text for level, text in found if level == 1][:2] == ["L’essentiel en une page", "Votre plan d’action"]
    assert {titles.ACTIONS, titles.WAITS, titles.FIND_OUT, "Si une personne part demain"} <= {
        t for n, t in found if n == 2
    }
    sheets = club_both()[0].plan.sheets
    assert [text for level, text in found if level == 3] == [f"{s.number}. {s.title}" for s in sheets]
    assert all(after <= before + 1 for (before, _), (after, _) in itertools.pairwise(found))


def check_tables(made: bytes) -> None:
    """Each table has a first row marked as its head, which comes back on each page, a name, rows that stay whole."""
    for table in part(made).iter(f"{W}tbl"):
        first, *others = table.findall(f"{W}tr")
        assert first.find(f"{W}trPr/{W}tblHeader") is not None
        assert [row for row in others if row.find(f"{W}trPr/{W}tblHeader") is not None] == []
        assert [row for row in (first, *others) if row.find(f"{W}trPr/{W}cantSplit") is None] == []
        assert all("".join(cell.itertext()).strip() for cell in first.iter(f"{W}tc"))
        properties = table.find(f"{W}tblPr")
        assert properties is not None
        names = [child.tag.removeprefix(W) for child in properties]
        assert names == sorted(names, key=TABLE_ORDER.index)
        assert names[-1] == "tblCaption"
        look = properties.find(f"{W}tblLook")
        assert look is not None
        assert look.attrib[f"{W}firstRow"] == "1"


def test_tables_are_real() -> None:
    check_tables(club_docx())
    heads = [[cell.text for cell in table.rows[0].cells] for table in opened(club_docx()).tables]
    assert heads == [
        ["Axe", "Fourchette", "Niveau"],
        *map(list, (titles.PLAN_HEADS, titles.ASK_HEADS, titles.LEVEL_HEADS)),
    ]


def test_the_plan_and_the_summary_are_those_of_the_report() -> None:
    report = club_both()[0]
    axes, plan, asked, _ = opened(club_docx()).tables
    assert [tuple(c.text for c in row.cells)[1:] for row in axes.rows[1:]] == [
        r.cells for r in report.summary.axes.rows
    ]
    *lines, total = plan.rows[1:]
    for row, line in zip(lines, report.plan.lines, strict=True):
        told = [cell.text for cell in row.cells]
        assert told[1].split("\n")[:2] == [line.title, line.effect]
        assert (told[0], *told[3:]) == (str(line.number), line.lead, line.month, line.hours, line.euros)
    assert [total.cells[i].text for i in (1, 5, 6)] == list(report.plan.total)
    assert [row.cells[0].text for row in asked.rows[1:]] == [item.question for item in report.plan.find_out]
    told = list(texts(club_docx()))
    wanted = [sheet.done_when for sheet in report.plan.sheets] + [step for s in report.plan.sheets for step in s.steps]
    assert [text for text in wanted if not any(text in line for line in told)] == []


def test_steps_begin_at_one_for_each_action() -> None:
    numbers: list[str] = []
    for paragraph in opened(club_docx()).paragraphs:
        if paragraph.style.name == "List Number":
            numbers.append(paragraph._p.pPr.numPr.numId.val)
    sheets = list(club_both()[0].plan.sheets)
    assert len(numbers) == sum(len(sheet.steps) for sheet in sheets)
    assert len(set(numbers)) == len(sheets)
    overrides = {n.attrib[f"{W}numId"]: n for n in part(club_docx(), "word/numbering.xml").iter(f"{W}num")}
    for number in set(numbers):
        start = overrides[str(number)].find(f"{W}lvlOverride/{W}startOverride")
        assert start is not None
        assert start.attrib[f"{W}val"] == "1"


def test_french_title_day_and_page_numbers() -> None:
    made = build_docx(club_both()[0], date(2025, 3, 2))
    properties = opened(made).core_properties
    assert club().name in properties.title
    assert (properties.language, properties.author) == ("fr-FR", "Palier")
    assert properties.created.replace(tzinfo=None) == datetime(2025, 3, 2, 12)
    assert properties.modified == properties.created
    assert {entry.date_time for entry in ZipFile(BytesIO(made)).infolist()} == {(2025, 3, 2, 12, 0, 0)}
    languages = {n.attrib[f"{W}val"] for n in part(club_docx(), "word/styles.xml").iter(f"{W}lang")}
    assert languages == {"fr-FR"}
    fields = [n.attrib[f"{W}instr"] for n in part(club_docx(), "word/footer1.xml").iter(f"{W}fldSimple")]
    assert fields == ["PAGE", "NUMPAGES"]
    section = opened(club_docx()).sections[0]
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)


def test_no_image_and_no_outside_part() -> None:
    with ZipFile(BytesIO(club_docx())) as archive:
        names = archive.namelist()
        whole = b"".join(archive.read(name) for name in names)
    assert [name for name in names if re.search(r"\.(jpe?g|png|gif|emf|bin)$|media|embeddings|vba", name)] == []
    assert b"<w:drawing" not in whole
    assert b"<w:pict" not in whole
    assert {url for url in links(club_docx()) if not re.match("https?://", url)} == set()
    assert set(links(club_docx())) >= {source.url for source in club_both()[0].sources}


def test_the_same_report_gives_the_same_bytes() -> None:
    assert build_docx(both(shipped(), club())[0], DAY) == club_docx()


def test_the_request_is_there_when_something_is_asked() -> None:
    report = said("Ville")[0]
    made = build_docx(report, DAY)
    check_tables(made)
    assert (1, report.funding.request.title) in outline(made)
    money = [t for t in opened(made).tables if t.rows[0].cells[0].text in (titles.CHARGES, titles.RESOURCES)]
    totals = [row.cells[-1].text for table in money for row in table.rows if row.cells[0].text.startswith("Total")]
    assert len(totals) == 2
    assert totals[0] == totals[1] != "0\u202f€"
    assert report.funding.request.title not in [text for _, text in outline(club_docx())]


@hostile
def test_hostile_words_are_text(text: str) -> None:
    made = build_docx(said(text)[0], DAY)
    check_tables(made)
    told = list(texts(made))
    assert clean(text).strip() in "\n".join(told)
    assert f"{labelled('Note')}{clean(text)}" in told
    known = {node.tag for node in part(club_docx()).iter()}
    assert {node.tag for node in part(made).iter()} - known <= {f"{W}br", f"{W}tab"}
    assert {url for url in links(made) if not re.match("https?://", url)} == set()


@pytest.mark.parametrize(("questionnaire", "state"), STATES.values(), ids=STATES)
def test_every_state_is_written(questionnaire: Questionnaire, state: Assessment) -> None:
    report = both(questionnaire, state)[0]
    made = build_docx(report, DAY)
    check_tables(made)
    told = "\n".join(texts(made))
    for line in report.plan.lines:
        assert line.title in told
        assert clean(line.note).strip() in told
    assert [text for text in report.plan.empty if text not in told] == []
