"""What keeping means, whatever the database.

A capability is the SHA-256 (hex) of the secret in somebody's link: it is the only key, and nothing
is found without it. Values are JSON-ready data by (kind, key), as `Assessment.entries` gives them.
An owner's link opens everything; a reviewer's opens reading and the pieces of evidence to tick.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from questionnaire.assessment import Entry
from questionnaire.errors import PalierError

OWNER, REVIEWER = "owner", "reviewer"


class StorageError(PalierError):
    """The database cannot be opened or written; the French sentence says what to do."""


class DamagedError(StorageError):
    """The database is damaged, or made by a newer Palier: a backup can take its place."""


class LinkGoneError(StorageError):
    """What this link opened was deleted, or the link was replaced or withdrawn: there is nothing to write to."""


@dataclass(frozen=True)
class Record:
    """One kept assessment. Times are UTC and aware; `sequence` is the number of its last save."""

    questionnaire_id: str
    version: str
    entries: Mapping[Entry, Any]
    created_at: datetime
    updated_at: datetime
    sequence: int = 0


@dataclass(frozen=True)
class Saved:
    """A durable save: its number, and what others had written since the number the writer knew (None: taken away)."""

    sequence: int
    others: Mapping[Entry, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Change:
    """One value written in the past; None when it was taken away."""

    sequence: int
    entry: Entry
    value: Any
    at: datetime


@dataclass(frozen=True)
class Review:
    """A named person says to have seen the piece of evidence of a question, as it was when `subject` was its mark."""

    question: str
    name: str
    structure: str
    subject: str
    at: datetime


class Store(Protocol):
    def load(self, capability: str, role: str = OWNER) -> Record | None:
        """The record that this link opens in this role, or None. Never writes."""

    def save(
        self,
        capability: str,
        changes: Mapping[Entry, Any],
        *,
        questionnaire: tuple[str, str],
        now: datetime,
        known: int = 0,
        finished: bool = False,
    ) -> Saved:
        """Write the changed entries durably, in one transaction; None takes an entry away.

        The record is created by its first save, when the writer has `known` no save (0) yet. Sending the same save
        again writes the same values. Raises LinkGoneError when the link opens nothing any more, StorageError when
        the write is not known to be durable; nothing is half written.
        """

    def history(self, capability: str, most: int = 100) -> tuple[Change, ...]:
        """The last values written, newest first; where the visitor was and half-made lists are not kept."""

    def delete(self, capability: str) -> bool:
        """Forget the record and all that hangs on it, for good; True when there was one."""

    def rotate(self, capability: str, new: str, *, now: datetime) -> bool:
        """Replace the owner's link; the former one and any reviewer's open nothing from then on. True when done."""

    def invite(self, capability: str, reviewer: str | None, *, now: datetime) -> datetime | None:
        """Give a reviewer's link, the former one is withdrawn; None only withdraws. Its date, None without one."""

    def invited(self, capability: str) -> datetime | None:
        """Since when there is a reviewer's link; None without one."""

    def tick(self, capability: str, reviews: tuple[Review, ...], gone: tuple[str, ...] = ()) -> None:
        """A reviewer says what was seen, and takes back what is `gone`. Raises LinkGoneError."""

    def reviews(self, capability: str) -> tuple[Review, ...]:
        """What reviewers said, in the order of the questions' ids; for both kinds of link."""

    def close(self) -> None:
        """Give the connections back."""
