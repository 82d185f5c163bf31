"""`python -m storage VERB`: the database of `DATABASE_URL`, for the person who hosts Palier.

The result goes to standard output, messages to standard error; exit 0 done, 1 refused, 2 wrong usage.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from questionnaire.errors import PalierError
from questionnaire.settings import Settings
from questionnaire.typography import tidy
from storage.backing_up import backup
from storage.checking import check, refuse_missing
from storage.opening import open_store, parse
from storage.purging import purge
from storage.restoring import copy, restore
from storage.schema import HEAD

_USAGE = tidy(
    """Usage : python -m storage check            contrôler la base, sans rien y changer
        python -m storage migrate          créer la base ou la mettre à jour
        python -m storage backup FICHIER   sauvegarder la base, même pendant que Palier tourne
        python -m storage restore FICHIER  dire ce qu'une sauvegarde remplacerait ; avec --oui, la remettre
        python -m storage copy ADRESSE     la même chose depuis une autre base (de SQLite à PostgreSQL)
        python -m storage purge            effacer ce qui a été gardé assez longtemps
La base est celle de DATABASE_URL. --oui confirme restore et copy, ou une purge refusée à cause de l'horloge."""
)
_YES = "--oui"
_WORDS = {"check": 0, "migrate": 0, "backup": 1, "restore": 1, "copy": 1, "purge": 0}
_CONFIRMED = ("restore", "copy", "purge")


def main(arguments: Sequence[str]) -> int:
    if list(arguments) in (["-h"], ["--help"]):
        print(_USAGE)
        return 0
    verb, words = (arguments[0] if arguments else ""), [word for word in arguments[1:] if word != _YES]
    confirmed = len(words) + 1 < len(arguments)
    misplaced = confirmed and verb not in _CONFIRMED
    if _WORDS.get(verb) != len(words) or misplaced or any(word.startswith("-") for word in words):
        print(_USAGE, file=sys.stderr)
        return 2
    try:
        print(_do(verb, words, confirmed, Settings()))
    except PalierError as error:
        _say(str(error))
        return 1
    return 0


def migrate(url: str, backups: Path | None = None) -> str:
    """Create the database or bring it up to date; one French sentence."""
    open_store(url, backups).close()
    return tidy(f"Base prête, à jour ({HEAD}).")


def _do(verb: str, words: list[str], confirmed: bool, settings: Settings) -> str:
    url, backups = settings.database_url, settings.backups
    match verb:
        case "check":
            return check(url, backups)
        case "migrate":
            return migrate(url, backups)
        case "backup":
            return backup(url, Path(words[0]), backups)
        case "restore":
            return restore(url, Path(words[0]), confirmed, _say)
        case "copy":
            return copy(url, words[0], confirmed, _say)
    refuse_missing(parse(url))
    with closing(open_store(url, backups)) as store:
        return str(purge(store, datetime.now(UTC), settings.retention, confirmed=confirmed))


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
