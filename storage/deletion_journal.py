"""The ids of what was deleted, in a plain file beside a SQLite database.

The database remembers them too (table `deleted`). But a backup is put back when that database is lost or
unreadable, and then only what lies outside of it still knows what must not come back. A line is an id, or what
`storage.withdrawing` says of a link: hashes that say nothing of anybody and open nothing. The purge takes out of the
file what it takes out of the table, on the same day.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path

from storage.parts import part_of
from storage.sqlite_file import same_owner, sync_folder

log = logging.getLogger("palier.storage")


class DeletionJournal:
    """One id a line, durable when a call returns."""

    def __init__(self, database: Path) -> None:
        self._database = database
        self.path = Path(f"{database}.effaces")

    def ids(self) -> frozenset[str]:
        """Every id written so far. Raises OSError when the file is there and cannot be read."""
        with suppress(FileNotFoundError):
            return frozenset(filter(None, self.path.read_text("ascii", errors="replace").splitlines()))
        return frozenset()

    def remember(self, id_: str) -> None:
        """Never raises: the deletion is done and in the database, it must not look undone because of this file."""
        self.remember_all((id_,))

    def remember_all(self, ids: Iterable[str]) -> None:
        """Write those that are not there yet. A failure goes to the log of the host."""
        try:
            if missing := sorted(set(ids) - self.ids()):
                self._append("".join(f"{id_}\n" for id_ in missing).encode())
        except OSError as error:
            log.error("the journal of deletions was not written: %s", type(error).__name__)

    def drop(self, ids: frozenset[str]) -> None:
        """Take these out, in one move: a kill leaves the former file or the new one. A failure goes to the log."""
        try:
            if ids & (told := self.ids()):
                self._replace("".join(f"{id_}\n" for id_ in sorted(told - ids)).encode())
        except OSError as error:
            log.error("the journal of deletions was not trimmed: %s", type(error).__name__)

    def _replace(self, lines: bytes) -> None:
        with part_of(self.path) as new:
            with closing(_Appended(new)) as file:
                file.write(lines)
            same_owner(new, self.path)
            os.replace(new, self.path)
        sync_folder(self.path.parent)

    def _append(self, lines: bytes) -> None:
        new = not self.path.exists()
        with closing(_Appended(self.path)) as file:
            if not file.ends_a_line():
                lines = b"\n" + lines  # a power cut left half an id: the next one starts on a line of its own
            file.write(lines)
        if new:
            same_owner(self.path, self._database)  # a purge run by another account must not lock Palier out
            sync_folder(self.path.parent)


class _Appended:
    """A file that only grows, each write in one piece even with several processes."""

    def __init__(self, path: Path) -> None:
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)

    def ends_a_line(self) -> bool:
        size = os.fstat(self._handle).st_size
        if not size:
            return True
        os.lseek(self._handle, size - 1, os.SEEK_SET)
        return os.read(self._handle, 1) == b"\n"

    def write(self, data: bytes) -> None:
        while data:
            data = data[os.write(self._handle, data) :]
        os.fsync(self._handle)

    def close(self) -> None:
        os.close(self._handle)
