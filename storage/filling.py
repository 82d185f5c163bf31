"""Replace all the rows of a database by those of a backup, in one transaction, deletions kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, select, text

from storage import revoking
from storage.engines import empty_journal, file_url, make_engine
from storage.rows import Proof, count, pour, prove
from storage.schema import deleted, metadata
from storage.store import StorageError
from storage.withdrawing import withdraw_again

# Writers wait, readers do not. `deleted` first, as a deletion does: two that wait for each other would both fail.
_LOCK = (
    "LOCK TABLE deleted, assessment, link, entry, change, review, task, room, seat, ballot IN SHARE ROW EXCLUSIVE MODE"
)


@dataclass(frozen=True)
class Filled:
    """What the database holds now, what it remembers as deleted, and what the backup still had and was not put back:
    assessments deleted, links replaced or withdrawn, choices taken back.
    """

    proof: Proof
    deleted: frozenset[str]
    withheld: int
    links: int
    choices: int


def fill_from(backup: Path, engine: Engine, outside: frozenset[str]) -> Filled:
    """Into the database of `engine` (one that writes); `outside` are deletions that neither of the two may know of."""
    source = make_engine(file_url(backup))
    try:
        with source.connect() as origin, engine.begin() as target:
            filled = _fill(origin, target, outside)
    finally:
        source.dispose()
    empty_journal(engine)
    return filled


def _fill(source: Connection, target: Connection, outside: frozenset[str]) -> Filled:
    if target.dialect.name == "postgresql":
        target.execute(text(_LOCK))
    remembered, before = _remembered(source, target, outside), revoking.now(target)
    for table in reversed(metadata.sorted_tables):
        target.execute(table.delete())
    written = pour(source, target, [table for table in metadata.sorted_tables if table is not deleted], remembered)
    if remembered:
        target.execute(deleted.insert(), [{"id": id_, "at": at} for id_, at in remembered.items()])
    if count(target) != written | {deleted.name: len(remembered)}:
        raise StorageError("Toutes les lignes n’ont pas été remises : la base est restée comme avant. Recommencez.")
    links, choices = withdraw_again(target, remembered), revoking.revoke_again(target, before)
    withheld = count(source)["assessment"] - written["assessment"]
    return Filled(prove(target), frozenset(remembered), withheld, links, choices)


def _remembered(source: Connection, target: Connection, outside: frozenset[str]) -> dict[str, datetime]:
    """Every id known as deleted, with the last date known: a memory too long harms nobody, one too short does."""
    found = dict.fromkeys(outside, datetime.now(UTC))
    for connection in (source, target):
        for id_, at in connection.execute(select(deleted.c.id, deleted.c.at)):
            found[id_] = max(at, found.get(id_, at))
    return found
