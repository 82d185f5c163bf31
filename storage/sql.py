"""The store of real life: one body for SQLite and PostgreSQL, a connection per operation, one transaction per save."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import datetime
from json import JSONDecodeError
from typing import Any

from sqlalchemy import Connection, Engine, bindparam, delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError

from questionnaire.assessment import Entry
from storage.encoding import decode, encode, utc
from storage.engines import BUSY_SECONDS, writing
from storage.faults import refusal
from storage.schema import assessment, entry
from storage.store import Record
from storage.turn import Turn

_NOT_SAVED = "La réponse n'a pas été enregistrée"
_NOT_READ = "Le diagnostic n'a pas pu être relu"
_NOT_DELETED = "Le diagnostic n'a pas été effacé"

# One statement, so that a record and its entries are of the same moment in both databases.
_LOAD = (
    select(
        assessment.c.questionnaire_id,
        assessment.c.version,
        assessment.c.created_at,
        assessment.c.updated_at,
        entry.c.kind,
        entry.c.key,
        entry.c.value,
    )
    .select_from(assessment.outerjoin(entry))
    .where(assessment.c.capability == bindparam("capability"))
)
_FORGET = delete(assessment).where(assessment.c.capability == bindparam("capability"))  # its entries go with it
_TAKE_AWAY = delete(entry).where(
    entry.c.capability == bindparam("capability"),
    entry.c.kind == bindparam("kind"),
    entry.c.key == bindparam("key"),
)


class SqlStore:
    """Answers in a database at its newest migration, on an engine of `storage.engines` (see `open_store`)."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._writing = writing(engine)
        on_sqlite = engine.dialect.name == "sqlite"
        self._touch, self._put = _upserts(sqlite.insert if on_sqlite else postgresql.insert)
        self._turn: AbstractContextManager[None] = Turn(BUSY_SECONDS) if on_sqlite else nullcontext()

    def load(self, capability: str) -> Record | None:
        with _explained(_NOT_READ):
            with self.engine.connect() as connection:
                rows = connection.execute(_LOAD, {"capability": capability}).all()
            if not rows:
                return None
            questionnaire_id, version, created_at, updated_at = rows[0][:4]
            entries = decode(tuple(row[4:]) for row in rows if row.kind is not None)
        return Record(questionnaire_id, version, entries, created_at, updated_at)

    def save(
        self, capability: str, changes: Mapping[Entry, Any], *, questionnaire: tuple[str, str], now: datetime
    ) -> None:
        head = _head(capability, questionnaire, utc(now))
        kept, gone = _rows(capability, changes)
        with self._write(_NOT_SAVED) as connection:
            connection.execute(self._touch, head)  # first: it also locks this assessment on PostgreSQL
            _execute(connection, self._put, kept)
            _execute(connection, _TAKE_AWAY, gone)

    def delete(self, capability: str) -> bool:
        with self._write(_NOT_DELETED) as connection:
            return connection.execute(_FORGET, {"capability": capability}).rowcount > 0

    def close(self) -> None:
        self.engine.dispose()

    @contextmanager
    def _write(self, consequence: str) -> Iterator[Connection]:
        """A transaction, committed when the block ends: what comes after the block is durable."""
        with _explained(consequence), self._turn, self._writing.begin() as connection:
            yield connection


def _head(capability: str, questionnaire: tuple[str, str], now: datetime) -> dict[str, Any]:
    questionnaire_id, version = questionnaire
    return {
        "capability": capability,
        "questionnaire_id": questionnaire_id,
        "version": version,
        "created_at": now,
        "updated_at": now,
    }


def _rows(capability: str, changes: Mapping[Entry, Any]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The rows to write and the rows to take away."""
    rows = [
        {"capability": capability, "kind": kind, "key": key, "value": text}
        for (kind, key), text in encode(changes).items()
    ]
    return [row for row in rows if row["value"] is not None], [row for row in rows if row["value"] is None]


def _upserts(insert: Any) -> tuple[Any, Any]:
    """Idempotent writes of a head and of an entry; a save whose outcome is unknown can be sent again."""
    head, value = insert(assessment), insert(entry)
    changing = {name: head.excluded[name] for name in ("questionnaire_id", "version", "updated_at")}
    return (
        head.on_conflict_do_update(index_elements=["capability"], set_=changing),
        value.on_conflict_do_update(index_elements=["capability", "kind", "key"], set_={"value": value.excluded.value}),
    )


def _execute(connection: Connection, statement: Any, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(statement, rows if len(rows) > 1 else rows[0])


@contextmanager
def _explained(consequence: str) -> Iterator[None]:
    try:
        yield
    except (SQLAlchemyError, TimeoutError, JSONDecodeError) as error:
        raise refusal(consequence, error) from error
