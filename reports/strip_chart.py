"""A published distribution as one strip, with the association's own answer marked on it.

Parts are told by their label and their place, not by a colour: the marked part is dark and carries « ▼ vous »,
the others are pale, what was not broken down is hatched, what was not published is empty.
"""

from __future__ import annotations

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from questionnaire.typography import THIN
from reports import style
from reports.charts import Lines, lines
from reports.content import Segment
from reports.typesetting import plain


class StripChart(Flowable):
    """Segments in proportion, percents inside, labels under, marks above."""

    def __init__(self, segments: tuple[Segment, ...], left: float = 0) -> None:
        super().__init__()
        self.segments, self.left = segments, left
        self.full = style.WIDTH - left
        self.marks = [mark for segment in segments for mark in segment.marks]
        self.labels = [self._label(segment) for segment in segments]

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.above = style.TABLE_LEADING + style.GAP_LINE if self.marks else 0
        below = max((label.height for label in self.labels), default=0) + style.GAP_LINE
        self.height = self.above + style.STRIP_HEIGHT + below
        return style.WIDTH, self.height

    def draw(self) -> None:
        y = self.height - self.above - style.STRIP_HEIGHT
        x = self.left
        for segment, label in zip(self.segments, self.labels, strict=True):
            width = self._width(segment)
            self._draw_part(segment, x, y, width)
            self._draw_label(label, x, y, width)
            if segment.marks:
                self._draw_marks(segment, x + width / 2, y + style.STRIP_HEIGHT)
            x += width

    def _width(self, segment: Segment) -> float:
        return self.full * segment.percent / 100

    def _label(self, segment: Segment) -> Lines:
        width = max(self._width(segment) - style.GAP_LINE, style.LEAST_LABEL)
        return lines(segment.label, style.REGULAR, style.SMALLEST, style.SMALLEST + 2, width)

    def _draw_part(self, segment: Segment, x: float, y: float, width: float) -> None:
        canvas = self.canv
        canvas.saveState()
        if segment.kind == "share":
            canvas.setFillColor(style.NAVY if segment.marks else style.SHARE)
            canvas.rect(x, y, max(width - style.HALO, style.HALO), style.STRIP_HEIGHT, stroke=0, fill=1)
        else:
            self._draw_empty(segment, x, y, width - style.HALO)
        canvas.restoreState()
        if segment.kind != "unpublished":
            self._draw_percent(segment, x, y, width)

    def _draw_empty(self, segment: Segment, x: float, y: float, width: float) -> None:
        """A dashed outline: the part exists, but no answer of ours can stand there."""
        canvas = self.canv
        canvas.setStrokeColor(style.MUTE if segment.kind == "rest" else style.RULE)
        canvas.setLineWidth(style.THIN_LINE)
        canvas.setDash(*style.DASH)
        canvas.rect(x, y + style.HAIR, max(width, style.HALO), style.STRIP_HEIGHT - 2 * style.HAIR, stroke=1, fill=0)

    def _draw_percent(self, segment: Segment, x: float, y: float, width: float) -> None:
        canvas = self.canv
        text = f"{segment.percent}{THIN}%"
        room = width - style.HALO - style.GAP_LINE
        if stringWidth(text, style.SEMIBOLD, style.TEXT_SIZE) > room:
            text = str(segment.percent)
        canvas.setFillColor(style.WHITE if segment.marks else style.INK)
        canvas.setFont(style.SEMIBOLD, style.TEXT_SIZE if room > style.LEAST_LABEL / 2 else style.SMALLEST)
        canvas.drawCentredString(x + (width - style.HALO) / 2, y + style.STRIP_HEIGHT / 2 - 3.5, text)

    def _draw_label(self, label: Lines, x: float, y: float, width: float) -> None:
        """Centred under its part, or set flush right when the part is narrower than its label."""
        canvas = self.canv
        canvas.setFillColor(style.MUTE)
        canvas.setFont(label.font, label.size)
        top = y - style.GAP_LINE
        for i, line in enumerate(label.lines):
            base = top - label.size - i * label.leading
            if stringWidth(line, label.font, label.size) > width:
                canvas.drawRightString(x + width - style.HALO, base, line)
            else:
                canvas.drawCentredString(x + (width - style.HALO) / 2, base, line)

    def _draw_marks(self, segment: Segment, middle: float, top: float) -> None:
        """A triangle pointing at the part, and who stands there; the words stay inside the strip."""
        canvas = self.canv
        canvas.setFillColor(style.AMBER)
        half, tip = style.MARK_SIZE / 2, top + style.GAP_LINE
        path = canvas.beginPath()
        path.moveTo(middle, tip)
        path.lineTo(middle - half, tip + style.MARK_SIZE)
        path.lineTo(middle + half, tip + style.MARK_SIZE)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)
        canvas.setFillColor(style.AMBER_TEXT)
        canvas.setFont(style.SEMIBOLD, style.TABLE_SIZE)
        text = plain(" ; ".join(segment.marks))
        width = stringWidth(text, style.SEMIBOLD, style.TABLE_SIZE)
        x = middle + style.MARK_SIZE
        if x + width > style.WIDTH:
            x = middle - style.MARK_SIZE - width
        canvas.drawString(x, tip + style.HAIR, text)
