"""What the questionnaire on paper is made of: boxes drawn beside their text, grids, lines to write on.

Whoever types the sheet in again reads the small signs: the code of a question, and what to type for each box.
Read aloud, each question is a title, its boxes are a list, and a grid is a table with its heads.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, KeepTogether, Table, TableStyle

from questionnaire.language import say
from questionnaire.model import Option, Part, Question, UnscoredField
from questionnaire.typography import listed, typeset
from questionnaire.values import Condition
from questionnaire.walking import models
from reports import style
from reports.flow import BREAK, Para, as_list, para, text_width
from reports.tagged_table import DrawnBox, TableTags
from reports.tagging import Node
from reports.typesetting import Markup, escape, prose, slanted, strong, tinted

# Measures of the sheet, in the millimetres of `style`: a box that a felt pen hits, and where its text starts.
BOX, INDENT, LINE_HEIGHT, MARK_X = 4.8 * style.MM, 10 * style.MM, 9.5 * style.MM, 6 * style.MM
GRID_CELL = 25 * style.MM
BOX_LINE, BOX_RISE = 0.9, 0.3
MOST_COLUMNS = 3

UNKNOWN, NOT_APPLICABLE, NONE_OF_THESE = "Je ne sais pas", "Non concerné", "Rien de tout cela"
LINE_LABELS = ("On le fait", "On aimerait", "Pas pour nous")
ANSWER, SEVERAL = "Votre réponse", "Plusieurs réponses possibles."
UNKNOWN_MARK, NOT_APPLICABLE_MARK, LINE_MARKS = "?", "n", ("o", "a", "p")

TEXT = ParagraphStyle("paper", style.BODY, spaceAfter=2)
ASKED = ParagraphStyle("paperasked", TEXT, spaceAfter=3, keepWithNext=1)
HELP = ParagraphStyle("paperhelp", TEXT, textColor=style.MUTE, leading=13, spaceAfter=4, keepWithNext=1)
BOXED = ParagraphStyle("paperboxed", TEXT, leftIndent=INDENT, spaceAfter=3)
HEAD = ParagraphStyle("paperhead", TEXT, leading=12.5, spaceAfter=0, alignment=1)
_PLAIN = [("FONT", (0, 0), (-1, -1), style.REGULAR, style.TEXT_SIZE), ("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), style.GAP_SMALL),
          ("TOPPADDING", (0, 0), (-1, -1), 1.5), ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
          ("VALIGN", (0, 0), (-1, -1), "TOP")]  # fmt: skip
_RULED = [*_PLAIN, ("LINEABOVE", (0, 1), (-1, -1), style.HAIR, style.RULE), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]


class Tick(Para):
    """A text with its box at the left, and between them what to type for it."""

    mark = ""

    def _draw_all(self) -> None:
        _box(self.canv, 0, self.height - BOX - BOX_RISE)
        self.canv.setFillColor(style.MUTE)
        self.canv.setFont(style.REGULAR, style.SMALLEST)
        self.canv.drawString(MARK_X, self.height - self.style.fontSize, self.mark)
        super()._draw_all()


class Box(Flowable):  # type: ignore[misc]  # reportlab is untyped
    """A box alone in the cell of a grid."""

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, BOX
        return width, BOX

    def draw(self) -> None:
        _box(self.canv, (self.width - BOX) / 2, 0)


class WriteOn(Para):
    """A text, then a line to write on up to the edge."""

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        _, needed = super().wrap(width, height)
        self.given, self.height = width, max(LINE_HEIGHT, needed)
        return width, self.height

    def _draw_all(self) -> None:
        start = self.getActualLineWidths0()[-1] if len(self.blPara.lines) == 1 else 0
        self.canv.setStrokeColor(style.MUTE)
        self.canv.setLineWidth(style.THIN_LINE)
        self.canv.line(start + style.GAP_SMALL, 0, self.given, 0)
        self.canv.translate(0, self.style.fontSize + style.GAP_LINE - self.height)
        super()._draw_all()


def _box(canvas: object, x: float, y: float) -> None:
    canvas.setStrokeColor(style.INK)  # type: ignore[attr-defined]
    canvas.setLineWidth(BOX_LINE)  # type: ignore[attr-defined]
    canvas.rect(x, y, BOX, BOX, stroke=1, fill=0)  # type: ignore[attr-defined]


def tick(text: str, mark: str = "", aside: str | None = None) -> Tick:
    made = Tick(_with_aside(text, aside), BOXED)
    made.mark = mark
    return made


def write_on(text: str) -> WriteOn:
    return WriteOn(escape(typeset(text)), TEXT)


def titled(rank: str, block: Para) -> Para:
    """The same block, read aloud as a title of this rank."""
    block.node = Node(rank)
    return block


def field_block(field: UnscoredField, printed: Sequence[str]) -> list[Flowable]:
    """One unscored field: what is asked, the help, the boxes or the lines to write on."""
    several = say(SEVERAL) if field.kind == "choices" else None
    told = _asked("H2", field.id, field.text, field.help or several, field.when, printed)
    if field.kind in ("choice", "choices"):
        none = [say(NONE_OF_THESE)] if field.kind == "choices" and not field.exclusive else []
        return [*told, _ticks([*map(_option, field.options), *map(tick, none)])]
    if field.kind == "integer":
        return [*told, write_on(f"{say(ANSWER)} ({field.unit}) :" if field.unit else f"{say(ANSWER)} :")]
    return told + [block for part in field.parts for block in _part(part)]


def _part(part: Part) -> list[Flowable]:
    if part.kind == "choice":
        return [para(ASKED, prose(part.text)), _ticks(list(map(_option, part.options)))]
    unit = f" ({part.unit})" if part.unit else ""
    return [write_on(f"{part.text}{unit} :"), *([para(HELP, prose(part.help))] if part.help else [])]


def question_block(question: Question, printed: Sequence[str]) -> list[Flowable]:
    """One scored question; what protects people or files has no box to be left out."""
    told = _asked("H3", question.id, question.text, question.note, question.when, printed)
    if question.type == "checklist":
        told.append(_grid(question))
    steps = [tick(text, str(step)) for step, text in enumerate(question.anchors)]
    others = [tick(say(UNKNOWN), UNKNOWN_MARK)]
    if question.critical is None:
        others.append(tick(say(NOT_APPLICABLE), NOT_APPLICABLE_MARK))
    as_list([*steps, *others])
    return [*told, *steps, _set_out([[*others, *[""] * (2 - len(others))]], 2)]


def kept(blocks: Iterable[Flowable]) -> KeepTogether:
    """Blocks that a page never cuts."""
    return KeepTogether(list(blocks))


def _asked(
    rank: str, code: str, text: str, note: str | None, when: Condition | None, printed: Sequence[str]
) -> list[Flowable]:
    small = Markup(f'<font size="{style.SMALLEST}">{tinted(code, style.MUTE_HEX)}</font> ')
    told = [titled(rank, para(ASKED, small, strong(prose(text))))]
    if only := _only(when, printed):
        told.append(para(HELP, slanted(only)))
    return told + ([para(HELP, prose(note))] if note else [])


def _only(when: Condition | None, printed: Sequence[str]) -> str:
    """For some only: where on this very sheet one reads whether it concerns them."""
    found = [model.field or model.question for _, model in models(when) if isinstance(model, Condition)]
    seen = [code for code in dict.fromkeys(found) if code in printed]
    if not seen:
        return ""
    return typeset(say("Seulement si cela vous concerne : voir {codes}.", codes=listed(list(map(str, seen)))))


def _option(option: Option) -> Tick:
    return tick(option.text, aside=option.help)


def _with_aside(text: str, aside: str | None) -> Markup:
    more = f" {tinted(aside, style.MUTE_HEX)}" if aside else ""
    return Markup(escape(text) + more)


def _ticks(ticks: list[Tick]) -> Table:
    """As many columns as the longest text leaves room for."""
    longest = max(text_width(one.getPlainText(), style.REGULAR, style.TEXT_SIZE) for one in ticks)
    room = longest + INDENT + 2 * style.GAP_SMALL
    columns = max(1, min(MOST_COLUMNS, int(style.WIDTH // room)))
    empty = [""] * (-len(ticks) % columns)
    filled: list[Tick | str] = [*ticks, *empty]
    rows = [filled[i : i + columns] for i in range(0, len(filled), columns)]
    as_list(ticks)
    return _set_out(rows, columns)


def _grid(question: Question) -> Table:
    """A line an option, a column an answer, the letter to type above it."""
    labels = zip(LINE_MARKS, question.line_labels or say(LINE_LABELS), strict=True)
    heads = [para(HEAD, strong(label), BREAK, tinted(mark, style.MUTE_HEX)) for mark, label in labels]
    rows = [[Para(_with_aside(o.text, o.help), TEXT), Box(), Box(), Box()] for o in question.options]
    widths = [style.WIDTH - 3 * GRID_CELL, *[GRID_CELL] * 3]
    tags = TableTags(row_heads=1)
    return Table([["", *heads], *rows], colWidths=widths, style=TableStyle(_RULED), hAlign="LEFT", renderCB=tags)


def _set_out(rows: Sequence[Sequence[object]], columns: int) -> Table:
    """Boxes side by side in columns of one width: a way to set them, not a table."""
    widths = [style.WIDTH / columns] * columns
    return Table(rows, colWidths=widths, style=TableStyle(_PLAIN), hAlign="LEFT", renderCB=DrawnBox())
