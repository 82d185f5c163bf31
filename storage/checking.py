"""Say whether a database is sound, without creating it, migrating it or changing an answer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Engine
from sqlalchemy.exc import SQLAlchemyError

from questionnaire.typography import tidy
from storage.faults import refusal
from storage.migrating import at_head
from storage.newest import naming_newest
from storage.opening import open_engine, parse, shown
from storage.rows import count, told
from storage.schema import HEAD
from storage.sqlite_file import examine, path_of, whole
from storage.store import DamagedError, StorageError


def check(url: str, backups: Path | None = None) -> str:
    """One French sentence about a sound database. StorageError when there is something to do first."""
    address = parse(url)
    where = shown(address)
    with naming_newest(address, backups), examined(address) as engine:
        whole_or_refused(address)
        try:
            with engine.connect() as connection:
                return tidy(f"Base saine et à jour ({HEAD}) : {told(count(connection))}.")
        except SQLAlchemyError as error:
            raise refusal(f"La base {where} n'a pas pu être contrôlée", error) from error


def whole_or_refused(address: URL) -> None:
    """The long check of SQLite; a PostgreSQL server checks its own pages."""
    if address.get_backend_name() == "sqlite" and not whole(path_of(address)):
        raise DamagedError(
            tidy(f"La base {shown(address)} est abîmée. Arrêtez Palier et remettez la dernière sauvegarde à sa place.")
        )


@contextmanager
def examined(address: URL) -> Iterator[Engine]:
    """The engine of a database that is there, sound and up to date; StorageError for any other."""
    where = shown(address)
    if address.get_backend_name() == "sqlite":
        refuse_missing(address)
        examine(path_of(address))
    engine = open_engine(address)
    try:
        _refuse_older(engine, where)
        yield engine
    finally:
        engine.dispose()


def refuse_missing(address: URL) -> None:
    """For commands that must not make an empty database of a mistyped address."""
    if address.get_backend_name() == "sqlite" and not path_of(address).exists():
        raise StorageError(
            tidy(
                f"La base {path_of(address)} n'existe pas encore : lancez python -m storage migrate, ou Palier, pour la créer."
            )
        )


def _refuse_older(engine: Engine, where: str) -> None:
    try:
        with engine.connect() as connection:
            if at_head(connection, where):
                return
    except SQLAlchemyError as error:
        raise refusal(f"La base {where} n'a pas pu être contrôlée", error) from error
    raise StorageError(tidy(f"La base {where} n'est pas à jour : lancez python -m storage migrate."))
