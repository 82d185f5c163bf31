"""Around the plan, in words: a little more time or money, what a grant would unlock, what comes next."""

from __future__ import annotations

from functools import partial

from questionnaire.language import say
from questionnaire.typography import typeset
from reports import plan_edit_words as words
from reports.case import Case
from reports.compose_plan import name_of
from reports.content import PlanMargins, Unlock
from scoring.margins import Margins, Unlocked


def plan_margins(case: Case, margins: Margins) -> PlanMargins:
    name = partial(name_of, case)
    return PlanMargins(
        margins=tuple(words.margin_words(m, case.plan, name) for m in (margins.more_hours, margins.more_euros)),
        unlock_lead=typeset(say(words.UNLOCK_LEAD)) if margins.unlocked else "",
        unlocks=tuple(_unlock(case, unlocked) for unlocked in margins.unlocked),
        following=tuple(name(i) for i in margins.following),
    )


def _unlock(case: Case, unlocked: Unlocked) -> Unlock:
    name = partial(name_of, case)
    text = words.unlock_words(unlocked, case.questionnaire, case.rules, case.in_numbers, name)
    return Unlock(unlocked.id, name(unlocked.id), words.unlock_cost(unlocked), text)
