"""The copies that leave the association, as plain frozen values: the funder's, and the page to pin on the wall.

They hold what was ticked and nothing else, so that no page can print, nor any file carry, what was not.
"""

from __future__ import annotations

from dataclasses import dataclass

from reports.content_change import ChangePage
from reports.content_figures import IntervalTable, Landmark, Titled
from reports.content_funding import RequestText
from reports.content_plan import Protected
from reports.content_workshop import WorkshopPage


@dataclass(frozen=True, slots=True)
class Levels:
    """The axes side by side; `strengths` in one sentence, which may say that there is none."""

    title: str
    table: IntervalTable
    note: str
    strengths: str


@dataclass(frozen=True, slots=True)
class Security:
    """What is protected first: one sentence without detail, or what was found when the association ticked it."""

    sentence: str
    found: tuple[Protected, ...] = ()


@dataclass(frozen=True, slots=True)
class FunderAxis:
    """One axis: the intervals of its themes, and what the association read about its level."""

    title: str
    scale: IntervalTable | None
    readings: tuple[Titled, ...]
    does_not_say: str


@dataclass(frozen=True, slots=True)
class FunderLine:
    """One action as a funder sees it; `protects` is only ever true when that part was ticked."""

    number: str
    title: str
    effect: str
    lead: str
    month: str
    hours: str
    euros: str
    status: str
    protects: bool = False


@dataclass(frozen=True, slots=True)
class FunderPlan:
    lines: tuple[FunderLine, ...]
    total: tuple[str, str, str]
    empty: str = ""


@dataclass(frozen=True, slots=True)
class FunderRequest:
    """The table of the request, None when no money is asked; `after` says what surrounds it."""

    table: RequestText | None
    empty: str
    after: tuple[Titled, ...]


@dataclass(frozen=True, slots=True)
class FunderCopy:
    """In reading order. None, an empty tuple or an empty text: not ticked, or not said."""

    title: str
    author: str
    header: str
    footer: str
    kind: str
    name: str
    facts: tuple[str, ...]
    identity: tuple[Titled, ...]
    cautions: tuple[str, ...]
    opening: tuple[Titled, ...]
    levels: Levels | None
    security: Security
    legend: tuple[Titled, ...]
    axes: tuple[FunderAxis, ...]
    landmarks: tuple[Landmark, ...]
    landmarks_lead: str
    plan: FunderPlan | None
    request: FunderRequest | None
    evidence: str
    absent: str
    method: tuple[str, ...]
    workshop: WorkshopPage | None = None
    change: ChangePage | None = None


@dataclass(frozen=True, slots=True)
class WallAction:
    """`when` is a month in words; `done`: ticked already."""

    title: str
    who: str
    when: str
    done: bool


@dataclass(frozen=True, slots=True)
class WallCopy:
    """One page made to be seen by everyone. `banner`: the next date, or that all is done; `empty`: no action."""

    title: str
    author: str
    heading: str
    name: str
    banner: str
    actions: tuple[WallAction, ...]
    empty: str
    footer: str
