"""Say whether a database is sound, without creating it, migrating it or changing an answer."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import SQLAlchemyError

from questionnaire.typography import counted, tidy
from storage.faults import refusal
from storage.migrating import at_head
from storage.opening import open_engine, parse, shown
from storage.schema import HEAD, assessment, entry
from storage.sqlite_file import examine, path_of
from storage.store import StorageError


def check(url: str) -> str:
    """One French sentence about a sound database. StorageError when there is something to do first."""
    address = parse(url)
    where = shown(address)
    if address.get_backend_name() == "sqlite":
        _refuse_missing(path_of(address))
        examine(path_of(address))
    engine = open_engine(address)
    try:
        with engine.connect() as connection:
            return _report(connection, where)
    except SQLAlchemyError as error:
        raise refusal(f"La base {where} n'a pas pu être contrôlée", error) from error
    finally:
        engine.dispose()


def _refuse_missing(path: Path) -> None:
    if not path.exists():
        raise StorageError(
            tidy(f"La base {path} n'existe pas encore : lancez python -m storage migrate, ou Palier, pour la créer.")
        )


def _report(connection: Connection, where: str) -> str:
    if not at_head(connection, where):
        raise StorageError(tidy(f"La base {where} n'est pas à jour : lancez python -m storage migrate."))
    if connection.dialect.name == "sqlite" and not _sound(connection):
        raise StorageError(
            tidy(f"La base {where} est abîmée. Arrêtez Palier et remettez la dernière sauvegarde à sa place.")
        )
    kept = connection.scalar(select(func.count()).select_from(assessment)) or 0
    values = connection.scalar(select(func.count()).select_from(entry)) or 0
    return tidy(
        f"Base saine et à jour ({HEAD}) : {counted(kept, 'diagnostic', 'diagnostics')}, "
        f"{counted(values, 'valeur', 'valeurs')}."
    )


def _sound(connection: Connection) -> bool:
    """Slower than the check made at each start: it also compares the tables with each other."""
    pages = connection.exec_driver_sql("PRAGMA integrity_check(1)").all()
    orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return [tuple(row) for row in pages] == [("ok",)] and not orphans
