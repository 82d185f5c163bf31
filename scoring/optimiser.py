"""The best set of actions under the limits, exactly (framework C.7), by the HiGHS solver.

Lexicographic: most critical questions lifted, then most value, then fewer hours, fewer euros, and the
smallest sorted tuple of ids. Each stage is a small integer programme whose optimum becomes a constraint
of the next (`programme`). A stage whose answer is already proved is not solved.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from scoring.plan_model import Candidate, Problem
from scoring.programme import Programme
from scoring.selection import closure, fits, rescued, value

CHUNK = 12  # ids settled in one solve: powers of two stay far from the solver's precision


def select(problem: Problem) -> tuple[str, ...]:
    """Ids of the chosen actions, sorted; nothing is chosen when nothing helps."""
    candidates = _possible(problem)
    if not candidates:
        return ()
    programme = Programme(problem, candidates)
    chosen = programme.maximise(programme.protection_then_value)
    chosen = programme.minimise({i: c.hours for i, c in enumerate(candidates)})
    return _settled(programme, candidates, chosen)


def select_with_more(problem: Problem, before: Problem, chosen: Iterable[str]) -> tuple[str, ...]:
    """`select(problem)`, when `before` is the same one with fewer hours or euros and `chosen` its optimum.

    Proofs that nothing changes, from the cheapest. No set of actions falls between the old limits and the new: both
    problems allow the same plans. Or `chosen` still has the best worth: when only hours were added, a plan before it in
    the order would take no more hours, so it was already allowed. Or it also has the fewest hours: a plan before it
    would take no more euros either.
    """
    candidates, same = _possible(problem), tuple(sorted(chosen))
    more_hours = _opens((c.hours for c in candidates), before.capacity.hours, problem.capacity.hours, problem)
    more_euros = _opens((c.euros for c in candidates), before.capacity.euros, problem.capacity.euros, problem)
    if not more_hours and not more_euros:
        return same
    old = [c for c in candidates if c.id in same]
    programme = Programme(problem, candidates)
    found = programme.maximise(programme.protection_then_value)
    equal = _worth(candidates[i] for i in found) == _worth(old)
    if equal and not more_euros:
        return same
    found = programme.minimise({i: c.hours for i, c in enumerate(candidates)})
    if equal and sum(candidates[i].hours for i in found) == sum(c.hours for c in old):
        return same
    return _settled(programme, candidates, found)


def _possible(problem: Problem) -> tuple[Candidate, ...]:
    """The actions that some plan may hold: alone with the prerequisites they need, they fit. Sorted by id."""
    kept = []
    for candidate in sorted(problem.candidates, key=lambda c: c.id):
        needed = closure(problem, candidate.id, ())
        if needed is not None and fits(problem, needed):
            kept.append(candidate)
    return tuple(kept)


def _worth(candidates: Iterable[Candidate]) -> tuple[int, Fraction]:
    together = list(candidates)
    return len(rescued(together)), value(together)


def _opens(costs: Iterable[int], low: int, high: int, problem: Problem) -> bool:
    """Whether some set of actions, of the number allowed, costs more than `low` and no more than `high`.

    Bit n of `sums[k]` tells whether k actions can cost n together.
    """
    if high <= low:
        return False
    sums = [1] + [0] * problem.capacity.at_most
    mask = (1 << high + 1) - 1
    for cost in costs:
        for k in range(len(sums) - 1, 0, -1):
            sums[k] |= sums[k - 1] << cost & mask
    return any(reached >> low + 1 for reached in sums)


def _settled(programme: Programme, candidates: tuple[Candidate, ...], chosen: frozenset[int]) -> tuple[str, ...]:
    """Fewer euros, then the first ids, among the plans of the fewest hours, of which `chosen` is one."""
    euros = {i: c.euros for i, c in enumerate(candidates) if c.euros}
    if any(i in chosen for i in euros):
        chosen = programme.minimise(euros)
    elif euros:
        programme.at_most(euros, 0)  # nothing costs less than nothing
    return tuple(candidates[i].id for i in sorted(_first_ids(programme, len(candidates), chosen)))


def _first_ids(programme: Programme, count: int, chosen: frozenset[int]) -> frozenset[int]:
    """Among the equals of `chosen`, the one of the first ids: settled by groups, the first id weighing most.

    Whether it has an equal is asked first without any weight: with them that question alone may take longer than all.
    """
    if programme.other(chosen) is None:
        return chosen
    for start in range(0, count, CHUNK):
        block = range(start, min(start + CHUNK, count))
        chosen = programme.maximise({i: 2 ** (block[-1] - i) for i in block})
    return chosen
