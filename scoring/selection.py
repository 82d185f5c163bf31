"""What a set of actions is worth, what it needs, and whether it fits: shared by the optimiser and the explanations."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from scoring.plan_model import Candidate, Problem


def value(candidates: Iterable[Candidate]) -> Fraction:
    """Sum over questions of the largest gain among the actions that touch it."""
    best: dict[str, Fraction] = {}
    for candidate in candidates:
        for question, gain in candidate.gains.items():
            best[question] = max(best.get(question, Fraction(0)), gain)
    return sum(best.values(), Fraction(0))


def rescued(candidates: Iterable[Candidate]) -> frozenset[str]:
    return frozenset(question for c in candidates for question in c.rescues)


def closure(problem: Problem, name: str, chosen: Iterable[str]) -> list[Candidate] | None:
    """The action with the prerequisites it still needs; None when one of them is not available."""
    by_id = {c.id: c for c in problem.candidates}
    needed: dict[str, Candidate] = {}
    todo = [name]
    while todo:
        current = todo.pop()
        if current in needed or current in chosen:
            continue
        if current not in by_id:
            return None
        needed[current] = by_id[current]
        todo.extend(by_id[current].after)
    return [needed[i] for i in sorted(needed)]


def fits(problem: Problem, candidates: Iterable[Candidate]) -> bool:
    """Hours, euros, number of actions and axis limits all hold."""
    together = list(candidates)
    capacity = problem.capacity
    return (
        sum(c.hours for c in together) <= capacity.hours
        and sum(c.euros for c in together) <= capacity.euros
        and len(together) <= capacity.at_most
        and all(sum(c.limited_axis == axis for c in together) <= number for axis, number in problem.axis_limits.items())
    )
