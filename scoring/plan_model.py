"""The plan as frozen values, and the problem it solves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Capacity:
    """Hours and euros until the horizon, and how many actions at most. `assumed`: the association did not say."""

    hours: int
    euros: int
    at_most: int
    hours_per_month: int
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """One action as the selection sees it. `after` keeps only the prerequisites not yet fulfilled."""

    id: str
    hours: int
    euros: int
    after: tuple[str, ...]
    gains: Mapping[str, Fraction]
    rescues: frozenset[str]
    limited_axis: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """What to choose from, under which limits. A plain value: any solver may take it."""

    candidates: tuple[Candidate, ...]
    capacity: Capacity
    axis_limits: Mapping[str, int]
    limit_reasons: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lift:
    """A true change of a theme's assured score (its low edge), 0-100."""

    theme: str
    start: Fraction
    end: Fraction


@dataclass(frozen=True, slots=True)
class PlannedAction:
    id: str
    month: str  # YYYY-MM
    hours: int
    euros: int
    lifts: tuple[Lift, ...]
    protects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    id: str
    because: str


@dataclass(frozen=True, slots=True)
class Plan:
    capacity: Capacity
    chosen: tuple[PlannedAction, ...]
    refused: tuple[Refusal, ...]
    find_out: tuple[str, ...]
    duties: tuple[str, ...]

    @property
    def hours(self) -> int:
        return sum(action.hours for action in self.chosen)

    @property
    def euros(self) -> int:
        return sum(action.euros for action in self.chosen)
