"""Why an action is not in the plan, said in one sentence each, for the next three that would help most."""

from __future__ import annotations

from questionnaire.typography import number, tidy
from scoring.plan_model import Candidate, Problem, Refusal
from scoring.selection import closure, value

SHOWN = 3


def explain(problem: Problem, chosen: frozenset[str]) -> tuple[Refusal, ...]:
    """The three refused actions of greatest value, with the first limit that stops each."""
    refused = [c for c in problem.candidates if c.id not in chosen and c.gains]
    refused.sort(key=lambda c: (-value([c]), c.hours, c.id))
    return tuple(Refusal(c.id, tidy(_because(problem, c, chosen))) for c in refused[:SHOWN])


def _because(problem: Problem, candidate: Candidate, chosen: frozenset[str]) -> str:
    present = [c for c in problem.candidates if c.id in chosen]
    axis = candidate.limited_axis
    if axis is not None and sum(c.limited_axis == axis for c in present) >= problem.axis_limits[axis]:
        reason = problem.limit_reasons.get(axis) or "cet axe a déjà ce qu’il lui faut"
        return reason[0].lower() + reason[1:].rstrip(".")
    bundle = closure(problem, candidate.id, chosen)
    if bundle is None:
        return "une étape préalable n’est pas encore possible"
    capacity = problem.capacity
    hours = sum(c.hours for c in (*present, *bundle)) - capacity.hours
    euros = sum(c.euros for c in (*present, *bundle)) - capacity.euros
    if hours > 0:
        return f"il manquait {hours} h"
    if euros > 0:
        return f"il manquait {number(euros)} €"
    if len(bundle) > 1:
        return f"attend {', '.join(c.id for c in bundle if c.id != candidate.id)}"
    return f"{capacity.at_most} actions à la fois, pas plus : viendra ensuite"
