"""A TrueType font that remembers what it has measured: the same words come back on every page of every report."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from reportlab.pdfbase.ttfonts import TTFont

REMEMBERED = 1 << 14  # texts by size: about three complete reports


class Face(TTFont):  # type: ignore[misc]  # reportlab is untyped
    """Measures and encodes exactly as ReportLab’s own."""

    def __init__(self, name: str, file: Path) -> None:
        super().__init__(name, str(file))
        # Asked for at every word; where they are missing ReportLab goes through an exception
        self.ascent, self.descent = self.face.ascent, self.face.descent
        self._measured = lru_cache(REMEMBERED)(super().stringWidth)

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:  # noqa: N802
        return float(self._measured(text, size, encoding))

    def splitString(self, text: Any, doc: Any, encoding: str = "utf-8") -> list[tuple[int, bytes]]:  # noqa: N802
        """All at once when every letter already has its place in the first subset, as nearly always."""
        state = self.state.get(doc)
        if state is not None and isinstance(text, str) and text:
            places = state.assignments
            try:
                return [(0, bytes([places[ord(letter)] for letter in text.replace("\u00a0", " ")]))]
            except (KeyError, ValueError):
                pass  # a new letter, or one of a further subset
        split: list[tuple[int, bytes]] = super().splitString(text, doc, encoding)
        return split
