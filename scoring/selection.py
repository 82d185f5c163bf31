"""Which actions to choose: every limit kept, in a simple order that can be told to anyone."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from scoring.plan_model import Candidate, Problem


def select(problem: Problem) -> tuple[str, ...]:
    """Ids of the chosen actions: first what protects, then the most value for the time, while the limits allow.

    Deterministic: ties go to fewer hours, fewer euros, then the smaller id.
    """
    chosen: dict[str, Candidate] = {}
    while bundle := _best(problem, chosen):
        chosen |= {c.id: c for c in bundle}
    return tuple(sorted(chosen))


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


def _best(problem: Problem, chosen: dict[str, Candidate]) -> list[Candidate]:
    """The bundle (action and missing prerequisites) that comes next, or nothing."""
    present = list(chosen.values())
    options = []
    for candidate in problem.candidates:
        bundle = closure(problem, candidate.id, chosen) if candidate.id not in chosen else None
        if bundle and fits(problem, [*present, *bundle]):
            protects = len(rescued([*present, *bundle])) - len(rescued(present))
            gain = value([*present, *bundle]) - value(present)
            hours, euros = sum(c.hours for c in bundle), sum(c.euros for c in bundle)
            if protects or gain > 0:
                order = (-bool(protects), -gain / hours, hours, euros, candidate.id)
                options.append((order, bundle))
    return min(options, key=lambda option: option[0])[1] if options else []
