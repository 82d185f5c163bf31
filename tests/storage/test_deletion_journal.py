"""Deletions remembered outside of the database: durable lines, and never in the way of a deletion."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage.deletion_journal import DeletionJournal
from storage.opening import open_store
from storage.sql import first_id
from tests.storage.kept import NOON, OF, A, B, fill, opened, proof


@pytest.fixture
def journal(url: str, file: Path) -> DeletionJournal:
    fill(url)
    return DeletionJournal(file)


def test_one_id_a_line_for_its_owner_only(url: str, journal: DeletionJournal) -> None:
    assert not journal.path.exists()
    with closing(opened(url)) as store:
        assert store.delete("unknown") is False
        assert (store.delete(A), store.delete(B), store.delete(B)) == (True, True, False)
    assert journal.path.read_text() == f"{first_id(A)}\n{first_id(B)}\n"
    assert journal.path.stat().st_mode & 0o777 == 0o600
    assert A not in journal.path.read_text()


def test_half_a_line_left_by_a_power_cut_does_not_swallow_the_next_one(journal: DeletionJournal) -> None:
    journal.path.write_text("one\nhal")
    journal.remember("two")
    journal.remember("two")
    assert journal.path.read_text() == "one\nhal\ntwo\n"


def test_a_failure_neither_undoes_nor_hides_the_deletion(
    url: str, journal: DeletionJournal, caplog: pytest.LogCaptureFixture
) -> None:
    journal.path.mkdir()
    with closing(opened(url)) as store:
        assert store.delete(A) is True
        assert store.load(A) is None
    assert "the journal of deletions was not written: IsADirectoryError" in caplog.messages
    assert first_id(A) not in caplog.text


def test_a_line_that_a_kill_left_out_is_written_at_the_next_start(
    url: str, file: Path, journal: DeletionJournal
) -> None:
    with closing(opened(url)) as store:
        store.delete(A)
    journal.path.unlink()
    open_store(url).close()
    assert journal.ids() == {first_id(A)}
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT id FROM deleted").fetchall() == [(first_id(A),)]


def test_an_id_nobody_has_is_remembered_and_changes_nothing_else(url: str, journal: DeletionJournal) -> None:
    journal.remember("f" * 32)
    before = proof(url)
    with closing(opened(url)) as store:
        store.save(A, {}, questionnaire=OF, now=NOON)
    assert proof(url).counts == before.counts | {"deleted": 1}
