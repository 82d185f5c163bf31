"""The faults of `make faults` in their short form: the promise is checked each time, the figures are not."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from tests.faults import backups, crowds, devices, disks, kills, naughty, network, pages, servers, upgrades
from tests.faults.reached import Reached
from tests.storage.postgresql import new_database


def test_killed_at_any_moment(tmp_path: Path) -> None:
    assert kills.killed(f"sqlite:///{tmp_path / 'a.sqlite3'}", 3).kept


def test_crowded(tmp_path: Path) -> None:
    assert crowds.crowded(f"sqlite:///{tmp_path / 'a.sqlite3'}", 1).kept


def test_the_disk_is_full(tmp_path: Path) -> None:
    assert disks.full(tmp_path).kept


def test_the_file_is_damaged(tmp_path: Path) -> None:
    assert disks.damaged(tmp_path).kept


def test_postgresql_stops_and_starts_again() -> None:
    assert servers.restarted(2).kept


def test_two_devices(tmp_path: Path) -> None:
    assert devices.interleaved("SQLite", f"sqlite:///{tmp_path / 'a.sqlite3'}", 20).kept
    assert devices.interleaved("PostgreSQL", new_database(), 10).kept


def test_backed_up_and_restored(tmp_path: Path) -> None:
    assert backups.restored("SQLite", f"sqlite:///{tmp_path / 'a.sqlite3'}", tmp_path).kept
    assert backups.restored("PostgreSQL", new_database(), tmp_path).kept


def test_clocks_that_are_wrong(tmp_path: Path) -> None:
    assert backups.clocks(f"sqlite:///{tmp_path / 'a.sqlite3'}").kept


def test_naughty_strings_leave_inert(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(naughty, "STRINGS", naughty.STRINGS[::6])
    assert naughty.exported().kept


def apart(work: Callable[[], Reached]) -> Reached:
    """In a thread of its own: the process may already have its browser, whose loop holds this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work).result()


def test_naughty_strings_on_the_pages(tmp_path: Path) -> None:
    told = apart(partial(pages.shown, tmp_path, naughty.STRINGS[:9]))
    assert told.kept, told


def test_the_questions_are_upgraded(tmp_path: Path) -> None:
    assert upgrades.upgraded(f"sqlite:///{tmp_path / 'a.sqlite3'}", tmp_path, 30).kept


def test_the_network_is_cut(tmp_path: Path) -> None:
    told = apart(partial(network.cut_off, tmp_path, (4,)))
    assert told.kept, told
