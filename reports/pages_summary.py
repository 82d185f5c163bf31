"""The summary: where practices stand, what to protect, where to begin. It holds on one page whatever the plan."""

from __future__ import annotations

from reportlab.platypus import Flowable, Spacer

from questionnaire.language import say
from questionnaire.typography import counted
from reports import style
from reports.charts import Lines, draw_squares, lines
from reports.content import PlanLine, Protected, Summary
from reports.flow import heading, para
from reports.interval_chart import IntervalChart
from reports.strip_chart import StripChart
from reports.tables import widest
from reports.tagging import Node, decoration, piece
from reports.typesetting import plain


def summary_story(summary: Summary) -> list[Flowable]:
    """The page to read if only one is read."""
    story: list[Flowable] = [
        heading(style.H1, summary.title, key="summary"),
        para(style.LEAD, summary.lead),
        IntervalChart(summary.axes, summary.axes_title),
        Spacer(0, style.GAP_SMALL),
        para(style.SMALL, summary.interval_note),
    ]
    if summary.landmark:
        story += [heading(style.H2_OPEN, summary.landmark_title), StripChart(summary.landmark.strips[0].segments)]
        story += [Spacer(0, style.GAP_LINE), *(para(style.SMALL, s) for s in summary.landmark.strips[0].sentences)]
        story.append(para(style.SMALL, summary.landmark.source))
    story.append(heading(style.H2_OPEN, summary.protect_title))
    story += [
        ProtectedLine(item, len(summary.protect)) for item in summary.protect[: style.MOST_PROTECTED]
    ] + _more_protected(summary)
    story.append(heading(style.H2_OPEN, summary.plan_title, aside=summary.plan_meter))
    if summary.plan_sentence:
        story.append(para(style.BODY, summary.plan_sentence))
    return [*story, PlanLines(summary.plan)]


def _more_protected(summary: Summary) -> list[Flowable]:
    left = len(summary.protect) - style.MOST_PROTECTED
    words = counted(left, "autre point, au plan.", "autres points, au plan.") if left > 0 else summary.protect_sentence
    return [para(style.BODY, words)] if words else []


class ProtectedLine(Flowable):  # type: ignore[misc]  # reportlab is untyped
    """A filled square and what to protect; with the lightest way to begin when there are only a few."""

    def __init__(self, item: Protected, count: int) -> None:
        super().__init__()
        left = 2 * style.MARK_SIZE
        self.text = lines(item.text, style.SEMIBOLD, style.TEXT_SIZE, style.TEXT_LEADING, style.WIDTH - left)
        remedy = f"→ {item.remedy}" if count <= style.MOST_REMEDIES else ""
        self.remedy = lines(remedy, style.REGULAR, style.TABLE_SIZE + 0.5, style.TABLE_LEADING, style.WIDTH - left)
        self.left = left

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        self.height = self.text.height + self.remedy.height + style.GAP_LINE
        return style.WIDTH, self.height

    def draw(self) -> None:
        canvas = self.canv
        with decoration(canvas):
            canvas.setFillColor(style.AMBER)
            canvas.rect(0, self.height - style.TEXT_SIZE, style.MARK_SIZE, style.MARK_SIZE, stroke=0, fill=1)
        with piece(canvas, Node("P")):
            canvas.setFillColor(style.INK)
            below = self.text.draw(canvas, self.left, self.height)
            canvas.setFillColor(style.MUTE)
            self.remedy.draw(canvas, self.left, below)


class PlanLines(Flowable):  # type: ignore[misc]  # reportlab is untyped
    """The actions, each with its effect; without it when room is short; then how many more the plan holds."""

    def __init__(self, plan: tuple[PlanLine, ...]) -> None:
        super().__init__()
        self.plan, self.whole = plan, Node("L")
        self.edges = _edges(plan)
        self.shift = style.SUMMARY_EDGES[0] - self.edges[0]
        self.rows = [self._texts(line, with_effect=True) for line in plan]

    def wrap(self, _width: float, height: float) -> tuple[float, float]:
        if self._how_many(height) < len(self.plan):
            self.rows = [self._texts(line, with_effect=False) for line in self.plan]
        self.shown = self._how_many(height)
        self.height = sum(self._height(i) for i in range(self.shown))
        self.height += style.TEXT_LEADING if self.shown < len(self.plan) else 0
        return style.WIDTH, self.height

    def draw(self) -> None:
        top = self.height
        for i in range(self.shown):
            self._draw_row(i, top)
            top -= self._height(i)
        if self.shown < len(self.plan):
            left = counted(len(self.plan) - self.shown, "autre action", "autres actions")
            with piece(self.canv, Node("P")):
                self.canv.setFillColor(style.MUTE)
                self.canv.setFont(style.REGULAR, style.TABLE_SIZE)
                self.canv.drawString(
                    style.SUMMARY_NUMBER, top - style.TABLE_LEADING, say("et {left}, au plan", left=left)
                )

    def _texts(self, line: PlanLine, *, with_effect: bool) -> tuple[Lines, Lines]:
        width = style.SUMMARY_TITLE - style.SUMMARY_NUMBER - self.shift
        font = style.SEMIBOLD if line.protects else style.REGULAR
        title = lines(line.title, font, style.TEXT_SIZE, style.TABLE_LEADING + 1, width)
        effect = lines(line.effect if with_effect else "", style.REGULAR, style.TABLE_SIZE, style.TABLE_LEADING, width)
        return title, effect

    def _height(self, i: int) -> float:
        return sum(text.height for text in self.rows[i]) + 2 * style.GAP_SMALL

    def _how_many(self, height: float) -> int:
        """As many rows as fit, one line being kept for « et 3 autres actions » when not all do."""
        if sum(map(self._height, range(len(self.plan)))) <= height:
            return len(self.plan)
        used, count = float(style.TEXT_LEADING), 0
        while count < len(self.plan) and used + self._height(count) <= height:
            used += self._height(count)
            count += 1
        return count

    def _draw_row(self, i: int, top: float) -> None:
        canvas, line = self.canv, self.plan[i]
        title, effect = self.rows[i]
        first = top - style.GAP_SMALL
        with piece(canvas, Node("LBody", Node("LI", self.whole))):
            canvas.setFillColor(style.MUTE if line.done else style.INK)
            below = title.draw(canvas, style.SUMMARY_NUMBER, first)
            canvas.setFillColor(style.NAVY)
            effect.draw(canvas, style.SUMMARY_NUMBER, below)
            self._draw_cells(line, first - style.TEXT_SIZE)
        with decoration(canvas):
            canvas.setStrokeColor(style.RULE)
            canvas.setLineWidth(style.THIN_LINE)
            canvas.line(0, top - self._height(i), style.WIDTH, top - self._height(i))

    def _draw_cells(self, line: PlanLine, base: float) -> None:
        """Number, then squares (« fait » when it is done, nothing for one of their own), then the figures."""
        canvas = self.canv
        canvas.setFillColor(style.MUTE)
        canvas.setFont(style.SEMIBOLD, style.TABLE_SIZE)
        canvas.drawString(0, base, str(line.number))
        if not line.done and not line.own:
            draw_squares(canvas, style.SUMMARY_SQUARES - self.shift, base, line.priority)
        canvas.setFillColor(style.INK)
        canvas.setFont(style.REGULAR, style.TABLE_SIZE + 0.5)
        if line.done:
            canvas.drawString(style.SUMMARY_SQUARES - self.shift, base, plain(line.status))
        for edge, text in zip(self.edges, _figures(line), strict=True):
            canvas.drawRightString(edge, base, plain(text))


def _figures(line: PlanLine) -> tuple[str, str, str]:
    return line.month, line.hours, line.euros


def _edges(plan: tuple[PlanLine, ...]) -> list[float]:
    """Where months, hours and euros end; long figures push the columns at their left."""
    edges = list(style.SUMMARY_EDGES)
    for i in (1, 0):
        room = widest(_figures(line)[i + 1] for line in plan) + style.GAP_SMALL
        edges[i] = min(edges[i], edges[i + 1] - room)
    return edges
