"""The count sheet: one line a question, a cell an answer, for the first vote and the second; lists line by line."""

from __future__ import annotations

from reportlab.platypus import Flowable, Spacer, Table, TableStyle

from questionnaire.language import say
from questionnaire.model import Question
from questionnaire.typography import tidy, typeset
from reports import style
from reports.flow import Para, heading, para
from reports.paper_story import LINE_LABELS, LINE_MARKS, NOT_APPLICABLE_MARK, UNKNOWN_MARK
from reports.tagged_table import TableTags
from reports.typesetting import escape, prose, strong, tinted

TITLE, LISTS = "Feuille de décompte", tidy("Les listes, ligne par ligne")
HOW = tidy(
    "Écrivez le nombre de bulletins pour chaque réponse, puis le total : il ne dépasse pas le nombre de personnes. "
    "Comptez à deux. Le second vote ne sert que pour les points discutés. Ne notez aucun nom."
)
KEYING = tidy(
    "Pour garder ces nombres : sur la page de l’atelier, pendant que la question est ouverte au vote, tapez-les dans "
    "« Compter des votes sur papier », puis dévoilez. Cela peut se faire après la séance, question par question."
)
SEVERAL = tidy(
    "Plusieurs associations : n’affichez aucun nombre de moins de 5, et chacune recopie ses propres réponses dans son "
    "diagnostic."
)
TO_WRITE = "Association, date, nombre de personnes :"
TOTAL, OPEN, NO_CELL = "total", "retenu ; ouvert ?", "–"
ROW = 8.5 * style.MM
NUMBER, LAST = 9.5 * style.MM, 24 * style.MM
CODE = ("?", "n")


def story(questions: tuple[Question, ...], critical: frozenset[str], width: float, *, several: bool) -> list[Flowable]:
    rubrics = [q for q in questions if q.type == "rubric"]
    lists = [q for q in questions if q.type == "checklist"]
    told: list[Flowable] = [
        heading(style.H1, say(TITLE)),
        para(style.BODY, prose(say(HOW))),
        para(style.BODY, prose(say(SEVERAL) if several else say(KEYING))),
        para(style.BODY, strong(typeset(say(TO_WRITE))), " ", "…" * 45),
    ]
    told += [_steps(rubrics, critical, width)] if rubrics else []
    told += [Spacer(0, style.GAP_LARGE), heading(style.H2_SECTION, say(LISTS))] if lists else []
    for question in lists:
        told += [_lines(question, critical, width), Spacer(0, style.GAP)]
    return told


def _steps(questions: list[Question], critical: frozenset[str], width: float) -> Table:
    top = max(question.top for question in questions)
    heads = [*map(str, range(top + 1)), UNKNOWN_MARK, NOT_APPLICABLE_MARK, say(TOTAL)]
    half = len(heads)
    rows: list[list[object]] = [
        ["", say("Premier vote"), *[""] * (half - 1), say("Second vote"), *[""] * (half - 1), ""],
        [say("Question"), *heads, *heads, say(OPEN)],
    ]
    for question in questions:
        asked = [NO_CELL if step > question.top else "" for step in range(top + 1)]
        cells = [*asked, "", NO_CELL if question.id in critical else "", ""]
        rows.append([_named(question), *cells, *cells, ""])
    number = min(NUMBER, (width * 0.6 - LAST) / (2 * half))
    widths = [width - 2 * half * number - LAST, *[number] * (2 * half), LAST]
    spans = [
        ("SPAN", (1, 0), (half, 0)),
        ("SPAN", (half + 1, 0), (2 * half, 0)),
        ("LINEBEFORE", (half + 1, 0), (half + 1, -1), 1.4, style.INK),
    ]
    return Table(rows, colWidths=widths, rowHeights=[None, None, *[_high(row[0], widths[0]) for row in rows[2:]]], repeatRows=2, style=TableStyle([*_RULED, *spans]), hAlign="LEFT", renderCB=TableTags(heads=2, row_heads=1))  # fmt: skip


def _lines(question: Question, critical: frozenset[str], width: float) -> Table:
    """Each person sorts every line: every line has the same total."""
    labels = [
        f"{mark} : {label}" for mark, label in zip(LINE_MARKS, question.line_labels or say(LINE_LABELS), strict=True)
    ]
    heads = [para(_SMALL, escape(typeset(label))) for label in labels]
    wide = 27 * style.MM
    rows: list[list[object]] = [
        [
            _named(question),
            *heads,
            *[para(_SMALL, escape(typeset(say("{label} (second)", label=label)))) for label in labels],
        ]
    ]
    rows += [[para(_SMALL, escape(option.text)), *[""] * 6] for option in question.options]
    apart = typeset(
        say(
            "{unknown_mark} et {not_applicable_mark}, pour toute la liste",
            unknown_mark=UNKNOWN_MARK,
            not_applicable_mark=NOT_APPLICABLE_MARK,
        )
        if question.id not in critical
        else say("{unknown_mark}, pour toute la liste", unknown_mark=UNKNOWN_MARK)
    )
    rows.append([para(_SMALL, strong(apart)), *[""] * 6])
    widths = [width - 6 * wide, *[wide] * 6]
    heights = [None, *[_high(row[0], widths[0]) for row in rows[1:]]]
    split = ("LINEBEFORE", (4, 0), (4, -1), 1.4, style.INK)
    return Table(
        rows,
        colWidths=widths,
        rowHeights=heights,
        repeatRows=1,
        style=TableStyle([*_RULED, split]),
        hAlign="LEFT",
        renderCB=TableTags(row_heads=1),
    )


def _named(question: Question) -> Para:
    return para(_SMALL, tinted(question.id, style.MUTE_HEX), " ", strong(question.short))


def _high(text: object, width: float) -> float:
    assert isinstance(text, Para)
    return max(ROW, float(text.wrap(width - style.CELL_PAD, style.HEIGHT)[1]) + 2 * style.GAP_LINE)


_SMALL = style.sheet_cell(style.TABLE_SIZE)
_RULED = [
    ("FONT", (0, 0), (-1, -1), style.REGULAR, style.TABLE_SIZE, style.TABLE_LEADING),
    ("FONT", (0, 0), (-1, 1), style.SEMIBOLD, style.TABLE_SIZE, style.TABLE_LEADING),
    ("TEXTCOLOR", (0, 0), (-1, -1), style.INK),
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ("ALIGN", (1, 0), (-1, -1), "CENTER"),
    ("GRID", (0, 0), (-1, -1), style.HAIR, style.MUTE),
    ("LEFTPADDING", (0, 0), (-1, -1), 3),
    ("RIGHTPADDING", (0, 0), (-1, -1), 3),
    ("TOPPADDING", (0, 0), (-1, -1), style.GAP_LINE),
    ("BOTTOMPADDING", (0, 0), (-1, -1), style.GAP_LINE),
]
