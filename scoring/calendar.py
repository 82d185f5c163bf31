"""When each chosen action can be done: prerequisites first, hours spread month by month, August left free."""

from __future__ import annotations

from datetime import date

from scoring.plan_model import Candidate, Capacity

HOLIDAY_MONTH = 8


def in_order(chosen: list[Candidate]) -> list[Candidate]:
    """What protects comes first, then lighter actions, each after its prerequisites."""
    waiting = sorted(chosen, key=lambda c: (not c.rescues, c.hours, c.id))
    ids = {c.id for c in chosen}
    done: list[Candidate] = []
    while waiting:
        placed = {c.id for c in done}
        following = next(c for c in waiting if set(c.after) & ids <= placed)
        waiting.remove(following)
        done.append(following)
    return done


def months(ordered: list[Candidate], capacity: Capacity, start: date) -> list[str]:
    """The month (YYYY-MM) in which each action is finished at the association's pace."""
    spent, result = 0, []
    for candidate in ordered:
        spent += candidate.hours
        pace = max(capacity.hours_per_month, 1)
        result.append(_month(start, max(0, -(-spent // pace) - 1)))
    return result


def _month(start: date, working_months: int) -> str:
    year, month = start.year, start.month
    while working_months or month == HOLIDAY_MONTH:
        working_months -= month != HOLIDAY_MONTH
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return f"{year:04d}-{month:02d}"
