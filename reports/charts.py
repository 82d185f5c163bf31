"""Drawings of the report, straight on the canvas: intervals on level bands, and priority squares.

Nothing here is a gauge or a medal. An interval is a bar (its width is what is not known), the point of the
known answers is a white dot with a dark ring, and what may not be read as a number is a dashed outline.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from reports import style
from reports.content import Band, Interval, IntervalRow, IntervalTable
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


class IntervalChart(Flowable):
    """Rows of intervals on one 0-100 scale, with level names above and columns of words at the right."""

    def __init__(self, table: IntervalTable, *, scale: bool = True) -> None:
        super().__init__()
        self.table, self.scale = table, scale
        self.columns = len(table.headers)
        self.bar_left, self.bar_width = style.HANG, style.BAR_WIDTH[self.columns]
        self.names = [self._name_of(band) for band in table.bands] if scale else []
        self.rows = [(row, *self._texts(row)) for row in table.rows]

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.height = self._head() + sum(self._row_height(*texts) for _, *texts in self.rows) + self._foot()
        return style.WIDTH, self.height

    def draw(self) -> None:
        top = self.height
        self._draw_head(top)
        top -= self._head()
        for row, title, sub, note in self.rows:
            height = self._row_height(title, sub, note)
            self._draw_row(row, title, sub, note, top, height)
            top -= height
            self._rule(top)
        if self.scale:
            self._draw_ticks(top)

    def _name_of(self, band: Band) -> Lines:
        width = self.bar_width * (band.end - band.start) / 100 - style.GAP_SMALL
        return lines(band.name, style.REGULAR, style.SMALLEST, style.SMALLEST + 1.5, width)

    def _texts(self, row: IntervalRow) -> tuple[Lines, Lines, Lines]:
        title = lines(row.title, style.SEMIBOLD, style.TEXT_SIZE, style.TABLE_LEADING + 1, style.LABEL)
        sub = lines(row.sub, style.REGULAR, style.TABLE_SIZE, style.TABLE_LEADING, style.LABEL)
        return title, sub, lines(row.note, style.REGULAR, style.SMALLEST, style.TABLE_LEADING, self.bar_width)

    def _head(self) -> float:
        tallest = max((name.height for name in self.names), default=0)
        return (tallest + style.TABLE_LEADING + style.GAP_SMALL) if self.scale else style.TABLE_LEADING + style.GAP_SMALL

    def _foot(self) -> float:
        return style.TICK_DROP + style.GAP_LINE if self.scale else 0

    def _row_height(self, title: Lines, sub: Lines, note: Lines) -> float:
        return max(title.height + sub.height, style.BAND_HEIGHT + note.height + style.GAP_LINE) + 2 * style.ROW_PAD

    def _x(self, value: object) -> float:
        return self.bar_left + self.bar_width * float(value) / 100  # type: ignore[arg-type]

    def _draw_head(self, top: float) -> None:
        canvas, base = self.canv, top - self._head() + style.GAP_SMALL
        canvas.setFillColor(style.MUTE)
        for band, name in zip(self.table.bands, self.names, strict=False):
            middle = (self._x(band.start) + self._x(band.end)) / 2
            canvas.setFont(style.SEMIBOLD, style.SMALLEST)
            canvas.drawCentredString(middle, base + name.height, str(band.number))
            canvas.setFont(style.REGULAR, style.SMALLEST)
            for i, line in enumerate(name.lines):
                canvas.drawCentredString(middle, base + name.height - (i + 1) * name.leading, line)
        canvas.setFont(style.REGULAR, style.TABLE_SIZE)
        for header, edge in zip(self.table.headers, style.CELL_EDGES[self.columns], strict=True):
            canvas.drawRightString(edge, base, header)
        self._rule(top - self._head())

    def _draw_row(self, row: IntervalRow, title: Lines, sub: Lines, note: Lines, top: float, height: float) -> None:
        canvas = self.canv
        canvas.setFillColor(style.INK)
        left = top - style.ROW_PAD
        if title.height + sub.height < style.BAND_HEIGHT:
            left -= (style.BAND_HEIGHT - title.height - sub.height) / 2
        below = title.draw(canvas, 0, left)
        canvas.setFillColor(style.MUTE)
        sub.draw(canvas, 0, below)
        bar = top - style.ROW_PAD - style.BAND_HEIGHT
        self._draw_band(bar, row.interval)
        canvas.setFillColor(style.MUTE)
        note.draw(canvas, self.bar_left, bar - style.GAP_LINE)
        self._draw_cells(row, bar)

    def _draw_cells(self, row: IntervalRow, bar: float) -> None:
        canvas, base = self.canv, bar + (style.BAND_HEIGHT - style.TABLE_SIZE) / 2 + 1.5
        for i, (cell, edge) in enumerate(zip(row.cells, style.CELL_EDGES[self.columns], strict=True)):
            canvas.setFillColor(style.INK if i == 0 else style.MUTE)
            canvas.setFont(style.SEMIBOLD if i == 0 else style.REGULAR, style.TEXT_SIZE if i == 0 else style.TABLE_SIZE + 0.5)
            canvas.drawRightString(edge, base, plain(cell))

    def _draw_band(self, y: float, interval: Interval | None) -> None:
        canvas = self.canv
        canvas.setFillColor(style.PALE)
        canvas.rect(self.bar_left, y, self.bar_width, style.BAND_HEIGHT, stroke=0, fill=1)
        canvas.setStrokeColor(style.WHITE)
        canvas.setLineWidth(style.HALO)
        for band in self.table.bands[1:]:
            canvas.line(self._x(band.start), y, self._x(band.start), y + style.BAND_HEIGHT)
        if interval:
            self._draw_interval(y + style.BAND_HEIGHT / 2, interval)

    def _draw_interval(self, middle: float, interval: Interval) -> None:
        canvas = self.canv
        low, high = self._x(interval.low), self._x(interval.high)
        width = max(high - low, style.LEAST_INTERVAL)
        low = min(max(self.bar_left, (low + high - width) / 2), self.bar_left + self.bar_width - width)
        box = (low, middle - style.INTERVAL_HEIGHT / 2, width, style.INTERVAL_HEIGHT)
        canvas.setLineWidth(style.HALO)
        canvas.setStrokeColor(style.WHITE)
        canvas.setFillColor(style.NAVY if interval.solid else style.WHITE)
        canvas.rect(*box, stroke=1, fill=1)
        if not interval.solid:
            self._outline(box)
        elif interval.point is not None:
            self._dot(self._x(interval.point), middle)

    def _outline(self, box: tuple[float, float, float, float]) -> None:
        self.canv.saveState()
        self.canv.setStrokeColor(style.NAVY)
        self.canv.setLineWidth(style.THIN_LINE)
        self.canv.setDash(*style.DASH)
        self.canv.rect(*box, stroke=1, fill=0)
        self.canv.restoreState()

    def _dot(self, x: float, y: float) -> None:
        x = min(max(x, self.bar_left + style.DOT), self.bar_left + self.bar_width - style.DOT)
        self.canv.setFillColor(style.WHITE)
        self.canv.circle(x, y, style.DOT + style.HALO, stroke=0, fill=1)
        self.canv.setStrokeColor(style.NAVY)
        self.canv.setLineWidth(style.HALO)
        self.canv.circle(x, y, style.DOT, stroke=1, fill=1)

    def _draw_ticks(self, top: float) -> None:
        self.canv.setFillColor(style.MUTE)
        self.canv.setFont(style.REGULAR, style.SMALLEST)
        for value in [band.start for band in self.table.bands] + [100]:
            self.canv.drawCentredString(self._x(value), top - style.TICK_DROP, str(value))

    def _rule(self, y: float) -> None:
        self.canv.setStrokeColor(style.RULE)
        self.canv.setLineWidth(style.THIN_LINE)
        self.canv.line(0, y, style.WIDTH, y)


def draw_squares(canvas: Canvas, x: float, y: float, filled: int, of: int = 3) -> float:
    """`filled` squares of `of`, for a priority; answers the x after the last one."""
    colour = style.AMBER if filled == of else style.NAVY
    canvas.setStrokeColor(colour)
    canvas.setFillColor(colour)
    canvas.setLineWidth(style.THIN_LINE)
    for i in range(of):
        canvas.rect(x + i * (style.SQUARE + style.SQUARE_GAP), y, style.SQUARE, style.SQUARE, stroke=1, fill=int(i < filled))
    return x + of * (style.SQUARE + style.SQUARE_GAP)


class Squares(Flowable):
    """A priority in a table cell: three squares, then its word."""

    def __init__(self, filled: int, word: str) -> None:
        super().__init__()
        self.filled, self.word = filled, plain(word)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = 3 * (style.SQUARE + style.SQUARE_GAP) + style.GAP_LINE
        self.width += stringWidth(self.word, style.REGULAR, style.TABLE_SIZE)
        return self.width, style.TABLE_LEADING

    def draw(self) -> None:
        after = draw_squares(self.canv, 0, style.GAP_LINE, self.filled)
        self.canv.setFillColor(style.INK)
        self.canv.setFont(style.REGULAR, style.TABLE_SIZE)
        self.canv.drawString(after + style.GAP_LINE, style.GAP_LINE, self.word)
