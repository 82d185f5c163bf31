"""A refused database is told with the newest backup, found where backups are, and only a real one."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage.checking import check
from storage.newest import ASIDE
from storage.opening import open_store
from storage.store import StorageError
from tests.storage.kept import A, fill, saved
from tests.storage.postgresql import new_database

DAY = 24 * 3600
NOON = 1_795_435_200  # 23 November 2026 at noon, UTC


def dated(path: Path, at: int) -> Path:
    os.utime(path, (at, at))
    return path


def refused(url: str, backups: Path | None = None) -> str:
    with pytest.raises(StorageError) as caught:
        open_store(url, backups)
    with pytest.raises(StorageError) as by_check:
        check(url, backups)
    newest = str(caught.value).partition("La plus récente")[2]
    assert newest == str(by_check.value).partition("La plus récente")[2]
    return newest


def corrupt(file: Path) -> None:
    file.write_bytes(bytes(8192))


def newer(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


def test_the_newest_one_beside_is_named_with_its_day(url: str, file: Path) -> None:
    fill(url, (A,))
    dated(saved(url, file.parent / "hier.sqlite3"), NOON - DAY)
    newest = dated(saved(url, file.parent / "midi.sauvegarde"), NOON)
    for name, content in (("later.txt", b"SQLite format 3\0 or so"), (f"{file.name}{ASIDE}1", newest.read_bytes())):
        (file.parent / name).write_bytes(content)
    with closing(sqlite3.connect(file.parent / "other.sqlite3")) as connection:
        connection.execute("CREATE TABLE assessment (id)")
    for damage in (corrupt, newer):
        if damage is newer:
            file.write_bytes((file.parent / "hier.sqlite3").read_bytes())
        damage(file)
        assert f"{newest}, du 23/11/2026 à 12\u202fh 00 UTC" in refused(url)


def test_the_folder_of_the_settings_comes_first(url: str, file: Path, tmp_path: Path) -> None:
    fill(url, (A,))
    folder = tmp_path / "ailleurs"
    folder.mkdir()
    dated(saved(url, file.parent / "beside.sqlite3"), NOON)
    away = dated(saved(url, folder / "away.sqlite3"), NOON - DAY)
    corrupt(file)
    assert str(away) in refused(url, folder)


def test_nothing_is_named_where_there_is_none(url: str, file: Path, tmp_path: Path) -> None:
    fill(url, (A,))
    corrupt(file)
    assert refused(url) == refused(url, tmp_path / "nowhere") == ""


def test_a_newer_postgresql_is_told_too(tmp_path: Path) -> None:
    import psycopg

    url = new_database()
    fill(url, (A,))
    saved(url, tmp_path / "b.sqlite3")
    with psycopg.connect(url) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    assert "b.sqlite3" in refused(url, tmp_path)
    assert refused(url) == ""
