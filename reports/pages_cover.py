"""The cover, drawn on the canvas: a name, a date, what is inside, and hardly any ink."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from questionnaire.language import say
from reports import style
from reports.content import Cover
from reports.flow import text_width
from reports.tagging import Node, decoration, piece
from reports.typesetting import fitted, plain, wrapped

CONTENTS = "contents"
Entry = tuple[str, str]  # bookmark, title


def draw_cover(canvas: Canvas, cover: Cover, entries: list[Entry]) -> None:
    """Sober on purpose: four thin steps, the name, the date, what is inside."""
    canvas.saveState()
    _brand(canvas, cover)
    _name(canvas, cover)
    draw_contents_titles(canvas, entries)
    _notes(canvas, cover)
    canvas.restoreState()


def _brand(canvas: Canvas, cover: Cover) -> None:
    with piece(canvas, Node("P")):
        canvas.setFillColor(style.NAVY)
        canvas.setFont(style.BOLD, style.H1_SIZE)
        canvas.drawString(style.SIDE, style.COVER_BRAND_Y, plain(cover.brand))
        canvas.setFillColor(style.MUTE)
        canvas.setFont(style.REGULAR, style.H3_SIZE)
        canvas.drawString(style.SIDE, style.COVER_BRAND_Y - style.GAP_LARGE, plain(cover.subtitle))
    with decoration(canvas):
        _steps(canvas)


def _steps(canvas: Canvas) -> None:
    """Four landings, drawn as one line that climbs to the right margin."""
    x = style.SIDE + style.WIDTH - style.STEPS * style.STEP_WIDTH - style.STEP_LINE
    y = style.COVER_BRAND_Y - style.GAP_LARGE
    path = canvas.beginPath()
    path.moveTo(x, y)
    for i in range(style.STEPS):
        path.lineTo(x + i * style.STEP_WIDTH, y + i * style.STEP_HEIGHT)
        path.lineTo(x + (i + 1) * style.STEP_WIDTH, y + i * style.STEP_HEIGHT)
    canvas.setStrokeColor(style.NAVY)
    canvas.setLineWidth(style.STEP_LINE)
    canvas.drawPath(path, stroke=1, fill=0)


def _name(canvas: Canvas, cover: Cover) -> None:
    with piece(canvas, Node("P")):
        canvas.setFillColor(style.TEAL)
        canvas.setFont(style.SEMIBOLD, style.H2_SIZE)
        canvas.drawString(style.SIDE, style.COVER_NAME_Y + style.COVER_SIZE, plain(cover.kind))
    size, name = name_lines(cover.name)
    y = style.COVER_NAME_Y
    with piece(canvas, Node("H1")):
        canvas.setFillColor(style.NAVY)
        canvas.setFont(style.BOLD, size)
        for line in name:
            canvas.drawString(style.SIDE, y, line)
            y -= size * 1.15
    for fact in cover.facts:
        y -= style.GAP_SMALL
        with piece(canvas, Node("P")):
            canvas.setFillColor(style.INK)
            canvas.setFont(style.REGULAR, style.H3_SIZE)
            canvas.drawString(style.SIDE, y, plain(fact))
        y -= style.GAP_LARGE - style.GAP_SMALL


def name_lines(name: str) -> tuple[float, list[str]]:
    """The largest size at which the name holds on its lines without a cut word."""
    size = float(style.COVER_SIZE)
    while size > style.COVER_LEAST:
        found = wrapped(name, style.BOLD, size, style.WIDTH)
        whole = max(text_width(word, style.BOLD, size) for word in plain(name).split(" ")) <= style.WIDTH
        if whole and len(found) * size <= style.COVER_LINES * style.H1_SIZE + style.COVER_SIZE:
            return size, found
        size -= 1
    return size, wrapped(name, style.BOLD, size, style.WIDTH)


def draw_contents_titles(canvas: Canvas, entries: list[Entry]) -> None:
    """The titles, each a link; their page numbers are a form drawn once they are known."""
    with piece(canvas, Node("P")):
        canvas.setFillColor(style.NAVY)
        canvas.setFont(style.SEMIBOLD, style.TABLE_SIZE + 0.5)
        canvas.drawString(style.SIDE, style.COVER_LIST_Y, say("Dans ce document"))
    whole = Node("TOC")
    for i, (key, title) in enumerate(entries):
        _contents_line(canvas, key, title, style.COVER_LIST_Y - i * style.COVER_LINE, whole)
    with decoration(canvas):
        canvas.doForm(CONTENTS)


def _contents_line(canvas: Canvas, key: str, title: str, y: float, whole: Node) -> None:
    left, right = style.SIDE + style.HANG, style.SIDE + style.WIDTH
    with piece(canvas, Node("TOCI", whole)):
        canvas.setFillColor(style.INK)
        canvas.setFont(style.REGULAR, style.TEXT_SIZE)
        canvas.drawString(left, y, fitted(title, style.REGULAR, style.TEXT_SIZE, style.TEXT - style.HANG))
        canvas.linkRect(plain(title), key, (left, y - style.GAP_SMALL, right, y + style.GAP), relative=0, thickness=0)
    with decoration(canvas):
        canvas.setStrokeColor(style.RULE)
        canvas.setLineWidth(style.HAIR)
        canvas.line(left, y - style.GAP_SMALL, right, y - style.GAP_SMALL)


def draw_contents_pages(canvas: Canvas, entries: list[Entry], pages: dict[str, int]) -> None:
    canvas.setFillColor(style.MUTE)
    canvas.setFont(style.REGULAR, style.TEXT_SIZE)
    for i, (key, _) in enumerate(entries):
        y = style.COVER_LIST_Y - i * style.COVER_LINE
        canvas.drawRightString(style.SIDE + style.WIDTH, y, str(pages[key]))


def _notes(canvas: Canvas, cover: Cover) -> None:
    y = style.FOOTER_Y + style.GAP_LARGE
    with decoration(canvas):
        canvas.setFillColor(style.AMBER)
        canvas.rect(style.SIDE, y, style.MARK_SIZE, style.MARK_SIZE, stroke=0, fill=1)
    with piece(canvas, Node("P")):
        canvas.setFillColor(style.INK)
        canvas.setFont(style.SEMIBOLD, style.TEXT_SIZE)
        canvas.drawString(style.SIDE + style.MARK_SIZE * 2, y, plain(cover.copy_note))
    with piece(canvas, Node("P")):
        canvas.setFillColor(style.MUTE)
        canvas.setFont(style.REGULAR, style.TABLE_SIZE)
        canvas.drawString(style.SIDE, style.FOOTER_Y, plain(cover.caution))
