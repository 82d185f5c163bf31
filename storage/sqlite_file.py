"""The file under a SQLite database: found, examined without writing to it, or made for the first time.

An existing file is never replaced, emptied or repaired. A file that looks wrong may be all that is left
of somebody's answers, so Palier refuses to start and says so.
"""

from __future__ import annotations

import errno
import os
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from sqlalchemy import URL

from questionnaire.typography import tidy
from storage.engines import BUSY_SECONDS
from storage.faults import refusal
from storage.store import DamagedError, StorageError

MAGIC = b"SQLite format 3\0"
_REASONS = {
    errno.ENOENT: "ce chemin n'existe pas",
    errno.ENOTDIR: "un élément du chemin n'est pas un dossier",
    errno.EEXIST: "un élément du chemin n'est pas un dossier",
    errno.EISDIR: "c'est un dossier, pas un fichier",
    errno.EACCES: "accès refusé",
    errno.EPERM: "accès refusé, ou disque sans liens physiques",
    errno.EOPNOTSUPP: "ce disque ne convient pas à SQLite (partage réseau ?)",
    errno.EROFS: "ce disque est en lecture seule",
    errno.ENOSPC: "le disque est plein",
}


def path_of(url: URL) -> Path:
    """The absolute path in a SQLite address. StorageError for one that cannot keep anything."""
    name = url.database or ":memory:"
    if name == ":memory:" or url.query.get("mode") == "memory":
        raise StorageError(tidy("Une base en mémoire ne garde rien : donnez un fichier dans DATABASE_URL."))
    if url.query.get("mode") == "ro" or "immutable" in url.query:
        raise StorageError(
            tidy(
                f"L'adresse de la base demande la lecture seule ({name}) : "
                "ôtez « mode=ro » ou « immutable » de DATABASE_URL."
            )
        )
    return Path(unquote(urlsplit(name).path) if name.startswith("file:") else name).absolute()


def prepare_file(path: Path, build: Callable[[Path], None]) -> None:
    """Leave a sound, writable database at `path`: the one already there, or a new one made by `build`."""
    # The journal is looked at first: a process creating the database now makes it after the file.
    journal = Path(f"{path}-wal").exists()
    if path.exists() or path.is_symlink():
        _check_writable(path)
        examine(path)
    elif journal:
        raise StorageError(
            tidy(
                f"Le fichier {path} a disparu, mais son journal ({path.name}-wal) est resté. Rien n'a été touché : "
                "remettez le fichier, ou une sauvegarde après avoir déplacé ce journal."
            )
        )
    else:
        _create(path, build)


def examine(path: Path) -> None:
    """Refuse what is not a sound SQLite file, reading only."""
    try:
        with path.open("rb") as file:
            sound = file.read(len(MAGIC)) == MAGIC and _answers(path, "quick_check(1)", [("ok",)])
    except OSError as error:
        raise StorageError(_unopened(path, error)) from error
    if not sound:
        raise DamagedError(
            tidy(
                f"Le fichier {path} est abîmé, vide, ou n'est pas une base SQLite. Il n'a pas été modifié : "
                "mettez-le de côté, puis remettez la dernière sauvegarde à sa place."
            )
        )


def whole(path: Path) -> bool:
    """Slower than `examine`, made at each start: this also compares the indexes and the tables with each other."""
    return _answers(path, "integrity_check(1)", [("ok",)]) and _answers(path, "foreign_key_check", [])


def _answers(path: Path, check: str, expected: list[tuple[str, ...]]) -> bool:
    """Whether a check of SQLite's own says what it should, through a connection that cannot write."""
    address = f"file:{quote(str(path))}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS)) as connection:
            return connection.execute(f"PRAGMA {check}").fetchall() == expected
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            return False
        raise refusal(f"La base {path} n'a pas pu être lue", error) from error


def _create(path: Path, build: Callable[[Path], None]) -> None:
    """Build beside, then link: the name appears with a complete database behind it, or not at all.

    So a kill leaves no half-made base, and when two processes create it the second keeps the first one's.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".new")
    except OSError as error:
        raise StorageError(_unopened(path, error)) from error
    os.close(handle)
    try:
        build(Path(name))
        with suppress(FileExistsError):
            os.link(name, path)
            sync_folder(path.parent)
    except OSError as error:
        raise StorageError(_unopened(path, error)) from error
    finally:
        os.unlink(name)


def sync_folder(folder: Path) -> None:
    """Without it a power cut could lose the name of the file, and every answer with it.

    Windows cannot open a folder, and writes names through by itself.
    """
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def same_owner(path: Path, model: Path) -> None:
    """Give a new file to the account that owns `model`, as far as this account may (and Windows knows owners)."""
    if hasattr(os, "chown"):
        with suppress(OSError):
            owner = model.stat()
            os.chown(path, owner.st_uid, owner.st_gid)


def _check_writable(path: Path) -> None:
    """Said before SQLite says it worse: it also needs the folder, for its journal."""
    for place, name in ((path.parent, "Le dossier"), (path, "Le fichier")):
        if place.exists() and not os.access(place, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
            raise StorageError(
                tidy(f"{name} {place} est en lecture seule : donnez au compte qui lance Palier le droit d'y écrire.")
            )


def reason(error: OSError) -> str:
    """Why the system refuses, in a few French words."""
    return _REASONS.get(error.errno or 0, f"erreur {error.errno} du système")


def _unopened(path: Path, error: OSError) -> str:
    return tidy(
        f"La base {path} ne peut être ni ouverte ni créée : {reason(error)}. "
        "Vérifiez ce chemin (DATABASE_URL) et que le compte qui lance Palier peut y écrire."
    )
