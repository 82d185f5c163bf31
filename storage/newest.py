"""Which backup to put back: a refused database is told with the newest one that can be found."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import URL

from questionnaire.typography import tidy
from storage.sqlite_file import MAGIC, path_of
from storage.store import DamagedError

ASIDE = ".ecartee-"  # in the name of a damaged database put aside: it is nobody's backup


@contextmanager
def naming_newest(address: URL, folder: Path | None) -> Iterator[None]:
    """The refusal of a damaged or newer database also says which backup is the newest."""
    try:
        yield
    except DamagedError as error:
        database = path_of(address) if address.get_backend_name() == "sqlite" else None
        found = newest(database, folder)
        if found is None:
            raise
        at = datetime.fromtimestamp(found.stat().st_mtime, UTC)
        sentence = (
            f"La plus récente : {found}, du {at:%d/%m/%Y} à {at:%H} h {at:%M} UTC ; "
            "pour la remettre : python -m storage restore, puis son nom."
        )
        raise DamagedError(f"{error} {tidy(sentence)}") from error


def newest(database: Path | None, folder: Path | None) -> Path | None:
    """The newest backup in `folder`, or beside the database without one; by the time of its last writing."""
    place = folder or (database.parent if database else None)
    if place is None:
        return None
    with suppress(OSError):
        files = [path for path in place.iterdir() if path.is_file() and not path.name.startswith(".")]
        files = [path for path in files if path.absolute() != database and ASIDE not in path.name]
        for path in sorted(files, key=lambda one: one.stat().st_mtime, reverse=True):
            if _is_backup(path):
                return path
    return None


def _is_backup(path: Path) -> bool:
    """A SQLite file at some migration of ours. It is examined in full when it is put back."""
    with suppress(OSError, sqlite3.Error), path.open("rb") as file:
        if file.read(len(MAGIC)) != MAGIC:
            return False
        with closing(sqlite3.connect(f"file:{quote(str(path.absolute()))}?mode=ro", uri=True)) as connection:
            connection.execute("SELECT 1 FROM assessment LIMIT 1").fetchall()
            return len(connection.execute("SELECT version_num FROM alembic_version").fetchall()) == 1
    return False
