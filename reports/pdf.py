"""The report as a PDF: one pass, reproducible, every font embedded.

« page x / y » and the page numbers on the cover are forms referred to while pages are written, and drawn
once at the end, when the total is known: no second pass.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
)

from questionnaire.language import say
from reports import part_titles as titles
from reports import style
from reports.base_document import open_document, whole_frame
from reports.content import Report
from reports.pages_axes import axis_story
from reports.pages_back import annex_story, method_story
from reports.pages_change import KEY, change_story
from reports.pages_cover import CONTENTS, Entry, draw_contents_pages, draw_cover
from reports.pages_funding import funding_story, says_something
from reports.pages_landmarks import landmarks_story
from reports.pages_plan import plan_story
from reports.pages_summary import summary_story
from reports.pages_workshop import workshop_story
from reports.tagging import TaggedCanvas
from reports.typesetting import fitted, plain

PAGE_BOX = (style.SIDE, style.BOTTOM, style.WIDTH, style.HEIGHT)
Finish = Callable[[Canvas], None]


class ReportCanvas(TaggedCanvas):
    """A canvas that remembers where titles fell and numbers its pages at the end."""

    def __init__(self, *args: Any, entries: list[Entry], finish: Finish, **more: Any) -> None:
        super().__init__(*args, **more)
        self.setViewerPreference("DisplayDocTitle", "true")
        self.entries, self.finish = entries, finish
        self.pages: dict[str, int] = {}
        self.numbered: list[int] = []

    def folio(self) -> None:
        """Leave room for « page x / y » on this page."""
        self.numbered.append(self.getPageNumber())
        self.doForm(f"folio{self.getPageNumber()}")

    def save(self) -> None:
        if self._code:
            self.showPage()
        total = self.getPageNumber() - 1
        for page in self.numbered:
            self.beginForm(f"folio{page}")
            self.setFillColor(style.INK)
            self.setFont(style.SEMIBOLD, style.TABLE_SIZE)
            self.drawRightString(style.SIDE + style.WIDTH, style.FOOTER_Y, f"{page} / {total}")
            self.endForm()
        self.beginForm(CONTENTS)
        draw_contents_pages(self, self.entries, self.pages)
        self.endForm()
        self.finish(self)  # the last word: platypus writes the keywords while pages are drawn
        super().save()


def build(report: Report, finish: Finish) -> bytes:
    """The PDF of a report; `finish` signs it and attaches what it carries. The same report gives the same bytes."""
    buffer = BytesIO()
    entries = contents(report)
    document = _document(buffer, report, entries)
    document.build(
        story(report), canvasmaker=lambda *args, **more: ReportCanvas(*args, entries=entries, finish=finish, **more)
    )
    return buffer.getvalue()


def contents(report: Report) -> list[Entry]:
    """What the cover lists, in order, with the bookmark of each."""
    axes = [(f"axis-{axis.id}", axis.title) for axis in report.axes]
    change = [(KEY, report.change.title)] if report.change else []
    funding = [("funding", say(titles.FUNDING))] if says_something(report.funding) else []
    room = [("workshop", report.workshop.title)] if report.workshop else []
    back = [
        ("landmarks", say("Repères publiés")),
        ("method", say("La méthode, en clair, et les sources")),
        ("annex", say("Toutes vos réponses")),
    ]
    return [("summary", report.summary.title), *axes, *change, ("plan", report.plan.title), *funding, *room, *back]


def story(report: Report) -> list[Flowable]:
    """Every block after the cover, in reading order; the page after the summary is new."""
    told: list[Flowable] = [NextPageTemplate("page"), PageBreak(), *summary_story(report.summary), PageBreak()]
    for axis in report.axes:
        told += _part(axis_story(axis), style.ROOM_TO_OPEN)
    told += _part(change_story(report.change), style.ROOM_FOR_PLAN)
    told += _part(plan_story(report.plan, report.margins), style.ROOM_FOR_PLAN)
    told += _part(funding_story(report.funding), style.ROOM_FOR_DOORS)
    told += _part(workshop_story(report.workshop), style.ROOM_FOR_PLAN)
    told += _part(landmarks_story(report.landmarks, report.landmarks_lead, report.method), style.ROOM_FOR_STRIP)
    told += _part(method_story(report.method, report.sources), style.ROOM_FOR_COLUMNS)
    return told + _part(annex_story(report.annex), style.ROOM_FOR_COLUMNS)


def _part(blocks: list[Flowable], room: float) -> list[Flowable]:
    """A part goes on below the last one when that share of a page is left, its title never parted from what follows."""
    below = blocks[2:] if blocks[1:] and isinstance(blocks[1], CondPageBreak) else blocks[1:]
    return [CondPageBreak(style.HEIGHT * room), *blocks[:1], *below] if blocks else []


def _document(buffer: BytesIO, report: Report, entries: list[Entry]) -> BaseDocTemplate:
    document = open_document(buffer, f"{report.title} – {report.name}", report.author)

    def cover(canvas: Canvas, _: object) -> None:
        draw_cover(canvas, report.cover, entries)

    def page(canvas: ReportCanvas, _: object) -> None:
        with canvas.artifact():
            _furniture(canvas, report)

    document.addPageTemplates([
        PageTemplate("cover", [whole_frame(PAGE_BOX, "cover")], onPage=cover),
        PageTemplate("page", [whole_frame(PAGE_BOX)], onPage=page),
    ])  # fmt: skip
    return document


def _furniture(canvas: ReportCanvas, report: Report) -> None:
    """Header and footer, as on the summary's picture: who at the right, what at the left, a thin rule."""
    right = style.SIDE + style.WIDTH
    canvas.saveState()
    canvas.setFillColor(style.MUTE)
    canvas.setFont(style.REGULAR, style.TABLE_SIZE)
    canvas.drawString(style.SIDE, style.HEADER_Y, plain(f"{report.cover.brand} – {report.cover.subtitle}"))
    name = fitted(report.name, style.REGULAR, style.TABLE_SIZE, style.TEXT - style.HANG)
    canvas.drawRightString(right, style.HEADER_Y, name)
    canvas.drawString(
        style.SIDE,
        style.FOOTER_Y,
        fitted(report.footer, style.REGULAR, style.TABLE_SIZE, style.WIDTH - style.FOLIO_WIDTH),
    )
    canvas.setStrokeColor(style.RULE)
    canvas.setLineWidth(style.THIN_LINE)
    canvas.line(style.SIDE, style.HEADER_Y - style.RULE_DROP, right, style.HEADER_Y - style.RULE_DROP)
    canvas.folio()
    canvas.restoreState()
