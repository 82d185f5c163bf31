"""The tables of the funder's copy: the cautions it opens on, and the plan with fewer columns than the association's."""

from __future__ import annotations

from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import LongTable, Table

from questionnaire.language import say
from reports import style
from reports.content_copies import FunderLine, FunderPlan
from reports.flow import BREAK, para
from reports.tables import widest
from reports.tagged_table import DrawnBox, TableTags
from reports.typesetting import plain, prose, strong, tinted

# To be moved to style.py
CAUTION = ParagraphStyle("caution", style.BODY, fontSize=style.TABLE_SIZE + 0.5, leading=14, spaceAfter=0)
CAUTION_BAR, CAUTION_PAD = 2.4, 9
PLAN_WIDTHS = tuple(w * style.MM for w in (6, 80, 25, 18.5, 11.5, 15, 14))  # as HEADS

HEADS = ("N°", "Action", "Qui mène", "Mois", "Heures", "Euros", "État")
ACTION, HOURS, EUROS = 1, 4, 5
PROTECTS = "À protéger d’abord"


def cautions_box(cautions: tuple[str, ...]) -> Table:
    """How to read this document, before any number: a bar at the left, seen in grey too."""
    cells = [["", para(CAUTION, prose(text))] for text in cautions]
    marks: list[tuple[Any, ...]] = [
        *_FONT,
        ("BACKGROUND", (0, 0), (0, -1), style.NAVY),
        ("BACKGROUND", (1, 0), (1, -1), style.PALE),
        ("LEFTPADDING", (1, 0), (1, -1), CAUTION_PAD),
        ("TOPPADDING", (0, 0), (-1, -1), style.GAP_LINE),
        ("BOTTOMPADDING", (0, 0), (-1, -1), style.GAP_LINE),
        ("TOPPADDING", (0, 0), (-1, 0), style.GAP_SMALL),
        ("BOTTOMPADDING", (0, -1), (-1, -1), style.GAP_SMALL + 1),
    ]
    widths = [CAUTION_BAR, style.WIDTH - CAUTION_BAR]
    return Table(cells, colWidths=widths, style=marks, hAlign="LEFT", renderCB=DrawnBox())


def funder_plan(plan: FunderPlan) -> LongTable:
    count, hours, euros = plan.total
    rows: list[list[Any]] = [list(map(plain, say(HEADS))), *map(_cells, plan.lines)]
    rows.append(["", plain(count), "", "", hours, euros, ""])
    marks = [*_FONT, *_GRID, *[("TEXTCOLOR", (i, 0), (i, 0), style.MUTE) for i in range(len(say(HEADS)))]]
    return LongTable(rows, colWidths=_plan_widths(plan), repeatRows=1, style=marks, hAlign="LEFT", renderCB=TableTags())


def _cells(line: FunderLine) -> list[Any]:
    """The action with what it changes under it; what it protects is told by words and a square, never by colour."""
    marked = [tinted(f"■ {say(PROTECTS)}", AMBER_HEX)] if line.protects else []
    told = [*marked, *([tinted(line.effect, style.MUTE_HEX)] if line.effect else [])]
    under = [BREAK, *told[:1], *(part for text in told[1:] for part in (" · ", text))] if told else []
    title = para(style.CELL, strong(line.title) if line.protects else line.title, *under)
    return [line.number, title, para(style.CELL, line.lead), line.month, line.hours, line.euros, plain(line.status)]


def _plan_widths(plan: FunderPlan) -> list[float]:
    """The action gives up what long figures need."""
    widths = list(PLAN_WIDTHS)
    figures = {HOURS: [line.hours for line in plan.lines], EUROS: [line.euros for line in plan.lines]}
    for column, total in zip(figures, plan.total[1:], strict=True):
        more = max(0, widest([total, *figures[column]]) + 2 * style.CELL_PAD - widths[column])
        widths[ACTION] -= more
        widths[column] += more
    return widths


AMBER_HEX = f"#{style.AMBER_TEXT.hexval()[2:]}"
_FONT: list[tuple[Any, ...]] = [("FONT", (0, 0), (-1, -1), style.REGULAR, style.TABLE_SIZE + 0.5, style.TABLE_LEADING)]
_GRID: list[tuple[Any, ...]] = [
    ("FONT", (0, 0), (-1, 0), style.REGULAR, style.TABLE_SIZE, style.TABLE_LEADING),
    ("FONT", (0, -1), (-1, -1), style.SEMIBOLD, style.TABLE_SIZE + 0.5, style.TABLE_LEADING),
    ("ALIGN", (HOURS, 0), (EUROS, -1), "RIGHT"),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), style.CELL_PAD),
    ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
    ("RIGHTPADDING", (EUROS, 0), (EUROS, -1), 2 * style.CELL_PAD),
    ("TOPPADDING", (0, 0), (-1, -1), style.TABLE_PAD),
    ("BOTTOMPADDING", (0, 0), (-1, -1), style.TABLE_PAD),
    ("LINEBELOW", (0, 0), (-1, -2), style.THIN_LINE, style.RULE),
    ("LINEABOVE", (0, -1), (-1, -1), style.THIN_LINE, style.INK),
    ("LINEBELOW", (0, -1), (-1, -1), style.THIN_LINE, style.INK),
    ("NOSPLIT", (0, -2), (-1, -1)),
]
