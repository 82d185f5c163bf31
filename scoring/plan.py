"""The action plan under the hours and euros an association really has.

`select` is the seam: it takes a `Problem` and answers with ids. It works in a simple order (what to
protect first, then the most useful for the time) and keeps every limit; an exact optimiser can take
its place without touching anything else.
"""

from __future__ import annotations

from datetime import date

from questionnaire.assessment import Assessment
from questionnaire.catalogue import Action
from questionnaire.conditions import Facts, holds
from questionnaire.model import Questionnaire
from questionnaire.routing import Route, route
from scoring import calendar, capacity, refusals
from scoring.display import planning_euros
from scoring.plan_model import Candidate, Plan, PlannedAction, Problem
from scoring.selection import select
from scoring.worth import Worth, after, lifts


def make_plan(questionnaire: Questionnaire, assessment: Assessment, start: date) -> Plan:
    """The plan from `start`: chosen actions in calendar order, refusals, find-out tasks, duties."""
    routed = route(questionnaire, assessment)
    problem = pose(questionnaire, assessment, routed)
    chosen = select(problem)
    by_id = {c.id: c for c in problem.candidates}
    ordered = calendar.in_order([by_id[i] for i in chosen])
    months = calendar.months(ordered, problem.capacity, start)
    return Plan(
        problem.capacity,
        chosen=_planned(ordered, months, routed, questionnaire),
        refused=refusals.explain(problem, frozenset(chosen)),
        find_out=tuple(i for i in routed.ids if assessment.answers.get(i) == "unknown"),
        duties=_duties(questionnaire, assessment),
    )


def pose(questionnaire: Questionnaire, assessment: Assessment, routed: Route) -> Problem:
    """The problem of this association: useful actions and the prerequisites they need."""
    worth = Worth(routed, assessment)
    facts = Facts(assessment.fields)
    rules = {r.axis: r for r in reversed(questionnaire.rules.plan.axis_limits) if holds(r.when, facts)}
    limits = {axis: rule.number for axis, rule in rules.items()}
    reasons = {axis: rule.rationale or "" for axis, rule in rules.items()}
    factor = capacity.effort_factor(questionnaire, facts)
    candidates = tuple(
        _candidate(questionnaire, action, worth, factor, limits)
        for action in questionnaire.actions
        if not worth.fulfilled(action)
    )
    return Problem(_reachable(candidates), capacity.of(questionnaire, assessment), limits, reasons)


def _candidate(
    questionnaire: Questionnaire, action: Action, worth: Worth, factor: int, limits: dict[str, int]
) -> Candidate:
    rescues = worth.rescues(action)
    axes = {questionnaire.axis_of[move.item].id for move in action.moves}
    limited = next((axis for axis in limits if axis in axes and not worth.lifts_from_zero(action)), None)
    waiting = [i for i in action.after if not worth.fulfilled(questionnaire.action_by_id[i])]
    return Candidate(
        action.id,
        hours=action.hours * factor,
        euros=planning_euros(questionnaire, action),
        after=tuple(waiting),
        gains=worth.gains(action),
        rescues=rescues,
        limited_axis=limited,
    )


def _reachable(candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Actions that bring something here, and those they wait for."""
    by_id = {c.id: c for c in candidates}
    kept: set[str] = set()
    todo = [c.id for c in candidates if c.gains]
    while todo:
        name = todo.pop()
        if name in by_id and name not in kept:
            kept.add(name)
            todo.extend(by_id[name].after)
    return tuple(c for c in candidates if c.id in kept)


def _planned(
    ordered: list[Candidate], months: list[str], routed: Route, questionnaire: Questionnaire
) -> tuple[PlannedAction, ...]:
    """Lifts are counted one after the other, so that they add up along the calendar."""
    answers = dict(routed.answers)
    planned = []
    for candidate, month in zip(ordered, months, strict=True):
        action = questionnaire.action_by_id[candidate.id]
        done = after(action, routed, answers)
        changed = lifts(action, routed, answers, done)
        planned.append(
            PlannedAction(action.id, month, candidate.hours, candidate.euros, changed, tuple(sorted(candidate.rescues)))
        )
        answers = done
    return tuple(planned)


def _duties(questionnaire: Questionnaire, assessment: Assessment) -> tuple[str, ...]:
    facts = Facts(assessment.fields)
    return tuple(d.text for d in questionnaire.rules.duties if holds(d.when, facts))
