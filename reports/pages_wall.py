"""One page to pin on the wall: large letters, a box to tick before each action, read from two metres away."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Spacer

from questionnaire.language import say
from questionnaire.typography import counted
from reports import style
from reports.charts import Lines, lines
from reports.content_copies import WallAction, WallCopy
from reports.flow import para
from reports.pages_funder import name_block
from reports.tagging import Node, decoration, piece
from reports.typesetting import plain, prose

# To be moved to style.py
WALL_SIZES = (20, 18, 16, 14, 13, 12, 11)  # letters of an action: the largest at which all hold on the page
WALL_NAME_SIZES, WALL_CROWD = (34, 28, 24, 20, 16), 7  # from that many actions on, the name gives up its size
WALL_LEADING, WALL_UNDER = 1.22, 0.78  # line height; the size of « who, when » beside the title's
WALL_LEAST_UNDER = 11
WALL_PAD, WALL_PAD_MOST = 5, 22  # above and below an action, as much as room allows
BOX, BOX_LINE, BOX_GAP, TICK_LINE = 1.05, 1.4, 0.75, 2.6  # the box to tick, in letters; its lines, in points
WALL_FRAME = (style.SIDE, style.BOTTOM, style.WIDTH, style.PAGE[1] - style.SHEET_TOP - style.BOTTOM)
HEADING = ParagraphStyle("wallheading", style.H3, fontSize=18, leading=22, textColor=style.TEAL, spaceBefore=0)
BANNER = ParagraphStyle(
    "banner", style.H3, fontSize=17, leading=21, backColor=style.PALE, borderPadding=(6, 10, 8, 10), spaceBefore=18,
    leftIndent=10, rightIndent=10, spaceAfter=12,
)  # fmt: skip
EMPTY = ParagraphStyle("wallempty", style.BODY, fontSize=20, leading=27, spaceBefore=20)
DONE = "Fait"


def wall_story(copy: WallCopy) -> list[Flowable]:
    """Name, next date, then the list, which makes itself small enough to stay on the page."""
    crowded = len(copy.actions) >= WALL_CROWD
    sizes, most = (WALL_NAME_SIZES[1:], 1) if crowded else (WALL_NAME_SIZES, 2)
    story: list[Flowable] = [para(HEADING, copy.heading)] if copy.name else []
    story.append(name_block(copy.name or copy.heading, sizes, most))
    story += [para(BANNER, prose(copy.banner))] if copy.banner else [Spacer(0, style.GAP_LARGE)]
    return [*story, para(EMPTY, prose(copy.empty)) if copy.empty else WallList(copy.actions)]


def draw_wall_page(canvas: Canvas, copy: WallCopy) -> None:
    """The day it was printed and where it comes from; no page number, there is one page."""
    canvas.saveState()
    canvas.setFillColor(style.MUTE)
    canvas.setFont(style.REGULAR, style.TABLE_SIZE)
    canvas.drawString(style.SIDE, style.FOOTER_Y, plain(copy.footer))
    canvas.restoreState()


@dataclass(frozen=True, slots=True)
class Row:
    """One action set at one size."""

    title: Lines
    under: Lines
    done: bool

    @property
    def height(self) -> float:
        return self.title.height + self.under.height


class WallList(Flowable):  # type: ignore[misc]  # reportlab is untyped
    """The actions, each with its box; those that do not hold even at the least size are counted."""

    def __init__(self, actions: tuple[WallAction, ...]) -> None:
        super().__init__()
        self.actions, self.whole = actions, Node("L")

    def wrap(self, _width: float, height: float) -> tuple[float, float]:
        self.size = next((s for s in WALL_SIZES if self._needed(self._set(s)) <= height), WALL_SIZES[-1])
        rows = self._set(self.size)
        self.left = 0
        while self._needed(rows) + (style.H2_SIZE * 2 if self.left else 0) > height and len(rows) > 1:
            rows, self.left = rows[:-1], self.left + 1
        room = (height - sum(row.height for row in rows)) / (2 * len(rows))
        self.rows, self.pad = rows, WALL_PAD if self.left else max(WALL_PAD, min(WALL_PAD_MOST, room))
        self.height = sum(map(self._height, rows)) + (style.H2_SIZE * 2 if self.left else 0)
        return style.WIDTH, self.height

    def draw(self) -> None:
        top = self.height
        for row in self.rows:
            self._draw_row(row, top)
            top -= self._height(row)
        if self.left:
            with piece(self.canv, Node("P")):
                self.canv.setFillColor(style.MUTE)
                self.canv.setFont(style.REGULAR, style.H2_SIZE)
                words = say("et {left}, au plan", left=counted(self.left, "autre", "autres"))
                self.canv.drawString(0, top - style.H2_SIZE * 1.5, words)

    def _set(self, size: float) -> list[Row]:
        width = style.WIDTH - self._indent(size)
        under = max(WALL_LEAST_UNDER, size * WALL_UNDER)
        return [
            Row(
                lines(action.title, style.SEMIBOLD, size, size * WALL_LEADING, width),
                lines(_under(action), style.REGULAR, under, under * WALL_LEADING + 2, width),
                action.done,
            )
            for action in self.actions
        ]

    def _indent(self, size: float) -> float:
        return size * (BOX + BOX_GAP)

    def _needed(self, rows: list[Row]) -> float:
        return sum(row.height + 2 * WALL_PAD for row in rows)

    def _height(self, row: Row) -> float:
        return row.height + 2 * self.pad

    def _draw_row(self, row: Row, top: float) -> None:
        canvas, first = self.canv, top - self.pad
        with decoration(canvas):
            self._draw_box(row, first - self.size)
            canvas.setStrokeColor(style.RULE)
            canvas.setLineWidth(style.THIN_LINE)
            canvas.line(0, top - self._height(row), style.WIDTH, top - self._height(row))
        with piece(canvas, Node("LBody", Node("LI", self.whole))):
            canvas.setFillColor(style.MUTE if row.done else style.INK)
            below = row.title.draw(canvas, self._indent(self.size), first)
            canvas.setFillColor(style.MUTE)
            row.under.draw(canvas, self._indent(self.size), below - 2)

    def _draw_box(self, row: Row, base: float) -> None:
        """An empty box; a tick in it when the action is done, which its words say too."""
        canvas, side = self.canv, self.size * BOX
        y = base - self.size * 0.12
        canvas.saveState()
        canvas.setStrokeColor(style.NAVY)
        canvas.setLineWidth(BOX_LINE)
        canvas.rect(BOX_LINE / 2, y, side, side, stroke=1, fill=0)
        if row.done:
            canvas.setLineWidth(TICK_LINE)
            path = canvas.beginPath()
            path.moveTo(side * 0.24, y + side * 0.5)
            path.lineTo(side * 0.46, y + side * 0.24)
            path.lineTo(side * 0.84, y + side * 0.8)
            canvas.drawPath(path, stroke=1, fill=0)
        canvas.restoreState()


def _under(action: WallAction) -> str:
    """« Trésorerie · janvier 2027 »; « Fait » instead of the month, when it is."""
    return " · ".join(filter(None, (say(DONE), action.who) if action.done else (action.who, action.when)))
