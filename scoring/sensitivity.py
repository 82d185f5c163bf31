"""Would another honest method give the same level? Seven exact variants of one axis (framework C.9, C.10).

Levels are read without gates. No random draw: a variant changes one choice of the method and nothing else.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from questionnaire.assessment import Assessment
from questionnaire.model import Questionnaire
from questionnaire.routing import route
from scoring import levels
from scoring.engine import mean, score_axis
from scoring.model import AxisScore, Contribution, ThemeScore

FLOOR = 1.0  # a geometric mean is 0 as soon as one theme is; the floor keeps it readable
FAST_START = (0, 45, 75, 100)
SLOW_START = (0, 20, 55, 100)

Number = Fraction | float
Pairs = Sequence[tuple[Fraction, Fraction]]  # (weight of the theme, its point on 0-100)


@dataclass(frozen=True, slots=True)
class Variant:
    """One way of counting: the point it gives (0-100) and the level of that point alone. None without a point."""

    id: str
    point: Number | None
    level: int | None


def variants(questionnaire: Questionnaire, assessment: Assessment, axis_id: str) -> tuple[Variant, ...]:
    """The seven variants of one axis, base first; all without number when the axis has no point."""
    axis = next(axis for axis in questionnaire.axes if axis.id == axis_id)
    scored = score_axis(axis, route(questionnaire, assessment), assessment.mode)
    has_point = scored.score.point is not None
    points = {name: count(questionnaire, scored) if has_point else None for name, count in _COUNTS.items()}
    rules = questionnaire.rules.scoring
    return tuple(Variant(name, p, None if p is None else levels.base(p, rules)) for name, p in points.items())


def unchanged(found: Sequence[Variant]) -> int:
    """In how many variants, the base included, the level is the one of the base; 0 without a level."""
    return sum(variant.level is not None and variant.level == found[0].level for variant in found)


def _points(questionnaire: Questionnaire, scored: AxisScore, of_theme: Callable[[ThemeScore], Fraction]) -> Pairs:
    return [(questionnaire.theme_by_id[t.id].weight, of_theme(t)) for t in scored.applicable_themes]


def _base(questionnaire: Questionnaire, scored: AxisScore) -> Number:
    return mean(_points(questionnaire, scored, _theme_point()))


def _geometric(questionnaire: Questionnaire, scored: AxisScore) -> Number:
    return math.exp(
        _float_mean(_points(questionnaire, scored, _theme_point()), lambda p: math.log(max(float(p), FLOOR)))
    )


def _power_half(questionnaire: Questionnaire, scored: AxisScore) -> Number:
    return _float_mean(_points(questionnaire, scored, _theme_point()), math.sqrt) ** 2


def _equal_weights(questionnaire: Questionnaire, scored: AxisScore) -> Number:
    return mean(_points(questionnaire, scored, _theme_point(weight=lambda _: Fraction(1))))


def _spaced(curve: Sequence[int]) -> Callable[[Questionnaire, AxisScore], Number]:
    def count(questionnaire: Questionnaire, scored: AxisScore) -> Number:
        def value(contribution: Contribution) -> Fraction:
            rubric = questionnaire.question_by_id[contribution.question].type == "rubric"
            plain = contribution.value or Fraction(0)
            return on_curve(plain, curve) if rubric else plain

        return mean(_points(questionnaire, scored, _theme_point(value=value)))

    return count


def _unknown_at_zero(_: Questionnaire, scored: AxisScore) -> Number:
    return scored.score.low or Fraction(0)


def on_curve(value: Fraction, curve: Sequence[int]) -> Fraction:
    """A value 0-100 moved onto `curve`, whose points are evenly spaced; straight lines between them."""
    place = value / 100 * (len(curve) - 1)
    before = min(math.floor(place), len(curve) - 2)
    return curve[before] + (place - before) * (curve[before + 1] - curve[before])


def _theme_point(
    value: Callable[[Contribution], Fraction] = lambda c: c.value or Fraction(0),
    weight: Callable[[Contribution], Fraction] = lambda c: c.weight,
) -> Callable[[ThemeScore], Fraction]:
    """The point of a theme over its answered questions, under another value or another weight."""
    return lambda theme: mean((weight(c), value(c)) for c in theme.contributions if c.status == "answered")


def _float_mean(pairs: Pairs, of: Callable[[Fraction], float]) -> float:
    return math.fsum(float(w) * of(p) for w, p in pairs) / float(sum(w for w, _ in pairs))


_COUNTS: dict[str, Callable[[Questionnaire, AxisScore], Number]] = {
    "base": _base,
    "geometric": _geometric,
    "power_half": _power_half,
    "equal_weights": _equal_weights,
    "fast_start": _spaced(FAST_START),
    "slow_start": _spaced(SLOW_START),
    "unknown_at_zero": _unknown_at_zero,
}
