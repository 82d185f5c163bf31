"""The means to act: hours, euros, number of actions, as the rules read them from the profile."""

from __future__ import annotations

from questionnaire.assessment import Assessment
from questionnaire.conditions import Facts, holds
from questionnaire.model import Questionnaire
from scoring.plan_model import Capacity


def of(questionnaire: Questionnaire, assessment: Assessment) -> Capacity:
    """Hours over the horizon of the rules, euros over the year; a stated hypothesis when nothing is said."""
    rules = questionnaire.rules.plan.capacity
    said = assessment.fields.get(rules.field) or {}
    hours = said.get(rules.hours_part)
    euros = said.get(rules.euros_part)
    monthly = rules.default_hours_per_month if hours is None else hours
    return Capacity(
        hours=monthly * rules.months,
        euros=rules.default_euros if euros is None else euros,
        at_most=at_most(questionnaire, assessment),
        hours_per_month=monthly,
        assumed=hours is None,
    )


def at_most(questionnaire: Questionnaire, assessment: Assessment) -> int:
    """How many actions this association can carry: few are done better than many are begun."""
    rules = questionnaire.rules.plan
    if assessment.mode == "express":
        return int(rules.at_most_express.value)
    facts = Facts(assessment.fields)
    return next((r.number for r in rules.at_most if holds(r.when, facts)), int(rules.at_most_otherwise.value))


def effort_factor(questionnaire: Questionnaire, facts: Facts) -> int:
    """Larger organisations need more time for the same action."""
    rules = questionnaire.rules.plan
    return int(rules.heavier_factor.value) if holds(rules.heavier_when, facts) else 1
