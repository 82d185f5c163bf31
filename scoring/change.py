"""What changed between two assessments of one association, on the questions that both answered (framework C.8).

Formulas: `docs/methode.md`, C.8. Exact fractions; nothing here reads a clock. A question that was unknown and is known
now is in no score of the comparison: learning something never lowers anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from questionnaire.answers import Answer, Checked, Step
from questionnaire.assessment import Assessment
from questionnaire.catalogue import Action
from questionnaire.model import Axis, Question, Questionnaire, Theme
from questionnaire.routing import Route, route
from questionnaire.rules import ChangeRules
from scoring.change_model import AxisChange, Change, Kind, QuestionChange, ThemeChange, Verdict
from scoring.engine import contribution, mean

KNOWN, SILENT, OUT = "known", "silent", "out"
_STATES = {"answered": KNOWN, "unknown": SILENT, "unanswered": SILENT, "not_applicable": OUT}
_KINDS: dict[tuple[str, str], Kind] = {
    (SILENT, KNOWN): "learned",
    (KNOWN, SILENT): "forgotten",
    (OUT, KNOWN): "appeared",
    (OUT, SILENT): "appeared",
    (KNOWN, OUT): "gone",
    (SILENT, OUT): "gone",
}


def change(
    questionnaire: Questionnaire,
    before: Assessment,
    after: Assessment,
    *,
    done: Iterable[str] = (),
    former: Questionnaire | None = None,
) -> Change:
    """From `before` to `after`. `done`: actions done between the two. `former`: the content `before` answered, when it
    was another version; only questions of the same shape in both are then compared.
    """
    former = former or questionnaire
    old, new = route(former, before), route(questionnaire, after)
    rules = questionnaire.rules.change
    actions = [questionnaire.action_by_id[name] for name in sorted(done) if name in questionnaire.action_by_id]
    found = {
        q.id: _question(q, old, new, actions)
        for q in questionnaire.questions
        if q.id in former.question_by_id and _same_shape(q, former.question_by_id[q.id])
    }
    in_numbers = before.mode == after.mode == "full"
    return Change(
        axes=tuple(_axis(axis, found, rules if in_numbers else None) for axis in questionnaire.axes),
        questions=tuple(found.values()),
        margin_squared=margin_squared(rules) if rules else None,
        hindsight=_hindsight(questionnaire, found.values(), rules),
    )


def margin_squared(rules: ChangeRules) -> Fraction:
    """Square, in points, of the smallest difference that says something: (z x sqrt(2) x SD x sqrt(1 - rel))^2."""
    deviation, unreliable = rules.standard_deviation.value, 1 - rules.reliability.value
    return 2 * (rules.deviations.value * deviation) ** 2 * unreliable


def _same_shape(one: Question, other: Question) -> bool:
    """Steps as many, or the same lines: a step or a share then means the same both times."""
    lines = {option.id for option in one.options} == {option.id for option in other.options}
    return one.type == other.type and len(one.anchors) == len(other.anchors) and lines


def _question(question: Question, old: Route, new: Route, actions: list[Action]) -> QuestionChange:
    then, now = contribution(question, old), contribution(question, new)
    answers = old.answers.get(question.id), new.answers.get(question.id)
    made = QuestionChange(
        question.id,
        _kind(_STATES[then.status], _STATES[now.status], then.value, now.value, answers),
        question.weight,
        then.applicable or now.applicable,
        *answers,
        before_value=then.value,
        after_value=now.value,
    )
    return made if made.difference is None or made.difference <= 0 else _explained(question, made, actions)


def _kind(
    was: str, is_now: str, then: Fraction | None, now: Fraction | None, answers: tuple[Answer | None, Answer | None]
) -> Kind:
    if then is not None and now is not None:
        if then == now:
            return "same" if answers[0] == answers[1] else "moved"
        return "up" if now > then else "down"
    return _KINDS.get((was, is_now), "same")


def _explained(question: Question, made: QuestionChange, actions: list[Action]) -> QuestionChange:
    """What of a rise an action done reaches: up to its step; for a list, as soon as one of its lines came in place."""
    moves = [(action.id, move) for action in actions for move in action.moves if move.item == question.id]
    before, after = made.before, made.after
    reached, by = Fraction(0), list[str]()
    for name, move in moves:
        part = Fraction(0)
        if isinstance(before, Step) and isinstance(after, Step) and move.to_step:
            part = Fraction(100 * max(min(after.value, move.to_step) - before.value, 0), question.top)
        elif isinstance(before, Checked) and isinstance(after, Checked):
            part = made.difference or part if (after.in_place - before.in_place) & set(move.options) else part
        reached, by = max(reached, part), [*by, *([name] if part else [])]
    return made.explained_by(reached, tuple(by))


def _axis(axis: Axis, found: Mapping[str, QuestionChange], rules: ChangeRules | None) -> AxisChange:
    """Both scores on the matched set, weighted as a score is; its share of what was asked at either time.

    Without `rules` (an express assessment, a content that has none) no number is read.
    """
    themes = tuple(_theme(theme, found) for theme in axis.themes)
    weighed = [(theme.weight, read) for theme, read in zip(axis.themes, themes, strict=True)]
    coverage = _mean((w, t.coverage) for w, t in weighed)
    matched = sum(t.matched for t in themes)
    before, after = _mean((w, t.before) for w, t in weighed), _mean((w, t.after) for w, t in weighed)
    explained = _mean((w, t.explained) for w, t in weighed if t.matched) or Fraction(0)
    verdict = _verdict(before, after, rules) if rules and _enough(matched, coverage, rules) else "not_comparable"
    return AxisChange(axis.id, before, after, coverage, matched, explained, verdict, themes)


def _enough(matched: int, coverage: Fraction | None, rules: ChangeRules) -> bool:
    return matched >= rules.answered_min.value and coverage is not None and coverage >= rules.coverage_min.value


def _verdict(before: Fraction | None, after: Fraction | None, rules: ChangeRules) -> Verdict:
    if before is None or after is None:
        return "not_comparable"
    difference = after - before
    if difference**2 <= margin_squared(rules):
        return "stable"
    return "up" if difference > 0 else "down"


def _theme(theme: Theme, found: Mapping[str, QuestionChange]) -> ThemeChange:
    changes = [found[q.id] for q in theme.questions if q.id in found]
    matched = [c for c in changes if c.matched]
    asked = sum((c.weight for c in changes if c.asked), Fraction(0))
    asked += sum((q.weight for q in theme.questions if q.id not in found), Fraction(0))
    both = sum((c.weight for c in matched), Fraction(0))
    coverage = both / asked if asked else None
    if not both:
        return ThemeChange(theme.id, None, None, coverage, 0, Fraction(0))
    before, after = (
        _mean((c.weight, c.before_value) for c in matched),
        _mean((c.weight, c.after_value) for c in matched),
    )
    explained = mean((c.weight, c.explained) for c in matched)
    return ThemeChange(theme.id, before, after, coverage, len(matched), explained)


def _mean(pairs: Iterable[tuple[Fraction, Fraction | None]]) -> Fraction | None:
    """The weighted mean of what has a value; None when nothing has."""
    known = [(weight, value) for weight, value in pairs if value is not None]
    return mean(known) if known else None


def _hindsight(
    questionnaire: Questionnaire, found: Iterable[QuestionChange], rules: ChangeRules | None
) -> tuple[str, ...]:
    """The matched questions with steps that weigh most in the difference; the heaviest, then the first, when equal."""
    order = {question.id: rank for rank, question in enumerate(questionnaire.questions)}
    steps = [c for c in found if c.matched and isinstance(c.before, Step)]
    ranked = sorted(steps, key=lambda c: (-c.weight * abs(c.difference or Fraction(0)), -c.weight, order[c.question]))
    return tuple(c.question for c in ranked[: int(rules.hindsight_most.value) if rules else 0])
