"""Put a backup back, or copy one database into another: everything is replaced in one transaction, or nothing is.

What was deleted stays deleted, and a replaced link opens nothing, wherever that is remembered: in the database, in the
backup, or in the journal beside a SQLite file. So an older backup never brings back an erased assessment or a leaked link.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL
from sqlalchemy.exc import SQLAlchemyError

from questionnaire.typography import counted, tidy
from storage.backing_up import read, snapshot
from storage.checking import whole_or_refused
from storage.deletion_journal import DeletionJournal
from storage.engines import writing
from storage.faults import refusal
from storage.filling import Filled, fill_from
from storage.migrating import at_head
from storage.opening import build, open_address, open_engine, parse, shown
from storage.rows import count, told
from storage.setting_aside import rebuild
from storage.sqlite_file import examine, path_of, reason, whole
from storage.store import DamagedError, StorageError

Say = Callable[[str], None]
_DAMAGED = "est abîmée, ou plus récente que ce Palier"


@dataclass(frozen=True)
class _Backup:
    """A sound file at the newest tables that nobody else sees, and how messages name where it comes from."""

    path: Path
    name: str


def restore(url: str, file: Path, confirmed: bool, say: Say) -> str:
    """Replace what the database at `url` holds with the backup `file`; without `confirmed`, only say what would be."""
    with _readable(file) as backup:
        return _replace(parse(url), backup, confirmed, say)


def copy(url: str, source: str, confirmed: bool, say: Say) -> str:
    """The same from another database instead of a backup: the way from SQLite to PostgreSQL, and back."""
    address, origin = parse(url), parse(source)
    if address == origin:
        raise StorageError(tidy("La base à copier est celle de DATABASE_URL : rien n'a été changé."))
    with _private_file() as part:
        snapshot(origin, part)
        return _replace(address, _Backup(part, shown(origin)), confirmed, say)


def _replace(address: URL, backup: _Backup, confirmed: bool, say: Say) -> str:
    where = shown(address)
    held, damaged = _look(address)
    coming = f"{backup.name} ({told(read(backup.path).counts)})"
    if not confirmed:
        return tidy(f"Rien n'a été changé. {_proposal(where, held, damaged, coming)} ajoutez --oui.")
    if damaged:
        say(tidy(f"La base {where} {_DAMAGED} : elle va être gardée sous un autre nom. Palier doit être arrêté."))
    try:
        filled, kept = rebuild(path_of(address), backup.path) if held is None else (_refill(address, backup.path), None)
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise refusal(f"Rien n'a été remis dans la base {where}", error) from error
    except OSError as error:
        raise StorageError(tidy(f"Rien n'a été remis dans la base {where} : {reason(error)}.")) from error
    return tidy(f"Base {where} remise depuis {backup.name} : {filled.proof}.{_withheld(filled)}{_put_aside(kept)}")


def _proposal(where: str, held: str | None, damaged: bool, coming: str) -> str:
    if damaged:
        return (
            f"La base {where} {_DAMAGED} : elle serait gardée sous un autre nom, et refaite depuis {coming}. "
            "Arrêtez d'abord Palier, puis"
        )
    return f"La base {where} ({held or 'absente'}) serait remplacée par {coming}. Pour le faire,"


def _look(address: URL) -> tuple[str | None, bool]:
    """What a sound target holds; None for a SQLite file that is missing, or damaged (then True)."""
    if address.get_backend_name() != "sqlite":
        return _held(address), False
    if not path_of(address).exists():
        return None, False
    try:
        examine(path_of(address))
        whole_or_refused(address)
        return _held(address), False
    except DamagedError:
        return None, True


def _held(address: URL) -> str:
    where, engine = shown(address), open_engine(address)
    try:
        with engine.connect() as connection:
            current = at_head(connection, where)
            return told(count(connection)) if current else "vide ou d'une version plus ancienne"
    except SQLAlchemyError as error:
        raise refusal(f"La base {where} n'a pas pu être lue", error) from error
    finally:
        engine.dispose()


def _refill(address: URL, backup: Path) -> Filled:
    """In one transaction: a kill at any moment leaves what was there."""
    open_address(address).close()
    on_sqlite = address.get_backend_name() == "sqlite"
    journal = DeletionJournal(path_of(address)) if on_sqlite else None
    engine = open_engine(address)
    try:
        filled = fill_from(backup, writing(engine), journal.ids() if journal else frozenset())
    finally:
        engine.dispose()
    if journal:
        journal.remember_all(filled.deleted)
    return filled


def _withheld(filled: Filled) -> str:
    """What was deleted, replaced or taken back since the backup, and stays so."""
    told = (
        (filled.withheld, "diagnostic effacé n'a pas été remis", "diagnostics effacés n'ont pas été remis"),
        (filled.links, "lien remplacé ou retiré reste sans effet", "liens remplacés ou retirés restent sans effet"),
        (filled.choices, "choix repris depuis le reste", "choix repris depuis le restent"),
    )
    return "".join(f" {counted(number, one, many)}." for number, one, many in told if number)


def _put_aside(kept: Path | None) -> str:
    return f" L'ancienne base est gardée dans {kept}." if kept else ""


@contextmanager
def _readable(file: Path) -> Iterator[_Backup]:
    """The backup, examined and brought to the newest tables on a copy; the file itself is only read."""
    if not file.is_file() or not os.access(file, os.R_OK):
        raise StorageError(tidy(f"La sauvegarde {file} n'existe pas, ou ne peut pas être lue."))
    with _private_file() as part:
        try:
            examine(file)
            with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as source:
                _refuse_foreign(source, file)
                with closing(sqlite3.connect(part)) as target:
                    source.backup(target)
            build(part, str(file))
        except sqlite3.Error as error:
            raise refusal(f"La sauvegarde {file} n'a pas pu être lue", error) from error
        except DamagedError as error:  # said of the backup: the database itself is not in doubt
            raise StorageError(tidy(f"{error} Rien n'a été changé dans la base.")) from error
        if not whole(part):
            raise StorageError(tidy(f"La sauvegarde {file} est abîmée : prenez-en une autre. Rien n'a été changé."))
        yield _Backup(part, str(file))


def _refuse_foreign(source: sqlite3.Connection, file: Path) -> None:
    tables = {row[0] for row in source.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not {"alembic_version", "assessment", "entry"} <= tables:
        raise StorageError(tidy(f"{file} n'est pas une sauvegarde de Palier. Rien n'a été changé."))


@contextmanager
def _private_file() -> Iterator[Path]:
    """An empty file in a folder that only this account reads, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="palier-") as folder:
        part = Path(folder) / "copie.sqlite3"
        part.touch()
        yield part
