"""What every PDF of ours is opened with: A4, French, a title, our font, the same bytes for the same content."""

from __future__ import annotations

from io import BytesIO

from reportlab import rl_config
from reportlab.platypus import BaseDocTemplate, Frame

from questionnaire.language import TAGS, language
from reports import style
from reports.typesetting import plain

rl_config.useA85 = 0  # streams stay binary: smaller and faster


def open_document(buffer: BytesIO, title: str, author: str) -> BaseDocTemplate:
    """An empty document; page templates are the caller's. Fonts are registered on the way."""
    style.register_fonts()
    return BaseDocTemplate(
        buffer,
        pagesize=style.PAGE,
        title=plain(title),
        author=plain(author),
        lang=TAGS[language()],
        invariant=1,  # no clock in the file
        initialFontName=style.REGULAR,  # otherwise Helvetica slips in, not embedded
        pageCompression=1,
    )


def whole_frame(box: tuple[float, ...], name: str = "page") -> Frame:
    """A frame that fills `box` (left, bottom, width, height), without padding."""
    return Frame(*box, id=name, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
