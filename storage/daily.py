"""What is done once a day by whichever process of Palier comes first: today, the purge.

The database decides who: one statement that only one of them can win.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from threading import Event, Thread
from typing import Any

from sqlalchemy import or_
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError

from questionnaire.errors import PalierError
from questionnaire.settings import Retention
from storage.encoding import utc
from storage.engines import writing
from storage.faults import refusal
from storage.purging import Purged, purge
from storage.schema import task
from storage.sql import SqlStore
from storage.store import Store

log = logging.getLogger("palier.storage")
_NAME = "daily"
_HOUR = 3600.0


def run_daily(store: SqlStore, now: datetime, retention: Retention) -> Purged | None:
    """Today's work (a day of UTC); None when it was already begun, here or elsewhere. StorageError when refused.

    Work that failed is not begun again before the next day: it is safe to miss one.
    """
    return purge(store, now, retention) if _is_mine(store, utc(now)) else None


def start_daily(
    store: Store,
    retention: Retention,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    every: float = _HOUR,
) -> Event:
    """Look every hour, in a thread that never keeps the process alive and never raises; setting the event ends it."""
    stop = Event()
    if isinstance(store, SqlStore):  # nothing outlives the process in memory
        Thread(target=_look, args=(store, retention, clock, every, stop), name="palier-daily", daemon=True).start()
    return stop


def _look(store: SqlStore, retention: Retention, clock: Callable[[], datetime], every: float, stop: Event) -> None:
    while not stop.is_set():
        try:
            purged = run_daily(store, clock(), retention)
            if purged:
                log.info("%s", purged)
        except PalierError as error:  # a sentence for the host, that holds no answer and no name
            log.warning("%s", error)
        except Exception as error:
            log.error("the daily work failed: %s", type(error).__name__)
        stop.wait(every)


def _is_mine(store: SqlStore, now: datetime) -> bool:
    """True for one caller a day. A date to come, left by a clock that was wrong, does not stop the work for years."""
    put: Any = sqlite.insert if store.engine.dialect.name == "sqlite" else postgresql.insert
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    of_another_day = or_(task.c.done_at < today, task.c.done_at >= today + timedelta(days=2))
    new = put(task).values(name=_NAME, done_at=now)
    claim = new.on_conflict_do_update(
        index_elements=["name"], set_={"done_at": new.excluded.done_at}, where=of_another_day
    ).returning(task.c.name)
    try:
        with writing(store.engine).begin() as connection:
            return connection.execute(claim).first() is not None
    except SQLAlchemyError as error:
        raise refusal("Le travail du jour n'a pas été commencé", error) from error
