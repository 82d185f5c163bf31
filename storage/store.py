"""What keeping means, whatever the database.

A capability is the SHA-256 (hex) of the secret in somebody's link: it is the only key, and nothing
is found without it. Values are JSON-ready data by (kind, key), as `Assessment.entries` gives them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from questionnaire.assessment import Entry
from questionnaire.errors import PalierError


class StorageError(PalierError):
    """The database cannot be opened or written; the French sentence says what to do."""


@dataclass(frozen=True)
class Record:
    """One kept assessment. Times are UTC and aware."""

    questionnaire_id: str
    version: str
    entries: Mapping[Entry, Any]
    created_at: datetime
    updated_at: datetime


class Store(Protocol):
    def load(self, capability: str) -> Record | None:
        """The record of this capability, or None. Never writes."""

    def save(
        self, capability: str, changes: Mapping[Entry, Any], *, questionnaire: tuple[str, str], now: datetime
    ) -> None:
        """Write the changed entries durably, in one transaction; None takes an entry away.

        The record is created by its first save. Idempotent. Raises StorageError when the write is
        not known to be durable; nothing is half written.
        """

    def delete(self, capability: str) -> bool:
        """Forget the record and its entries; True when there was one."""

    def close(self) -> None:
        """Give the connections back."""
