"""Why an action is not in the plan, said in one sentence each, for the next three that would help most."""

from __future__ import annotations

from questionnaire.language import say
from questionnaire.plan_edits import PlanEdits
from questionnaire.typography import counted, listed, number, typeset
from scoring.plan_model import Candidate, Posed, Refusal
from scoring.selection import closure, value

SHOWN = 3


def explain(posed: Posed, taken: list[Candidate], said: PlanEdits) -> tuple[Refusal, ...]:
    """The three actions that would add most to this plan, with the first limit that stops each."""
    problem, chosen = posed.problem, {c.id for c in taken}
    free = [c for c in problem.candidates if c.id in chosen]
    beside = {c.id: value([*free, c]) - value(free) for c in problem.candidates if c.id not in chosen}
    refused = [c for c in problem.candidates if beside.get(c.id)]
    refused.sort(key=lambda c: (-beside[c.id], c.hours, c.id))
    dropped = {name for name, edit in said.actions.items() if edit.dropped}
    return tuple(Refusal(c.id, typeset(_because(posed, c, free, dropped))) for c in refused[:SHOWN])


def _because(posed: Posed, candidate: Candidate, free: list[Candidate], dropped: set[str]) -> str:
    problem, axis = posed.problem, candidate.limited_axis
    if axis is not None and sum(c.limited_axis == axis for c in free) >= problem.axis_limits[axis]:
        reason = problem.limit_reasons.get(axis) or say("cet axe a déjà ce qu’il lui faut")
        return reason[0].lower() + reason[1:].rstrip(".")
    bundle = closure(problem, candidate.id, {c.id for c in free})
    if bundle is None:
        missing = sorted(dropped & set(candidate.after))
        return (
            say("attend {missing}, que vous avez écartée", missing=listed(missing))
            if missing
            else say("une étape préalable est écartée")
        )
    waits = [c.id for c in bundle if c.id != candidate.id]
    first = f"attend {listed(waits)} ; " if waits else ""
    return first + _limit(posed, bundle, free)


def _limit(posed: Posed, bundle: list[Candidate], free: list[Candidate]) -> str:
    """The first limit that the action, with what it waits for, would pass."""
    capacity = posed.problem.capacity
    hours = sum(c.hours for c in (*free, *bundle)) - capacity.hours
    euros = sum(c.euros for c in (*free, *bundle)) - capacity.euros
    if hours > 0:
        better = any(c.hours >= hours for c in free)
        return say("il manquait {hours} h", hours=hours) + (
            say(", et les actions retenues apportent plus pour ce temps") if better else ""
        )
    if euros > 0:
        return say("il manquait {euros} €", euros=number(euros))
    if len(free) + len(bundle) > capacity.at_most:
        return say(
            "{at_most} à la fois, pas plus : viendra ensuite",
            at_most=counted(posed.capacity.at_most, "action", "actions"),
        )
    return say("moins utile pour l’instant que les actions retenues")
