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


def test_addresses_are_forgotten_before_they_fill_the_memory(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(limits, "ADDRESSES_MOST", 50)
    misses = limits.Misses()
    for number in range(1000):
        misses.note(str(number))
    assert len(misses._times) == 50
