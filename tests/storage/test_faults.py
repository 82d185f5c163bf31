"""When the database fails during the work: a French sentence, nothing half written, and it recovers by itself."""

from __future__ import annotations

import os
import sqlite3
import traceback
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from storage.opening import open_store
from storage.sql import SqlStore
from storage.store import StorageError
from storage.turn import Turn

MINE = "a" * 64
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
CANARY = "canari-de-la-réponse"


@pytest.fixture
def sqlite_store(url: str) -> Iterator[SqlStore]:
    with closing(open_store(url)) as store:
        assert isinstance(store, SqlStore)
        yield store


def save(store: SqlStore, key: str, value: Any = 1) -> None:
    store.save(MINE, {("answers", key): value}, questionnaire=("q", "1"), now=NOW)


def pragma(store: SqlStore, setting: str) -> Any:
    """Asked or set on the one connection that a single-threaded test takes from the pool."""
    with store.engine.connect() as connection:
        result = connection.exec_driver_sql(f"PRAGMA {setting}")
        return result.scalar() if result.returns_rows else None


def not_saved(store: SqlStore, key: str, value: Any = 1) -> str:
    with pytest.raises(StorageError) as caught:
        save(store, key, value)
    assert str(caught.value).startswith("La réponse n’a pas été enregistrée\u202f: ")
    return str(caught.value)


def test_a_full_disk_is_said_and_recovers_without_restart(sqlite_store: SqlStore) -> None:
    save(sqlite_store, "C41")
    pages = pragma(sqlite_store, "page_count")
    pragma(sqlite_store, f"max_page_count = {pages}")
    assert "disque est plein" in not_saved(sqlite_store, "C42", CANARY * 10_000)
    record = sqlite_store.load(MINE)
    assert record is not None
    assert dict(record.entries) == {("answers", "C41"): 1}
    pragma(sqlite_store, "max_page_count = 1000000")
    save(sqlite_store, "C42", CANARY * 10_000)


def test_a_locked_database_is_said_and_recovers(sqlite_store: SqlStore, file: Path) -> None:
    pragma(sqlite_store, "busy_timeout = 50")
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert "occupée" in not_saved(sqlite_store, "C41")
        assert sqlite_store.load(MINE) is None  # a reader never waits for a writer
        other.execute("ROLLBACK")
    save(sqlite_store, "C41")


def test_a_database_turned_read_only_is_said(sqlite_store: SqlStore) -> None:
    pragma(sqlite_store, "query_only = ON")
    assert "lecture seule" in not_saved(sqlite_store, "C41")
    with pytest.raises(StorageError, match="n’a pas été effacé"):
        sqlite_store.delete(MINE)


def test_a_kept_value_that_is_no_json_is_said(sqlite_store: SqlStore, file: Path) -> None:
    save(sqlite_store, "C41")
    with closing(sqlite3.connect(file)) as other, other:
        other.execute("UPDATE entry SET value = '{'")
    with pytest.raises(StorageError, match=r"n’a pas pu être relu.*abîmée"):
        sqlite_store.load(MINE)


def test_a_lost_file_is_not_replaced_by_an_empty_one(sqlite_store: SqlStore, file: Path) -> None:
    sqlite_store.close()
    file.unlink()
    assert "Vérifiez qu’il existe" in not_saved(sqlite_store, "C41")
    assert list(file.parent.iterdir()) == []


def test_an_error_carries_no_answer(sqlite_store: SqlStore) -> None:
    pragma(sqlite_store, "query_only = ON")
    with pytest.raises(StorageError) as caught:
        save(sqlite_store, "C41", CANARY)
    everything = "".join(traceback.format_exception(caught.value))
    assert CANARY not in everything
    assert MINE not in everything


def test_a_deleted_answer_is_no_longer_in_the_file(sqlite_store: SqlStore, file: Path) -> None:
    save(sqlite_store, "C41", "canari-a-effacer")
    sqlite_store.close()
    assert b"canari-a-effacer" in file.read_bytes()
    sqlite_store.delete(MINE)
    sqlite_store.close()
    assert sorted(os.listdir(file.parent)) == [file.name, f"{file.name}.effaces"]
    assert b"canari-a-effacer" not in file.read_bytes()
    with closing(sqlite3.connect(file)) as other:
        assert other.execute("SELECT (SELECT count(*) FROM assessment) + (SELECT count(*) FROM entry)").fetchone() == (
            0,
        )


def test_a_turn_that_does_not_come_is_an_error_and_the_next_one_is_free() -> None:
    turn = Turn(0.01)
    with turn, pytest.raises(TimeoutError), turn:
        pass
    with turn:
        pass
