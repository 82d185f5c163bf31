"""Put a damaged SQLite file aside, never destroyed, and a complete new one in its place.

The new one is finished before it takes the name: at no moment is there an empty database, or none, for Palier
to start on.
"""

from __future__ import annotations

import itertools
import os
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

from storage.deletion_journal import DeletionJournal
from storage.engines import file_url, make_engine, writing
from storage.filling import Filled, fill_from
from storage.newest import ASIDE
from storage.opening import build
from storage.parts import part_of
from storage.sqlite_file import same_owner, sync_folder


def rebuild(path: Path, backup: Path) -> tuple[Filled, Path | None]:
    """A new database at `path` with the rows of the backup, and where the former one is kept, if there was one."""
    place = Path(os.path.realpath(path))
    place.parent.mkdir(parents=True, exist_ok=True)
    journal = DeletionJournal(path)
    with part_of(place) as new:
        filled = _filled(new, backup, journal.ids() | _still_read(place))
        journal.remember_all(filled.deleted)
        return filled, _take_the_place(place, new)


def _filled(new: Path, backup: Path, outside: frozenset[str]) -> Filled:
    build(new)
    engine = make_engine(file_url(new))
    try:
        return fill_from(backup, writing(engine), outside)
    finally:
        engine.dispose()


def _still_read(place: Path) -> frozenset[str]:
    """The deletions that the damaged file still tells: often all of them, sometimes none."""
    address = f"file:{quote(str(place))}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            return frozenset(str(row[0]) for row in connection.execute("SELECT id FROM deleted"))
    except (sqlite3.Error, UnicodeDecodeError):
        return frozenset()


def _take_the_place(place: Path, new: Path) -> Path | None:
    """The former journals go first: SQLite would read them into the new file."""
    kept = _free_name(place)
    there = place.exists()
    if there:
        same_owner(new, place)
        os.chmod(new, place.stat().st_mode & 0o777)
        try:
            os.link(place, kept)
        except OSError:  # a disk without hard links: the name is free for an instant
            os.rename(place, kept)
    _move_journal(place, kept)
    os.replace(new, place)
    sync_folder(place.parent)
    return kept if there else None


def _move_journal(place: Path, kept: Path) -> None:
    """An empty one is left by whoever only looked, and the index beside it is made again when needed."""
    with suppress(FileNotFoundError):
        if os.path.getsize(f"{place}-wal"):
            os.rename(f"{place}-wal", f"{kept}-wal")
        else:
            os.unlink(f"{place}-wal")
    with suppress(FileNotFoundError):
        os.unlink(f"{place}-shm")


def _free_name(place: Path) -> Path:
    day = f"{place}{ASIDE}{datetime.now(UTC):%Y%m%d-%H%M%S}"
    names = (Path(f"{day}{number or ''}") for number in itertools.count())
    return next(name for name in names if not os.path.lexists(name))
