"""When each action of the plan can be done: prerequisites first, at the association's pace, summer left light.

The calendar never changes what was chosen. A date that the association set stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

QUARTER, YEAR = 3, 12


@dataclass(frozen=True, slots=True)
class Task:
    """One action to place. `rank` orders what is free (small first); `fixed` is a date they set."""

    id: str
    hours: int
    rank: tuple[int, ...]
    after: tuple[str, ...] = ()
    fixed: date | None = None
    at_assembly: bool = False


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Pace in hours a month, months left free (1-12), actions a quarter at most, month of the general assembly."""

    pace: int
    light: frozenset[int] = frozenset()
    a_quarter: int | None = None
    assembly: int | None = None

    @property
    def a_month(self) -> int | None:
        """A quarter's actions are spread over its months: three a quarter are one a month."""
        return None if self.a_quarter is None else -(-self.a_quarter // QUARTER)


def schedule(tasks: Iterable[Task], rhythm: Rhythm, start: date) -> dict[str, str]:
    """The month (YYYY-MM) in which each task is finished, tasks in calendar order."""
    ordered = in_order(list(tasks))
    placed = {task.id: _offset(start, task.fixed) for task in ordered if task.fixed}
    busy = Counter(placed.values())
    spent, last = 0, 0
    for task in ordered:
        spent += task.hours
        if task.id in placed:
            continue
        earliest = max([_working(spent, rhythm, start), last, *(placed[i] for i in task.after if i in placed)])
        place = _with_room(earliest, busy, rhythm, start)
        last = place
        if task.at_assembly:
            place = _assembly(place, rhythm, start)
        placed[task.id] = place
        busy[place] += 1
    return {task.id: _month(start, placed[task.id]) for task in sorted(ordered, key=lambda t: placed[t.id])}


def in_order(tasks: list[Task]) -> list[Task]:
    """By rank, each after its prerequisites; what an urgent task waits for becomes as urgent."""
    by_id = {task.id: task for task in tasks}
    ranks = {task.id: (task.rank, task.id) for task in tasks}
    for _ in tasks:
        for task in tasks:
            for name in task.after:
                if name in ranks:
                    ranks[name] = min(ranks[name], (ranks[task.id][0], name))
    waiting = sorted(tasks, key=lambda task: ranks[task.id])
    done: dict[str, Task] = {}
    while waiting:
        ready = next(t for t in waiting if all(i in done or i not in by_id for i in t.after))
        waiting.remove(ready)
        done[ready.id] = ready
    return list(done.values())


def _working(spent: int, rhythm: Rhythm, start: date) -> int:
    """How many months after the start `spent` hours are done, the light months left out."""
    needed = max(0, -(-spent // max(rhythm.pace, 1)) - 1)
    place = _after_rest(0, rhythm, start)
    for _ in range(needed):
        place = _after_rest(place + 1, rhythm, start)
    return place


def _with_room(place: int, busy: Mapping[int, int], rhythm: Rhythm, start: date) -> int:
    """The first month from `place` on with room, in itself and in its quarter."""
    while not _has_room(place, busy, rhythm):
        place = _after_rest(place + 1, rhythm, start)
    return place


def _has_room(place: int, busy: Mapping[int, int], rhythm: Rhythm) -> bool:
    if rhythm.a_quarter is None or rhythm.a_month is None:
        return True
    first = place // QUARTER * QUARTER
    in_quarter = sum(busy.get(month, 0) for month in range(first, first + QUARTER))
    return in_quarter < rhythm.a_quarter and busy.get(place, 0) < rhythm.a_month


def _assembly(place: int, rhythm: Rhythm, start: date) -> int:
    """The next general assembly from `place` on, when it falls within the year of the plan."""
    if rhythm.assembly is None:
        return place
    waited = place + (rhythm.assembly - _number(start, place)) % YEAR
    return waited if waited < YEAR else place


def _after_rest(place: int, rhythm: Rhythm, start: date) -> int:
    while _number(start, place) in rhythm.light and len(rhythm.light) < YEAR:
        place += 1
    return place


def _offset(start: date, day: date) -> int:
    return (day.year - start.year) * YEAR + day.month - start.month


def _number(start: date, place: int) -> int:
    """The month of the year (1-12), `place` months after the start."""
    return (start.month - 1 + place) % YEAR + 1


def _month(start: date, place: int) -> str:
    year, month = divmod(start.year * YEAR + start.month - 1 + place, YEAR)
    return f"{year:04d}-{month + 1:02d}"
