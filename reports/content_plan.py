"""The plan as plain frozen values: lines of the table, sheets of actions, what waits, what to find out."""

from __future__ import annotations

from dataclasses import dataclass

from reports.content_figures import Titled


@dataclass(frozen=True, slots=True)
class Protected:
    """One thing to protect first, and the lightest way to begin."""

    text: str
    remedy: str


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One chosen action on one line. `priority` counts squares out of three, with its word."""

    number: int
    title: str
    priority: int
    priority_word: str
    lead: str
    month: str
    hours: str
    euros: str
    effect: str
    protects: bool


@dataclass(frozen=True, slots=True)
class Door:
    """A resource: who, what, for whom, at what cost, seen when."""

    name: str
    text: str
    url: str
    seen: str
    caution: str


@dataclass(frozen=True, slots=True)
class ActionSheet:
    number: int
    title: str
    facts: tuple[str, ...]
    summary: str
    why: tuple[str, ...]
    steps: tuple[str, ...]
    done_when: str
    doors: tuple[Door, ...]


@dataclass(frozen=True, slots=True)
class FindOut:
    question: str
    who: str


@dataclass(frozen=True, slots=True)
class PlanPage:
    title: str
    said: tuple[str, ...]
    capacity: tuple[str, ...]
    lines: tuple[PlanLine, ...]
    total: tuple[str, str, str]
    empty: tuple[str, ...]
    sheets: tuple[ActionSheet, ...]
    refused: tuple[Titled, ...]
    find_out: tuple[FindOut, ...]
    find_out_sentence: str
    duties: tuple[Titled, ...]
