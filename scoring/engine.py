"""From answers to three intervals. Read top-down: it is the method page.

Formulas: `docs/methode.md` (items C.1, themes C.2, axes C.3 of the framework). Exact fractions all
the way; nothing here reads a clock, a locale or a float.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from questionnaire.answers import Answer, Checked, NotApplicable, Step, Unknown
from questionnaire.assessment import Assessment
from questionnaire.model import Axis, Question, Questionnaire, Theme
from questionnaire.routing import Route, route
from questionnaire.rules import ScoringRules
from scoring import levels, statements
from scoring.model import AxisScore, Contribution, Result, Score, ThemeScore

USEFUL_LINES_MIN = 3
NOTHING = Score(None, None, None, None, None, None)


def score(questionnaire: Questionnaire, assessment: Assessment) -> Result:
    """The result of one assessment: axes, what to protect first, statements."""
    routed = route(questionnaire, assessment)
    return Result(
        questionnaire.id,
        questionnaire.version,
        assessment.mode,
        axes=tuple(score_axis(axis, routed, assessment.mode) for axis in questionnaire.axes),
        protect_first=tuple(i for i in routed.ids if i in routed.critical and routed.answers.get(i) == Step(0)),
        unknown=tuple(i for i in routed.ids if routed.answers.get(i) == Unknown()),
        ai_posture=statements.ai_posture(questionnaire, routed, assessment),
        ai_verdict=statements.ai_verdict(questionnaire, routed, assessment),
    )


def score_axis(axis: Axis, routed: Route, mode: str) -> AxisScore:
    """One axis: weighted means of its applicable themes (equal weights by default), then level caps."""
    rules = routed.questionnaire.rules.scoring
    inside = set(routed.ids)
    themes = tuple(
        score_theme(theme, routed, rules)
        for theme in axis.themes
        if mode == "full" or any(q.id in inside for q in theme.questions)
    )
    weights = {theme.id: theme.weight for theme in axis.themes}
    contributions = [c for theme in themes for c in theme.contributions]
    answered = sum(c.status == "answered" for c in contributions)
    asked = sum(c.applicable for c in contributions)
    number = _axis_numbers([t for t in themes if t.score.coverage is not None], weights, rules, mode)
    if number.coverage is None:
        return AxisScore(axis.id, NOTHING, None, None, False, False, answered, asked, (), themes)
    capped = levels.cap_axis(axis, number, themes, routed)
    return AxisScore(
        axis.id,
        score=capped.score,
        base_assured=capped.base_assured,
        base_possible=capped.base_possible,
        evaluable=mode == "full"
        and answered >= rules.axis_answered_min.value
        and number.coverage >= rules.axis_point_coverage.value,
        partial_profile=_partial_profile(themes, rules),
        answered=answered,
        asked=asked,
        reasons=capped.reasons,
        themes=themes,
    )


def score_theme(theme: Theme, routed: Route, rules: ScoringRules) -> ThemeScore:
    """One theme: W applicable weight, K answered weight, N weighted values (C.2).

    low = N/W (unknowns at 0), high = (N + 100(W-K))/W (unknowns at 100), point = N/K.
    """
    contributions = tuple(contribution(q, routed) for q in theme.questions)
    applicable = sum((c.weight for c in contributions if c.applicable), Fraction(0))
    if not applicable:
        return ThemeScore(theme.id, NOTHING, contributions)
    answered = [(c.weight, c.value) for c in contributions if c.value is not None]
    known = sum((w for w, _ in answered), Fraction(0))
    total = sum((w * v for w, v in answered), Fraction(0))
    coverage = known / applicable
    low, high = total / applicable, (total + 100 * (applicable - known)) / applicable
    shown = known and coverage >= rules.theme_point_coverage.value
    assured, possible = levels.base(low, rules), levels.base(high, rules)
    return ThemeScore(
        theme.id, Score(low, high, coverage, total / known if shown else None, assured, possible), contributions
    )


def contribution(question: Question, routed: Route) -> Contribution:
    """One question: out by profile, out by hand, unknown, unanswered, or its value (C.1)."""
    weight = question.weight
    if question.id not in routed.ids:
        return Contribution(question.id, weight, "not_applicable", out_by_profile=True)
    answer = routed.answers.get(question.id)
    if isinstance(answer, NotApplicable):
        by_hand = answer.reason != "did_not_arise"
        return Contribution(question.id, weight, "not_applicable", removed_by_hand=by_hand)
    if isinstance(answer, Checked) and answer.useful < USEFUL_LINES_MIN:
        return Contribution(question.id, weight, "not_applicable")
    if isinstance(answer, Step | Checked):
        return Contribution(question.id, weight, "answered", value(question, answer))
    return Contribution(question.id, weight, "unknown" if isinstance(answer, Unknown) else "unanswered")


def value(question: Question, answer: Answer) -> Fraction:
    """100 x step/(n-1) for a rubric of n anchors, 100 x share in place for a checklist."""
    if isinstance(answer, Checked):
        return 100 * answer.share
    assert isinstance(answer, Step)
    return Fraction(100 * answer.value, question.top)


def _axis_numbers(themes: Iterable[ThemeScore], weights: dict[str, Fraction], rules: ScoringRules, mode: str) -> Score:
    scores = [(weights[t.id], t.score) for t in themes]
    enough = rules.axis_point_coverage.value
    covered = all(s.coverage is not None and s.coverage >= enough for _, s in scores)
    return Score(
        low=_mean_of_all((w, s.low) for w, s in scores),
        high=_mean_of_all((w, s.high) for w, s in scores),
        coverage=_mean_of_all((w, s.coverage) for w, s in scores),
        point=_mean_of_all((w, s.point) for w, s in scores) if mode == "full" and covered else None,
        level_assured=None,
        level_possible=None,
    )


def _mean_of_all(pairs: Iterable[tuple[Fraction, Fraction | None]]) -> Fraction | None:
    """The mean, or no number when one value is missing or when there is none at all."""
    pairs = list(pairs)
    known = [(w, v) for w, v in pairs if v is not None]
    return mean(known) if known and len(known) == len(pairs) else None


def mean(pairs: Iterable[tuple[Fraction, Fraction]]) -> Fraction:
    """Weighted arithmetic mean of (weight, value) pairs; the weights are positive."""
    pairs = list(pairs)
    return sum((w * v for w, v in pairs), Fraction(0)) / sum((w for w, _ in pairs), Fraction(0))


def _partial_profile(themes: Iterable[ThemeScore], rules: ScoringRules) -> bool:
    """Mean over themes of (weight removed by hand / weight applicable by profile) above the limit."""
    shares = []
    for theme in themes:
        by_hand = sum((c.weight for c in theme.contributions if c.removed_by_hand), Fraction(0))
        profile = sum((c.weight for c in theme.contributions if not c.out_by_profile), Fraction(0))
        if profile:
            shares.append(by_hand / profile)
    return bool(shares) and sum(shares, Fraction(0)) / len(shares) > rules.partial_profile_above.value
