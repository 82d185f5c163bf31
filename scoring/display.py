"""How exact values are shown: rounding at the edge only, never across a level threshold."""

from __future__ import annotations

import math
from fractions import Fraction

from questionnaire.catalogue import Action
from questionnaire.language import say
from questionnaire.model import Questionnaire
from questionnaire.rules import ScoringRules
from questionnaire.typography import round_half_up


def shown_score(value: Fraction, rules: ScoringRules) -> str:
    """The score as printed: an integer, half up; one decimal when the integer would change the level ("49,6")."""
    rounded = round_half_up(value)
    if all((value >= level.starts_at) == (rounded >= level.starts_at) for level in rules.levels):
        return str(rounded)
    return say("{units},{tenths}", units=math.floor(value * 10) // 10, tenths=math.floor(value * 10) % 10)


def shown_interval(low: Fraction, high: Fraction, rules: ScoringRules) -> str:
    """« 34 à 40 », or one number when both edges read the same."""
    first, last = shown_score(low, rules), shown_score(high, rules)
    return first if first == last else say("{first} à {last}", first=first, last=last)


def shown_level(assured: int, possible: int) -> str:
    """« 2 » or « au moins niveau 1, peut-être 2 »."""
    return (
        say("niveau {assured}", assured=assured)
        if assured == possible
        else say("au moins niveau {assured}, peut-être {possible}", assured=assured, possible=possible)
    )


def unlock(questionnaire: Questionnaire, question_id: str, step: int) -> str:
    """The lightest action that lifts this question above `step`, with its hours and euros."""
    lifting = [
        a for a in questionnaire.actions if any(m.item == question_id and (m.to_step or 0) > step for m in a.moves)
    ]
    if not lifting:
        return say("en parler ensemble")
    action = min(lifting, key=lambda a: (planning_euros(questionnaire, a) > 0, bool(a.after), a.hours, a.id))
    euros = planning_euros(questionnaire, action)
    return say("{action} ({hours} h, {euros} €)", action=action.id, hours=action.hours, euros=euros)


def planning_euros(questionnaire: Questionnaire, action: Action) -> int:
    """Euros that planning counts: the upper bound of the class, 0 when a free route is named."""
    return cost_range(questionnaire, action)[1]


def cost_range(questionnaire: Questionnaire, action: Action) -> tuple[int, int]:
    """Lower and upper bound in euros of an action's cost class; a named free route makes it free."""
    bounds = next(c for c in questionnaire.cost_classes if c.id == action.cost)
    return (bounds.low, 0) if action.free_route and bounds.low == 0 else (bounds.low, bounds.high)
