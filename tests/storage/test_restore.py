"""Putting a backup back: everything or nothing, only when confirmed, and what was deleted stays deleted."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import update

from storage.engines import writing
from storage.filling import _LOCK
from storage.newest import ASIDE
from storage.opening import open_engine, open_store, parse
from storage.restoring import copy, restore
from storage.schema import assessment, metadata
from storage.sql import first_id
from storage.store import LinkGoneError, StorageError
from tests.storage.kept import NOON, OF, A, B, C, fill, opened, proof, proof_of, saved
from tests.storage.postgresql import new_database

ROOT = Path(__file__).resolve().parents[2]
OF_FIRST = (
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)",
    "INSERT INTO alembic_version VALUES ('0001')",
    "CREATE TABLE assessment (capability TEXT NOT NULL PRIMARY KEY, questionnaire_id TEXT NOT NULL,"
    " version TEXT NOT NULL, created_at DATETIME NOT NULL, updated_at DATETIME NOT NULL) WITHOUT ROWID",
    "CREATE TABLE entry (capability TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,"
    " PRIMARY KEY (capability, kind, key),"
    " FOREIGN KEY(capability) REFERENCES assessment (capability) ON DELETE CASCADE) WITHOUT ROWID",
    f"INSERT INTO assessment VALUES ('{A}', 'q', '1', '2026-01-02 03:04:05.000006', '2026-01-02 03:04:05.000006')",
    f"INSERT INTO entry VALUES ('{A}', 'answers', 'C41', '2')",
)


def sql(file: Path, *statements: str) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def put_back(url: str, file: Path) -> str:
    return restore(url, file, True, print)


def loads(url: str, *links: str) -> list[bool]:
    with closing(opened(url)) as store:
        return [store.load(link) is not None for link in links]


def test_everything_comes_back_and_goes_from_one_kind_to_the_other(url: str, tmp_path: Path) -> None:
    fill(url)
    there, back = new_database(), f"sqlite:///{tmp_path / 'back.sqlite3'}"
    file = saved(url, tmp_path / "b.sqlite3")
    assert put_back(there, file).endswith(f"empreinte {proof(url).fingerprint}.")
    assert proof(there) == proof(url)
    copy(back, there, True, print)
    assert proof(back) == proof(url)
    assert loads(back, A, B, C) == [True, True, False]


def test_all_is_replaced_when_confirmed_and_nothing_before(database: str, tmp_path: Path) -> None:
    fill(database, (A,))
    file, of_file = saved(database, tmp_path / "b.sqlite3"), proof(database)
    fill(database, (B, C))
    before, content = proof(database), file.read_bytes()
    told = restore(database, file, False, print)
    assert "3 diagnostics" in told.partition("remplacée")[0]
    assert "1 diagnostic," in told.partition("remplacée")[2]
    assert told.endswith("ajoutez --oui.")
    assert (proof(database), file.read_bytes()) == (before, content)
    put_back(database, file)
    assert (proof(database), file.read_bytes()) == (of_file, content)


def test_what_was_deleted_in_the_database_stays_deleted(database: str, tmp_path: Path) -> None:
    fill(database)
    file = saved(database, tmp_path / "b.sqlite3")
    with closing(opened(database)) as store:
        assert store.delete(A)
    assert "1 diagnostic effacé n’a pas été remis" in put_back(database, file)
    assert loads(database, A, B) == [False, True]
    assert proof(database).counts["deleted"] == 1
    with closing(opened(database)) as store, pytest.raises(LinkGoneError):
        store.save(A, {}, questionnaire=OF, now=NOON)


def test_what_the_backup_says_deleted_stays_deleted(database: str, tmp_path: Path) -> None:
    fill(database)
    file = saved(database, tmp_path / "b.sqlite3")
    sql(file, f"INSERT INTO deleted VALUES ('{first_id(A)}', '2026-11-23 12:00:00.000000')")
    put_back(database, file)
    assert loads(database, A, B) == [False, True]
    with closing(opened(database)) as store, pytest.raises(LinkGoneError):
        store.save(A, {}, questionnaire=OF, now=NOON)


def test_what_the_journal_says_deleted_stays_deleted(url: str, file: Path, tmp_path: Path) -> None:
    fill(url)
    backup = saved(url, tmp_path / "b.sqlite3")
    with closing(opened(url)) as store:
        store.delete(A)
    assert Path(f"{file}.effaces").read_text() == f"{first_id(A)}\n"
    file.write_bytes(bytes(8192))  # the database knows nothing any more
    put_back(url, backup)
    assert loads(url, A, B) == [False, True]
    assert proof(url).counts["deleted"] == 1


def test_a_backup_copied_by_hand_does_not_bring_it_back_either(url: str, file: Path, tmp_path: Path) -> None:
    fill(url)
    backup = saved(url, tmp_path / "b.sqlite3")
    with closing(opened(url)) as store:
        store.delete(A)
    file.write_bytes(backup.read_bytes())
    assert loads(url, A, B) == [False, True]
    assert proof(url).counts["deleted"] == 1


def test_a_backup_of_the_first_tables_is_brought_up_to_date_on_a_copy(database: str, tmp_path: Path) -> None:
    file = tmp_path / "0001.sqlite3"
    sql(file, *OF_FIRST)
    before = file.read_bytes()
    put_back(database, file)
    with closing(opened(database)) as store:
        record = store.load(A)
    assert record
    assert (record.entries, record.created_at) == (
        {("answers", "C41"): 2},
        datetime(2026, 1, 2, 3, 4, 5, 6, tzinfo=UTC),
    )
    assert file.read_bytes() == before


def newer(file: Path) -> None:
    sql(file, "UPDATE alembic_version SET version_num = '9999'")


def foreign(file: Path) -> None:
    sql(file, "DROP TABLE entry")


def truncated(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:20000])


def orphans(file: Path) -> None:
    sql(file, "INSERT INTO entry VALUES ('nobody', 'answers', 'C41', '1')")


def missing(file: Path) -> None:
    file.unlink()


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (newer, "plus récente de Palier"),
        (foreign, "n’est pas une sauvegarde"),
        (truncated, "abîmé"),
        (orphans, "abîmée"),
        (missing, "n’existe pas"),
    ],
)
def test_a_bad_backup_is_refused_and_the_database_left_alone(
    url: str, tmp_path: Path, damage: Callable[[Path], None], said: str
) -> None:
    fill(url)
    file, before = saved(url, tmp_path / "b.sqlite3"), proof(url)
    damage(file)
    with pytest.raises(StorageError, match=said) as caught:
        put_back(url, file)
    assert "b.sqlite3" in str(caught.value)
    assert proof(url) == before


def corrupt(file: Path) -> None:
    with file.open("r+b") as handle:
        handle.seek(8192)
        handle.write(b"\xff" * 4096)


@pytest.mark.parametrize("damage", [corrupt, newer, orphans, missing])
def test_a_damaged_database_is_put_aside_whole_and_made_anew(
    url: str, file: Path, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    fill(url)
    backup, before = saved(url, tmp_path / "b.sqlite3"), proof(url)
    file.chmod(0o640)
    damage(file)
    former = file.read_bytes() if file.exists() else None
    said: list[str] = []
    assert "Rien n’a été changé" in restore(url, backup, False, said.append)
    assert (said, file.read_bytes() if file.exists() else None) == ([], former)
    told = restore(url, backup, True, said.append)
    aside = [path for path in file.parent.iterdir() if ASIDE in path.name]
    assert [path.read_bytes() for path in aside] == ([former] if former else [])
    assert (len(said), str(aside[0]) in told, file.stat().st_mode & 0o777) == (1, True, 0o640) if former else not said
    assert proof(url) == before
    assert {path.name for path in file.parent.iterdir()} == {file.name, *(path.name for path in aside)}


def test_the_former_journal_is_not_read_into_the_new_file(url: str, file: Path, tmp_path: Path) -> None:
    fill(url, (A,))
    backup, before = saved(url, tmp_path / "b.sqlite3"), proof(url)
    with closing(opened(url)) as store:
        store.save(B, {("answers", "C41"): 1}, questionnaire=OF, now=NOON)
        left = Path(f"{file}-wal").read_bytes()
    assert left
    corrupt(file)
    Path(f"{file}-wal").write_bytes(left)
    put_back(url, backup)
    assert proof(url) == before
    assert [path.read_bytes() for path in file.parent.glob(f"*{ASIDE}*-wal")] == [left]


def test_a_database_is_not_copied_into_itself(url: str) -> None:
    fill(url, (A,))
    with pytest.raises(StorageError, match="rien n’a été changé"):
        copy(url, url, True, print)


DIE_AT = """
import os, signal, sys
from pathlib import Path
from sqlalchemy import Engine, event
from storage.restoring import restore

@event.listens_for(Engine, "before_cursor_execute")
def die(connection, cursor, statement, *rest):
    if statement.startswith(sys.argv[3]):
        os.kill(os.getpid(), signal.SIGKILL)

restore(sys.argv[1], Path(sys.argv[2]), True, print)
"""


@pytest.mark.parametrize("moment", ["DELETE FROM assessment", "INSERT INTO change"])
def test_kill_9_in_the_middle_leaves_the_database_as_it_was(database: str, tmp_path: Path, moment: str) -> None:
    fill(database)
    file = saved(database, tmp_path / "b.sqlite3")
    fill(database, (C,))
    before = proof(database)
    child = subprocess.run([sys.executable, "-c", DIE_AT, database, str(file), moment], cwd=ROOT, check=False)
    assert child.returncode == -signal.SIGKILL
    assert proof(database) == before
    put_back(database, file)
    assert proof(database) == proof_of(file)


def test_kill_9_while_a_damaged_file_is_made_anew_leaves_it(url: str, file: Path, tmp_path: Path) -> None:
    """Never an empty database in its place: Palier would start on it."""
    fill(url)
    backup, before = saved(url, tmp_path / "b.sqlite3"), proof(url)
    corrupt(file)
    damaged = file.read_bytes()
    child = subprocess.run(
        [sys.executable, "-c", DIE_AT, url, str(backup), "INSERT INTO change"], cwd=ROOT, check=False
    )
    assert child.returncode == -signal.SIGKILL
    assert file.read_bytes() == damaged
    with pytest.raises(StorageError, match="abîmé"):
        open_store(url)
    put_back(url, backup)
    assert proof(url) == before


def test_a_restore_waits_for_whoever_is_writing(database: str, tmp_path: Path) -> None:
    fill(database)
    file = saved(database, tmp_path / "b.sqlite3")
    engine = open_engine(parse(database))
    restoring = Thread(target=put_back, args=(database, file))
    with writing(engine).begin() as connection:
        connection.execute(update(assessment).values(version="2"))
        restoring.start()
        restoring.join(0.5)
        assert restoring.is_alive(), "the restore did not wait for the writer"
    restoring.join()
    engine.dispose()
    assert proof(database) == proof_of(file)


def test_every_table_is_locked_before_it_is_replaced() -> None:
    locked = _LOCK.removeprefix("LOCK TABLE ").partition(" IN ")[0].split(", ")
    assert sorted(locked) == sorted(metadata.tables)
