"""Opening a database: made when missing, found again after anything, whoever opens it at the same moment."""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.engines import file_url, make_engine
from storage.migrating import _known
from storage.opening import open_store
from storage.schema import HEAD, metadata
from storage.store import Store

ROOT = Path(__file__).resolve().parents[2]
MINE = "a" * 64
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def save(store: Store, key: str, value: object = 1) -> None:
    store.save(MINE, {("answers", key): value}, questionnaire=("q", "1"), now=NOW)


def sql(file: Path, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as connection, connection:
        return connection.execute(statement).fetchall()


def run_python(code: str, *arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def test_a_missing_folder_is_made_and_nothing_else_is_left_in_it(tmp_path: Path) -> None:
    file = tmp_path / "été 100% #1" / "b" / "palier.sqlite3"
    with closing(open_store(f"sqlite:///{file}")) as store:
        save(store, "C41")
    assert list(file.parent.iterdir()) == [file]


def test_what_was_saved_is_found_by_the_next_start(made: Path) -> None:
    with closing(open_store(f"sqlite:///{made}")) as store:
        record = store.load(MINE)
        assert record is not None
        assert len(record.entries) == 200


def test_a_relative_address_starts_at_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    open_store("sqlite:///data/palier.sqlite3").close()
    assert (tmp_path / "data" / "palier.sqlite3").exists()


def test_a_database_of_the_day_before_keeps_its_unfinished_journal(file: Path, tmp_path: Path) -> None:
    """A copy taken while Palier runs has its last saves in the journal only; opening it must read them."""
    with closing(open_store(f"sqlite:///{file}")) as store:
        save(store, "C41")
        copy = tmp_path / "copy"
        shutil.copytree(file.parent, copy)
    with closing(open_store(f"sqlite:///{copy / file.name}")) as store:
        assert store.load(MINE) is not None


def test_a_backup_without_wal_is_opened_and_turned_to_wal(made: Path) -> None:
    sql(made, "PRAGMA journal_mode = DELETE")
    open_store(f"sqlite:///{made}").close()
    assert sql(made, "PRAGMA journal_mode") == [("wal",)]


def test_connections_keep_the_promises_of_the_design(url: str) -> None:
    with closing(open_store(url)) as store, store.engine.connect() as connection:  # type: ignore[attr-defined]
        pragmas = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "secure_delete")
        found = [connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() for pragma in pragmas]
    assert found == ["wal", 2, 1, 5000, 1]


def test_the_migrations_lead_to_the_schema(made: Path, tmp_path: Path) -> None:
    plain = tmp_path / "plain.sqlite3"
    plain.touch()
    engine = make_engine(file_url(plain))
    metadata.create_all(engine)
    engine.dispose()
    tables = "SELECT type, name, sql FROM sqlite_master WHERE tbl_name != 'alembic_version' ORDER BY type, name"
    found, drawn = ([_bare(row) for row in sql(path, tables)] for path in (made, plain))
    assert found == drawn
    assert sql(made, "SELECT version_num FROM alembic_version") == [(HEAD,)]
    assert max(_known()) == HEAD


def _bare(row: tuple[str | None, ...]) -> list[str]:
    """Without blanks: a column added later is laid out otherwise."""
    return [re.sub(r'[\s"]+', "", text or "") for text in row]


def test_an_ordinary_start_does_not_load_alembic(made: Path) -> None:
    code = (
        "import sys; from storage.opening import open_store; open_store(sys.argv[1]); print('alembic' in sys.modules)"
    )
    child = run_python(code, f"sqlite:///{made}")
    assert child.communicate() == (b"False\n", b"")


OPEN_AND_SAVE = """
import sys
from datetime import UTC, datetime
from storage.opening import open_store
print("ready", flush=True)
sys.stdin.readline()
store = open_store(sys.argv[1])
store.save(sys.argv[2], {("answers", "C41"): 1}, questionnaire=("q", "1"), now=datetime.now(UTC))
"""


def test_several_processes_open_the_same_fresh_database_at_once(file: Path) -> None:
    children = [run_python(OPEN_AND_SAVE, f"sqlite:///{file}", str(number)) for number in range(4)]
    for child in children:
        assert child.stdout is not None
        assert child.stdout.readline() == b"ready\n"
    for child in children:
        assert child.stdin is not None
        child.stdin.write(b"go\n")
        child.stdin.flush()
    assert [(child.communicate()[1], child.returncode) for child in children] == [(b"", 0)] * 4
    with closing(open_store(f"sqlite:///{file}")) as store:
        assert all(store.load(str(number)) for number in range(4))
    assert not list(file.parent.glob("*.new"))


SAVE_FOR_EVER = """
import itertools, sys
from datetime import UTC, datetime
from storage.opening import open_store
store = open_store(sys.argv[1])
for number in itertools.count(int(sys.argv[2])):
    changes = {("answers", str(number)): number, ("notes", str(number)): "é" * 500}
    store.save("a" * 64, changes, questionnaire=("q", "1"), now=datetime.now(UTC))
    print(number, flush=True)
"""


def test_after_kill_9_every_acknowledged_save_is_found_and_none_is_half_written(file: Path) -> None:
    acknowledged = -1
    for lines in (1, 40, 300):
        child = run_python(SAVE_FOR_EVER, f"sqlite:///{file}", str(acknowledged + 1))
        assert child.stdout is not None
        for _ in range(lines):
            acknowledged = int(child.stdout.readline())
        child.kill()
        acknowledged = max([acknowledged, *map(int, child.communicate()[0].split(b"\n")[:-1])])
        with closing(open_store(f"sqlite:///{file}")) as store:
            record = store.load(MINE)
            assert record is not None
            answers = {int(key) for kind, key in record.entries if kind == "answers"}
            notes = {int(key) for kind, key in record.entries if kind == "notes"}
            assert answers == notes
            assert answers >= set(range(acknowledged + 1))
