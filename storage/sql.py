"""The store of real life: one body for SQLite and PostgreSQL, a connection per operation, one transaction per save."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import UTC, datetime
from json import JSONDecodeError
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from questionnaire.assessment import STORE_KINDS, Entry
from questionnaire.language import say
from storage import sql_links, withdrawing
from storage import statements as sql
from storage.encoding import decode, decode_changes, encode, utc
from storage.engines import BUSY_SECONDS, empty_journal, writing
from storage.faults import link_gone, refusal
from storage.forgetting import forget
from storage.schema import change
from storage.store import OWNER, Change, Record, Review, Saved
from storage.turn import Turn

_NOT_SAVED = "La réponse n'a pas été enregistrée"
_NOT_READ = "Le diagnostic n'a pas pu être relu"
_NOT_DELETED = "Le diagnostic n'a pas été effacé"
_NOT_LINKED = "Le lien n'a pas été changé"


def first_id(capability: str) -> str:
    """The id of an assessment, drawn from its first link so that its first save can be sent again."""
    return hashlib.sha256(f"assessment:{capability}".encode()).hexdigest()[:32]


class SqlStore:
    """Answers in a database at its newest migration, on an engine of `storage.engines` (see `open_store`).

    `on_delete` is told the id of what was deleted, or the line of a link withdrawn, to remember it outside of the
    database too; `on_forgotten` those that need not be remembered any longer.
    """

    def __init__(
        self,
        engine: Engine,
        on_delete: Callable[[str], None] = lambda _id: None,
        on_forgotten: Callable[[frozenset[str]], None] = lambda _ids: None,
    ) -> None:
        self.engine = engine
        self._writing = writing(engine)
        self._upserts = sql.Upserts(engine.dialect.name)
        self.on_delete, self.on_forgotten = on_delete, on_forgotten
        on_sqlite = engine.dialect.name == "sqlite"
        self._turn: AbstractContextManager[None] = Turn(BUSY_SECONDS) if on_sqlite else nullcontext()

    def load(self, capability: str, role: str = OWNER) -> Record | None:
        with self.read(say(_NOT_READ)) as connection:
            rows = connection.execute(sql.LOAD, {"capability": capability, "role": role}).all()
            if not rows:
                return None
            questionnaire_id, version, created_at, updated_at, sequence = rows[0][:5]
            entries = decode(tuple(row[5:]) for row in rows if row.kind is not None)
        return Record(questionnaire_id, version, entries, created_at, updated_at, sequence)

    def save(
        self,
        capability: str,
        changes: Mapping[Entry, Any],
        *,
        questionnaire: tuple[str, str],
        now: datetime,
        known: int = 0,
        finished: bool = False,
    ) -> Saved:
        moment, texts = utc(now), encode(changes)
        head = dict(zip(("of_id", "of_version"), questionnaire, strict=True))
        with self.write(say(_NOT_SAVED)) as connection:
            found = sql_links.opened(connection, capability)  # asked once: another tab may be making it right now
            if (found is None and known) or (found and found[1] != OWNER):
                raise link_gone(say(_NOT_SAVED))
            id_ = found[0] if found else self._begin(connection, capability, questionnaire, moment)
            advanced = connection.execute(sql.ADVANCE, {"of": id_, "moment": moment, "is_finished": finished, **head})
            sequence = advanced.scalar_one_or_none()  # also locks this assessment on PostgreSQL
            if sequence is None:
                raise link_gone(say(_NOT_SAVED))
            self._put(connection, id_, sequence, moment, texts)
            return Saved(sequence, _others(connection, id_, known, sequence))

    def history(self, capability: str, most: int = 100) -> tuple[Change, ...]:
        asked = {"capability": capability, "role": OWNER, "most": most}
        with self.read(say(_NOT_READ)) as connection:
            rows = connection.execute(sql.HISTORY, asked).all()
            return tuple(Change(row[0], (row[1], row[2]), value, row[4]) for row, value in decode_changes(rows, 3))

    def delete(self, capability: str) -> bool:
        with self.write(say(_NOT_DELETED)) as connection:
            id_ = sql_links.owned(connection, capability)
            if id_ is None:
                return False
            forget(connection, self._upserts, id_, datetime.now(UTC))
        self.on_delete(id_)
        empty_journal(self.engine)
        return True

    def rotate(self, capability: str, new: str, *, now: datetime) -> bool:
        with self.write(say(_NOT_LINKED)) as connection:
            lines = sql_links.rotate(connection, self._upserts, capability, new, utc(now))
        self._remember(lines)
        return bool(lines)

    def invite(self, capability: str, reviewer: str | None, *, now: datetime) -> datetime | None:
        with self.write(say(_NOT_LINKED)) as connection:
            lines = sql_links.invite(connection, self._upserts, capability, reviewer, utc(now))
        self._remember(lines)
        return None if reviewer is None else utc(now)

    def invited(self, capability: str) -> datetime | None:
        with self.read(say(_NOT_READ)) as connection:
            return sql_links.invited(connection, capability)

    def tick(self, capability: str, reviews: tuple[Review, ...], gone: tuple[str, ...] = ()) -> None:
        with self.write(say(_NOT_SAVED)) as connection:
            sql_links.tick(connection, self._upserts, capability, reviews, gone)

    def reviews(self, capability: str) -> tuple[Review, ...]:
        with self.read(say(_NOT_READ)) as connection:
            return tuple(Review(*row) for row in connection.execute(sql.REVIEWS, {"capability": capability}))

    def close(self) -> None:
        self.engine.dispose()

    def _begin(self, connection: Connection, capability: str, questionnaire: tuple[str, str], moment: datetime) -> str:
        """The first save makes the record and its link. One that was deleted, or whose link was replaced, stays so."""
        id_ = first_id(capability)
        if connection.execute(sql.FORGOTTEN, {"of": id_, "line": withdrawing.line(capability, None)}).first():
            raise link_gone(say(_NOT_SAVED))
        times = {"created_at": moment, "updated_at": moment}
        row = {"id": id_, "questionnaire_id": questionnaire[0], "version": questionnaire[1], **times}
        if connection.execute(self._upserts.begin, row).first():
            sql_links.add(connection, capability, id_, OWNER, moment)
            return id_
        found = sql_links.owned(connection, capability)  # another tab was quicker
        if found is None:
            raise link_gone(say(_NOT_SAVED))
        return found

    def _put(
        self, connection: Connection, id_: str, sequence: int, moment: datetime, texts: dict[Entry, str | None]
    ) -> None:
        owner: dict[str, Any] = {"assessment_id": id_}
        kept = [owner | {"kind": k, "key": key, "value": text} for (k, key), text in texts.items() if text is not None]
        gone = [{"of": id_, "of_kind": k, "of_key": key} for (k, key), text in texts.items() if text is None]
        told = [
            owner | {"sequence": sequence, "kind": kind, "key": key, "value": text, "at": moment}
            for (kind, key), text in texts.items()
            if kind not in STORE_KINDS
        ]
        _execute(connection, self._upserts.put, kept)
        _execute(connection, sql.TAKE_AWAY, gone)
        _execute(connection, change.insert(), told)

    def _remember(self, lines: list[str]) -> None:
        for line in lines:
            self.on_delete(line)

    @contextmanager
    def read(self, consequence: str) -> Iterator[Connection]:
        with _explained(consequence), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def write(self, consequence: str) -> Iterator[Connection]:
        """A transaction, committed when the block ends: what comes after the block is durable."""
        with _explained(consequence), self._turn, self._writing.begin() as connection:
            yield connection


def _others(connection: Connection, id_: str, known: int, mine: int) -> Mapping[Entry, Any]:
    """The last value of each entry that others wrote between the save that the writer knew and this one."""
    if known >= mine - 1:
        return {}
    rows = connection.execute(sql.SINCE, {"of": id_, "known": known, "mine": mine}).all()
    return {(row.kind, row.key): value for row, value in decode_changes(rows, 2)}


def _execute(connection: Connection, statement: Any, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(statement, rows if len(rows) > 1 else rows[0])


@contextmanager
def _explained(consequence: str) -> Iterator[None]:
    try:
        yield
    except (SQLAlchemyError, TimeoutError, JSONDecodeError) as error:
        raise refusal(consequence, error) from error
