"""A published distribution as one strip, with the association's own answer marked on it.

Parts are told by their label and their place, not by a colour: the marked part is dark and carries « ▼ vous »,
the others are pale, and what was not broken down or not published is a dashed outline.
"""

from __future__ import annotations

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from questionnaire.language import say
from reports import style
from reports.charts import Lines, lines
from reports.content import Segment
from reports.phrases import one_by_one, percent
from reports.tagging import figure
from reports.typesetting import plain


class StripChart(Flowable):  # type: ignore[misc]  # reportlab is untyped
    """Segments in proportion, percents inside, labels under, marks above; a title may hang at the left."""

    def __init__(
        self, segments: tuple[Segment, ...], left: float = 0, title: str = "", right: float = style.WIDTH
    ) -> None:
        super().__init__()
        self.segments, self.left, self.right = segments, left, right
        self.full = right - left
        self.tall = style.STRIP_HEIGHT if right > style.COLUMN else style.STRIP_IN_COLUMN
        self.title = lines(title, style.SEMIBOLD, style.TABLE_SIZE + 0.5, style.TABLE_LEADING, style.LABEL)
        self.labels = [self._label(segment) for segment in segments]

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        marked = any(segment.marks for segment in self.segments)
        self.above = style.TABLE_LEADING + style.GAP_LINE if marked else 0
        below = max((label.height for label in self.labels), default=0) + style.GAP_LINE
        self.height = max(self.above + self.tall + below, self.above + self.title.height)
        return self.right, self.height

    @property
    def spoken(self) -> str:
        """The distribution in words, with the association's own answer: read aloud in place of the drawing."""
        told = [
            f"{s.label} {percent(s.percent)}{' (' + ', '.join(s.marks) + ')' if s.marks else ''}" for s in self.segments
        ]
        return plain(say("Graphique. {rows}.", rows=one_by_one(told)))

    def draw(self) -> None:
        with figure(self.canv, self.spoken, self.right, self.height):
            self._draw_all()

    def _draw_all(self) -> None:
        y = self.height - self.above - self.tall
        self.canv.setFillColor(style.NAVY)
        self.title.draw(self.canv, 0, self.height - self.above - style.TITLE_DROP)
        x = self.left
        for segment, label in zip(self.segments, self.labels, strict=True):
            width = self.full * segment.percent / 100
            self._draw_part(segment, x, y, width)
            self._draw_label(label, x + (width - style.HALO) / 2, y)
            if segment.marks:
                self._draw_marks(segment, x + width / 2, y + self.tall)
            x += width

    def _label(self, segment: Segment) -> Lines:
        """Wrapped to its part; a narrow part lets its longest word stand out on both sides."""
        part = self.full * segment.percent / 100 - style.GAP_LINE
        longest = max(stringWidth(word, style.REGULAR, style.SMALLEST) for word in segment.label.split(" "))
        return lines(segment.label, style.REGULAR, style.SMALLEST, style.SMALLEST + 2, max(part, longest + 1))

    def _draw_part(self, segment: Segment, x: float, y: float, width: float) -> None:
        canvas, shown = self.canv, max(width - style.HALO, style.HALO)
        canvas.saveState()
        if segment.kind == "share":
            canvas.setFillColor(style.NAVY if segment.marks else style.SHARE)
            canvas.rect(x, y, shown, self.tall, stroke=0, fill=1)
        else:
            canvas.setStrokeColor(style.MUTE if segment.kind == "rest" else style.RULE)
            canvas.setLineWidth(style.THIN_LINE)
            canvas.setDash(*style.DASH)
            canvas.rect(x, y + style.HAIR, shown, self.tall - 2 * style.HAIR, stroke=1, fill=0)
        canvas.restoreState()
        if segment.kind != "unpublished":
            self._draw_percent(segment, x, y, shown)

    def _draw_percent(self, segment: Segment, x: float, y: float, width: float) -> None:
        """Inside the part; the sign goes first, then the size, when room is short."""
        text, size = percent(segment.percent), style.TEXT_SIZE
        if stringWidth(text, style.SEMIBOLD, size) > width - style.GAP_SMALL:
            text, size = str(segment.percent), style.SMALLEST
        self.canv.setFillColor(style.WHITE if segment.marks else style.INK)
        self.canv.setFont(style.SEMIBOLD, size)
        self.canv.drawCentredString(x + width / 2, y + self.tall / 2 - size / 3, text)

    def _draw_label(self, label: Lines, middle: float, y: float) -> None:
        """Centred under its part, pushed back inside the page when it would leave it."""
        self.canv.setFillColor(style.MUTE)
        self.canv.setFont(label.font, label.size)
        for i, line in enumerate(label.lines):
            width = stringWidth(line, label.font, label.size)
            x = min(max(middle - width / 2, self.left), self.right - width)
            self.canv.drawString(x, y - style.GAP_LINE - label.size - i * label.leading, line)

    def _draw_marks(self, segment: Segment, middle: float, top: float) -> None:
        """A triangle pointing at the part, and who stands there."""
        canvas, half, tip = self.canv, style.MARK_SIZE / 2, top + style.GAP_LINE
        canvas.setFillColor(style.AMBER)
        path = canvas.beginPath()
        path.moveTo(middle, tip)
        path.lineTo(middle - half, tip + style.MARK_SIZE)
        path.lineTo(middle + half, tip + style.MARK_SIZE)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)
        canvas.setFillColor(style.AMBER_TEXT)
        canvas.setFont(style.SEMIBOLD, style.TABLE_SIZE)
        text = plain(one_by_one(segment.marks))
        width = stringWidth(text, style.SEMIBOLD, style.TABLE_SIZE)
        at_right = middle + style.MARK_SIZE + width <= self.right
        canvas.drawString(
            middle + style.MARK_SIZE if at_right else middle - style.MARK_SIZE - width, tip + style.HAIR, text
        )
