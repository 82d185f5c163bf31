"""A sheet on paper: its title, then a table to fill by hand or titled texts, and what comes last.

Every block takes the size of its letters, so that the sheet can be set smaller until it holds on one page.
"""

from __future__ import annotations

import re

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, KeepTogether, Paragraph, Spacer, Table, TableStyle

from questionnaire.language import say
from reports import style
from reports.charts import lines
from reports.content_documents import Sheet, SheetSection
from reports.flow import Hung, heading, para
from reports.tagged_table import TableTags
from reports.tagging import Node, piece
from reports.typesetting import Markup, escape, plain, prose, strong

SMALL_TITLE = "À savoir"
_DOTS = re.compile("…{3,}")

Size = tuple[float, float]


class Article(Hung):
    """A text whose hanging title is a title when read aloud too: one goes from article to article."""

    def draw(self) -> None:
        title, self.label = self.label, None  # drawn here, as an element of its own, and not with the text
        if title:
            with piece(self.canv, Node("H2")):
                self.canv.setFillColor(style.NAVY)
                title.draw(self.canv, 0, self.height + title.size - self.style.fontSize)
        super().draw()


def article(kind: ParagraphStyle, title: str, text: Markup) -> Article:
    made = Article(text, kind)
    if title:
        made.label = lines(title, style.SEMIBOLD, style.TABLE_SIZE + 0.5, style.TABLE_LEADING, style.LABEL)
    return made


def sheet_story(sheet: Sheet, size: Size) -> list[Flowable]:
    """Every block of the sheet, in reading order, in letters of `size` (letter, line)."""
    story: list[Flowable] = [
        heading(style.H1, sheet.title),
        para(style.SHEET_NAME, sheet.name),
        para(style.sheet_text(*size), prose(sheet.lead)),
    ]
    if sheet.warning:
        story.append(_warning(sheet.warning, size))
    if sheet.rows:
        story += [_table(sheet, size), Spacer(0, style.GAP)]
    story += [_section(section, size) for section in sheet.sections]
    return [*_with_the_end(story, sheet, size), *_small(sheet.small)]


def _with_the_end(story: list[Flowable], sheet: Sheet, size: Size) -> list[Flowable]:
    """A signature is never alone on a page: it stays with the last article."""
    if not sheet.after:
        return story
    if not sheet.sections:
        return [*story, para(style.sheet_text(*size), prose(sheet.after))]
    signature = para(style.sheet_text(*size, spaceBefore=style.GAP_LARGE), strong(_room(sheet.after)))
    return [*story[:-1], KeepTogether([story[-1], signature])]


def _section(section: SheetSection, size: Size) -> Flowable:
    """What people wrote is printed as it is; in our texts, dots become room to write by hand."""
    text = escape(section.text) if section.edited else prose(_room(section.text))
    return article(style.sheet_text(*size, leftIndent=style.HANG), section.title, text)


def _room(text: str) -> str:
    return _DOTS.sub("…" * style.ROOM_TO_WRITE, text)


def _warning(text: str, size: Size) -> Paragraph:
    """The first sentence carries it: bold, in a frame."""
    first, stop, rest = text.partition(". ")
    return para(style.boxed(*size), strong(f"{first}{stop}".strip()), " ", prose(rest))


def _small(terms: tuple[str, ...]) -> list[Flowable]:
    told: list[Flowable] = [Spacer(0, style.GAP_SMALL)] if terms else []
    return told + [
        article(style.SHEET_SMALL, "" if i else say(SMALL_TITLE), prose(text)) for i, text in enumerate(terms)
    ]


def _table(sheet: Sheet, size: Size) -> Table:
    """Wide empty cells, none lower than a hand can write in; the header comes back on a second page."""
    texts = [para(style.sheet_cell(size[0]), _unbroken(row[0])) for row in sheet.rows]
    rows = [[text, *map(plain, row[1:])] for text, row in zip(texts, sheet.rows, strict=True)]
    heights = [max(style.ROW_TO_FILL, _height(text)) for text in texts]
    return Table(
        [list(map(plain, sheet.heads)), *rows],
        colWidths=style.SHEET_WIDTHS,
        rowHeights=[None, *heights],
        repeatRows=1,
        style=_TABLE_STYLE,
        hAlign="LEFT",
        renderCB=TableTags(row_heads=1),
    )


def _unbroken(text: str) -> str:
    """A narrow cell: its last two words stay on one line."""
    head, space, last = text.rpartition(" ")
    return f"{head}\u00a0{last}" if space else text


def _height(text: Paragraph) -> float:
    _, needed = text.wrap(style.SHEET_WIDTHS[0] - style.CELL_PAD, style.HEIGHT)
    return float(needed) + 2 * style.GAP_LINE


_TABLE_STYLE = TableStyle([
    ("FONT", (0, 0), (-1, -1), style.REGULAR, style.TABLE_SIZE + 0.5, style.TABLE_LEADING),
    ("FONT", (0, 0), (-1, 0), style.SEMIBOLD, style.TABLE_SIZE, style.TABLE_LEADING),
    ("TEXTCOLOR", (0, 0), (-1, -1), style.INK),
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ("GRID", (1, 1), (-1, -1), style.THIN_LINE, style.MUTE),
    ("LINEBELOW", (0, 0), (0, -1), style.THIN_LINE, style.MUTE),
    ("LEFTPADDING", (0, 0), (0, -1), 0),
    ("RIGHTPADDING", (0, 0), (0, -1), style.CELL_PAD),
    ("TOPPADDING", (0, 0), (-1, -1), style.GAP_LINE),
    ("BOTTOMPADDING", (0, 0), (-1, -1), style.GAP_LINE),
])  # fmt: skip
