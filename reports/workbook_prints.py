"""A print of each row that a workbook shows, to tell whether people changed it since: written, then looked at again.

The process that reads a stranger's workbook needs it: nothing heavy is imported here.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any

from reports.cells import Month, cell_text

PALIER = "Pour Palier"
FORMAT = "palier-classeur/1"
PIECE_MAX = 30_000  # characters in one cell
LENGTH = 10  # hexadecimal digits: against slips, not against forgers, who may write any answers file anyway
_ESCAPED = "x005F_"  # a spreadsheet writes « _x0041_ » so that it is not a letter; openpyxl drops it when it reads
_DAY_ZERO = datetime(1899, 12, 30)


def row_print(values: Iterable[Any]) -> str:
    """The same for a row as it was given to the workbook and as it is read back, whatever program saved it since."""
    return sha256("\x1f".join(map(plain, values)).encode()).hexdigest()[:LENGTH]


def plain(value: Any) -> str:
    """The text of a cell: spaces and line ends count for one, a day is its number, 3 and 3,0 are the same."""
    if value is None:
        return ""
    if isinstance(value, str):
        return " ".join(_unescaped(cell_text(value).text).split())
    if isinstance(value, Month):
        value = value.first_day
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day)
    if isinstance(value, datetime):
        value = (value.replace(tzinfo=None) - _DAY_ZERO).total_seconds() / 86_400
    return repr(round(float(value), 6)) if isinstance(value, int | float | Decimal) else str(value)


def _unescaped(text: str) -> str:
    while _ESCAPED in text:
        text = text.replace(_ESCAPED, "")
    return text
