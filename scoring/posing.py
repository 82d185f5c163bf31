"""From an assessment to the problem of its plan: what the association decided is kept, the rest is left to choose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction

from questionnaire.assessment import Assessment
from questionnaire.catalogue import Action
from questionnaire.conditions import Facts, holds
from questionnaire.model import Questionnaire
from questionnaire.plan_edits import Edit, PlanEdits, edits
from questionnaire.routing import Route
from scoring import capacity
from scoring.display import planning_euros
from scoring.plan_model import Candidate, Capacity, Posed, Problem, Taken
from scoring.worth import Worth


def pose(questionnaire: Questionnaire, assessment: Assessment, routed: Route) -> Posed:
    """The problem of this association: useful actions and the prerequisites they need, less what it kept or dropped."""
    said = edits(assessment)
    candidates = _candidates(questionnaire, assessment, routed, said)
    kept = _kept(candidates, said)
    own = tuple(_own(name, edit) for name, edit in said.own.items() if not edit.dropped)
    means = capacity.of(questionnaire, assessment)
    free = tuple(_beside(c, kept) for c in candidates.values() if c.id not in kept)
    limits, reasons = _axis_limits(questionnaire, Facts(assessment.fields))
    left = {axis: max(0, n - sum(c.limited_axis == axis for c in kept.values())) for axis, n in limits.items()}
    taken = _taken((*kept.values(), *own), said)
    problem = Problem(_reachable(free), capacity_left(means, taken), left, reasons)
    return Posed(problem, means, taken, tuple(kept.values()), own)


def capacity_left(means: Capacity, taken: Taken) -> Capacity:
    """The means once what was kept has taken its part; never below nothing."""
    return replace(
        means,
        hours=max(0, means.hours - taken.hours),
        euros=max(0, means.euros - taken.euros),
        at_most=max(0, means.at_most - taken.places),
    )


def _candidates(
    questionnaire: Questionnaire, assessment: Assessment, routed: Route, said: PlanEdits
) -> dict[str, Candidate]:
    """Every action that was not dropped and is not fulfilled, and those the association decided about."""
    worth = Worth(routed, assessment)
    facts = Facts(assessment.fields)
    factor = capacity.effort_factor(questionnaire, facts)
    limits, _ = _axis_limits(questionnaire, facts)
    made = {}
    for action in questionnaire.actions:
        edit = said.actions.get(action.id)
        if (edit is None and worth.fulfilled(action)) or (edit and edit.dropped):
            continue
        made[action.id] = Candidate(
            action.id,
            hours=action.hours * factor,
            euros=planning_euros(questionnaire, action) if edit is None or edit.euros is None else edit.euros,
            after=tuple(i for i in action.after if not worth.fulfilled(questionnaire.action_by_id[i])),
            gains=worth.gains(action),
            rescues=worth.rescues(action),
            limited_axis=_limited_axis(questionnaire, action, worth, limits),
        )
    return made


def _limited_axis(questionnaire: Questionnaire, action: Action, worth: Worth, limits: Mapping[str, int]) -> str | None:
    axes = {questionnaire.axis_of[move.item].id for move in action.moves}
    return next((axis for axis in limits if axis in axes and not worth.lifts_from_zero(action)), None)


def _axis_limits(questionnaire: Questionnaire, facts: Facts) -> tuple[dict[str, int], dict[str, str]]:
    """How many actions an axis may receive here, and why; the first rule that holds wins."""
    rules = {r.axis: r for r in reversed(questionnaire.rules.plan.axis_limits) if holds(r.when, facts)}
    return {a: r.number for a, r in rules.items()}, {a: r.rationale or "" for a, r in rules.items()}


def _kept(candidates: Mapping[str, Candidate], said: PlanEdits) -> dict[str, Candidate]:
    """The actions the association decided about, with the prerequisites they need and did not drop."""
    kept: dict[str, Candidate] = {}
    todo = [name for name in candidates if name in said.actions]
    while todo:
        name = todo.pop()
        if name in candidates and name not in kept:
            kept[name] = candidates[name]
            todo.extend(() if name in said.actions and said.actions[name].done else candidates[name].after)
    return {name: kept[name] for name in candidates if name in kept}


def _own(name: str, edit: Edit) -> Candidate:
    return Candidate(name, edit.hours or 0, edit.euros or 0, (), {}, frozenset())


def _taken(candidates: Iterable[Candidate], said: PlanEdits) -> Taken:
    """What is done keeps its hours and gives its place back; what others pay takes no euro."""
    decided = {**said.actions, **said.own}
    pairs = [(c, decided.get(c.id, Edit())) for c in candidates]
    return Taken(
        hours=sum(c.hours for c, _ in pairs),
        euros=sum(c.euros for c, edit in pairs if not edit.funding),
        places=sum(not edit.done for _, edit in pairs),
    )


def _beside(candidate: Candidate, kept: Mapping[str, Candidate]) -> Candidate:
    """What an action still adds beside those kept: a question counts its best gain once."""
    gains = {}
    for question, gain in candidate.gains.items():
        more = gain - max((c.gains.get(question, Fraction(0)) for c in kept.values()), default=Fraction(0))
        if more > 0:
            gains[question] = more
    lifted = frozenset(question for c in kept.values() for question in c.rescues)
    waits = tuple(name for name in candidate.after if name not in kept)
    return replace(candidate, gains=gains, rescues=candidate.rescues - lifted, after=waits)


def _reachable(candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Actions that bring something here, and those they wait for."""
    by_id = {c.id: c for c in candidates}
    found: set[str] = set()
    todo = [c.id for c in candidates if c.gains or c.rescues]
    while todo:
        name = todo.pop()
        if name in by_id and name not in found:
            found.add(name)
            todo.extend(by_id[name].after)
    return tuple(c for c in candidates if c.id in found)
