"""The tables, as the newest migration leaves them. Only `migrations/` creates or changes them.

One row per value rather than one document per assessment: two devices answering two different
questions of the same assessment never overwrite each other. A link is apart from what it opens, so that it
can be replaced or withdrawn. Each save takes the next number of its assessment: order never depends on a clock.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    false,
)

from storage.encoding import utc

HEAD = "0004"  # newest migration, said here so that an up-to-date start needs no Alembic; a test checks it


class UtcDateTime(TypeDecorator[datetime]):
    """An aware UTC time; SQLite, which knows no time zone, holds it without its offset."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        return None if value is None else utc(value)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


metadata = MetaData()


def _owned(primary_key: bool = False) -> Column[str]:
    """The assessment a row belongs to, and goes away with."""
    return Column(
        "assessment_id", Text, ForeignKey("assessment.id", ondelete="CASCADE"), nullable=False, primary_key=primary_key
    )


# `WITHOUT ROWID`: a save touches one page per table instead of a table page and an index page.
assessment = Table(
    "assessment",
    metadata,
    Column("id", Text, primary_key=True),
    Column("questionnaire_id", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    Column("sequence", Integer, nullable=False, server_default="0"),
    Column("finished", Boolean, nullable=False, server_default=false()),
    sqlite_with_rowid=False,
)

entry = Table(
    "entry",
    metadata,
    _owned(primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_with_rowid=False,
)

# What was written before: `value` is null where a value was taken away.
change = Table(
    "change",
    metadata,
    _owned(primary_key=True),
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("kind", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("value", Text),
    Column("at", UtcDateTime, nullable=False),
    sqlite_with_rowid=False,
)

link = Table(
    "link",
    metadata,
    Column("capability", Text, primary_key=True),
    _owned(),
    Column("role", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Index("link_of", "assessment_id"),
    sqlite_with_rowid=False,
)

# What a named person says to have seen; `subject` is the fingerprint of what was shown to them.
review = Table(
    "review",
    metadata,
    _owned(primary_key=True),
    Column("question", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("structure", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    sqlite_with_rowid=False,
)

# Deleted assessments, by an id that says nothing of anybody, so that a backup does not bring them back.
deleted = Table(
    "deleted",
    metadata,
    Column("id", Text, primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    sqlite_with_rowid=False,
)

# Tasks of every day, done by one replica only.
task = Table(
    "task",
    metadata,
    Column("name", Text, primary_key=True),
    Column("done_at", UtcDateTime, nullable=False),
    sqlite_with_rowid=False,
)

# A workshop: its state in one row, read by every screen; `turn` counts the coach's moves.
room = Table(
    "room",
    metadata,
    Column("id", Text, primary_key=True),
    Column("coach", Text, nullable=False, unique=True),
    Column("code", Text, nullable=False, unique=True),
    Column("state", Text, nullable=False),
    Column("turn", Integer, nullable=False),
    Column("closes_at", UtcDateTime, nullable=False),
    sqlite_with_rowid=False,
)

seat = Table(
    "seat",
    metadata,
    Column("room_id", Text, ForeignKey("room.id", ondelete="CASCADE"), primary_key=True),
    Column("id", Text, primary_key=True),
    Column("capability", Text, nullable=False, unique=True),
    Column("role", Text),
    Column("association", Text),
    Column("consents", Boolean, nullable=False),
    Column("named", Boolean, nullable=False, server_default=false()),
    Column("promise", Text),
    sqlite_with_rowid=False,
)

ballot = Table(
    "ballot",
    metadata,
    Column("room_id", Text, ForeignKey("room.id", ondelete="CASCADE"), primary_key=True),
    Column("round", Integer, primary_key=True, autoincrement=False),
    Column("question", Text, primary_key=True),
    Column("seat_id", Text, primary_key=True),
    Column("value", Text, nullable=False),
    Column("number", Integer, nullable=False),
    sqlite_with_rowid=False,
)
