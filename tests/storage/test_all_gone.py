"""Deleting leaves nothing: no row in any table, no word in the file, whatever parts the assessment had."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine, select

from questionnaire.assessment import HEAD, KINDS
from questionnaire.previous import PREVIOUS
from storage.schema import assessment, metadata
from storage.sql import SqlStore, first_id
from storage.store import REVIEWER, Review
from tests.storage.kept import NOON, OF, A, B, opened, proof

CANARY = "canari-qui-ne-doit-pas-rester"
NEW, READER = "1" * 64, "2" * 64


def lived(store: SqlStore, link: str, word: str) -> None:
    """Every part of an assessment, corrected once, shared, reviewed."""
    for turn in range(3):
        changes = {(kind, f"{word} {kind}"): {"said": f"{word} {kind} {turn} " + "é" * 300} for kind in (HEAD, *KINDS)}
        store.save(link, changes, questionnaire=OF, now=NOON, known=turn)
    taken = {(PREVIOUS, f"{word} {PREVIOUS}"): None}
    store.save(link, taken, questionnaire=OF, now=NOON, known=3)
    store.save(link, {(PREVIOUS, word): f"{word} again"}, questionnaire=OF, now=NOON, known=4)


def everything(engine: Engine) -> str:
    """Every cell of every table, as text."""
    with engine.connect() as connection:
        return "\n".join(repr(row) for table in metadata.sorted_tables for row in connection.execute(select(table)))


def test_nothing_of_it_is_in_any_table_and_the_neighbour_is_whole(database: str) -> None:
    assert {PREVIOUS, "workshop", "drafts", "place", "notes", "plan", "texts"} <= set(KINDS)
    with closing(opened(database)) as store:
        lived(store, B, "voisin")
    before = proof(database).counts
    with closing(opened(database)) as store:
        lived(store, A, CANARY)
        store.invite(A, READER, now=NOON)
        store.tick(READER, (Review("C41", f"{CANARY} nom", f"{CANARY} structure", "mark", NOON),))
        store.rotate(A, NEW, now=NOON)
        assert CANARY in everything(store.engine)
        assert store.delete(NEW)
        told = everything(store.engine)
        assert CANARY not in told
        assert first_id(A) in told  # remembered as deleted, and nowhere else
        with store.engine.connect() as connection:
            owners = {
                str(one)
                for table in metadata.sorted_tables
                for column in table.c
                if column.name == "assessment_id"
                for one in connection.scalars(select(column))
            }
            assert owners == set(connection.scalars(select(assessment.c.id))) == {first_id(B)}
        assert [store.load(link) for link in (A, NEW)] == [None, None]
        assert (store.load(READER, REVIEWER), store.history(NEW), store.reviews(NEW)) == (None, (), ())
    assert proof(database).counts == before | {"deleted": 3}  # the assessment, and its two links withdrawn before


def test_no_word_of_it_is_in_the_files_of_sqlite(url: str, file: Path) -> None:
    with closing(opened(url)) as store:
        lived(store, B, "voisin")
        lived(store, A, CANARY)
        assert CANARY.encode() in content(file)
        assert store.delete(A)
        assert CANARY.encode() not in content(file)
        assert b"voisin" in content(file)
        assert Path(f"{file}-wal").stat().st_size == 0


def content(file: Path) -> bytes:
    """The database, its journal and all that lies beside it."""
    return b"".join(one.read_bytes() for one in sorted(file.parent.iterdir()))
