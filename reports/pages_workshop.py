"""The workshop's page on paper: who came, what stays open, then each question before and after the discussion."""

from __future__ import annotations

from reportlab.platypus import Flowable, Spacer, Table, TableStyle

from questionnaire.language import say
from reports import style
from reports import workshop_words as words
from reports.content_workshop import VotedLine, WorkshopPage
from reports.flow import BREAK, Para, heading, hung, para
from reports.tagged_table import TableTags
from reports.typesetting import Markup, escape, prose, strong, tinted

KEY = "workshop"
WIDTHS = tuple(width * style.MM for width in (86, 42, 42))


def workshop_story(page: WorkshopPage | None) -> list[Flowable]:
    """The whole part of the complete copy, under a title of the first rank."""
    if page is None:
        return []
    return [heading(style.H1, page.title, key=KEY), *workshop_blocks(page)]


def workshop_blocks(page: WorkshopPage) -> list[Flowable]:
    """What comes below the title, in any copy."""
    caution, *reading = [hung(style.HUNG, item.title, prose(item.text)) for item in page.reading]
    return [
        para(style.LEAD, strong(" · ".join(page.facts))),
        para(style.BODY, escape(page.open_points)),
        caution,
        Spacer(0, style.GAP_SMALL),
        _table(page.lines),
        Spacer(0, style.GAP),
        *reading,
    ]


def _table(lines: tuple[VotedLine, ...]) -> Table:
    return Table(
        [list(say(words.HEADS)), *map(_row, lines)],
        colWidths=WIDTHS,
        repeatRows=1,
        style=_STYLE,
        hAlign="LEFT",
        renderCB=TableTags(row_heads=1),
    )


def _row(line: VotedLine) -> list[Flowable]:
    """A point left open says so in words and in a mark: its colour alone would be lost in grey."""
    mark = "■ " if line.open_point else ""
    told = [part for item in line.told for part in (BREAK, _title(item.title), " ", escape(item.text))]
    outcome = tinted(strong(f"{mark}{line.outcome}"), style.AMBER_TEXT.hexval().replace("0x", "#"))
    shown = outcome if line.open_point or not line.told else Markup("")
    question = [strong(line.short), BREAK, tinted(line.question, style.MUTE_HEX)]
    after = [line.after or say(words.NO_SECOND), *((" ", line.moved) if line.moved else ())]
    first = para(style.CELL, *question, *((BREAK, shown) if shown else ()), *told)
    return [first, Para(prose(line.before), style.CELL), para(style.CELL, *after)]


def _title(text: str) -> Markup:
    return tinted(strong(f"{text}\u202f:"), style.NAVY_HEX)


_STYLE = TableStyle([
    ("FONT", (0, 0), (-1, 0), style.SEMIBOLD, style.TABLE_SIZE, style.TABLE_LEADING),
    ("TEXTCOLOR", (0, 0), (-1, 0), style.MUTE),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LINEBELOW", (0, 0), (-1, 0), style.THIN_LINE, style.INK),
    ("LINEBELOW", (0, 1), (-1, -1), style.HAIR, style.RULE),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-2, -1), 2 * style.CELL_PAD),
    ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), style.TABLE_PAD),
    ("BOTTOMPADDING", (0, 0), (-1, -1), style.TABLE_PAD),
])  # fmt: skip
