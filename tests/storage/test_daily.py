"""The work of the day: done by one process only, logged without a name, and never in the way of Palier."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Barrier, Event

import pytest

from questionnaire.settings import Retention
from storage.daily import run_daily, start_daily
from storage.memory import MemoryStore
from storage.purging import Purged
from tests.storage.kept import OF, A, opened

KEPT = Retention()
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_of_eight_replicas_one_does_it(database: str) -> None:
    stores = [opened(database) for _ in range(8)]
    stores[0].save(A, {}, questionnaire=OF, now=NOW - timedelta(days=400))
    for day in range(2):
        together = Barrier(8)

        def work(number: int, day: int = day, together: Barrier = together) -> Purged | None:
            together.wait()
            return run_daily(stores[number], NOW + timedelta(days=day, minutes=number), KEPT)

        with ThreadPoolExecutor(8) as pool:
            done = [purged for purged in pool.map(work, range(8)) if purged]
        assert [purged.assessments for purged in done] == [1 - day]
    for store in stores:
        store.close()


def test_a_day_is_one_of_utc_and_a_wrong_clock_does_not_stop_the_work(database: str) -> None:
    midnight = datetime(2026, 11, 24, tzinfo=UTC)
    hours = timedelta(hours=1)
    with closing(opened(database)) as store:
        moments = [midnight - hours, midnight - hours / 2, midnight, midnight + 23 * hours]
        assert [run_daily(store, at, KEPT) is not None for at in moments] == [True, False, True, False]
        for at in (midnight.replace(year=2046), midnight + 30 * hours):
            assert run_daily(store, at, KEPT) is not None
        assert run_daily(store, midnight + 31 * hours, KEPT) is None


def waited(until: Callable[[], bool]) -> bool:
    for _ in range(500):
        if until():
            return True
        Event().wait(0.01)
    return False


def test_the_thread_does_it_day_after_day_and_logs_counts_only(url: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "palier.storage")
    days = iter(range(10_000))
    with closing(opened(url)) as store:
        store.save(A, {("notes", "N"): "canari"}, questionnaire=OF, now=NOW - timedelta(days=400))
        stop = start_daily(store, KEPT, lambda: NOW + timedelta(days=next(days)), every=0.01)
        assert waited(lambda: len(caplog.records) >= 3)
        stop.set()
        assert store.load(A) is None
    assert caplog.messages[0] == "Purge faite\u202f: 1 diagnostic, 0 valeur passée et 0 effacement ancien."
    assert {"canari", A} & set(" ".join(caplog.messages).split()) == set()


def test_the_thread_outlives_a_lost_database_and_a_clock_that_fails(
    url: str, file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def clock() -> datetime:
        if len(caplog.records) == 1:
            raise OverflowError(A)
        return NOW

    with closing(opened(url)) as store:
        store.close()
        file.unlink()
        stop = start_daily(store, KEPT, clock, every=0.01)
        assert waited(lambda: len(caplog.records) >= 3)
        stop.set()
    assert "Le travail du jour n’a pas été commencé" in caplog.messages[0]
    assert caplog.messages[1] == "the daily work failed: OverflowError"
    assert not file.exists()


def test_memory_has_nothing_to_purge() -> None:
    before = set(threading.enumerate())
    start_daily(MemoryStore(), KEPT, every=0.01)
    assert set(threading.enumerate()) <= before
