"""What a database error means for a person: one French sentence, what happened and what to do."""

from __future__ import annotations

import sqlite3
from json import JSONDecodeError

from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from questionnaire.language import say
from questionnaire.typography import typeset
from storage.store import DamagedError, LinkGoneError, StorageError

_BUSY = "la base est occupée. Réessayez dans quelques secondes."
_FULL = "le disque est plein. Libérez de la place sur le disque du serveur, puis recommencez."
_READ_ONLY = "la base est en lecture seule. Donnez au compte qui lance Palier le droit d'y écrire."
_CORRUPT = "la base est abîmée. Arrêtez Palier et remettez la dernière sauvegarde à sa place."
_UNREACHABLE = "la base est injoignable. Vérifiez que son serveur est en marche, puis son adresse (DATABASE_URL)."
_NO_FILE = "le fichier ou son dossier ne peut pas être ouvert. Vérifiez qu'il existe et que Palier peut y écrire."
_DISK = "le disque ne répond pas comme il faut. Vérifiez l'espace libre et l'état du disque du serveur."
_DENIED = "la base refuse ce compte. Vérifiez le nom, le mot de passe et les droits donnés dans DATABASE_URL."

_SQLITE = {
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_IOERR: _DISK,
    sqlite3.SQLITE_CORRUPT: _CORRUPT,
    sqlite3.SQLITE_NOTADB: _CORRUPT,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_CANTOPEN: _NO_FILE,
}
# By SQLSTATE, or by its class (its first two characters).
_POSTGRESQL = {
    "53100": _FULL,
    "25006": _READ_ONLY,
    "40": _BUSY,
    "53": _BUSY,
    "55": _BUSY,
    "08": _UNREACHABLE,
    "57": _UNREACHABLE,
    "3D": _UNREACHABLE,
    "28": _DENIED,
    "42501": _DENIED,
    "XX": _CORRUPT,
}


def refusal(consequence: str, error: Exception) -> StorageError:
    """The StorageError that says `consequence` (a clause without its full stop), then the cause."""
    cause = _cause(error)
    kind = DamagedError if cause is _CORRUPT else StorageError
    return kind(typeset(f"{consequence} : {cause}"))


def link_gone(consequence: str) -> LinkGoneError:
    """The link opens nothing any more, whatever the reason: unknown, replaced and deleted look alike."""
    return LinkGoneError(
        typeset(
            say(
                "{consequence} : ce lien n'ouvre plus rien. Le diagnostic a été effacé, ou son lien remplacé, "
                "peut-être depuis un autre appareil. Prenez le nouveau lien, ou commencez un autre diagnostic.",
                consequence=consequence,
            )
        )
    )


def _cause(error: Exception) -> str:
    if isinstance(error, PoolTimeout | TimeoutError):
        return say(_BUSY)
    if isinstance(error, JSONDecodeError):
        return say(_CORRUPT)
    origin: BaseException | None = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(origin, sqlite3.Error):
        code = getattr(origin, "sqlite_errorcode", None)  # absent from the errors that Python itself raises
        return say(_SQLITE).get(code & 0xFF, _unexpected(origin)) if code else _unexpected(origin)
    state = getattr(origin, "sqlstate", "") or (
        "08" if isinstance(error, OperationalError) else ""
    )  # never reached its server
    return say(_POSTGRESQL).get(state) or say(_POSTGRESQL).get(state[:2]) or _unexpected(origin or error)


def _unexpected(error: BaseException) -> str:
    """Only the kind of error: its text could hold an answer."""
    return say(
        "la base a signalé une erreur inattendue ({name}). Réessayez, puis prévenez l'hébergeur.",
        name=type(error).__name__,
    )
