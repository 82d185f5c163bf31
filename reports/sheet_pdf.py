"""A sheet as a PDF to print: portrait A4, on one page as long as its texts hold there, the same bytes twice."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from questionnaire.typography import tidy
from reports import style
from reports.content_documents import Sheet
from reports.french import day
from reports.pages_sheet import Size, sheet_story
from reports.typesetting import plain

BRAND, LANGUAGE = "Palier", "fr-FR"
rl_config.useA85 = 0  # streams stay binary: smaller and faster


def build_sheet(sheet: Sheet, on: date) -> bytes:
    """The PDF of a sheet, set smaller rather than cut; a text too long for one page keeps its size and goes on."""
    style.register_fonts()
    for size in style.SHEET_SIZES:
        pdf, pages = _printed(sheet, on, size)
        if pages == 1:
            return pdf
    return _printed(sheet, on, style.SHEET_SIZES[0])[0]


def _printed(sheet: Sheet, on: date, size: Size) -> tuple[bytes, int]:
    """The PDF in letters of one size, and how many pages it takes."""
    buffer = BytesIO()
    document = _document(buffer, sheet, on)
    document.build(sheet_story(sheet, size))
    return buffer.getvalue(), document.page


def _document(buffer: BytesIO, sheet: Sheet, on: date) -> BaseDocTemplate:
    document = BaseDocTemplate(
        buffer,
        pagesize=style.PAGE,
        title=plain(f"{sheet.title} – {sheet.name}"),
        author=BRAND,
        lang=LANGUAGE,
        invariant=1,
        initialFontName=style.REGULAR,
        pageCompression=1,
    )
    box = (style.SIDE, style.BOTTOM, style.WIDTH, style.PAGE[1] - style.SHEET_TOP - style.BOTTOM)
    frame = Frame(*box, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)

    def foot(canvas: Canvas, _: object) -> None:
        _footer(canvas, on)

    document.addPageTemplates([PageTemplate("sheet", [frame], onPageEnd=foot)])
    return document


def _footer(canvas: Canvas, on: date) -> None:
    """The day and where the sheet comes from, read last; a page number from the second page on."""
    canvas.saveState()
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setFillColor(style.MUTE)
    canvas.setFont(style.REGULAR, style.TABLE_SIZE)
    canvas.drawString(style.SIDE, style.FOOTER_Y, plain(tidy(f"{day(on)} · {BRAND}")))
    if canvas.getPageNumber() > 1:
        canvas.drawRightString(style.SIDE + style.WIDTH, style.FOOTER_Y, f"page {canvas.getPageNumber()}")
    canvas.restoreState()
