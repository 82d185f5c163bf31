"""Databases with something in them, and what they hold, read apart from the code that is tested."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine, select

from storage.backing_up import backup
from storage.engines import file_url, make_engine
from storage.opening import open_address, open_engine, parse
from storage.rows import Proof, prove
from storage.schema import assessment, change, entry
from storage.sql import SqlStore
from storage.store import Review

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
OF = ("q", "1")
A, B, C = ("a" * 64, "b" * 64, "c" * 64)


def opened(url: str) -> SqlStore:
    return open_address(parse(url))


def fill(url: str, links: tuple[str, ...] = (A, B), values: int = 20) -> None:
    """Assessments that were answered, corrected, taken back, shared and reviewed."""
    with closing(opened(url)) as store:
        for link in links:
            for number in range(3):
                changes = {("answers", f"{'cC'[n % 2]}é{n}"): n * number for n in range(values)}
                at = NOON + timedelta(minutes=number)
                store.save(link, changes | {("notes", "n"): None}, questionnaire=OF, now=at, finished=True)
            store.invite(link, f"reviewer of {link}", now=NOON)
            store.tick(f"reviewer of {link}", (Review("C41", "Zoé", "Ligue", "mark", NOON),))


def proof(url: str) -> Proof:
    return _proof(open_engine(parse(url)))


def proof_of(file: Path) -> Proof:
    return _proof(make_engine(file_url(file)))


def _proof(engine: Engine) -> Proof:
    try:
        with engine.connect() as connection:
            return prove(connection)
    finally:
        engine.dispose()


def saved(url: str, file: Path) -> Path:
    """A backup of this database."""
    backup(url, file)
    return file


def assert_entries_are_the_changes_replayed(file: Path) -> dict[str, int]:
    """The proof of one instant: what an assessment holds is what was written up to its number. Numbers by id."""
    engine = make_engine(file_url(file))
    with engine.connect() as connection:
        rows = connection.execute(select(assessment.c.id, assessment.c.sequence)).all()
        numbers: dict[str, int] = {row.id: row.sequence for row in rows}
        held: dict[str, dict[tuple[str, str], str]] = {id_: {} for id_ in numbers}
        told: dict[str, dict[tuple[str, str], str]] = {id_: {} for id_ in numbers}
        last = dict.fromkeys(numbers, 0)
        for row in connection.execute(select(entry)):
            held[row.assessment_id][row.kind, row.key] = row.value
        for row in connection.execute(select(change).order_by(change.c.sequence)):
            last[row.assessment_id] = row.sequence
            told[row.assessment_id].pop((row.kind, row.key), None)
            if row.value is not None:
                told[row.assessment_id][row.kind, row.key] = row.value
    engine.dispose()
    assert (held, numbers) == (told, last)
    return numbers
