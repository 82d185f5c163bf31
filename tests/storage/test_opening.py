"""Opening a database: made when missing, refused in one French sentence when doubtful, never replaced."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.engines import file_url, make_engine
from storage.migrating import _known
from storage.opening import open_store
from storage.schema import HEAD, metadata
from storage.store import StorageError, Store

ROOT = Path(__file__).resolve().parents[2]
MINE = "a" * 64
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
NOBODY = 65534


def save(store: Store, key: str, value: object = 1) -> None:
    store.save(MINE, {("answers", key): value}, questionnaire=("q", "1"), now=NOW)


def made(file: Path, values: int = 200) -> Path:
    """A database of several pages, closed."""
    store = open_store(f"sqlite:///{file}")
    changes = {("notes", f"N{number}"): "é" * 100 for number in range(values)}
    store.save(MINE, changes, questionnaire=("q", "1"), now=NOW)
    store.close()
    return file


def sql(file: Path, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as connection, connection:
        return connection.execute(statement).fetchall()


def refused(url: str) -> str:
    with pytest.raises(StorageError) as caught:
        open_store(url)
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert sentence.endswith((".", ")."))
    assert "'" not in sentence.replace("'/", ""), "straight apostrophe"
    return sentence


def run_python(code: str, *arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


# — Making and finding again


def test_a_missing_folder_is_made_and_nothing_else_is_left_in_it(tmp_path: Path) -> None:
    file = tmp_path / "été 100% #1" / "b" / "palier.sqlite3"
    with closing(open_store(f"sqlite:///{file}")) as store:
        save(store, "C41")
    assert list(file.parent.iterdir()) == [file]


def test_what_was_saved_is_found_by_the_next_start(file: Path) -> None:
    made(file)
    with closing(open_store(f"sqlite:///{file}")) as store:
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


def test_a_backup_without_wal_is_opened_and_turned_to_wal(file: Path) -> None:
    sql(made(file), "PRAGMA journal_mode = DELETE")
    open_store(f"sqlite:///{file}").close()
    assert sql(file, "PRAGMA journal_mode") == [("wal",)]


def test_connections_keep_the_promises_of_the_design(url: str) -> None:
    with closing(open_store(url)) as store, store.engine.connect() as connection:  # type: ignore[attr-defined]
        pragmas = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "secure_delete")
        found = [connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() for pragma in pragmas]
    assert found == ["wal", 2, 1, 5000, 1]


def test_the_migrations_lead_to_the_schema(file: Path, tmp_path: Path) -> None:
    (tmp_path / "plain.sqlite3").touch()
    engine = make_engine(file_url(tmp_path / "plain.sqlite3"))
    metadata.create_all(engine)
    engine.dispose()
    made(file)
    tables = "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name != 'alembic_version' ORDER BY name"
    assert sql(file, tables) == sql(tmp_path / "plain.sqlite3", tables)
    assert sql(file, "SELECT version_num FROM alembic_version") == [(HEAD,)]
    assert max(_known()) == HEAD


def test_an_ordinary_start_does_not_load_alembic(file: Path) -> None:
    code = (
        "import sys; from storage.opening import open_store; open_store(sys.argv[1]); print('alembic' in sys.modules)"
    )
    child = run_python(code, f"sqlite:///{made(file)}")
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


# — Refusing


def text(file: Path) -> None:
    file.write_bytes("Ceci n’est pas une base.\n".encode() * 1000)


def truncated(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2 + 100)


def truncated_to_a_page(file: Path) -> None:
    os.truncate(file, 4096 * (file.stat().st_size // 8192))


def zero_header(file: Path) -> None:
    with file.open("r+b") as handle:
        handle.write(bytes(100))


def emptied(file: Path) -> None:
    os.truncate(file, 0)


def flipped_page(file: Path) -> None:
    with file.open("r+b") as handle:
        handle.seek(4096 * (file.stat().st_size // 8192))
        handle.write(random.Random(1).randbytes(4096))


@pytest.mark.parametrize("damage", [text, truncated, truncated_to_a_page, zero_header, emptied, flipped_page])
def test_a_corrupt_file_is_refused_and_left_byte_for_byte(file: Path, damage: Callable[[Path], None]) -> None:
    damage(made(file))
    before = file.read_bytes()
    sentence = refused(f"sqlite:///{file}")
    assert file.read_bytes() == before
    assert str(file) in sentence
    assert "dernière sauvegarde" in sentence


def test_a_newer_database_is_refused_and_left_alone(file: Path) -> None:
    sql(made(file), "UPDATE alembic_version SET version_num = '9999'")
    before = file.read_bytes()
    assert "plus récente" in refused(f"sqlite:///{file}")
    assert file.read_bytes() == before


def test_the_database_of_another_software_is_refused(file: Path) -> None:
    file.parent.mkdir()
    sql(file, "CREATE TABLE members (name TEXT)")
    assert "n’a pas créées" in refused(f"sqlite:///{file}")
    assert sql(file, "SELECT name FROM sqlite_master") == [("members",)]


def test_a_database_with_a_table_missing_is_refused(file: Path) -> None:
    sql(made(file), "DROP TABLE entry")
    assert "(entry)" in refused(f"sqlite:///{file}")


def test_a_lost_file_whose_journal_is_still_there_is_not_made_anew(file: Path) -> None:
    made(file)
    file.rename(f"{file}-wal")
    assert "journal" in refused(f"sqlite:///{file}")
    assert not file.exists()


@pytest.mark.parametrize(
    "url",
    [
        "",
        "palier.sqlite3",
        "mysql://somebody@somewhere/base",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:///file:/tmp/x?mode=memory&uri=true",
        "sqlite:///file:/tmp/palier.sqlite3?mode=ro&uri=true",
        "sqlite:////proc/palier/palier.sqlite3",
        "sqlite:////dev/null",
        "sqlite:////",
    ],
)
def test_an_address_that_cannot_keep_anything_is_refused(url: str) -> None:
    refused(url)


def test_a_password_is_never_shown() -> None:
    """Port 1 of this machine: nobody listens. Without the driver, the sentence says what to install."""
    sentence = refused("postgresql://palier:s3cret@127.0.0.1:1/palier?options=-csearch_path%3Ds3cret")
    assert "s3cret" not in sentence


def test_a_path_through_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("un fichier")
    assert "n’est pas un dossier" in refused(f"sqlite:///{tmp_path}/data/palier.sqlite3")
    assert "n’est pas un dossier" in refused(f"sqlite:///{tmp_path}/data/deeper/palier.sqlite3")
    assert (tmp_path / "data").read_text() == "un fichier"


def test_a_folder_in_place_of_the_file_is_refused(file: Path) -> None:
    file.mkdir(parents=True)
    assert "dossier" in refused(f"sqlite:///{file}")


@pytest.fixture
def ordinary_folder() -> Iterator[Path]:
    """A folder that an ordinary account can reach; its rights bind because the test runs as that account.

    Permission bits do not bind root, so a root test process takes another identity for a while.
    """
    folder = Path(tempfile.mkdtemp(prefix="palier-"))
    made(folder / "palier.sqlite3")
    user = os.geteuid()
    for path in (folder, folder / "palier.sqlite3"):
        os.chown(path, NOBODY if user == 0 else user, -1)
        path.chmod(path.stat().st_mode | 0o755)
    if user == 0:
        os.seteuid(NOBODY)
    yield folder
    os.seteuid(user)
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_an_ordinary_account_can_use_its_own_folder(ordinary_folder: Path) -> None:
    with closing(open_store(f"sqlite:///{ordinary_folder}/palier.sqlite3")) as store:
        save(store, "C41")


def test_a_folder_that_cannot_be_written_is_refused(ordinary_folder: Path) -> None:
    before = (ordinary_folder / "palier.sqlite3").read_bytes()
    ordinary_folder.chmod(0o555)
    assert "en lecture seule" in refused(f"sqlite:///{ordinary_folder}/palier.sqlite3")
    assert "accès refusé" in refused(f"sqlite:///{ordinary_folder}/new.sqlite3")
    assert "accès refusé" in refused(f"sqlite:///{ordinary_folder}/deeper/new.sqlite3")
    assert (ordinary_folder / "palier.sqlite3").read_bytes() == before
    assert [path.name for path in ordinary_folder.iterdir()] == ["palier.sqlite3"]


def test_a_file_that_cannot_be_written_is_refused(ordinary_folder: Path) -> None:
    (ordinary_folder / "palier.sqlite3").chmod(0o444)
    assert "en lecture seule" in refused(f"sqlite:///{ordinary_folder}/palier.sqlite3")
