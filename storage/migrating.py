"""Bring a database to the newest tables, once, even when several processes start together.

Alembic is imported only when there is something to migrate: an ordinary start does not pay for it.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from questionnaire.typography import tidy
from storage.engines import writing
from storage.schema import HEAD, metadata
from storage.store import DamagedError, StorageError

_FOLDER = Path(__file__).resolve().parent / "migrations"
_VERSION_TABLE = "alembic_version"
_POSTGRESQL_LOCK = "SELECT pg_advisory_xact_lock(7270417)"  # any number, the same for every Palier


def bring_to_head(engine: Engine, where: str) -> None:
    """Migrate if needed, in one transaction that holds the write lock. StorageError if it must not be touched."""
    with engine.connect() as connection:
        if at_head(connection, where):
            return
    with writing(engine).begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text(_POSTGRESQL_LOCK))
        if not at_head(connection, where):
            _upgrade(connection)


def at_head(connection: Connection, where: str) -> bool:
    """True when nothing is to migrate, False when it is; StorageError for a database that is not ours to migrate."""
    tables = set(inspect(connection).get_table_names())
    revision = _revision(connection) if _VERSION_TABLE in tables else None
    if revision is None:
        _refuse_foreign(connection, tables, where)
        return False
    if revision != HEAD:
        _refuse_newer(revision, where)
        return False
    if missing := set(metadata.tables) - tables:
        raise DamagedError(_incomplete(where, missing))
    return True


def _revision(connection: Connection) -> str | None:
    revision: str | None = connection.scalar(text(f"SELECT version_num FROM {_VERSION_TABLE}"))
    return revision


def _refuse_foreign(connection: Connection, tables: set[str], where: str) -> None:
    """A PostgreSQL database may be shared with other software; a file with other tables is another software's."""
    ours = set(metadata.tables)
    if tables & ours or (tables and connection.dialect.name == "sqlite"):
        raise StorageError(
            tidy(
                f"La base {where} contient des tables que Palier n'a pas créées. Elle n'a pas été modifiée : "
                "donnez à Palier une base à lui (DATABASE_URL)."
            )
        )


def _refuse_newer(revision: str, where: str) -> None:
    if revision not in _known():
        raise DamagedError(
            tidy(
                f"La base {where} a été faite par une version plus récente de Palier (« {revision} »). "
                "Elle n'a pas été modifiée : installez cette version, ou remettez une sauvegarde plus ancienne."
            )
        )


def _incomplete(where: str, missing: set[str]) -> str:
    names = ", ".join(sorted(missing))
    return tidy(
        f"Il manque des tables à la base {where} ({names}). Elle n'a pas été modifiée : "
        "remettez la dernière sauvegarde à sa place."
    )


def _known() -> set[str]:
    from alembic.script import ScriptDirectory

    return {script.revision for script in ScriptDirectory(str(_FOLDER)).walk_revisions()}


def _upgrade(connection: Connection) -> None:
    """Alembic's own recipe for sharing a connection; it commits nothing, the caller's transaction does."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
