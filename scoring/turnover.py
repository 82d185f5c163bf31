"""What would leave with a person, and which funding routes fit: the rules of the content read for one association."""

from __future__ import annotations

from questionnaire.answers import Unknown
from questionnaire.assessment import Assessment
from questionnaire.conditions import Facts, holds, may_hold
from questionnaire.documents import Turnover
from questionnaire.funding import FundingRoute
from questionnaire.model import Questionnaire
from questionnaire.routing import Route, route

CLOSED = "closed"


def facts_of(routed: Route, assessment: Assessment) -> Facts:
    """What is known, answers included: an unknown answer satisfies nothing."""
    out = frozenset(question.id for question in routed.questionnaire.questions) - frozenset(routed.ids)
    return Facts(assessment.fields, routed.answers, out)


def if_a_person_leaves(turnover: Turnover, routed: Route, assessment: Assessment) -> tuple[str, ...]:
    """The sentences that hold; for a question that got « je ne sais pas », what has to be known first."""
    facts = facts_of(routed, assessment)
    told = []
    for line in turnover.lines:
        if line.question and line.unknown and routed.answers.get(line.question) == Unknown():
            told.append(line.unknown)
        elif holds(line.when, facts):
            told.append(line.text)
    return tuple(dict.fromkeys(told))


def funding_routes(questionnaire: Questionnaire, assessment: Assessment) -> tuple[FundingRoute, ...]:
    """The routes this profile may take. What is not known of it keeps a route in; a closed call is never offered."""
    facts = facts_of(route(questionnaire, assessment), assessment)
    return tuple(r for r in questionnaire.funding_routes if r.status != CLOSED and may_hold(r.when, facts))
