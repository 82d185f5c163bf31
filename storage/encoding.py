"""Values as JSON text and times as UTC: the one form that every store keeps, so that all behave alike.

Going through text is also what makes a kept value out of reach: nobody holds a reference to it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any

from questionnaire.assessment import Entry

# ASCII escapes keep every character that Python can hold, lone surrogates and NUL included, in any database.
_to_json = json.JSONEncoder(allow_nan=False, separators=(",", ":")).encode


def encode(changes: Mapping[Entry, Any]) -> dict[Entry, str | None]:
    """The changes as JSON text; None stays None (take away). TypeError or ValueError if it is not JSON."""
    return {entry: None if value is None else _to_json(value) for entry, value in changes.items()}


def decode(rows: Iterable[tuple[str, str, str]]) -> Mapping[Entry, Any]:
    """Rows (kind, key, JSON text) as read-only entries, always in the same order."""
    return MappingProxyType({(kind, key): json.loads(text) for kind, key, text in sorted(rows)})


def decode_changes(rows: Iterable[Any], at: int) -> Iterator[tuple[Any, Any]]:
    """Each row with the value whose JSON text is its column `at`; None stays None."""
    for row in rows:
        yield row, None if row[at] is None else json.loads(row[at])


def utc(moment: datetime) -> datetime:
    """The same moment in UTC. A naive time is a mistake of the caller, not a time."""
    if moment.tzinfo is None:
        raise ValueError("a store takes aware times only")
    return moment.astimezone(UTC)
