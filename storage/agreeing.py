"""Make a SQLite database and the journal of deletions beside it tell the same, each time the database is opened.

A backup copied by hand over the file would bring erased assessments back; a kill between the deletion and its
line in the journal would leave the line out. Both are put right here.
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

log = logging.getLogger("palier.storage")


def agree(engine: Engine, journal: DeletionJournal) -> None:
    """Delete again what came back, then write what the journal lacks."""
    try:
        told = journal.ids()
    except OSError as error:
        log.error("the journal of deletions was not read: %s", type(error).__name__)
        return
    with engine.connect() as connection:
        back = told.intersection(connection.scalars(select(assessment.c.id))) if told else frozenset()
        known = frozenset(connection.scalars(select(deleted.c.id)))
    if back:
        upserts = Upserts(engine.dialect.name)
        with writing(engine).begin() as connection:
            for id_ in sorted(back):
                forget(connection, upserts, id_, datetime.now(UTC))
        empty_journal(engine)
        log.warning("%d deleted assessments had come back and were deleted again", len(back))
    journal.remember_all(known)
