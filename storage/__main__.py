"""`python -m storage check|migrate`: the database of `DATABASE_URL`, for the person who hosts Palier.

The result goes to standard output, messages to standard error; exit 0 done, 1 refused, 2 wrong usage.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from questionnaire.settings import Settings
from questionnaire.typography import tidy
from storage.checking import check
from storage.opening import open_store
from storage.schema import HEAD
from storage.store import StorageError

_USAGE = tidy(
    """Usage : python -m storage check     contrôler la base, sans rien y changer
        python -m storage migrate   créer la base ou la mettre à jour
Pas encore disponibles : backup, restore, purge."""
)
_LATER = ("backup", "restore", "purge")


def main(arguments: Sequence[str]) -> int:
    if list(arguments) in (["-h"], ["--help"]):
        print(_USAGE)
        return 0
    if arguments and arguments[0] in _LATER:
        return _wrong(tidy(f"La commande « {arguments[0]} » n'est pas encore disponible dans cette version."))
    commands = {"check": check, "migrate": migrate}
    if len(arguments) != 1 or arguments[0] not in commands:
        return _wrong(_USAGE)
    try:
        print(commands[arguments[0]](Settings().database_url))
    except StorageError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def migrate(url: str) -> str:
    """Create the database or bring it up to date; one French sentence."""
    open_store(url).close()
    return tidy(f"Base prête, à jour ({HEAD}).")


def _wrong(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
