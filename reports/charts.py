"""What every drawing of the report uses: wrapped lines of text on the canvas, and priority squares."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from reports import style
from reports.typesetting import plain, wrapped


@dataclass(frozen=True, slots=True)
class Lines:
    """Wrapped lines of one text and how they are set."""

    lines: tuple[str, ...]
    font: str
    size: float
    leading: float

    @property
    def height(self) -> float:
        return len(self.lines) * self.leading

    def draw(self, canvas: Canvas, x: float, top: float) -> float:
        """Draw from `top` down; answers where the next text may start."""
        canvas.setFont(self.font, self.size)
        for line in self.lines:
            top -= self.leading
            canvas.drawString(x, top + self.leading - self.size, line)
        return top


def lines(text: str, font: str, size: float, leading: float, width: float) -> Lines:
    """The text wrapped; nothing at all when it is empty."""
    return Lines(tuple(wrapped(text, font, size, width)) if text else (), font, size, leading)


def draw_squares(canvas: Canvas, x: float, y: float, filled: int, of: int = 3) -> float:
    """`filled` squares of `of`, for a priority; answers the x after the last one."""
    colour = style.AMBER if filled == of else style.NAVY
    canvas.setStrokeColor(colour)
    canvas.setFillColor(colour)
    canvas.setLineWidth(style.THIN_LINE)
    for i in range(of):
        canvas.rect(
            x + i * (style.SQUARE + style.SQUARE_GAP), y, style.SQUARE, style.SQUARE, stroke=1, fill=int(i < filled)
        )
    return x + of * (style.SQUARE + style.SQUARE_GAP)


class Squares(Flowable):  # type: ignore[misc]  # reportlab is untyped
    """A priority in a table cell: three squares, then its word."""

    def __init__(self, filled: int, word: str) -> None:
        super().__init__()
        self.filled, self.word = filled, plain(word)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        self.width = 3 * (style.SQUARE + style.SQUARE_GAP) + style.GAP_LINE
        self.width += stringWidth(self.word, style.REGULAR, style.TABLE_SIZE)
        return self.width, style.TABLE_LEADING

    def draw(self) -> None:
        after = draw_squares(self.canv, 0, style.SQUARE_RISE, self.filled)
        self.canv.setFillColor(style.INK)
        self.canv.setFont(style.REGULAR, style.TABLE_SIZE)
        self.canv.drawString(after + style.GAP_LINE, style.SQUARE_RISE, self.word)
