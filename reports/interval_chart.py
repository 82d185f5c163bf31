"""Intervals on level bands, straight on the canvas: no gauge, no medal, nothing added up.

An interval is a bar (its width is what is not known), the score of the known answers alone is a white dot
with a dark ring, and what may not be read as a number is a dashed outline.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from questionnaire.language import say
from questionnaire.typography import typeset
from reports import style
from reports.charts import Lines, lines
from reports.content import Band, Interval, IntervalRow, IntervalTable
from reports.tagging import figure
from reports.typesetting import plain


@dataclass(frozen=True, slots=True)
class Scale:
    """0-100 laid on the page, from `left` over `width`."""

    left: float
    width: float
    bands: tuple[Band, ...]

    def x(self, value: Fraction | int) -> float:
        return self.left + self.width * float(value) / 100

    def draw_band(self, canvas: Canvas, y: float) -> None:
        """A pale strip cut by white lines where levels begin."""
        canvas.setFillColor(style.PALE)
        canvas.rect(self.left, y, self.width, style.BAND_HEIGHT, stroke=0, fill=1)
        canvas.setStrokeColor(style.WHITE)
        canvas.setLineWidth(style.HALO)
        for band in self.bands[1:]:
            canvas.line(self.x(band.start), y, self.x(band.start), y + style.BAND_HEIGHT)

    def draw_interval(self, canvas: Canvas, middle: float, interval: Interval) -> None:
        least = style.LEAST_INTERVAL if interval.solid else style.LEAST_OUTLINE
        low, high = self.x(interval.low), self.x(interval.high)
        width = max(high - low, least)
        low = min(max(self.left, (low + high - width) / 2), self.left + self.width - width)
        box = (low, middle - style.INTERVAL_HEIGHT / 2, width, style.INTERVAL_HEIGHT)
        canvas.saveState()
        canvas.setFillColor(style.NAVY if interval.solid else style.WHITE)
        canvas.setStrokeColor(style.WHITE if interval.solid else style.NAVY)
        canvas.setLineWidth(style.HALO if interval.solid else style.OUTLINE)
        if not interval.solid:
            canvas.setDash(*style.DASH)
        canvas.rect(*box, stroke=1, fill=1)
        canvas.restoreState()
        if interval.point is not None:
            self._draw_dot(canvas, middle, interval.point)

    def _draw_dot(self, canvas: Canvas, y: float, point: Fraction) -> None:
        x = min(max(self.x(point), self.left + style.DOT), self.left + self.width - style.DOT)
        canvas.setFillColor(style.WHITE)
        canvas.circle(x, y, style.DOT + style.HALO, stroke=0, fill=1)
        canvas.setStrokeColor(style.NAVY)
        canvas.setLineWidth(style.HALO)
        canvas.circle(x, y, style.DOT, stroke=1, fill=1)

    def draw_ticks(self, canvas: Canvas, y: float) -> None:
        canvas.setFillColor(style.MUTE)
        canvas.setFont(style.REGULAR, style.SMALLEST)
        for value in [*(band.start for band in self.bands), 100]:
            canvas.drawCentredString(self.x(value), y, str(value))


def _spoken(head: str, cell: str) -> str:
    return f"{head.lower()} {cell}"


class IntervalChart(Flowable):  # type: ignore[misc]  # reportlab is untyped
    """Rows of intervals on one scale: level names above, words at the right, a title in the head."""

    def __init__(self, table: IntervalTable, title: str = "") -> None:
        super().__init__()
        columns = len(table.headers)
        self.spaceBefore = style.GAP
        self.table, self.edges = table, style.CELL_EDGES[columns]
        self.scale = Scale(style.BAR_LEFT[columns], style.BAR_WIDTH[columns], table.bands)
        self.label_width = self.scale.left - style.GAP
        self.title = lines(title, style.SEMIBOLD, style.H2_SIZE, style.H2_SIZE + 3, self.label_width)
        self.names = [self._name(band) for band in table.bands]
        self.texts = [self._texts(row) for row in table.rows]

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        self.head = max(max(n.height for n in self.names) + style.TABLE_LEADING, self.title.height) + style.GAP_SMALL
        self.height = self.head + sum(map(self._row_height, self.texts)) + style.TICK_DROP + style.GAP_LINE
        return style.WIDTH, self.height

    def split(self, _width: float, height: float) -> list[Flowable]:
        """Whole rows on each side; the head is repeated, the title is not."""
        used, count = self.head + style.TICK_DROP + style.GAP_LINE, 0
        while count < len(self.texts) and used + self._row_height(self.texts[count]) <= height:
            used += self._row_height(self.texts[count])
            count += 1
        if not 0 < count < len(self.texts):
            return []
        rows = self.table.rows
        first = IntervalChart(replace(self.table, rows=rows[:count]))
        first.title = self.title
        return [first, IntervalChart(replace(self.table, rows=rows[count:]))]

    @property
    def spoken(self) -> str:
        """All that the drawing tells, in words: read aloud in its place."""
        heads = self.table.headers
        rows = (typeset(f"{row.title} : {', '.join(map(_spoken, heads, row.cells))}") for row in self.table.rows)
        return plain(say("Graphique. {rows}.", rows=" ; ".join(rows)))

    def draw(self) -> None:
        with figure(self.canv, self.spoken, style.WIDTH, self.height):
            self._draw_all()

    def _draw_all(self) -> None:
        top = self.height - self.head
        self._draw_head(top)
        for row, texts in zip(self.table.rows, self.texts, strict=True):
            self._draw_row(row, texts, top)
            top -= self._row_height(texts)
            self._rule(top)
        self.scale.draw_ticks(self.canv, top - style.TICK_DROP)

    def _name(self, band: Band) -> Lines:
        width = self.scale.width * (band.end - band.start) / 100
        return lines(band.name, style.REGULAR, style.SMALLEST, style.SMALLEST + 1.5, width)

    def _texts(self, row: IntervalRow) -> tuple[Lines, Lines, Lines, Lines]:
        bar_width, text_width = self.scale.width, style.WIDTH - self.scale.left
        return (
            lines(row.title, style.SEMIBOLD, style.TEXT_SIZE, style.TABLE_LEADING + 1, self.label_width),
            lines(row.sub, style.REGULAR, style.TABLE_SIZE, style.TABLE_LEADING, self.label_width),
            lines(row.note, style.REGULAR, style.SMALLEST, style.TABLE_LEADING, bar_width),
            lines(row.text, style.REGULAR, style.TABLE_SIZE, style.TABLE_LEADING, text_width),
        )

    def _row_height(self, texts: tuple[Lines, ...]) -> float:
        title, sub, note, text = texts
        right = style.BAND_HEIGHT + sum(t.height + style.GAP_LINE for t in (note, text) if t.height)
        return max(title.height + sub.height, right) + 2 * style.ROW_PAD

    def _draw_head(self, base: float) -> None:
        canvas = self.canv
        canvas.setFillColor(style.NAVY)
        self.title.draw(canvas, 0, base + style.GAP_SMALL + self.title.height)
        canvas.setFillColor(style.MUTE)
        for band, name in zip(self.table.bands, self.names, strict=True):
            middle = (self.scale.x(band.start) + self.scale.x(band.end)) / 2
            canvas.setFont(style.SEMIBOLD, style.SMALLEST)
            canvas.drawCentredString(middle, base + self.head - style.TABLE_LEADING, str(band.number))
            canvas.setFont(name.font, name.size)
            for i, line in enumerate(name.lines, 1):
                canvas.drawCentredString(middle, base + self.head - style.TABLE_LEADING - i * name.leading, line)
        canvas.setFont(style.REGULAR, style.TABLE_SIZE)
        for header, edge in zip(self.table.headers, self.edges, strict=True):
            canvas.drawRightString(edge, base + style.GAP_SMALL, header)
        self._rule(base)

    def _draw_row(self, row: IntervalRow, texts: tuple[Lines, ...], top: float) -> None:
        canvas = self.canv
        title, sub, note, text = texts
        y = top - style.ROW_PAD - style.BAND_HEIGHT
        canvas.setFillColor(style.INK)
        below = title.draw(canvas, 0, top - style.ROW_PAD - style.TITLE_DROP)
        canvas.setFillColor(style.MUTE)
        sub.draw(canvas, 0, below)
        self.scale.draw_band(canvas, y)
        if row.interval:
            self.scale.draw_interval(canvas, y + style.BAND_HEIGHT / 2, row.interval)
        canvas.setFillColor(style.MUTE)
        below = note.draw(canvas, self.scale.left, y - style.GAP_LINE)
        canvas.setFillColor(style.INK)
        text.draw(canvas, self.scale.left, below - style.GAP_LINE)
        self._draw_cells(row, y + style.CELL_RISE)

    def _draw_cells(self, row: IntervalRow, base: float) -> None:
        canvas = self.canv
        for i, (cell, edge) in enumerate(zip(row.cells, self.edges, strict=True)):
            canvas.setFillColor(style.MUTE if i else style.INK)
            canvas.setFont(*((style.REGULAR, style.TABLE_SIZE + 0.5) if i else (style.SEMIBOLD, style.TEXT_SIZE)))
            canvas.drawRightString(edge, base, plain(cell))

    def _rule(self, y: float) -> None:
        self.canv.setStrokeColor(style.RULE)
        self.canv.setLineWidth(style.THIN_LINE)
        self.canv.line(0, y, style.WIDTH, y)
