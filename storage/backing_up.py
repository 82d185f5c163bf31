"""A copy of everything, taken while Palier runs, as one SQLite file whatever the database.

Copying the file of a running SQLite database loses its journal; its backup interface does not, and never makes
a writer wait. The copy and the reading it is compared with are of the same instant of the same transaction.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from questionnaire.typography import tidy
from storage.checking import examined
from storage.engines import file_url, make_engine, writing
from storage.faults import refusal
from storage.newest import naming_newest
from storage.opening import build, parse, shown
from storage.parts import part_of
from storage.rows import Proof, pour, prove
from storage.schema import metadata
from storage.sqlite_file import reason, sync_folder, whole
from storage.store import StorageError


def backup(url: str, file: Path, backups: Path | None = None) -> str:
    """Copy the database at `url` into a new `file`; one French sentence with what it holds."""
    address = parse(url)
    try:
        if os.path.lexists(file):
            raise _taken(file)
        with part_of(file) as part:
            proof = snapshot(address, part, backups)
            _keep(part, file)
    except OSError as error:
        raise StorageError(tidy(f"La sauvegarde {file} n'a pas pu être écrite : {reason(error)}.")) from error
    return tidy(f"Sauvegarde faite et vérifiée dans {file} : {proof}.")


def snapshot(address: URL, part: Path, backups: Path | None = None) -> Proof:
    """Everything at this address at one instant, into the empty file `part`, closed, on the disk and compared."""
    with naming_newest(address, backups), examined(address) as engine:
        try:
            return _snapshot(engine, part)
        except (SQLAlchemyError, sqlite3.Error) as error:
            raise refusal(f"La base {shown(address)} n'a pas été sauvegardée", error) from error


def _snapshot(engine: Engine, part: Path) -> Proof:
    proof = _pages(engine, part) if engine.dialect.name == "sqlite" else _rows(engine, part)
    copied = read(part)
    with closing(sqlite3.connect(part)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")  # one file, that a person can move without losing a part
    if copied != proof or not whole(part):
        raise StorageError(tidy(f"La sauvegarde ne vaut pas la base ({copied} au lieu de {proof}) : recommencez."))
    _sync(part)
    return proof


def read(file: Path) -> Proof:
    """What the database in this file holds."""
    return _on(make_engine(file_url(file)), prove)


def _pages(engine: Engine, part: Path) -> Proof:
    with engine.connect() as connection:
        connection.exec_driver_sql("BEGIN")  # the backup goes on in this transaction: it copies what is read here
        proof = prove(connection)
        with closing(sqlite3.connect(part)) as target:
            source: Any = connection.connection.driver_connection
            source.backup(target)
    return proof


def _rows(engine: Engine, part: Path) -> Proof:
    build(part)
    options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}

    def copy(target: Connection) -> Proof:
        with engine.connect().execution_options(**options) as source:
            pour(source, target, metadata.sorted_tables)
            return prove(source)

    return _on(writing(make_engine(file_url(part))), copy)


def _on(engine: Engine, work: Callable[[Connection], Proof]) -> Proof:
    try:
        with engine.begin() as connection:
            return work(connection)
    finally:
        engine.dispose()


def _taken(file: Path) -> StorageError:
    return StorageError(
        tidy(f"{file} existe déjà et n'a pas été touché : donnez à la sauvegarde un nom qui n'est pas pris.")
    )


def _keep(part: Path, file: Path) -> None:
    """The name appears at once with all behind it, and never over a file that came meanwhile."""
    try:
        os.link(part, file)
    except FileExistsError as error:
        raise _taken(file) from error
    except OSError:  # a disk without hard links, such as a USB key
        if os.path.lexists(file):
            raise _taken(file) from None
        os.rename(part, file)
    sync_folder(file.absolute().parent)


def _sync(file: Path) -> None:
    with file.open("rb+") as handle:  # Windows syncs only what could be written
        os.fsync(handle.fileno())
