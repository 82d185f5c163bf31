"""A sheet as a PDF to print: portrait A4, on one page as long as its texts hold there, the same bytes twice."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from reportlab.platypus import BaseDocTemplate, PageTemplate

from questionnaire.language import say
from questionnaire.typography import typeset
from reports import style
from reports.base_document import open_document, whole_frame
from reports.content_documents import Sheet
from reports.pages_sheet import Size, sheet_story
from reports.phrases import day
from reports.tagging import TaggedCanvas
from reports.typesetting import plain

BRAND = "Palier"


def build_sheet(sheet: Sheet, on: date) -> bytes:
    """The PDF of a sheet, set smaller rather than cut; a text too long for one page keeps its size and goes on."""
    for size in style.SHEET_SIZES:
        pdf, pages = _printed(sheet, on, size)
        if pages == 1:
            return pdf
    return _printed(sheet, on, style.SHEET_SIZES[0])[0]


def _printed(sheet: Sheet, on: date, size: Size) -> tuple[bytes, int]:
    """The PDF in letters of one size, and how many pages it takes."""
    buffer = BytesIO()
    document = _document(buffer, sheet, on)
    document.build(sheet_story(sheet, size), canvasmaker=TaggedCanvas)
    return buffer.getvalue(), document.page


def _document(buffer: BytesIO, sheet: Sheet, on: date) -> BaseDocTemplate:
    document = open_document(buffer, f"{sheet.title} – {sheet.name}", BRAND)
    box = (style.SIDE, style.BOTTOM, style.WIDTH, style.PAGE[1] - style.SHEET_TOP - style.BOTTOM)

    def foot(canvas: TaggedCanvas, _: object) -> None:
        with canvas.artifact():
            _footer(canvas, on)

    document.addPageTemplates([PageTemplate("sheet", [whole_frame(box)], onPageEnd=foot)])
    return document


def _footer(canvas: TaggedCanvas, on: date) -> None:
    """The day and where the sheet comes from, at the foot; a page number from the second page on."""
    canvas.saveState()
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setFillColor(style.MUTE)
    canvas.setFont(style.REGULAR, style.TABLE_SIZE)
    canvas.drawString(style.SIDE, style.FOOTER_Y, plain(typeset(f"{day(on)} · {BRAND}")))
    if canvas.getPageNumber() > 1:
        canvas.drawRightString(
            style.SIDE + style.WIDTH, style.FOOTER_Y, say("page {number}", number=canvas.getPageNumber())
        )
    canvas.restoreState()
