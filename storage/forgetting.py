"""Deleting for good: remembered, gone with all that hangs on it, and counted before the commit."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, func, select

from storage import statements as sql
from storage.schema import change, entry, link, review
from storage.store import StorageError


def forget(connection: Connection, upserts: sql.Upserts, id_: str, at: datetime) -> None:
    """In the caller's transaction, which a StorageError undoes when anything would be left."""
    connection.execute(upserts.remember_deleted, {"id": id_, "at": at})
    connection.execute(sql.FORGET, {"of": id_})
    _prove_gone(connection, id_)


def _prove_gone(connection: Connection, id_: str) -> None:
    counts = (
        select(func.count()).select_from(table).where(table.c.assessment_id == id_)
        for table in (entry, change, link, review)
    )
    if left := sum(connection.scalar(count) or 0 for count in counts):
        raise StorageError(f"Le diagnostic n’a pas été effacé : il en restait {left} lignes. Prévenez l’hébergeur.")
