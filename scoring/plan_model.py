"""The plan as frozen values, and the problem it solves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from questionnaire.plan_edits import Edit


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
class Taken:
    """What the association's own choices use: hours, euros that nobody else pays, places (what is done holds none)."""

    hours: int
    euros: int
    places: int


@dataclass(frozen=True, slots=True)
class Posed:
    """The problem that is left once the association's own choices are kept.

    `kept` actions stay whatever the optimum, `own` are theirs; both take their hours, euros and places first.
    """

    problem: Problem
    capacity: Capacity
    taken: Taken
    kept: tuple[Candidate, ...] = ()
    own: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Lift:
    """A true change of a theme's assured score (its low edge), 0-100."""

    theme: str
    start: Fraction
    end: Fraction


@dataclass(frozen=True, slots=True)
class PlannedAction:
    """One action of the plan. `edit` holds what the association decided about it, None when nothing."""

    id: str
    month: str  # YYYY-MM
    hours: int
    euros: int
    lifts: tuple[Lift, ...]
    protects: tuple[str, ...]
    edit: Edit | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    id: str
    because: str


@dataclass(frozen=True, slots=True)
class FindOutTask:
    """A question that got « je ne sais pas »: to be answered by `due`, outside the limit of actions."""

    id: str
    due: date
    edit: Edit | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """What the association's own choices make impossible or late; said, never undone.

    `kind`: "hours", "euros" or "number" (by `amount` too many), "prerequisite" (`action` needs `other`,
    which was dropped) or "order" (`other`, needed by `action`, is due later).
    """

    kind: str
    amount: int = 0
    action: str = ""
    other: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """`chosen`: actions of the catalogue in calendar order; `own`: the association's; `dropped`: with their edit."""

    capacity: Capacity
    chosen: tuple[PlannedAction, ...]
    refused: tuple[Refusal, ...]
    find_out: tuple[FindOutTask, ...]
    duties: tuple[str, ...]
    start: date
    own: tuple[PlannedAction, ...] = ()
    dropped: tuple[tuple[str, Edit], ...] = ()
    conflicts: tuple[Conflict, ...] = ()

    @property
    def all(self) -> tuple[PlannedAction, ...]:
        """Chosen and own actions together, in calendar order."""
        return tuple(sorted((*self.chosen, *self.own), key=lambda action: action.month))

    @property
    def hours(self) -> int:
        return sum(action.hours for action in self.all)

    @property
    def euros(self) -> int:
        return sum(action.euros for action in self.all)
