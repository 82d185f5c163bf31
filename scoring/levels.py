"""Levels and their caps (framework C.4): the number never changes because of a cap, only the level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from questionnaire.answers import Step
from questionnaire.language import say
from questionnaire.model import Axis, Question
from questionnaire.routing import Route
from questionnaire.rules import ScoringRules
from questionnaire.typography import typeset
from scoring import display
from scoring.model import Edge, Reason, Score, ThemeScore


@dataclass(frozen=True, slots=True)
class Capped:
    score: Score
    base_assured: int
    base_possible: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class _Cap:
    level: int
    because: str
    words: str
    unlock: str


def base(value: Fraction | float, rules: ScoringRules) -> int:
    """The level whose band holds `value` (bands are closed below, open above)."""
    return max(level.number for level in rules.levels if value >= level.starts_at)


def cap_axis(axis: Axis, number: Score, themes: Sequence[ThemeScore], routed: Route) -> Capped:
    """Assured level from the low edge, possible level from the high edge, each under its own caps."""
    assert number.low is not None, "an axis where nothing applies has no level to cap"
    assert number.high is not None
    rules = routed.questionnaire.rules.scoring
    base_low, base_high = base(number.low, rules), base(number.high, rules)
    low_caps = _caps(axis, themes, routed, "assured")
    high_caps = _caps(axis, themes, routed, "possible")
    assured = min([base_low, *(cap.level for cap in low_caps)])
    possible = min([base_high, *(cap.level for cap in high_caps)])
    reasons = (
        *_reasons(low_caps, "assured", number.low, assured, base_low, rules),
        *_reasons(high_caps, "possible", number.high, possible, base_high, rules),
    )
    return Capped(replace(number, level_assured=assured, level_possible=possible), base_low, base_high, reasons)


def near_border(number: Score, rules: ScoringRules) -> bool:
    """True when an edge of the interval lies within the margin of a threshold between two levels."""
    thresholds = [level.starts_at for level in rules.levels[1:]]
    edges = [edge for edge in (number.low, number.high) if edge is not None]
    return any(abs(edge - t) < rules.border_margin.value for edge in edges for t in thresholds)


def _caps(axis: Axis, themes: Sequence[ThemeScore], routed: Route, edge: Edge) -> list[_Cap]:
    critical = [q for q in axis.questions if q.id in routed.critical]
    caps = [cap for question in critical if (cap := _question_cap(question, routed, edge))]
    return [*caps, *_weakest_theme_caps(axis, themes, routed, edge)]


def _question_cap(question: Question, routed: Route, edge: Edge) -> _Cap | None:
    """An unknown or unanswered critical question counts as the lowest step when assured, the highest when possible."""
    answer = routed.answers.get(question.id)
    known = isinstance(answer, Step)
    step = answer.value if isinstance(answer, Step) else 0 if edge == "assured" else question.top
    critical = question.critical
    if critical is None or str(step) not in critical.caps:
        return None
    words = critical.because[str(step)] if known else say("« {short} » reste sans réponse", short=question.short)
    unlock = display.unlock(routed.questionnaire, question.id, step) if known else say("trouver la réponse")
    return _Cap(critical.caps[str(step)], question.id, words, unlock)


def _weakest_theme_caps(axis: Axis, themes: Sequence[ThemeScore], routed: Route, edge: Edge) -> list[_Cap]:
    allowance = int(routed.questionnaire.rules.scoring.weakest_theme_allowance.value)
    names = {theme.id: theme.name for theme in axis.themes}
    levels = {t.id: t.score.level_assured if edge == "assured" else t.score.level_possible for t in themes}
    reached = {theme: level for theme, level in levels.items() if level is not None}
    lowest = min(reached.values(), default=None)
    return [
        _Cap(
            level + allowance,
            theme,
            say("le thème « {names} » est au niveau {level}", names=names[theme], level=level),
            say("avancer sur « {names} »", names=names[theme]),
        )
        for theme, level in reached.items()
        if level == lowest
    ]


def _reasons(
    caps: list[_Cap], edge: Edge, value: Fraction, level: int, base_level: int, rules: ScoringRules
) -> list[Reason]:
    """Only the caps that bind: those equal to the level reached, below the level of the score alone."""
    if level == base_level:
        return []
    shown = display.shown_score(value, rules)
    return [
        Reason(
            cap.level,
            cap.because,
            edge,
            typeset(
                say(
                    "Score {shown}, niveau {level} : {words}. Pour débloquer : {unlock}.",
                    shown=shown,
                    level=level,
                    words=cap.words,
                    unlock=cap.unlock,
                )
            ),
        )
        for cap in caps
        if cap.level == level
    ]
