"""Connections that keep the promise "acknowledged means durable", for SQLite and for PostgreSQL.

SQLite: WAL so that readers never wait, `synchronous=FULL` so that a commit is on the disk, and a
write transaction that takes its lock at `BEGIN` (a deferred one fails when it comes to write).
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import QueuePool

BUSY_SECONDS = 5.0
_WRITES = "palier_writes"
_PRAGMAS = ("synchronous = FULL", "foreign_keys = ON", "secure_delete = ON")
_POSTGRESQL_OPTIONS = f"-c synchronous_commit=on -c lock_timeout={BUSY_SECONDS * 1000:.0f}"


def file_url(path: Path) -> URL:
    """The address of an existing SQLite file. `rw` never creates one: a lost file is not replaced by an empty one."""
    return URL.create("sqlite", database=f"file:{quote(str(path))}", query={"mode": "rw", "uri": "true"})


def make_engine(url: URL) -> Engine:
    """The engine of this address; nothing is opened before its first connection."""
    return _sqlite(url) if url.get_backend_name() == "sqlite" else _postgresql(url)


def writing(engine: Engine) -> Engine:
    """The same engine and pool, for transactions that write."""
    return engine.execution_options(**{_WRITES: True})


def empty_journal(engine: Engine) -> None:
    """What was deleted leaves the journal of SQLite too, at once unless somebody is still reading."""
    if engine.dialect.name == "sqlite":
        with suppress(SQLAlchemyError), engine.execution_options(**{_WRITES: False}).connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def _sqlite(url: URL) -> Engine:
    engine = create_engine(
        url,
        poolclass=QueuePool,
        hide_parameters=True,  # an error must not carry somebody's answers into a log
        connect_args={"timeout": BUSY_SECONDS, "isolation_level": None, "check_same_thread": False},
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _pool_record: Any) -> None:
    _turn_wal_on(connection)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _turn_wal_on(connection: sqlite3.Connection) -> None:
    """SQLite does not wait its busy timeout here: when two processes turn WAL on at once, one has to try again."""
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.02)


def _begin(connection: Connection) -> None:
    """A read is one statement and needs no transaction of its own."""
    if connection.get_execution_options().get(_WRITES):
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _postgresql(url: URL) -> Engine:
    options = f"{_POSTGRESQL_OPTIONS} {url.query.get('options', '')}"
    return create_engine(
        url.set(drivername="postgresql+psycopg"),
        pool_pre_ping=True,
        hide_parameters=True,
        connect_args={"connect_timeout": int(BUSY_SECONDS), "options": options},
    )
