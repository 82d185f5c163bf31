"""Exported tables as plain values, and the one door through which people's text enters a cell.

A spreadsheet takes a text that begins with « = », « + », « - » or « @ » for a formula, and a formula may send data
away. Whatever people wrote stays text: a typed string in XLSX, an apostrophe in front in CSV.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from questionnaire.typography import THIN

TEXT_MAX = 32_767  # what Excel keeps in one cell, in UTF-16 units
APOSTROPHE = "'"
_FORMULA = frozenset("=+-@")
_REFUSED = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"  # no XML file may hold these
    "\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"  # and these would turn the reading order round
)
_WEB = re.compile(r"https?://[^\s<>\"]+\Z")
_NOT_DIGIT = re.compile(r"\D")

DAY, MONTH = "dd/mm/yyyy", "[$-40C]mmmm yyyy"
WHOLE, DECIMAL = "0", "0.0"
HOURS, EUROS, SHARE = f'#,##0"{THIN}h"', f'#,##0"{THIN}€"', f'0"{THIN}"%'


@dataclass(frozen=True, slots=True)
class Month:
    """A month known without its day; a spreadsheet keeps its first day and shows the month."""

    first_day: date


@dataclass(frozen=True, slots=True)
class CellText:
    """Text ready for a cell. `guarded`: a spreadsheet would have taken it for a formula."""

    text: str
    guarded: bool

    @property
    def in_csv(self) -> str:
        """CSV has no types: an apostrophe says « this is text »."""
        return f"{APOSTROPHE}{self.text}" if self.guarded else self.text


Value = str | int | Decimal | date | Month | None
Row = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """`width` in characters; `format` for its numbers and dates, `link` where web addresses are clickable."""

    head: str
    width: float
    format: str = WHOLE
    link: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: a header row, then one row for each thing; as high as their text, or `height` points."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    height: float | None = None


def cell_text(text: str) -> CellText:
    """Any text as it may stand in a cell: readable characters, at most 32,767 units, never a formula."""
    kept = _shortened(clean(text))
    return CellText(kept, guarded=_starts_a_formula(text) or _starts_a_formula(kept))


def clean(text: str) -> str:
    """NFC, line ends as one sign, nothing that a file cannot hold or that turns the reading order round."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _REFUSED.sub("", lines))


def is_web_address(url: str) -> bool:
    """Only http and https become links."""
    return bool(_WEB.match(url))


def printed_amount(text: str) -> int | None:
    """The whole number of a printed amount, « 48 650 € » or « 12 h »; None for an empty cell."""
    digits = _NOT_DIGIT.sub("", text)
    return int(digits) if digits else None


def month(year_month: str) -> Month:
    """From `2026-12`."""
    return Month(date.fromisoformat(f"{year_month}-01"))


def printed_score(shown: str) -> Decimal:
    """The number of a score as `scoring.display` prints it: « 34 », « 49,6 »."""
    return Decimal(shown.replace(",", "."))


def _starts_a_formula(text: str) -> bool:
    """A leading tab or line end counts; so does a formula sign after spaces, or in one of its wide forms."""
    if text[:1] in ("\t", "\r", "\n", "\0"):
        return True
    visible = (c for c in text if not c.isspace() and unicodedata.category(c) not in ("Cc", "Cf"))
    first = next(visible, "")
    return unicodedata.normalize("NFKC", first)[:1] in _FORMULA if first else False


def _shortened(text: str) -> str:
    """Cut where Excel would refuse the file, and said by « … »."""
    units = text.encode("utf-16-le")
    if len(units) <= 2 * TEXT_MAX:
        return text
    return units[: 2 * (TEXT_MAX - 1)].decode("utf-16-le", "ignore") + "…"
