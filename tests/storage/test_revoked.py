"""What was taken back stays so: replaced and withdrawn links, earlier photos, agreements, whatever backup comes back."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from questionnaire.settings import Retention
from storage.deletion_journal import DeletionJournal
from storage.engines import writing
from storage.opening import open_store
from storage.purging import purge
from storage.restoring import restore
from storage.schema import deleted, link, room, seat
from storage.sql import SqlStore, first_id
from storage.store import REVIEWER, LinkGoneError, Review
from storage.withdrawing import line
from tests.storage.kept import NOON, OF, A, B, C, fill, opened, saved

SECOND, THIRD, READER, OTHER = ("1" * 64, "2" * 64, "3" * 64, "4" * 64)
TWO_YEARS = timedelta(days=731)


def replaced(store: SqlStore) -> None:
    """A's link replaced twice; B's reviewer replaced once; C's reviewer withdrawn."""
    assert store.rotate(A, SECOND, now=NOON)
    assert store.rotate(SECOND, THIRD, now=NOON)
    store.invite(B, OTHER, now=NOON)
    store.invite(C, None, now=NOON)


def shared(url: str) -> None:
    fill(url, (A, B, C))
    with closing(opened(url)) as store:
        for owner, reader in ((A, "reader of a"), (B, READER), (C, "reader of c")):
            store.invite(owner, reader, now=NOON)


def assert_only_the_new_links_open(url: str) -> None:
    with closing(opened(url)) as store:
        assert [store.load(one) is None for one in (A, SECOND, THIRD)] == [True, True, False]
        readers = ("reader of a", READER, OTHER, "reader of c")
        assert [store.load(one, REVIEWER) is None for one in readers] == [True, True, False, True]
        assert all(store.load(one) for one in (B, C))
        for gone in (A, SECOND):
            with pytest.raises(LinkGoneError):
                store.save(gone, {("answers", "C41"): 0}, questionnaire=OF, now=NOON)
        assert store.save(THIRD, {("answers", "C41"): 3}, questionnaire=OF, now=NOON, known=3).sequence == 4


def test_a_restore_gives_back_the_link_of_today_and_not_the_one_that_leaked(database: str, tmp_path: Path) -> None:
    shared(database)
    backup = saved(database, tmp_path / "b.sqlite3")
    with closing(opened(database)) as store:
        replaced(store)
    told = restore(database, backup, True, print)
    assert "4 liens remplacés ou retirés restent sans effet." in told
    assert_only_the_new_links_open(database)
    assert "liens remplacés" in restore(database, backup, True, print), "it is still remembered after a restore"


def test_the_journal_alone_is_enough_when_the_database_is_lost(url: str, file: Path, tmp_path: Path) -> None:
    shared(url)
    backup = saved(url, tmp_path / "b.sqlite3")
    with closing(opened(url)) as store:
        replaced(store)
    file.write_bytes(bytes(8192))
    restore(url, backup, True, print)
    assert_only_the_new_links_open(url)


def test_a_backup_copied_by_hand_does_not_open_a_leaked_link_either(url: str, file: Path, tmp_path: Path) -> None:
    shared(url)
    backup = saved(url, tmp_path / "b.sqlite3")
    with closing(opened(url)) as store:
        replaced(store)
    file.write_bytes(backup.read_bytes())
    assert_only_the_new_links_open(url)


def test_what_is_remembered_of_a_link_is_a_hash_and_a_loop_ends(url: str, file: Path) -> None:
    fill(url, (A,))
    journal = DeletionJournal(file)
    journal.remember_all((line(SECOND, THIRD), line(THIRD, SECOND), line("x", None)))
    with closing(opened(url)) as store:
        assert store.load(A)
        store.rotate(A, B, now=NOON)
    assert line(A, B) in journal.ids()


def test_a_photo_and_an_agreement_taken_back_do_not_come_back(database: str, tmp_path: Path) -> None:
    photo, other = ("previous", "2025-01-02"), ("previous", "2024-01-02")
    with closing(opened(database)) as store:
        store.save(A, {photo: {"v": "canari"}, other: {}, ("notes", "n"): "x"}, questionnaire=OF, now=NOON)
        store.save(B, {photo: {}}, questionnaire=OF, now=NOON)
        with writing(store.engine).begin() as connection:
            of = {"id": "r", "coach": "c", "code": "d", "state": "{}", "turn": 0, "closes_at": NOON}
            connection.execute(insert(room), of)
            for one in ("1", "2"):
                row = {"room_id": "r", "id": one, "capability": one, "consents": True, "named": True}
                connection.execute(insert(seat), row)
    backup = saved(database, tmp_path / "b.sqlite3")
    with closing(opened(database)) as store:
        store.save(A, {photo: None, ("notes", "n"): "y"}, questionnaire=OF, now=NOON, known=1)
        with writing(store.engine).begin() as connection:
            connection.execute(seat.update().where(seat.c.id == "1").values(consents=False))
    told = restore(database, backup, True, print)
    assert "2 choix repris depuis le restent." in told
    with closing(opened(database)) as store:
        mine, theirs = store.load(A), store.load(B)
        assert mine
        assert theirs
        assert mine.entries == {other: {}, ("notes", "n"): "x"}
        assert theirs.entries == {photo: {}}
        assert "canari" not in repr(store.history(A))
        with store.engine.connect() as connection:
            agreed = connection.execute(select(seat.c.id, seat.c.consents).order_by(seat.c.id)).all()
    assert [tuple(one) for one in agreed] == [("1", False), ("2", True)]


def test_the_journal_forgets_what_the_database_forgets_and_no_more(url: str, file: Path) -> None:
    fill(url)
    journal = DeletionJournal(file)
    with closing(opened(url)) as store:
        store.rotate(A, SECOND, now=NOON)  # remembered at that time, a deletion at its own
        store.delete(B)
    journal.remember("f" * 32)  # what only the file knows is remembered from the next opening on
    with closing(open_store(url)) as store:
        day = datetime(2026, 11, 24, tzinfo=UTC)
        assert purge(store, NOON + timedelta(days=1), Retention(), confirmed=True).deletions == 0
        assert journal.ids() == {first_id(B), line(A, SECOND), line(f"reviewer of {A}", None), "f" * 32}
        with writing(store.engine).begin() as connection:
            connection.execute(deleted.update().where(deleted.c.id == first_id(B)).values(at=day + TWO_YEARS))
            connection.execute(deleted.update().where(deleted.c.id == "f" * 32).values(at=day + TWO_YEARS))
        assert purge(store, day + TWO_YEARS, Retention(), confirmed=True).deletions == 2
    assert journal.ids() == {first_id(A), first_id(B), "f" * 32}  # A was purged that day
    assert journal.path.stat().st_mode & 0o777 == 0o600
    assert [one.name for one in file.parent.iterdir() if one.name.endswith(".new")] == []


def test_a_reviewer_who_signed_keeps_the_word_and_loses_the_door(database: str, tmp_path: Path) -> None:
    fill(database, (A,))
    with closing(opened(database)) as store:
        store.tick(f"reviewer of {A}", (Review("C42", "Zoé", "", "mark", NOON),))
    backup = saved(database, tmp_path / "b.sqlite3")
    with closing(opened(database)) as store:
        store.invite(A, None, now=NOON)
    restore(database, backup, True, print)
    with closing(opened(database)) as store:
        assert store.load(f"reviewer of {A}", REVIEWER) is None
        assert len(store.reviews(A)) == 2
        with store.engine.connect() as connection:
            assert connection.scalars(select(link.c.capability)).all() == [A]
