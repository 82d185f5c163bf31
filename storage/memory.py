"""A store in memory: the fake of the tests, held to the same contract as the databases."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from threading import Lock
from typing import Any

from questionnaire.assessment import STORE_KINDS, Entry
from storage.encoding import decode, encode, utc
from storage.faults import link_gone
from storage.store import OWNER, REVIEWER, Change, Record, Review, Saved

_NOT_SAVED = "La réponse n'a pas été enregistrée"


@dataclass
class _Kept:
    """One assessment: its record (values as JSON text), its links by role, its history, its reviews."""

    record: Record
    links: dict[str, tuple[str, datetime]]
    changes: list[Change] = field(default_factory=list)
    reviews: dict[str, Review] = field(default_factory=dict)


class MemoryStore:
    """Keeps until the process ends. Its records hold JSON text, as a database would."""

    def __init__(self) -> None:
        self._all: list[_Kept] = []
        self._used: set[str] = set()
        self._lock = Lock()

    def load(self, capability: str, role: str = OWNER) -> Record | None:
        with self._lock:
            found = self._find(capability, role)
            record = found.record if found else None
        if record is None:
            return None
        return replace(record, entries=decode((*entry, text) for entry, text in record.entries.items()))

    def save(
        self,
        capability: str,
        changes: Mapping[Entry, Any],
        *,
        questionnaire: tuple[str, str],
        now: datetime,
        known: int = 0,
        finished: bool = False,  # noqa: ARG002
    ) -> Saved:
        moment, texts = utc(now), encode(changes)
        with self._lock:
            found = self._find(capability, OWNER) or self._begin(capability, known, questionnaire, moment)
            sequence = found.record.sequence + 1
            others = {c.entry: c.value for c in found.changes if c.sequence > known}
            merged = {**found.record.entries, **texts}
            kept = {entry: text for entry, text in merged.items() if text is not None}
            found.record = Record(*questionnaire, kept, found.record.created_at, moment, sequence)
            told = [Change(sequence, e, text, moment) for e, text in sorted(texts.items()) if e[0] not in STORE_KINDS]
            found.changes.extend(told)
        return Saved(sequence, {entry: _value(text) for entry, text in others.items()})

    def history(self, capability: str, most: int = 100) -> tuple[Change, ...]:
        with self._lock:
            found = self._find(capability, OWNER)
            told = sorted(found.changes, key=lambda c: (-c.sequence, c.entry)) if found else []
        return tuple(replace(one, value=_value(one.value)) for one in told[:most])

    def delete(self, capability: str) -> bool:
        with self._lock:
            found = self._find(capability, OWNER)
            if found:
                self._all.remove(found)
        return found is not None

    def rotate(self, capability: str, new: str, *, now: datetime) -> bool:
        with self._lock:
            found = self._find(capability, OWNER)
            if found:
                found.links = {new: (OWNER, utc(now))}
        return found is not None

    def invite(self, capability: str, reviewer: str | None, *, now: datetime) -> datetime | None:
        with self._lock:
            found = self._find(capability, OWNER)
            if found is None:
                raise link_gone("Le lien n'a pas été donné")
            found.links = {name: link for name, link in found.links.items() if link[0] == OWNER}
            if reviewer is not None:
                found.links[reviewer] = (REVIEWER, utc(now))
        return None if reviewer is None else utc(now)

    def invited(self, capability: str) -> datetime | None:
        with self._lock:
            found = self._find(capability, OWNER)
            return next((at for role, at in found.links.values() if role == REVIEWER), None) if found else None

    def tick(self, capability: str, reviews: tuple[Review, ...], gone: tuple[str, ...] = ()) -> None:
        with self._lock:
            found = self._find(capability, REVIEWER)
            if found is None:
                raise link_gone("La relecture n'a pas été enregistrée")
            found.reviews |= {one.question: one for one in reviews}
            for question in gone:
                found.reviews.pop(question, None)

    def reviews(self, capability: str) -> tuple[Review, ...]:
        with self._lock:
            found = self._find(capability, OWNER) or self._find(capability, REVIEWER)
            return tuple(found.reviews[name] for name in sorted(found.reviews)) if found else ()

    def close(self) -> None:
        """Nothing to give back."""

    def _find(self, capability: str, role: str) -> _Kept | None:
        return next((one for one in self._all if one.links.get(capability, ("",))[0] == role), None)

    def _begin(self, capability: str, known: int, questionnaire: tuple[str, str], now: datetime) -> _Kept:
        if known or capability in self._used or self._find(capability, REVIEWER):
            raise link_gone(_NOT_SAVED)
        self._used.add(capability)
        self._all.append(_Kept(Record(*questionnaire, {}, now, now), {capability: (OWNER, now)}))
        return self._all[-1]


def _value(text: Any) -> Any:
    return None if text is None else json.loads(text)
