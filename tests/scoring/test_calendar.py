"""The calendar: prerequisites first, the pace, light summers, room in a quarter, the assembly, dates that stay."""

from __future__ import annotations

from datetime import date
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.calendar import Rhythm, Task, in_order, schedule

NOVEMBER = date(2026, 11, 23)
SUMMER = frozenset({7, 8})


def test_hours_are_spread_at_the_pace() -> None:
    tasks = [Task("a", 4, (0,)), Task("b", 4, (1,)), Task("c", 8, (2,))]
    assert schedule(tasks, Rhythm(4), NOVEMBER) == {"a": "2026-11", "b": "2026-12", "c": "2027-02"}


def test_nothing_falls_in_the_light_months() -> None:
    tasks = [Task(name, 4, (i,)) for i, name in enumerate("abcd")]
    assert list(schedule(tasks, Rhythm(4, SUMMER), date(2027, 6, 1)).values()) == [
        "2027-06",
        "2027-09",
        "2027-10",
        "2027-11",
    ]


def test_a_prerequisite_comes_before_and_is_as_urgent_as_what_waits_for_it() -> None:
    tasks = [Task("rescue", 2, (0,), after=("inventory",)), Task("quick", 1, (1,)), Task("inventory", 2, (2,))]
    assert [task.id for task in in_order(tasks)] == ["inventory", "rescue", "quick"]


def test_three_a_quarter_is_one_a_month() -> None:
    tasks = [Task(name, 1, (i,)) for i, name in enumerate("abcd")]
    months = schedule(tasks, Rhythm(40, a_quarter=3), NOVEMBER)
    assert list(months.values()) == ["2026-11", "2026-12", "2027-01", "2027-02"]


def test_what_the_assembly_votes_waits_for_its_month_and_what_follows_waits_too() -> None:
    tasks = [Task("vote", 1, (0,), at_assembly=True), Task("after", 1, (1,), after=("vote",)), Task("free", 1, (2,))]
    months = schedule(tasks, Rhythm(4, assembly=3), NOVEMBER)
    assert (months["vote"], months["after"]) == ("2027-03", "2027-03")
    assert list(months) == sorted(months, key=lambda name: months[name])


def test_an_assembly_beyond_the_year_is_not_waited_for() -> None:
    """From November, with 48 hours at 4 a month, the work ends in October: the next March is too far."""
    tasks = [Task("long", 44, (0,)), Task("vote", 4, (1,), at_assembly=True)]
    assert schedule(tasks, Rhythm(4, assembly=3), NOVEMBER)["vote"] == "2027-10"


def test_a_date_they_set_stays_and_takes_its_place_in_the_quarter() -> None:
    tasks = [Task("theirs", 1, (9,), fixed=date(2026, 11, 30)), Task("ours", 1, (0,))]
    months = schedule(tasks, Rhythm(40, a_quarter=3), NOVEMBER)
    assert months == {"theirs": "2026-11", "ours": "2026-12"}


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**6))
def test_whatever_the_tasks_order_room_and_summer_hold(seed: int) -> None:
    chance = Random(seed)
    names = [f"t{i}" for i in range(chance.randint(1, 12))]
    tasks = [
        Task(
            n,
            chance.randint(0, 20),
            (chance.randint(0, 3),),
            tuple(chance.sample(names[:i], min(i, chance.choice((0, 0, 1, 2))))),
        )
        for i, n in enumerate(names)
    ]
    chance.shuffle(tasks)
    rhythm = Rhythm(chance.randint(0, 30), SUMMER, chance.choice((3, 4, None)), chance.choice((None, 3, 6)))
    months = schedule(tasks, rhythm, date(2026, chance.randint(1, 12), chance.randint(1, 28)))
    for task in tasks:
        assert all(months[before] <= months[task.id] for before in task.after)
    assert not {month[5:] for month in months.values()} & {"07", "08"}
    if rhythm.a_month:
        assert max(list(months.values()).count(month) for month in months.values()) <= rhythm.a_month
