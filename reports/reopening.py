"""The answers file that a file carries, whichever kind Palier gave: a complete report, a workbook, or the answers."""

from __future__ import annotations

from reports import extracting, xlsx_extracting

KINDS = ("json", "pdf", "xlsx")


def answers_in(name: str, data: bytes) -> str | bytes:
    """What `answers_file.parse_text` reads. Raises PalierError: what the file is, and what to do."""
    named = name.lower()
    if data.startswith(b"%PDF-") or named.endswith(".pdf"):
        return extracting.extract(data)
    if data.startswith((xlsx_extracting.ZIP, xlsx_extracting.OLD)) or named.endswith(".xlsx"):
        return xlsx_extracting.extract(data)
    return data
