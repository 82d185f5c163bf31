"""The two tables, as the newest migration leaves them. Only `migrations/` creates or changes them.

One row per value rather than one document per assessment: two devices answering two different
questions of the same assessment never overwrite each other.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Column, DateTime, Dialect, ForeignKey, MetaData, Table, Text, TypeDecorator

from storage.encoding import utc

HEAD = "0001"  # newest migration, said here so that an up-to-date start needs no Alembic; a test checks it


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

# `WITHOUT ROWID`: a save touches one page per table instead of a table page and an index page.
assessment = Table(
    "assessment",
    metadata,
    Column("capability", Text, primary_key=True),
    Column("questionnaire_id", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    sqlite_with_rowid=False,
)

entry = Table(
    "entry",
    metadata,
    Column("capability", Text, ForeignKey("assessment.capability", ondelete="CASCADE"), primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_with_rowid=False,
)
