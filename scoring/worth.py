"""What an action would change for this association: gains by question, and lifts of theme scores (framework C.7)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from questionnaire.answers import Answer, Checked, NotApplicable, Step, Unknown
from questionnaire.assessment import Assessment
from questionnaire.catalogue import Action, Move
from questionnaire.model import Question
from questionnaire.routing import Route
from scoring.engine import USEFUL_LINES_MIN, score_theme
from scoring.plan_model import Lift


class Worth:
    """Values of actions for one routed assessment. Unanswered questions trigger nothing."""

    def __init__(self, routed: Route, assessment: Assessment) -> None:
        self._questionnaire = routed.questionnaire
        self._rules = routed.questionnaire.rules
        self._routed = routed
        self._targets = assessment.all_of("targets")
        self._needs = set(self._matched_themes(assessment))

    def gains(self, action: Action) -> dict[str, Fraction]:
        """Value of the action by question, before comparing with other actions on the same question."""
        pairs = ((move.item, self._gain(action, move)) for move in action.moves)
        return {item: gain for item, gain in pairs if gain > 0}

    def rescues(self, action: Action) -> frozenset[str]:
        """The critical questions, at step 0 or unknown, that the action lifts."""
        return frozenset(
            m.item
            for m in action.moves
            if m.item in self._routed.critical and self._routed.answers.get(m.item) in (Step(0), Unknown())
        )

    def lifts_from_zero(self, action: Action) -> bool:
        """True when the action lifts a critical question found at step 0."""
        return any(self._routed.answers.get(item) == Step(0) for item in self.rescues(action))

    def fulfilled(self, action: Action) -> bool:
        """A prerequisite is a state: all its questions are at its step, or do not apply."""
        return all(self._reached(move) for move in action.moves)

    def _reached(self, move: Move) -> bool:
        answer = self._routed.answers.get(move.item)
        if move.item not in self._routed.ids or isinstance(answer, NotApplicable):
            return True
        if isinstance(answer, Checked):
            return set(move.options).isdisjoint(answer.useful_but_absent)
        return isinstance(answer, Step) and answer.value >= (move.to_step or 0)

    def _gain(self, action: Action, move: Move) -> Fraction:
        answer = self._routed.answers.get(move.item)
        if answer is None or isinstance(answer, NotApplicable):
            return Fraction(0)
        question = self._questionnaire.question_by_id[move.item]
        target = self._target(question)
        steps = min(target, _reach(question, move, answer)) - _current(question, answer)
        share = max(Fraction(0), Fraction(steps)) / question.top
        return action.feasibility * share * question.weight * self._urgency(question, answer) * self._focus(question)

    def _target(self, question: Question) -> Fraction:
        wanted = self._targets.get(self._questionnaire.theme_of[question.id].id)
        return Fraction(self._rules.plan.default_target.value if wanted is None else wanted)

    def _urgency(self, question: Question, answer: Answer) -> Fraction:
        plan, at_zero = self._rules.plan, answer == Step(0)
        if question.id in self._routed.critical and (at_zero or answer == Unknown()):
            return plan.critical_urgency.value
        heavy = question.weight == plan.heavy_weight.value
        return plan.heavy_urgency.value if heavy and at_zero else Fraction(1)

    def _focus(self, question: Question) -> Fraction:
        axis = self._questionnaire.axis_of[question.id].id
        theme = self._questionnaire.theme_of[question.id].id
        opportunities = self._rules.opportunities
        bonus = opportunities.bonus if opportunities and theme in self._needs else Fraction(1)
        factor = self._rules.plan.axis_factors.get(axis)
        return bonus * (factor.value if factor else 1)

    def _matched_themes(self, assessment: Assessment) -> Iterable[str]:
        opportunities = self._rules.opportunities
        said = assessment.fields.get(opportunities.field) if opportunities else None
        for match in opportunities.matches if opportunities else ():
            if match.option in (said or ()):
                yield from match.themes


def _current(question: Question, answer: Answer) -> Fraction:
    if isinstance(answer, Checked):
        return question.top * answer.share if answer.useful >= USEFUL_LINES_MIN else Fraction(question.top)
    return Fraction(answer.value) if isinstance(answer, Step) else Fraction(0)


def _reach(question: Question, move: Move, answer: Answer) -> Fraction:
    """The step reached; for a checklist, from the share once the named lines are in place."""
    if question.type == "rubric":
        return Fraction(move.to_step or 0)
    if not isinstance(answer, Checked):
        return Fraction(question.top * len(move.options), len(question.options))
    return question.top * _moved(answer, move).share


def _moved(answer: Checked, move: Move) -> Checked:
    gained = answer.useful_but_absent & set(move.options)
    return Checked(answer.in_place | gained, answer.useful_but_absent - gained, answer.not_useful)


def after(action: Action, routed: Route, answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """The answers once the action is done: steps never go down, a checklist gains the named lines."""
    done = dict(answers)
    for move in action.moves:
        answer = done.get(move.item)
        question = routed.questionnaire.question_by_id[move.item]
        if isinstance(answer, Checked):
            done[move.item] = _moved(answer, move)
        elif question.type == "rubric" and isinstance(answer, Step | Unknown):
            now = answer.value if isinstance(answer, Step) else 0
            done[move.item] = Step(max(now, move.to_step or 0))
    return done


def lifts(action: Action, routed: Route, before: Mapping[str, Answer], done: Mapping[str, Answer]) -> tuple[Lift, ...]:
    """True changes of the low edge of each theme the action touches."""
    questionnaire = routed.questionnaire
    themes = dict.fromkeys(questionnaire.theme_of[move.item].id for move in action.moves)
    edges = [(t, _low(routed, t, before), _low(routed, t, done)) for t in themes]
    return tuple(
        Lift(t, start, end) for t, start, end in edges if start is not None and end is not None and end > start
    )


def _low(routed: Route, theme_id: str, answers: Mapping[str, Answer]) -> Fraction | None:
    questionnaire = routed.questionnaire
    changed = Route(questionnaire, routed.questions, routed.critical, dict(answers))
    return score_theme(questionnaire.theme_by_id[theme_id], changed, questionnaire.rules.scoring).score.low
