"""The action plan under the hours and euros an association really has, and under its own decisions.

`posing` sets the problem, `optimiser` answers with ids, `calendar` places them, `refusals` says why the
others wait. Nothing here overwrites what the association decided.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from questionnaire.assessment import Assessment
from questionnaire.conditions import Facts, holds, may_hold
from questionnaire.model import Questionnaire
from questionnaire.plan_edits import Edit, PlanEdits, edits
from questionnaire.routing import Route, route
from scoring import calendar, capacity, refusals
from scoring.calendar import Rhythm, Task
from scoring.optimiser import select
from scoring.plan_model import Candidate, Conflict, FindOutTask, Plan, PlannedAction, Posed
from scoring.posing import pose
from scoring.worth import after, lifts

HORIZONS = ("quick", "semester", "year")


def make_plan(questionnaire: Questionnaire, assessment: Assessment, start: date) -> Plan:
    """The plan from `start`: actions in calendar order, refusals, find-out tasks, duties, conflicts."""
    routed = route(questionnaire, assessment)
    posed = pose(questionnaire, assessment, routed)
    said = edits(assessment)
    taken = chosen(posed)
    months = _months(questionnaire, assessment, [*taken, *posed.own], said, start)
    planned = _planned(taken, months, routed, said)
    return Plan(
        posed.capacity,
        chosen=planned,
        refused=refusals.explain(posed, taken, said),
        find_out=_find_out(questionnaire, assessment, routed, said, start),
        duties=_duties(questionnaire, assessment),
        start=start,
        own=tuple(PlannedAction(c.id, months[c.id], c.hours, c.euros, (), (), said.own[c.id]) for c in posed.own),
        dropped=tuple((name, edit) for name, edit in {**said.actions, **said.own}.items() if edit.dropped),
        conflicts=tuple(_conflicts(posed, taken, months, said)),
    )


def start_of(assessment: Assessment, today: date) -> date:
    """The first day of the calendar: the one the association keeps, else today."""
    return edits(assessment).start or today


def chosen(posed: Posed) -> list[Candidate]:
    """The catalogue's part of the plan: what was kept, and the best of what is left."""
    by_id = {c.id: c for c in posed.problem.candidates}
    return [*posed.kept, *(by_id[name] for name in select(posed.problem))]


def _months(
    questionnaire: Questionnaire, assessment: Assessment, taken: list[Candidate], said: PlanEdits, start: date
) -> dict[str, str]:
    tasks = [_task(questionnaire, candidate, said) for candidate in taken]
    return calendar.schedule(tasks, rhythm(questionnaire, assessment), start)


def _task(questionnaire: Questionnaire, candidate: Candidate, said: PlanEdits) -> Task:
    """What is done comes first, then what protects, then the nearest horizon, then the shortest."""
    edit = said.actions.get(candidate.id) or said.own.get(candidate.id) or Edit()
    action = questionnaire.action_by_id.get(candidate.id)
    horizon = HORIZONS.index(action.horizon) if action else len(HORIZONS) - 1
    return Task(
        candidate.id,
        candidate.hours,
        rank=(not edit.done, not candidate.rescues, horizon, candidate.hours),
        after=candidate.after,
        fixed=edit.due,
        at_assembly=bool(action and action.at_assembly),
    )


def rhythm(questionnaire: Questionnaire, assessment: Assessment) -> Rhythm:
    """The pace said by the association, and the months and quarters of the rules."""
    pace = capacity.of(questionnaire, assessment).hours_per_month
    rules = questionnaire.rules.plan.calendar
    if rules is None:
        return Rhythm(pace)
    facts = Facts(assessment.fields)
    limit = next((r.number for r in rules.per_quarter if may_hold(r.when, facts)), None)
    assembly = assessment.fields.get(rules.assembly_field) if rules.assembly_field else None
    return Rhythm(pace, frozenset(rules.light_months), limit, assembly)


def _planned(
    taken: list[Candidate], months: dict[str, str], routed: Route, said: PlanEdits
) -> tuple[PlannedAction, ...]:
    """Lifts are counted one after the other, so that they add up along the calendar."""
    answers = dict(routed.answers)
    by_id = {c.id: c for c in taken}
    planned = []
    for name, month in months.items():
        if name not in by_id:
            continue
        candidate, action = by_id[name], routed.questionnaire.action_by_id[name]
        done = after(action, routed, answers)
        changed, protects = lifts(action, routed, answers, done), tuple(sorted(candidate.rescues))
        answers = done
        edit = said.actions.get(name)
        planned.append(PlannedAction(name, month, candidate.hours, candidate.euros, changed, protects, edit))
    return tuple(planned)


def _find_out(
    questionnaire: Questionnaire, assessment: Assessment, routed: Route, said: PlanEdits, start: date
) -> tuple[FindOutTask, ...]:
    """Every « je ne sais pas » becomes a task with a day; what may be dangerous is asked first."""
    rules = questionnaire.rules.plan.find_out
    tasks = []
    for name in routed.ids:
        if assessment.answers.get(name) == "unknown":
            edit = said.asks.get(name)
            usual = start + timedelta(days=rules.critical_days if name in routed.critical else rules.days)
            tasks.append(FindOutTask(name, edit.due if edit and edit.due else usual, edit))
    return tuple(tasks)


def _duties(questionnaire: Questionnaire, assessment: Assessment) -> tuple[str, ...]:
    facts = Facts(assessment.fields)
    return tuple(d.text for d in questionnaire.rules.duties if holds(d.when, facts))


def _conflicts(posed: Posed, taken: list[Candidate], months: dict[str, str], said: PlanEdits) -> Iterator[Conflict]:
    yield from _excess(posed)
    dropped = {name for name, edit in said.actions.items() if edit.dropped}
    for candidate in taken:
        done = candidate.id in said.actions and said.actions[candidate.id].done
        for name in () if done else candidate.after:
            if name in dropped:
                yield Conflict("prerequisite", action=candidate.id, other=name)
            elif name in months and months[name] > months[candidate.id]:
                yield Conflict("order", action=candidate.id, other=name)


def _excess(posed: Posed) -> Iterator[Conflict]:
    """By how much what the association kept passes the means it stated."""
    taken, means = posed.taken, posed.capacity
    for kind, used, limit in (
        ("hours", taken.hours, means.hours),
        ("euros", taken.euros, means.euros),
        ("number", taken.places, means.at_most),
    ):
        if used > limit:
            yield Conflict(kind, amount=used - limit)
