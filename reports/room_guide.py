"""The facilitator's guide on paper: what to bring, how long each part lasts, what to say aloud, what never changes."""

from __future__ import annotations

from reportlab.platypus import Flowable, Table, TableStyle

from questionnaire.language import say
from questionnaire.typography import counted, typeset
from reports import style
from reports.flow import as_list, heading, hung, para
from reports.room_words import MATERIAL, NO_NETWORK, RULES, SAY, SEVERAL_NO_NETWORK, SEVERAL_SAY
from reports.tagged_table import TableTags
from reports.typesetting import escape, prose, strong
from workshop.model import Choice
from workshop.timing import Guide, Part, duration

MOST_PAGES = 2
TITLE, SCOPES = (
    "Déroulé de l’atelier",
    {"express": "l’express", "full": "tout le questionnaire", "themes": "quelques thèmes"},
)
HEADS = ("De", "À", "Durée", "Partie", "À dire, à voix haute")
WIDTHS = tuple(width * style.MM for width in (13, 13, 17, 27, 100))
TO_BRING, TO_READ, OFFLINE = "À préparer", "Les règles, à lire au début", "Sans réseau, ou s’il tombe"

Size = tuple[float, float]


def story(choice: Choice, guide: Guide, questions: int, size: Size) -> list[Flowable]:
    """Every block in letters of `size` (letter, line)."""
    head = say(
        "{scopes} : {questions} ; durée prévue : {total}, pour {available} disponibles",
        scopes=say(SCOPES)[choice.scope],
        questions=counted(questions, "question", "questions"),
        total=duration(guide.total),
        available=duration(guide.available),
    )
    told: list[Flowable] = [
        heading(style.H1, say(TITLE)),
        para(style.SHEET_NAME, escape(typeset(head[:1].upper() + head[1:]))),
    ]
    if guide.warning:
        told.append(para(style.boxed(*size), strong(guide.warning)))
    told.append(_table(choice, guide.parts, size))
    offline = say(SEVERAL_NO_NETWORK) if choice.several else say(NO_NETWORK)
    for title, lines in ((say(TO_BRING), say(MATERIAL)), (say(TO_READ), say(RULES)), (say(OFFLINE), offline)):
        rows = as_list(
            [hung(style.sheet_text(*size, leftIndent=6 * style.MM, spaceAfter=2), "–", prose(line)) for line in lines]
        )
        told += [heading(style.H2_SECTION, typeset(title)), *rows]
    return told


def _table(choice: Choice, parts: tuple[Part, ...], size: Size) -> Table:
    """Minutes from the start: the hour of the meeting is theirs."""
    rows: list[list[object]] = [list(say(HEADS))]
    start = 0
    for part in parts:
        aloud = (say(SAY) | say(SEVERAL_SAY) if choice.several else say(SAY)).get(part.id, "")
        cell = style.sheet_cell(size[0])
        told = [para(cell, escape(part.what)), *([para(cell, strong(f"«\u202f{aloud}\u202f»"))] if aloud else [])]
        rows.append(
            [_clock(start), _clock(start + part.minutes), duration(part.minutes), para(cell, strong(part.name)), told]
        )
        start += part.minutes
    return Table(rows, colWidths=WIDTHS, repeatRows=1, style=_STYLE, hAlign="LEFT", renderCB=TableTags(row_heads=0))


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02d}"


_STYLE = TableStyle([
    ("FONT", (0, 0), (-1, -1), style.REGULAR, style.TABLE_SIZE + 0.5, style.TABLE_LEADING),
    ("FONT", (0, 0), (-1, 0), style.SEMIBOLD, style.TABLE_SIZE, style.TABLE_LEADING),
    ("TEXTCOLOR", (0, 0), (-1, -1), style.INK),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LINEBELOW", (0, 0), (-1, 0), style.THIN_LINE, style.INK),
    ("LINEBELOW", (0, 1), (-1, -1), style.HAIR, style.RULE),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), style.CELL_PAD),
    ("TOPPADDING", (0, 0), (-1, -1), style.TABLE_PAD),
    ("BOTTOMPADDING", (0, 0), (-1, -1), style.TABLE_PAD),
])  # fmt: skip
