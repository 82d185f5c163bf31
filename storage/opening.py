"""Open the database named by an address, or refuse with one sentence: never start on a doubtful one."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from sqlalchemy import URL, Engine, make_url, text
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from questionnaire.typography import tidy
from storage.agreeing import agree, trim
from storage.deletion_journal import DeletionJournal
from storage.engines import file_url, make_engine, writing
from storage.faults import refusal
from storage.migrating import bring_to_head
from storage.newest import naming_newest
from storage.sql import SqlStore
from storage.sqlite_file import path_of, prepare_file
from storage.store import StorageError


def open_store(url: str, backups: Path | None = None) -> SqlStore:
    """The store at this address, on the newest tables. StorageError when answers could not be kept there.

    A refusal names the newest backup, looked for in the folder `backups`, or beside the database.
    """
    address = parse(url)
    with naming_newest(address, backups):
        return open_address(address)


def open_address(address: URL) -> SqlStore:
    """The same for a parsed address, without a word on backups."""
    where = shown(address)
    journal = None
    if address.get_backend_name() == "sqlite":
        prepare_file(path_of(address), build)
        journal = DeletionJournal(path_of(address))
    engine = open_engine(address)
    try:
        _migrate(engine, where)
        _try_writing(engine, where)
        if journal:
            _agree(engine, journal, where)
    except StorageError:
        engine.dispose()
        raise
    return SqlStore(engine, journal.remember, partial(trim, engine, journal)) if journal else SqlStore(engine)


def parse(url: str) -> URL:
    """The address, for the one driver of each database. StorageError for any other kind."""
    try:
        address = make_url(url)
    except ArgumentError as error:
        raise StorageError(_unknown("illisible")) from error
    kind = address.drivername.partition("+")[0]
    if kind == "sqlite":
        return address.set(drivername="sqlite")
    if kind in ("postgresql", "postgres"):
        return address.set(drivername="postgresql+psycopg")
    raise StorageError(_unknown(f"« {kind} »"))


def open_engine(address: URL) -> Engine:
    """The engine of a parsed address; says what to install when the driver of PostgreSQL is missing."""
    if address.get_backend_name() == "sqlite":
        return make_engine(file_url(path_of(address)))
    try:
        return make_engine(address)
    except ModuleNotFoundError as error:
        raise StorageError(
            tidy(f"Il manque le module Python « {error.name} » : installez-le (pip install psycopg), puis relancez.")
        ) from error


def shown(address: URL) -> str:
    """How messages name the database: the file, or the address without its password."""
    if address.get_backend_name() == "sqlite":
        return str(path_of(address))
    return address.set(drivername="postgresql", query={}).render_as_string(hide_password=True)


def build(path: Path, where: str = "") -> None:
    """Make the tables in an empty SQLite file, or bring them to the newest; `where` is its name in a refusal."""
    engine = make_engine(file_url(path))
    try:
        _migrate(engine, where or str(path))
    finally:
        engine.dispose()


def _migrate(engine: Engine, where: str) -> None:
    try:
        bring_to_head(engine, where)
    except SQLAlchemyError as error:
        raise refusal(f"La base {where} n'a pas pu être ouverte", error) from error


def _try_writing(engine: Engine, where: str) -> None:
    """A write that changes nothing and is taken back: the only honest way to learn that writing works."""
    try:
        with writing(engine).connect() as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = version_num"))
            connection.rollback()
    except SQLAlchemyError as error:
        raise refusal(f"Rien ne peut être écrit dans la base {where}", error) from error


def _agree(engine: Engine, journal: DeletionJournal, where: str) -> None:
    try:
        agree(engine, journal)
    except SQLAlchemyError as error:
        raise refusal(f"Les effacements de la base {where} n'ont pas pu être relus", error) from error


def _unknown(what: str) -> str:
    return tidy(
        f"L'adresse de la base (DATABASE_URL) est d'un genre inconnu ({what}) : écrivez "
        "sqlite:///dossier/palier.sqlite3 ou postgresql://compte:motdepasse@serveur/base."
    )
