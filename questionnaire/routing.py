"""Which questions are asked, given the profile and the mode; an unknown condition keeps a question in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from questionnaire.answers import Answer, NotAnAnswerError, NotApplicable, read
from questionnaire.assessment import Assessment
from questionnaire.conditions import Facts, may_hold
from questionnaire.model import Question, Questionnaire, UnscoredField


@dataclass(frozen=True)
class Route:
    """The questions in, in order, those that are critical here, and the answers that count."""

    questionnaire: Questionnaire
    questions: tuple[Question, ...]
    critical: frozenset[str]
    answers: dict[str, Answer]

    @cached_property
    def ids(self) -> tuple[str, ...]:
        return tuple(q.id for q in self.questions)

    def facts(self, assessment: Assessment) -> Facts:
        """What statements are decided on: unknown answers never help."""
        out = frozenset(q.id for q in self.questionnaire.questions) - set(self.ids)
        return Facts(assessment.fields, self.answers, out, cautious=True)


def route(questionnaire: Questionnaire, assessment: Assessment) -> Route:
    """Routing of one assessment, worked out once. Stored answers of questions that are out are left aside."""
    known: Route | None = assessment.worked_out.get("route")
    if known is None or known.questionnaire is not questionnaire:
        known = assessment.worked_out["route"] = _routed(questionnaire, assessment)
    return known


def _routed(questionnaire: Questionnaire, assessment: Assessment) -> Route:
    fields = assessment.fields
    answers: dict[str, Answer] = {}
    out: set[str] = set()
    inside: list[Question] = []
    critical: set[str] = set()
    for question in questionnaire.questions:
        facts = Facts(fields, answers, frozenset(out))
        if (assessment.mode == "express" and not question.express) or not may_hold(question.when, facts):
            out.add(question.id)
            continue
        inside.append(question)
        if question.critical and may_hold(question.critical.when, facts):
            critical.add(question.id)
        answer = _answer(question, assessment, question.id in critical)
        if answer is not None:
            answers[question.id] = answer
    return Route(questionnaire, tuple(inside), frozenset(critical), answers)


def _answer(question: Question, assessment: Assessment, is_critical: bool) -> Answer | None:
    """The answer that counts: « non concerné » does not, once the profile makes a question critical."""
    raw = assessment.answers.get(question.id)
    if raw is None:
        return None
    try:
        answer = read(question, raw)
    except NotAnAnswerError:
        return None
    return None if is_critical and isinstance(answer, NotApplicable) else answer


def asked_fields(questionnaire: Questionnaire, assessment: Assessment) -> tuple[UnscoredField, ...]:
    """The unscored fields asked, in order: profile first, then the questions that come before the scored ones."""
    facts = Facts(assessment.fields)
    return tuple(
        f
        for f in (*questionnaire.profile, *questionnaire.benchmark)
        if (f.express or assessment.mode == "full") and may_hold(f.when, facts)
    )
