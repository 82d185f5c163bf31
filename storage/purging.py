"""Delete what has been kept long enough: assessments, past values, traces of old deletions. Counts only are told.

Doing it twice changes nothing more. It goes by small transactions, so that nobody who answers has to wait,
and each decides again: an assessment saved in the meantime stays.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, and_, delete, func, or_, select, text
from sqlalchemy.exc import SQLAlchemyError

from questionnaire.settings import Retention
from questionnaire.typography import counted, listed, tidy
from storage.encoding import utc
from storage.engines import empty_journal, writing
from storage.faults import refusal
from storage.forgetting import forget
from storage.schema import assessment, change, deleted, room
from storage.sql import SqlStore
from storage.statements import Upserts
from storage.store import StorageError

_BATCH = 50
_DAY = timedelta(days=1)
_MANY = 5  # from this number on, losing them all at once looks like a wrong clock
_LOCK = "LOCK TABLE deleted IN ROW EXCLUSIVE MODE"  # in the order of a deletion and of a restore
_HOW = "Rien n'a été effacé : vérifiez la date et l'heure du serveur, puis, si elles sont justes, ajoutez --oui."


@dataclass(frozen=True)
class Purged:
    """What a purge took away."""

    assessments: int
    changes: int
    deletions: int
    workshops: int = 0

    def __str__(self) -> str:
        told = [
            counted(self.assessments, "diagnostic", "diagnostics"),
            counted(self.changes, "valeur passée", "valeurs passées"),
            counted(self.deletions, "effacement ancien", "effacements anciens"),
            *([counted(self.workshops, "atelier", "ateliers")] if self.workshops else []),
        ]
        return tidy(f"Purge faite : {listed(told)}.")


def purge(store: SqlStore, now: datetime, retention: Retention, *, confirmed: bool = False) -> Purged:
    """Obey the retention. StorageError, before anything is touched, when the clock looks wrong and not `confirmed`."""
    moment = utc(now)
    try:
        with store.engine.connect() as connection:
            doubt = None if confirmed else _doubt(connection, moment, retention)
        if doubt:
            raise StorageError(tidy(f"{doubt} {_HOW}"))
        gone = _purge_assessments(store, moment, retention)
        changes, deletions = _purge_traces(store, moment, retention)
        workshops = _purge_workshops(store, moment, retention)
    except SQLAlchemyError as error:
        raise refusal("La purge n'a pas été menée à son terme", error) from error
    empty_journal(store.engine)
    return Purged(gone, changes, deletions, workshops)


def months_before(moment: datetime, months: int) -> datetime:
    """The same day and hour so many calendar months earlier, in UTC; the last day of a month that is too short."""
    here = utc(moment)
    count = here.year * 12 + here.month - 1 - months
    year, month = count // 12, count % 12 + 1
    return here.replace(year=year, month=month, day=min(here.day, monthrange(year, month)[1]))


def _too_old(now: datetime, retention: Retention) -> ColumnElement[bool]:
    """`finished` leaves the longer time only to what was answered to the end."""
    unfinished = and_(~assessment.c.finished, assessment.c.updated_at < months_before(now, retention.unfinished_months))
    return or_(unfinished, assessment.c.updated_at < months_before(now, retention.months))


def _doubt(connection: Connection, now: datetime, retention: Retention) -> str | None:
    """Why the clock looks wrong. Those of the last day do not count: people may answer while it is wrong."""
    newest, total = connection.execute(select(func.max(assessment.c.updated_at), func.count())).one()
    if newest and newest > now + _DAY:
        return f"Il est {now:%d/%m/%Y} pour le serveur, mais un diagnostic a été enregistré le {newest:%d/%m/%Y}."
    of = select(func.count()).select_from(assessment)
    doomed = connection.scalar(of.where(_too_old(now, retention))) or 0
    recent = connection.scalar(of.where(assessment.c.updated_at > now - _DAY)) or 0
    if total >= _MANY and doomed > recent and doomed + recent == total:
        return (
            f"Il est {now:%d/%m/%Y} pour le serveur, et la purge effacerait "
            f"{'tous les' if doomed == total else f'{doomed} des {total}'} diagnostics."
        )
    return None


def _purge_assessments(store: SqlStore, now: datetime, retention: Retention) -> int:
    total = 0
    while ids := _purge_some(store, now, retention):
        total += len(ids)
        for id_ in ids:
            store.on_delete(id_)
    return total


def _purge_some(store: SqlStore, now: datetime, retention: Retention) -> list[str]:
    """A few of them, durably; on PostgreSQL a save of the same instant waits, or is waited for and spares it."""
    upserts = Upserts(store.engine.dialect.name)
    found = select(assessment.c.id).where(_too_old(now, retention)).limit(_BATCH).with_for_update()
    with writing(store.engine).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text(_LOCK))
        ids = [str(id_) for id_ in connection.scalars(found)]
        for id_ in ids:
            forget(connection, upserts, id_, now)
    return ids


def _purge_workshops(store: SqlStore, now: datetime, retention: Retention) -> int:
    """Rooms closed long enough ago, with their seats and ballots; what was settled has left as an assessment."""
    closed = delete(room).where(room.c.closes_at < now - timedelta(days=retention.participant_days))
    with writing(store.engine).begin() as connection:
        return connection.execute(closed).rowcount


def _purge_traces(store: SqlStore, now: datetime, retention: Retention) -> tuple[int, int]:
    history = delete(change).where(change.c.at < now - timedelta(days=retention.history_days))
    memory = delete(deleted).where(deleted.c.at < months_before(now, retention.deleted_months))
    with writing(store.engine).begin() as connection:
        changes = connection.execute(history).rowcount
        forgotten = frozenset(connection.scalars(memory.returning(deleted.c.id)))
    if forgotten:
        store.on_forgotten(forgotten)
    return changes, len(forgotten)
