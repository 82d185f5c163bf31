"""The first pages of one of our own PDFs as images, to look at before taking it away.

Only for what this process has just printed: a stranger's file is never drawn here. The drawing library is not
made for several threads, and each visitor has one: they take turns.
"""

from __future__ import annotations

import threading
from io import BytesIO

import pypdfium2

_ONE_AT_A_TIME = threading.Lock()


def first_pages(pdf: bytes, count: int = 2, width: int = 700) -> list[bytes]:
    """At most `count` pages as PNG, each `width` pixels wide."""
    with _ONE_AT_A_TIME, pypdfium2.PdfDocument(pdf) as document:
        return [_drawn(document[i], width) for i in range(min(count, len(document)))]


def _drawn(page: pypdfium2.PdfPage, width: int) -> bytes:
    made = BytesIO()
    page.render(scale=width / page.get_width()).to_pil().save(made, "PNG")
    return made.getvalue()
