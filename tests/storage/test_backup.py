"""A backup taken while people answer is of one instant, whole, private, and never takes another file's place."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest

from storage.backing_up import backup
from storage.sql import SqlStore, first_id
from storage.sqlite_file import whole
from storage.store import StorageError
from tests.storage.kept import (
    NOON,
    OF,
    A,
    B,
    C,
    assert_entries_are_the_changes_replayed,
    fill,
    opened,
    proof,
    proof_of,
)
from tests.storage.postgresql import new_database


@contextmanager
def answering(store: SqlStore, acknowledged: dict[str, int]) -> Iterator[None]:
    """Somebody answers, corrects and takes back without a pause; `acknowledged` follows."""
    stop = Event()

    def answer() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            for link in (A, B, C):
                changes = {("answers", f"C{number % 30}"): number, ("notes", f"N{number % 7}"): None}
                changes |= {("notes", f"N{(number + 3) % 7}"): "é" * 300}
                done = store.save(link, changes, questionnaire=OF, now=NOON)
                acknowledged[first_id(link)] = done.sequence

    thread = Thread(target=answer)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def test_a_backup_under_load_is_of_one_instant(database: str, tmp_path: Path) -> None:
    acknowledged: dict[str, int] = {}
    found = []
    with closing(opened(database)) as store, answering(store, acknowledged):
        for number in range(4):
            while sum(acknowledged.values()) < 60 * (number + 1):
                assert not Event().wait(0.01)
            before, file = dict(acknowledged), tmp_path / f"{number}.sqlite3"
            backup(database, file)
            numbers = assert_entries_are_the_changes_replayed(file)
            assert [id_ for id_, last in before.items() if numbers[id_] < last] == []
            assert whole(file)
            found.append(sum(numbers.values()))
    assert found == sorted(set(found)), "nobody wrote between two backups"


def test_what_is_told_is_what_is_in_the_file(database: str, tmp_path: Path) -> None:
    fill(database)
    before = proof(database)
    sentence = backup(database, tmp_path / "b.sqlite3")
    assert proof_of(tmp_path / "b.sqlite3") == before
    assert (
        "2 diagnostics, 40 valeurs, 4 liens, 126 valeurs passées, 2 relectures, 0 atelier et 0 effacement ou retrait retenu"
        in sentence
    )
    assert re.findall(r"empreinte ([0-9a-f]{64})\.$", sentence) == [before.fingerprint]


def test_the_fingerprint_is_the_same_in_both_databases_and_sees_every_change(url: str) -> None:
    other = new_database()
    for address in (url, other):
        fill(address)
    assert proof(url) == proof(other)
    with closing(opened(other)) as store:
        store.save(A, {("answers", "cé0"): 0}, questionnaire=OF, now=NOON)
    assert proof(url).fingerprint != proof(other).fingerprint


def test_a_backup_is_one_private_file_and_leaves_nothing_else(database: str, tmp_path: Path) -> None:
    fill(database, (A,))
    folder = tmp_path / "sauvegardes"
    folder.mkdir()
    backup(database, folder / "été 1 #%.sqlite3")
    assert [(path.name, path.stat().st_mode & 0o777) for path in folder.iterdir()] == [("été 1 #%.sqlite3", 0o600)]


def test_what_a_kill_left_is_swept_a_day_later(url: str, tmp_path: Path) -> None:
    fill(url, (A,))
    for name, hours in ((".b.sqlite3.old.new", 25), (".b.sqlite3.now.new", 1), (".other.old.new", 25)):
        for left in (tmp_path / name, tmp_path / f"{name}-wal"):
            left.touch()
            os.utime(left, (time.time() - hours * 3600,) * 2)
    backup(url, tmp_path / "b.sqlite3")
    assert {path.name for path in tmp_path.glob(".*.new")} == {".b.sqlite3.now.new", ".other.old.new"}
    assert not (tmp_path / ".b.sqlite3.old.new-wal").exists()


@pytest.mark.parametrize("there", ["file", "folder", "broken link"])
def test_nothing_is_overwritten(url: str, tmp_path: Path, there: str) -> None:
    fill(url, (A,))
    target = tmp_path / "b.sqlite3"
    makers = {"file": lambda: target.write_text("à moi"), "folder": target.mkdir}
    makers.get(there, lambda: target.symlink_to(tmp_path / "nowhere"))()
    before = os.lstat(target)
    with pytest.raises(StorageError, match=r"existe déjà et n’a pas été touché"):
        backup(url, target)
    assert os.lstat(target) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.sqlite3", "data"]


@pytest.mark.parametrize("place", ["nowhere/b.sqlite3", "data/palier.sqlite3/b.sqlite3"])
def test_a_place_that_cannot_be_written_is_said(url: str, tmp_path: Path, place: str) -> None:
    fill(url, (A,))
    with pytest.raises(StorageError, match=r"n’a pas pu être écrite\u202f: (ce chemin n’existe|un élément du chemin)"):
        backup(url, tmp_path / place)


def test_what_is_damaged_missing_or_not_up_to_date_is_not_saved(url: str, file: Path, tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="n’existe pas encore"):
        backup(url, tmp_path / "b.sqlite3")
    fill(url, (A,))
    with file.open("r+b") as handle:
        handle.seek(8192)
        handle.write(bytes(4096))
    with pytest.raises(StorageError, match="abîmé"):
        backup(url, tmp_path / "b.sqlite3")
    assert [path.name for path in tmp_path.iterdir()] == ["data"]
    with pytest.raises(StorageError, match="n’est pas à jour"):
        backup(new_database(), tmp_path / "b.sqlite3")
