"""The copies made to be shared, as PDFs: the funder's and the one for the wall. Neither ever carries the answers."""

from __future__ import annotations

from io import BytesIO

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageTemplate

from reports import style
from reports.base_document import open_document, whole_frame
from reports.content_copies import FunderCopy, WallCopy
from reports.pages_funder import draw_funder_page, funder_story
from reports.pages_wall import WALL_FRAME, draw_wall_page, wall_story
from reports.pdf import PAGE_BOX, Finish, ReportCanvas

FUNDER_FRAME = PAGE_BOX


def build_copy(copy: FunderCopy | WallCopy, finish: Finish) -> bytes:
    """The PDF of a copy; `finish` signs it. The same copy gives the same bytes."""
    style.register_fonts()  # the story measures its texts
    wall = isinstance(copy, WallCopy)
    story = wall_story(copy) if isinstance(copy, WallCopy) else funder_story(copy)
    return set_pages(copy, story, WALL_FRAME if wall else FUNDER_FRAME, finish)


def set_pages(copy: FunderCopy | WallCopy, story: list[Flowable], box: tuple[float, ...], finish: Finish) -> bytes:
    buffer = BytesIO()
    document = open_document(buffer, copy.title, copy.author)

    def page(canvas: ReportCanvas, _: object) -> None:
        with canvas.artifact():
            draw_page(canvas, copy)

    document.addPageTemplates([PageTemplate("page", [whole_frame(box)], onPage=page)])
    document.build(story, canvasmaker=lambda *args, **more: ReportCanvas(*args, entries=[], finish=finish, **more))
    return buffer.getvalue()


def draw_page(canvas: Canvas, copy: FunderCopy | WallCopy) -> None:
    if isinstance(copy, WallCopy):
        draw_wall_page(canvas, copy)
    else:
        draw_funder_page(canvas, copy)
