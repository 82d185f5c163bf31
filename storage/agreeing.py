"""Make a SQLite database and the journal of deletions beside it tell the same, each time the database is opened.

A backup copied by hand over the file would bring back erased assessments and replaced links; a kill between the
deletion and its line in the journal would leave the line out. Both are put right here.
"""

from __future__ import annotations

import logging
from datetime import UTC, datetime

from sqlalchemy import Engine, select

from storage.deletion_journal import DeletionJournal
from storage.engines import empty_journal, writing
from storage.forgetting import forget
from storage.schema import assessment, deleted
from storage.statements import Upserts
from storage.withdrawing import withdraw_again

log = logging.getLogger("palier.storage")


def agree(engine: Engine, journal: DeletionJournal) -> None:
    """Delete again what came back, then write what the journal lacks."""
    try:
        told = journal.ids()
    except OSError as error:
        log.error("the journal of deletions was not read: %s", type(error).__name__)
        return
    with engine.connect() as connection:
        known = frozenset(connection.scalars(select(deleted.c.id)))
    if told - known:
        _apply(engine, told - known)
    journal.remember_all(known)


def trim(engine: Engine, journal: DeletionJournal, forgotten: frozenset[str]) -> None:
    """The journal forgets what the database has just forgotten. What another process deletes meanwhile is in the
    database before it is in the file: read once more, none of it is lost with the former file.
    """
    journal.drop(forgotten)
    with engine.connect() as connection:
        known = frozenset(connection.scalars(select(deleted.c.id)))
    journal.remember_all(known)


def _apply(engine: Engine, unknown: frozenset[str]) -> None:
    """The database learns what only the journal knew: it remembers it from today on, and undoes what came back."""
    upserts, now = Upserts(engine.dialect.name), datetime.now(UTC)
    with writing(engine).begin() as connection:
        back = sorted(unknown.intersection(connection.scalars(select(assessment.c.id))))
        for id_ in sorted(unknown):
            connection.execute(upserts.remember_deleted, {"id": id_, "at": now})
        for id_ in back:
            forget(connection, upserts, id_, now)
        links = withdraw_again(connection, unknown)
    empty_journal(engine)
    if back:
        log.warning("%d deleted assessments had come back and were deleted again", len(back))
    if links:
        log.warning("%d replaced links had come back and were withdrawn again", links)
