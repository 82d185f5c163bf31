"""Join codes: a room's typing errors are let through, guessing is not, however many come at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from ui import tries
from ui.tries import IN_ALL, MINUTE, MOST, MOST_IN_A_ROOM, WITHIN, Tries


def test_ten_different_codes_then_five_minutes() -> None:
    now = [1000.0]
    found = Tries(lambda: now[0])
    assert [found.begin("hall", f"code{n}") for n in range(MOST + 1)] == [True] * MOST + [False]
    assert found.begin("elsewhere", "code0")
    now[0] += WITHIN
    assert found.begin("hall", "code99")


def test_a_code_misread_by_a_whole_room_is_one_try() -> None:
    found = Tries(lambda: 1000.0)
    assert all(found.begin("hall", "misread") for _ in range(60))
    assert found.begin("hall", "another")


def test_a_room_where_somebody_sits_may_err_more_and_right_codes_cost_nothing() -> None:
    found = Tries(lambda: 1000.0)
    for _ in range(60):
        assert found.begin("hall", "right")
        found.was_right("hall", "right")
    found.seated("hall")
    tried = [found.begin("hall", f"code{n}") for n in range(MOST_IN_A_ROOM + 1)]
    assert tried == [True] * MOST_IN_A_ROOM + [False]


def test_five_hundred_a_second_from_everywhere_a_hundred_a_minute_are_looked_up() -> None:
    now = [1000.0]
    found = Tries(lambda: now[0])
    with ThreadPoolExecutor(16) as pool:
        for _ in range(3):
            told = list(pool.map(lambda n: found.begin(f"10.0.{n // 250}.{n % 250}", f"{now[0]}{n}"), range(500)))
            now[0] += 1
            assert sum(told) == (IN_ALL if now[0] == 1001 else 0)
    now[0] = 1000 + MINUTE
    assert found.begin("hall", "later")


def test_addresses_are_forgotten_before_they_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tries, "ADDRESSES_MOST", 50)
    now = [1000.0]
    found = Tries(lambda: now[0])
    for number in range(1000):
        found.begin(str(number), "code")
        found.seated(str(number))
        now[0] += 1
    assert (len(found._codes), len(found._rooms)) == (50, 50)
