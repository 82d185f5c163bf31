"""Three small functions of ReportLab, called for every word and number of a report, made quicker.

Replaced once, at import, with the same answers; ReportLab is pinned and `tests/reports/test_quick_setting.py` compares.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.platypus import paragraph

NAMES, WIDTHS = 4096, 1 << 14  # remembered; words enough for three complete reports
_slow = pdfdoc.pdfdocEnc


def encoded(text: Any) -> Any:
    """Plain ASCII is the same in the encoding of PDF, which Python would look up letter by letter."""
    return text.encode("ascii") if isinstance(text, str) and text.isascii() and text.isprintable() else _slow(text)


pdfdoc.pdfdocEnc = encoded
pdfdoc.PDFName = lru_cache(NAMES)(pdfdoc.PDFName)
paragraph.stringWidth = width = lru_cache(WIDTHS)(pdfmetrics.stringWidth)  # fonts are registered once, for good
