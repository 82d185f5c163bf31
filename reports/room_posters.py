"""One poster: the question in full, a column for each answer, and room for dots. Read from three metres away."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Table, TableStyle

from questionnaire.language import say
from questionnaire.model import Question
from questionnaire.typography import tidy
from reports import style
from reports.flow import BREAK, Para, heading, para, text_width
from reports.paper_story import LINE_LABELS, NOT_APPLICABLE, NOT_APPLICABLE_MARK, UNKNOWN, UNKNOWN_MARK
from reports.tagged_table import TableTags
from reports.typesetting import escape, prose, strong, tinted

SIZES = ((28, 18), (26, 17), (24, 16), (22, 14), (20, 13), (17, 11), (14, 10), (12, 9))  # the question, the answers
DOTS_LEAST = {"rubric": 62 * style.MM, "checklist": 3 * style.MM}  # under an answer; beside a line
APART = 34 * style.MM  # width of « don't know » and of « not applicable »
LINE_SHARE = 0.4  # of the page, for the text of a line
HOW = tidy("La personne qui anime colle un point par vote, une fois tous les bulletins comptés : le vote reste secret.")
PLACE = ParagraphStyle("place", style.H3, textColor=style.TEAL, fontSize=13, leading=16, spaceBefore=0, spaceAfter=4)
NOTE = ParagraphStyle("posternote", style.BODY, textColor=style.MUTE, fontSize=12, leading=15, spaceAfter=6)


def poster(question: Question, place: str, critical: bool, room: Sequence[float]) -> list[Flowable]:
    """The blocks of one page, at the largest size that holds in `room` (width, height); at the least one, as they are."""
    for size in SIZES:
        blocks = _head(question, place, size[0])
        head = sum(
            block.wrap(room[0], room[1])[1] + block.style.spaceBefore + block.style.spaceAfter for block in blocks
        )
        texts = _texts(question, critical, size[1])
        table = _table(question, texts, room[0], 0)
        left = room[1] - head - float(table.wrap(room[0], room[1])[1]) - style.GAP
        dots = left / max(1, len(question.options) or 1)
        if dots >= DOTS_LEAST[question.type] and _words_hold(question, texts, room[0], size[1]):
            break
    return [*blocks, _table(question, texts, room[0], max(0.0, dots))]


def _words_hold(question: Question, texts: list[list[Para]], width: float, size: float) -> bool:
    """No word of an answer is wider than its column: it would be cut in two."""
    columns = _widths(question, len(texts[0]), width)
    return all(
        text_width(word, style.REGULAR, size) <= column - 2 * style.ROW_PAD
        for row in texts
        for cell, column in zip(row, columns, strict=False)
        for word in cell.getPlainText().split()
    )


def _head(question: Question, place: str, size: float) -> list[Para]:
    title = ParagraphStyle("poster", style.H1, fontSize=size, leading=size * 1.18, spaceBefore=0, spaceAfter=6)
    told: list[Para] = [para(PLACE, tinted(question.id, style.MUTE_HEX), " · ", place), heading(title, question.text)]
    told[1].node.kind = "H1"
    told += [para(NOTE, prose(question.note))] if question.note else []
    return [*told, para(NOTE, prose(say(HOW)))]


def _kind(size: float, **more: object) -> ParagraphStyle:
    return ParagraphStyle(f"answer{size}", style.BODY, fontSize=size, leading=size * 1.22, spaceAfter=0, **more)


def _apart(critical: bool, size: float) -> list[Para]:
    said = [(UNKNOWN_MARK, say(UNKNOWN))] + [(NOT_APPLICABLE_MARK, say(NOT_APPLICABLE))] * (not critical)
    return [
        para(_kind(size), tinted(strong(mark), style.TEAL.hexval().replace("0x", "#")), BREAK, text)
        for mark, text in said
    ]


def _texts(question: Question, critical: bool, size: float) -> list[list[Para]]:
    """The heads, then a row for each line of a list."""
    if question.type == "rubric":
        steps = [
            para(_kind(size), strong(str(step)), BREAK, escape(text)) for step, text in enumerate(question.anchors)
        ]
        return [[*steps, *_apart(critical, size)]]
    labels = [para(_kind(size), strong(label)) for label in question.line_labels or say(LINE_LABELS)]
    rows = [
        [para(_kind(size), escape(o.text), *((" ", tinted(o.help, style.MUTE_HEX)) if o.help else ()))]
        for o in question.options
    ]
    return [[para(_kind(size), ""), *labels, *_apart(critical, size)], *rows]


def _table(question: Question, texts: list[list[Para]], width: float, dots: float) -> Table:
    """`dots`: what is added below each answer, or to each line, to stick dots."""
    heads = texts[0]
    columns = _widths(question, len(heads), width)
    if question.type == "rubric":
        rows = [heads, [""] * len(heads)]
        heights = [None, max(dots, 1)]
    else:
        rows = [heads, *[[*row, *[""] * (len(heads) - 1)] for row in texts[1:]]]
        heights = [
            None,
            *[
                row[0].wrap(columns[0] - 2 * style.ROW_PAD, style.HEIGHT)[1] + 2 * style.GAP_SMALL + dots
                for row in texts[1:]
            ],
        ]
    made = [*_STYLE]
    if question.type == "checklist" and dots:  # without room left, the page may end between two lines
        spans = range(4, len(heads))  # « don't know » is about the whole list
        made += [("SPAN", (column, 1), (column, -1)) for column in spans]
    kind = int(question.type == "checklist")
    return Table(
        rows,
        colWidths=columns,
        rowHeights=heights,
        repeatRows=1,
        style=TableStyle(made),
        hAlign="LEFT",
        renderCB=TableTags(row_heads=kind),
    )


def _widths(question: Question, count: int, width: float) -> list[float]:
    steps = len(question.anchors) or 4
    apart = count - steps
    left = width - apart * APART
    if question.type == "rubric":
        return [left / steps] * steps + [APART] * apart
    text = width * LINE_SHARE
    return [text, *[(left - text) / 3] * 3, *[APART] * apart]


_STYLE = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("GRID", (0, 0), (-1, -1), 1, style.INK),
    ("FONT", (0, 0), (-1, -1), style.REGULAR, style.TEXT_SIZE),
    ("BACKGROUND", (0, 0), (-1, 0), style.PALE),
    ("LEFTPADDING", (0, 0), (-1, -1), style.ROW_PAD),
    ("RIGHTPADDING", (0, 0), (-1, -1), style.ROW_PAD),
    ("TOPPADDING", (0, 0), (-1, -1), style.GAP_SMALL),
    ("BOTTOMPADDING", (0, 0), (-1, -1), style.GAP_SMALL),
]
