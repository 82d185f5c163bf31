"""What a little more time or money would change, what a grant would unlock, and what comes once the plan is done.

Each is a true plan of its own, not an estimate; they are told after the plan, which never waits for them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from questionnaire.answers import Answer
from questionnaire.assessment import Assessment
from questionnaire.model import Questionnaire
from questionnaire.plan_edits import edits
from questionnaire.routing import Route, route
from scoring.calendar import Task, in_order
from scoring.display import cost_range
from scoring.optimiser import select, select_with_more
from scoring.plan import chosen
from scoring.plan_model import Candidate, Lift, Plan, Posed
from scoring.posing import capacity_left, pose
from scoring.worth import after, lifts

GRANTS_SHOWN, FOLLOWING_SHOWN = 3, 5


@dataclass(frozen=True, slots=True)
class Margin:
    """With `hours` and `euros` more, the actions that enter the plan and those that leave it."""

    hours: int
    euros: int
    entering: tuple[str, ...]
    leaving: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unlocked:
    """One action that a grant would pay for. `quoted`: the euros are a typed quote, else the bounds of its class."""

    id: str
    hours: int
    euros_low: int
    euros_high: int
    quoted: bool
    needs: tuple[str, ...]
    lifts: tuple[Lift, ...]
    fits: bool


@dataclass(frozen=True, slots=True)
class Margins:
    more_hours: Margin
    more_euros: Margin
    unlocked: tuple[Unlocked, ...]
    following: tuple[str, ...]


def margins(questionnaire: Questionnaire, assessment: Assessment, plan: Plan | None = None) -> Margins:
    """Around the plan of this assessment, under the same decisions; `plan` is that plan when it is already made."""
    routed = route(questionnaire, assessment)
    posed = pose(questionnaire, assessment, routed)
    taken = _taken(posed, plan) if plan else chosen(posed)
    steps = questionnaire.rules.plan.margins
    return Margins(
        more_hours=_with(posed, taken, hours=steps.hours),
        more_euros=_with(posed, taken, euros=steps.euros),
        unlocked=_unlocked(questionnaire, assessment, routed, posed, taken),
        following=_following(questionnaire, assessment, routed, taken),
    )


def what_if(questionnaire: Questionnaire, assessment: Assessment, other: Assessment) -> Margin:
    """What changes in the plan between an assessment and the same one with other means."""
    now, then = (pose(questionnaire, a, route(questionnaire, a)) for a in (assessment, other))
    entering, leaving = _difference(chosen(now), chosen(then))
    return Margin(then.capacity.hours - now.capacity.hours, then.capacity.euros - now.capacity.euros, entering, leaving)


def _taken(posed: Posed, plan: Plan) -> list[Candidate]:
    """What `chosen` answers, read in the plan."""
    inside = {action.id for action in plan.chosen}
    free = sorted((c for c in posed.problem.candidates if c.id in inside), key=lambda c: c.id)
    return [*posed.kept, *free]


def _with(posed: Posed, taken: list[Candidate], hours: int = 0, euros: int = 0) -> Margin:
    return Margin(hours, euros, *_difference(taken, _with_more(posed, taken, hours, euros)))


def _with_more(posed: Posed, taken: list[Candidate], hours: int, euros: int) -> list[Candidate]:
    """The plan of the same problem with more means: what was kept beyond the old ones is made up for first."""
    means = replace(posed.capacity, hours=posed.capacity.hours + hours, euros=posed.capacity.euros + euros)
    richer = replace(posed.problem, capacity=capacity_left(means, posed.taken))
    kept = {c.id for c in posed.kept}
    names = select_with_more(richer, posed.problem, [c.id for c in taken if c.id not in kept])
    by_id = {c.id: c for c in richer.candidates}
    return [*posed.kept, *(by_id[name] for name in names)]


def _difference(before: list[Candidate], after_: list[Candidate]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    old, new = {c.id for c in before}, {c.id for c in after_}
    return tuple(sorted(new - old)), tuple(sorted(old - new))


def _unlocked(
    questionnaire: Questionnaire, assessment: Assessment, routed: Route, posed: Posed, taken: list[Candidate]
) -> tuple[Unlocked, ...]:
    """The actions made for a grant that would lift something and are not in the plan, most useful first."""
    inside = {c.id for c in taken}
    free = [c for c in posed.problem.candidates if questionnaire.action_by_id[c.id].grant and c.id not in inside]
    if not free:
        return ()
    enough = sum(c.euros for c in posed.problem.candidates)
    with_money = {c.id for c in _with_more(posed, taken, 0, enough)}
    answers = _done(questionnaire, routed, taken)
    told = []
    for candidate in free:
        action = questionnaire.action_by_id[candidate.id]
        changed = lifts(action, routed, answers, after(action, routed, answers))
        if changed:
            needs = tuple(name for name in candidate.after if name not in inside)
            cost = _cost(questionnaire, assessment, candidate)
            told.append(Unlocked(candidate.id, candidate.hours, *cost, needs, changed, candidate.id in with_money))
    told.sort(key=lambda u: (u.euros_high == 0, not u.fits, -sum(lift.end - lift.start for lift in u.lifts), u.id))
    return tuple(told[:GRANTS_SHOWN])


def _cost(questionnaire: Questionnaire, assessment: Assessment, candidate: Candidate) -> tuple[int, int, bool]:
    """Lower and upper euros, and whether they come from a typed quote."""
    edit = edits(assessment).actions.get(candidate.id)
    if edit is not None and edit.euros is not None:
        return edit.euros, edit.euros, True
    return (*cost_range(questionnaire, questionnaire.action_by_id[candidate.id]), False)


def _done(questionnaire: Questionnaire, routed: Route, taken: list[Candidate]) -> dict[str, Answer]:
    """The answers once the whole plan is done."""
    answers = dict(routed.answers)
    for candidate in taken:
        answers = after(questionnaire.action_by_id[candidate.id], routed, answers)
    return answers


def _following(
    questionnaire: Questionnaire, assessment: Assessment, routed: Route, taken: list[Candidate]
) -> tuple[str, ...]:
    """The next plan, once this one is done and nothing else has changed."""
    later = Route(questionnaire, routed.questions, routed.critical, _done(questionnaire, routed, taken))
    bare = replace(assessment, kept={kind: v for kind, v in assessment.kept.items() if kind != "plan"})
    dropped = {name for name, edit in edits(assessment).actions.items() if edit.dropped}
    done = {c.id for c in taken}
    problem = pose(questionnaire, bare, later).problem
    left = replace(problem, candidates=tuple(c for c in problem.candidates if c.id not in dropped | done))
    by_id = {c.id: c for c in left.candidates}
    tasks = [Task(i, 0, (not by_id[i].rescues, by_id[i].hours), by_id[i].after) for i in select(left)]
    return tuple(task.id for task in in_order(tasks)[:FOLLOWING_SHOWN])
