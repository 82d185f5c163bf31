"""The two tables of the printed report: the plan, and what is asked of funders.

Horizontal rules only, heads repeated on each page, figures flush right in columns as wide as they need, a
total never parted from the row above it. A long note has rows of its own, so that a page may end inside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from reportlab.platypus import LongTable

from questionnaire.language import say
from reports import part_titles as titles
from reports import style
from reports.charts import Squares
from reports.content import PlanLine, PlanPage
from reports.content_funding import MoneyRow, RequestText
from reports.flow import BREAK, para, text_width
from reports.phrases import labelled
from reports.plan_edit_words import STATUSES
from reports.tagged_table import TableTags
from reports.typesetting import plain, slanted, strong, tinted

ACTION, HOURS, EUROS = 1, 5, 6  # columns of the printed plan
VALUED = "Temps bénévole valorisé, à part"
Commands = list[tuple[Any, ...]]


def printed_plan(plan: PlanPage) -> LongTable:
    """The actions under the time they belong to, each with its note; then the total."""
    widths = _plan_widths(plan)
    rows: list[list[Any]] = [list(map(plain, say(titles.PLAN_HEADS)))]
    marks: Commands = [("ALIGN", (HOURS, 0), (EUROS, -1), "RIGHT")]
    bands: list[int] = []
    for horizon, lines in groupby(plan.lines, key=lambda line: line.horizon):
        marks += _title_marks(len(rows))
        bands.append(len(rows))
        rows.append([plain(horizon)])
        for line in lines:
            notes = _note_rows(line.note, sum(widths[ACTION:]) - style.CELL_PAD)
            marks += _action_marks(line, len(rows), len(notes))
            rows += [_action_cells(line), *notes]
    count, hours, euros = plan.total
    rows.append(["", plain(count), "", "", "", hours, euros])
    return _printed(rows, widths, [*marks, *_total_marks(len(rows) - 1)], bands)


def printed_request(request: RequestText) -> LongTable:
    """Charges, then resources, then the volunteers' time, which stands on both sides."""
    parts = (
        (say(titles.CHARGES), request.charges),
        (say(titles.RESOURCES), request.resources),
        (say(VALUED), request.volunteers),
    )
    rows: list[list[Any]] = [list(map(plain, request.heads))]
    marks: Commands = [("ALIGN", (1, 0), (-1, -1), "RIGHT")]
    marks += [(f"{side}PADDING", (0, 0), (-1, -1), style.MONEY_PAD) for side in ("TOP", "BOTTOM")]
    bands: list[int] = []
    for title, lines in parts:
        bands += [len(rows)] if lines else []
        marks += _title_marks(len(rows), kept=2) if lines else []
        rows += [[plain(title)]] if lines else []
        for line in lines:
            marks += _total_marks(len(rows)) if line.strong else [_rule(len(rows))]
            rows.append(_money_cells(line))
    figures = zip(*(line.amounts for _, lines in parts for line in lines), strict=True)
    columns = [max(style.MONEY_WIDTH, widest(column) + style.CELL_PAD) for column in figures]
    return _printed(rows, [style.WIDTH - sum(columns), *columns], marks, bands)


def widest(texts: Iterable[str]) -> float:
    """Width of the longest figure of a column."""
    return max((text_width(plain(text), style.SEMIBOLD, style.TABLE_SIZE + 0.5) for text in texts), default=0)


def _plan_widths(plan: PlanPage) -> list[float]:
    """The action gives up what long figures need."""
    widths = list(style.PLAN_WIDTHS)
    figures = {HOURS: [x.hours for x in plan.lines], EUROS: [x.euros for x in plan.lines]}
    for column, total in zip(figures, plan.total[1:], strict=True):
        more = max(0, widest([total, *figures[column]]) + style.CELL_PAD - widths[column])
        widths[ACTION] -= more
        widths[column] += more
    return widths


def _action_cells(line: PlanLine) -> list[Any]:
    """One action. What is done says so instead of its priority; one of their own has no priority."""
    title = strong(line.title) if line.protects else line.title
    said = [line.status] if line.status == say(STATUSES)["doing"] else []
    said += [f"{labelled(say('payé par'))}{line.funding}"] if line.funding else []
    under = [part for text in (line.effect, " · ".join(said)) if text for part in (BREAK, tinted(text, style.MUTE_HEX))]
    squares = "" if line.own else Squares(line.priority, line.priority_word)
    kind = style.CELL_DONE if line.done else style.CELL
    state = plain(line.status) if line.done else squares
    return [
        str(line.number),
        para(kind, title, *under),
        state,
        para(kind, line.lead),
        line.month,
        line.hours,
        line.euros,
    ]


def _money_cells(row: MoneyRow) -> list[Any]:
    return [para(style.CELL, strong(row.label) if row.strong else row.label), *map(plain, row.amounts)]


def _note_rows(note: str, width: float) -> list[list[Any]]:
    """The note under its action, a few lines a row; cut at its own line ends first, which keeps a long one quick."""
    lines = [line for line in note.splitlines() if line.strip()]
    texts = ["\n".join(lines[i : i + style.NOTE_LINES]) for i in range(0, len(lines), style.NOTE_LINES)]
    rows: list[list[Any]] = []
    for i, text in enumerate(texts):
        left = [para(style.NOTE, "" if i else slanted(labelled(say("Note"))), text)]
        while left:
            left[0].wrap(width, style.HEIGHT)
            first, *left = left[0].split(width, style.NOTE_LINES * style.TABLE_LEADING) or left
            rows.append(["", first])
    return rows


def _printed(rows: list[list[Any]], widths: list[float], marks: Commands, bands: list[int]) -> LongTable:
    full = [row + [""] * (len(widths) - len(row)) for row in rows]
    tags = TableTags(titles=frozenset(bands))
    return LongTable(full, colWidths=widths, repeatRows=1, style=[*_BASE, *marks], hAlign="LEFT", renderCB=tags)


def _title_marks(row: int, kept: int = 1) -> Commands:
    """A title inside the table, on a light band, never parted from the rows right below it."""
    band = (0, row), (-1, row)
    return [
        ("SPAN", *band),
        ("BACKGROUND", *band, style.PALE),
        ("FONT", *band, style.SEMIBOLD, style.TABLE_SIZE, style.TABLE_LEADING),
        ("TEXTCOLOR", *band, style.NAVY),
        ("ALIGN", *band, "LEFT"),
        ("LEFTPADDING", *band, style.GAP_LINE),
        ("TOPPADDING", *band, style.GAP_LINE),
        ("BOTTOMPADDING", *band, style.GAP_LINE + 1),
        ("NOSPLIT", (0, row), (0, row + kept)),
    ]


def _action_marks(line: PlanLine, row: int, notes: int) -> Commands:
    """The rule is under the last row of the action; the first row of its note stays with it."""
    last = row + notes
    marks: Commands = [_rule(last)]
    if line.done:
        marks += [("TEXTCOLOR", (0, row), (-1, row), style.MUTE), ("TEXTCOLOR", (2, row), (2, row), style.INK)]
    if notes:
        marks += [("NOSPLIT", (0, row), (0, row + 1)), ("BOTTOMPADDING", (0, row), (-1, last - 1), 0)]
        marks += [("TOPPADDING", (0, row + 1), (-1, last), style.GAP_LINE)]
        marks += [("SPAN", (ACTION, i), (-1, i)) for i in range(row + 1, last + 1)]
    return marks


def _rule(row: int) -> tuple[Any, ...]:
    return ("LINEBELOW", (0, row), (-1, row), style.THIN_LINE, style.RULE)


def _total_marks(row: int) -> Commands:
    line = (0, row), (-1, row)
    return [
        ("FONT", *line, style.SEMIBOLD, style.TABLE_SIZE + 0.5, style.TABLE_LEADING),
        ("LINEABOVE", *line, style.THIN_LINE, style.INK),
        ("LINEBELOW", *line, style.THIN_LINE, style.INK),
        ("NOSPLIT", (0, row - 1), (0, row)),
    ]


_BASE: Commands = [
    ("FONT", (0, 0), (-1, -1), style.REGULAR, style.TABLE_SIZE + 0.5, style.TABLE_LEADING),
    ("FONT", (0, 0), (-1, 0), style.REGULAR, style.TABLE_SIZE, style.TABLE_LEADING),
    ("TEXTCOLOR", (0, 0), (-1, 0), style.MUTE),
    ("TEXTCOLOR", (0, 1), (-1, -1), style.INK),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), style.CELL_PAD),
    ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), style.TABLE_PAD),
    ("BOTTOMPADDING", (0, 0), (-1, -1), style.TABLE_PAD),
]
