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
    """One action on one line. `priority` counts squares out of three, with its word; `own`: written by them."""

    id: str
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
    horizon: str
    status: str
    funding: str = ""
    note: str = ""
    own: bool = False
    done: bool = False


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
    """A question to put to somebody; `when` is a day in words."""

    id: str
    question: str
    who: str
    when: str
    done: bool = False


@dataclass(frozen=True, slots=True)
class Dropped:
    id: str
    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class Turnover:
    """« Si une personne part demain »."""

    title: str
    lead: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unlock:
    """One action that a grant would pay for: what it costs, what it would change."""

    id: str
    title: str
    cost: str
    text: str


@dataclass(frozen=True, slots=True)
class PlanMargins:
    """Around the plan: a little more time or money, a grant, and what comes next."""

    margins: tuple[str, ...]
    unlock_lead: str
    unlocks: tuple[Unlock, ...]
    following: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanPage:
    """`sheets` are those of the catalogue's actions, by the number of their line."""

    title: str
    said: tuple[str, ...]
    capacity: tuple[str, ...]
    conflicts: tuple[str, ...]
    lines: tuple[PlanLine, ...]
    total: tuple[str, str, str]
    empty: tuple[str, ...]
    sheets: tuple[ActionSheet, ...]
    dropped: tuple[Dropped, ...]
    refused: tuple[Titled, ...]
    find_out: tuple[FindOut, ...]
    find_out_sentence: str
    duties: tuple[Titled, ...]
    turnover: Turnover | None
