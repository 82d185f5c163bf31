"""What changed since an earlier assessment, as plain frozen values, already in words."""

from __future__ import annotations

from dataclasses import dataclass

from reports.content_figures import IntervalTable, Titled


@dataclass(frozen=True, slots=True)
class AxisChangeText:
    """One axis, before and now on one scale; no scale where no number may be compared."""

    id: str
    title: str
    scale: IntervalTable | None
    verdict: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamedChange:
    """One question in words, both times, with what was noted or shown beside it."""

    id: str
    short: str
    question: str
    before: str
    after: str
    notes: tuple[Titled, ...]


@dataclass(frozen=True, slots=True)
class NamedChanges:
    """Changes of one kind, under their title; `lead` says how to read them."""

    title: str
    lead: str
    entries: tuple[NamedChange, ...]


@dataclass(frozen=True, slots=True)
class Hindsight:
    """A question looked at again: what was answered then, and what is said of it today (empty: not said)."""

    id: str
    short: str
    question: str
    then: str
    seen_again: str


@dataclass(frozen=True, slots=True)
class ChangePage:
    title: str
    lead: str
    axes: tuple[AxisChangeText, ...]
    margin_note: str
    counts: str
    named: tuple[NamedChanges, ...]
    hindsight_title: str
    hindsight_lead: str
    hindsight: tuple[Hindsight, ...]
    hindsight_note: str
