"""The frozen values of a comparison between two assessments. Scores are exact fractions on a 0-100 scale."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from math import floor, isqrt
from typing import Literal

from questionnaire.answers import Answer

Verdict = Literal["stable", "up", "down", "not_comparable"]
# `moved`: other lines of a list, the same share. `learned`: unknown, then known; `forgotten`: the reverse.
# `appeared` and `gone`: the path, or « non concerné », took the question in or out.
Kind = Literal["same", "up", "down", "moved", "learned", "forgotten", "appeared", "gone"]


@dataclass(frozen=True, slots=True)
class QuestionChange:
    """One question, both times. `asked`: applicable at one time at least. `explained`: points of its rise that actions done reach; `actions`: which ones."""

    question: str
    kind: Kind
    weight: Fraction
    asked: bool
    before: Answer | None
    after: Answer | None
    before_value: Fraction | None
    after_value: Fraction | None
    explained: Fraction = Fraction(0)
    actions: tuple[str, ...] = ()

    @property
    def matched(self) -> bool:
        """Applicable and answered with a step or a list, both times."""
        return self.before_value is not None and self.after_value is not None

    @property
    def difference(self) -> Fraction | None:
        if self.before_value is None or self.after_value is None:
            return None
        return self.after_value - self.before_value

    def explained_by(self, points: Fraction, actions: tuple[str, ...]) -> QuestionChange:
        return replace(self, explained=points, actions=actions)


@dataclass(frozen=True, slots=True)
class ThemeChange:
    """Scores on the matched questions; None when there is none. `coverage`: their share of the weight asked."""

    id: str
    before: Fraction | None
    after: Fraction | None
    coverage: Fraction | None
    matched: int
    explained: Fraction


@dataclass(frozen=True, slots=True)
class AxisChange:
    """The same for an axis. `explained`: the part of the difference, in points, that actions done reach."""

    id: str
    before: Fraction | None
    after: Fraction | None
    coverage: Fraction | None
    matched: int
    explained: Fraction
    verdict: Verdict
    themes: tuple[ThemeChange, ...]

    @property
    def difference(self) -> Fraction | None:
        return None if self.before is None or self.after is None else self.after - self.before


@dataclass(frozen=True, slots=True)
class Change:
    """A comparison. `hindsight`: the questions to be looked at again, most telling first."""

    axes: tuple[AxisChange, ...]
    questions: tuple[QuestionChange, ...]
    margin_squared: Fraction | None
    hindsight: tuple[str, ...]

    @property
    def margin(self) -> Fraction:
        """The margin in points, cut to a thousandth: for display only, verdicts compare the exact squares."""
        return Fraction(isqrt(floor((self.margin_squared or 0) * 10**6)), 1000)

    def of(self, *kinds: Kind) -> tuple[QuestionChange, ...]:
        return tuple(c for c in self.questions if c.kind in kinds)
