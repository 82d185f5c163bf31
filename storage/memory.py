"""A store in memory: the fake of the tests, held to the same contract as the databases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from threading import Lock
from typing import Any

from questionnaire.assessment import Entry
from storage.encoding import decode, encode, utc
from storage.store import Record


class MemoryStore:
    """Keeps until the process ends. Its records hold JSON text, as a database would."""

    def __init__(self) -> None:
        self._records: dict[str, Record] = {}
        self._lock = Lock()

    def load(self, capability: str) -> Record | None:
        with self._lock:
            record = self._records.get(capability)
        if record is None:
            return None
        return replace(record, entries=decode((*entry, text) for entry, text in record.entries.items()))

    def save(
        self, capability: str, changes: Mapping[Entry, Any], *, questionnaire: tuple[str, str], now: datetime
    ) -> None:
        moment, texts = utc(now), encode(changes)
        with self._lock:
            before = self._records.get(capability)
            merged = {**(before.entries if before else {}), **texts}
            kept = {entry: text for entry, text in merged.items() if text is not None}
            self._records[capability] = Record(*questionnaire, kept, before.created_at if before else moment, moment)

    def delete(self, capability: str) -> bool:
        with self._lock:
            return self._records.pop(capability, None) is not None

    def close(self) -> None:
        """Nothing to give back."""
