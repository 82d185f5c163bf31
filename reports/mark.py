"""What every printed copy says of itself to Palier: which copy it is, its day, and the edition that printed it.

It travels in the keywords of the PDF. Nothing but the standard library is imported here: the process that
reads a stranger's file needs little else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal, cast

ANSWERS_NAME = "palier-reponses.json"
Copy = Literal["complete", "funder", "page"]
YEARS = range(2020, 2101)  # a calendar is made from this day: no plan starts outside
_WRITTEN = re.compile(r"palier-report/1 (complete|funder|page) (\d{4}-\d\d-\d\d) ([0-9a-f]{12})(?: (en))?")


@dataclass(frozen=True, slots=True)
class Mark:
    """`on` is the day printed on the copy; `edition` comes from `edition.edition`; `language`, that of its words."""

    copy: Copy
    on: date
    edition: str
    language: str = "fr"

    def __str__(self) -> str:
        said = "" if self.language == "fr" else f" {self.language}"
        return f"palier-report/1 {self.copy} {self.on.isoformat()} {self.edition}{said}"


def read_mark(keywords: str) -> Mark | None:
    """The mark found in the keywords of a PDF; None when there is none, or one that no Palier wrote."""
    found = _WRITTEN.search(keywords)
    if not found:
        return None
    try:
        on = date.fromisoformat(found[2])
    except ValueError:
        return None
    return Mark(cast(Copy, found[1]), on, found[3], found[4] or "fr") if on.year in YEARS else None
