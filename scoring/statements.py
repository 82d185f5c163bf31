"""The statements of a questionnaire's rules: the first whose condition holds is the one said."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from questionnaire.assessment import Assessment
from questionnaire.conditions import Facts, evaluate, holds
from questionnaire.language import say
from questionnaire.model import Questionnaire
from questionnaire.routing import Route
from questionnaire.rules import MissingStatement, Statement
from questionnaire.typography import listed
from questionnaire.values import Condition
from scoring.model import Spoken

_S = TypeVar("_S", bound=Statement)


def ai_posture(questionnaire: Questionnaire, routed: Route, assessment: Assessment) -> Spoken | None:
    statement = first_that_holds(questionnaire.rules.ai_posture, routed.facts(assessment))
    return Spoken(statement.id, statement.text, statement.detail) if statement else None


def ai_verdict(questionnaire: Questionnaire, routed: Route, assessment: Assessment) -> Spoken | None:
    facts = routed.facts(assessment)
    statement = first_that_holds(questionnaire.rules.ai_verdict, facts)
    if not isinstance(statement, MissingStatement):
        return None
    return Spoken(statement.id, _completed(statement, questionnaire, facts), statement.detail)


def first_that_holds(statements: Iterable[_S], facts: Facts) -> _S | None:
    return next((s for s in statements if holds(s.when, facts)), None)


def _completed(statement: MissingStatement, questionnaire: Questionnaire, facts: Facts) -> str:
    """The text with `{missing}` replaced by the short names of the questions still below the step."""
    names = [
        say("« {name} »", name=questionnaire.question_by_id[q].short)
        for q in statement.missing
        if evaluate(Condition(question=q, below=statement.missing_below), facts) is True
    ]
    return statement.text.replace("{missing}", listed(names))
