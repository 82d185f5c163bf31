"""The workshop's page as plain frozen values: what the room voted, already in words, never who voted what."""

from __future__ import annotations

from dataclasses import dataclass

from reports.content_figures import Titled


@dataclass(frozen=True, slots=True)
class VotedLine:
    """One question. `after` and `moved` are empty without a second vote; `told` is what only the association reads:
    the answer kept, the minority view, groups that differ, counts."""

    id: str
    short: str
    question: str
    before: str
    after: str
    moved: str
    outcome: str
    open_point: bool
    told: tuple[Titled, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkshopPage:
    """`open_points` is one sentence, also when there is none; `reading` says how to read and what to beware of."""

    title: str
    facts: tuple[str, ...]
    open_points: str
    lines: tuple[VotedLine, ...]
    reading: tuple[Titled, ...]
