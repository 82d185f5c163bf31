"""The 21st miss in five minutes is limited, for that address only, and memory stays bounded."""

from __future__ import annotations

from ui import limits


def test_the_twenty_first_miss_in_five_minutes_is_limited_for_that_address_only() -> None:
    now = [1000.0]
    misses = limits.Misses(lambda: now[0])
    for _ in range(20):
        assert not misses.too_many("a")
        misses.note("a")
        now[0] += 10
    assert misses.too_many("a")
    assert not misses.too_many("b")
    now[0] = 1000 + limits.WITHIN  # the first of the twenty is five minutes old
    assert not misses.too_many("a")
    misses.note("a")
    assert misses.too_many("a")
    now[0] += limits.WITHIN
    assert not misses.too_many("a")


def test_a_dead_link_tried_again_is_one_miss_and_the_twenty_first_other_one_is_refused() -> None:
    now = [1000.0]
    misses = limits.Misses(lambda: now[0])
    assert all(misses.note("hall", "dead") for _ in range(60))
    assert [misses.note("hall", f"link {number}") for number in range(20)] == [True] * 19 + [False]
    assert misses.note("hall", "dead")
    assert misses.note("elsewhere", "link 19")
    now[0] += limits.WITHIN
    assert misses.note("hall", "link 19")


def test_what_was_tried_is_not_in_the_memory_of_the_server() -> None:
    misses = limits.Misses()
    misses.note("hall", "a" * 43)
    assert "a" * 43 not in repr(misses._tried)


def test_addresses_are_forgotten_before_they_fill_the_memory(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(limits, "ADDRESSES_MOST", 50)
    misses = limits.Misses()
    for number in range(1000):
        misses.note(str(number))
    assert len(misses._tried) == 50
