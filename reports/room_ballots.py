"""The secret vote of one person, on A5: each A4 page holds the same half twice, to cut along the dotted line.

Nothing to write by hand but the slips of the second vote, so that no handwriting tells who voted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, KeepInFrame, Spacer, Table, TableStyle

from questionnaire.language import say
from questionnaire.model import Question
from questionnaire.typography import tidy
from reports import style
from reports.flow import Para, as_list, heading, para
from reports.paper_story import (
    LINE_LABELS,
    LINE_MARKS,
    NOT_APPLICABLE,
    NOT_APPLICABLE_MARK,
    UNKNOWN,
    UNKNOWN_MARK,
    Box,
    Tick,
    write_on,
)
from reports.tagged_table import DrawnBox, TableTags
from reports.tagging import TaggedCanvas
from reports.typesetting import Markup, escape, prose, strong, tinted
from workshop.timing import DISCUSSIONS

PAGE_WIDTH, PAGE_HEIGHT = style.PAGE[1], style.PAGE[0]
EDGE = 11 * style.MM
SHEET = (EDGE, EDGE, PAGE_WIDTH - 2 * EDGE, PAGE_HEIGHT - 2 * EDGE)
HALF, TALL = PAGE_WIDTH / 2 - 2 * EDGE, PAGE_HEIGHT - 2 * EDGE - 1
CELL, GAP = 15 * style.MM, 7
TITLE, SECOND = "Mon vote, en secret", "Second vote, en secret"
HOW = tidy(
    "Une seule case par question ; une case par ligne dans une liste. Personne n’est obligé de répondre. "
    "Pas de nom : pliez, puis glissez dans la boîte."
)
SECOND_HOW = tidy(
    "Un bulletin par point discuté, à découper. Pour une liste, écrivez une lettre par ligne, dans l’ordre : o, a ou p."
)
H = ParagraphStyle("ballottitle", style.H2_SECTION, spaceBefore=0, spaceAfter=2)
TEXT = ParagraphStyle("ballot", style.BODY, fontSize=9.5, leading=12, spaceAfter=2)
SMALL = ParagraphStyle("ballothow", TEXT, textColor=style.MUTE, spaceAfter=5)
BOXED = ParagraphStyle("ballotbox", TEXT, leftIndent=10 * style.MM, spaceAfter=3.5, leading=13.5)
HEAD = ParagraphStyle("ballothead", TEXT, fontSize=8.5, leading=10, spaceAfter=0, alignment=1)

Blocks = list[Flowable]


def pages(questions: tuple[Question, ...], critical: frozenset[str]) -> list[Flowable]:
    """As many pages as the questions need, then the slips of the second vote."""
    halves: list[list[Question]] = [[]]
    for question in questions:
        tried = [*halves[-1], question]
        if halves[-1] and _height(_half(tried, critical, first=len(halves) == 1)) > TALL:
            halves.append([question])
        else:
            halves[-1] = tried
    made = [_twice(partial(_half, half, critical, first=not i)) for i, half in enumerate(halves)]
    return [*made, _twice(_slips)]


def cut_line(canvas: TaggedCanvas, _: object) -> None:
    """Where to cut; its dots are not read aloud."""
    with canvas.artifact():
        canvas.saveState()
        canvas.setStrokeColor(style.MUTE)
        canvas.setLineWidth(style.HAIR)
        canvas.setDash(2, 3)
        canvas.line(PAGE_WIDTH / 2, EDGE, PAGE_WIDTH / 2, PAGE_HEIGHT - EDGE)
        canvas.restoreState()


def _twice(make: Callable[[], Blocks]) -> Table:
    """The same half at the left and at the right; one too long for its half is set smaller, never cut."""
    cells = [KeepInFrame(HALF, TALL, make(), mode="shrink") for _ in range(2)]
    plain = [("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0), ("TOPPADDING", (0, 0), (-1, -1), 0),
             ("BOTTOMPADDING", (0, 0), (-1, -1), 0), ("VALIGN", (0, 0), (-1, -1), "TOP"), ("FONT", (0, 0), (-1, -1), style.REGULAR, 9)]  # fmt: skip
    row = [cells[0], "", cells[1]]
    return Table([row], colWidths=[HALF, 2 * EDGE, HALF], style=TableStyle(plain), hAlign="LEFT", renderCB=DrawnBox())


def _height(blocks: Iterable[Flowable]) -> float:
    return float(sum(b.wrap(HALF, style.HEIGHT)[1] + b.getSpaceBefore() + b.getSpaceAfter() for b in blocks))


def _half(questions: list[Question], critical: frozenset[str], *, first: bool) -> Blocks:
    opening: Blocks = [heading(H, say(TITLE)), para(SMALL, prose(say(HOW)))] if first else []
    return [*opening, *(block for question in questions for block in _question(question, question.id in critical))]


def _question(question: Question, critical: bool) -> Blocks:
    small = Markup(f'<font size="{style.SMALLEST}">{tinted(question.id, style.MUTE_HEX)}</font> ')
    told: Blocks = [para(TEXT, small, strong(prose(question.text)))]
    told += [para(SMALL, prose(question.note))] if question.note else []
    told += [_grid(question)] if question.type == "checklist" else []
    others = [(UNKNOWN_MARK, say(UNKNOWN))] + [(NOT_APPLICABLE_MARK, say(NOT_APPLICABLE))] * (not critical)
    steps = [(str(step), text) for step, text in enumerate(question.anchors)]
    ticks: list[Para] = [_tick(mark, text) for mark, text in (*steps, *others)]
    return [*told, *as_list(ticks), Spacer(0, GAP)]


def _tick(mark: str, text: str) -> Tick:
    made = Tick(escape(text), BOXED)
    made.mark = mark
    return made


def _grid(question: Question) -> Table:
    heads = [para(HEAD, label) for label in question.line_labels or say(LINE_LABELS)]
    rows = [[para(TEXT, escape(o.text)), Box(), Box(), Box()] for o in question.options]
    ruled = TableStyle([
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("LINEABOVE", (0, 1), (-1, -1), style.HAIR, style.RULE),
        ("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 2), ("FONT", (0, 0), (-1, -1), style.REGULAR, 9),
        ("TOPPADDING", (0, 0), (-1, -1), 1), ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
    ])  # fmt: skip
    widths = [HALF - 3 * CELL, *[CELL] * 3]
    return Table([["", *heads], *rows], colWidths=widths, style=ruled, hAlign="LEFT", renderCB=TableTags(row_heads=1))


def _slips() -> Blocks:
    """As many slips as there are discussions; the number of the answer is ringed, whatever the scale."""
    story: Blocks = [heading(H, say(SECOND)), para(SMALL, prose(say(SECOND_HOW)))]
    for _ in range(DISCUSSIONS):
        story += [
            write_on(say("Question (son code, sur l’affiche) :")),
            write_on(
                say(
                    "Ma réponse (le chiffre, {unknown_mark}, {not_applicable_mark}, ou {line_marks}) :",
                    unknown_mark=UNKNOWN_MARK,
                    not_applicable_mark=NOT_APPLICABLE_MARK,
                    line_marks=", ".join(LINE_MARKS),
                )
            ),
            Spacer(0, 4 * GAP),
        ]
    return story
