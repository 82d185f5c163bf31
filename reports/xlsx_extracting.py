"""The answers taken back out of Palier's workbook, which may be anybody's file.

Nothing of the file is parsed in this process (see `child`): the call ends within three seconds, with the text or
with one French sentence. What was changed by hand in the sheets is never guessed at: it is named, and refused.
"""

from __future__ import annotations

import re
from typing import Any

from questionnaire.errors import PalierError
from questionnaire.language import say
from questionnaire.typography import typeset
from reports import child
from reports.answer_words import IDENTITY_WORDS
from reports.child import SIZE_MAX
from reports.workbook_palier import known_sheets
from reports.workbook_prints import PALIER
from reports.xlsx_archive import Reason

ZIP, OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"  # how files begin: a zip archive, Office before 2007
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # Office puts a workbook with a password in the older kind of file
NAMES_SHOWN = 5
_ID = re.compile(r"[A-Za-z0-9-]{1,20}")
_ORIGINAL = "choisissez le classeur tel que Palier vous l’a donné."
SENTENCES: dict[Reason, str] = {
    "empty": "Ce fichier est vide : téléchargez de nouveau votre classeur, puis réessayez.",
    "not_xlsx": f"Ce fichier n’est pas un classeur XLSX : {_ORIGINAL}",
    "old": f"Ce classeur est à l’ancien format d’Excel (.xls) : {_ORIGINAL}",
    "too_big": "Ce fichier dépasse 2 Mo, ce qu’un classeur de Palier n’atteint pas : vérifiez que c’est le bon.",
    "encrypted": "Ce classeur est protégé par un mot de passe : retirez la protection dans le tableur, puis réessayez.",
    "macros": f"Ce classeur contient des macros, que Palier n’ouvre jamais : {_ORIGINAL}",
    "bomb": f"Ce classeur, une fois décompressé, serait démesuré : il n’a pas été ouvert ; {_ORIGINAL}",
    "crowded": f"Ce classeur a trop de parties pour un classeur de Palier : {_ORIGINAL}",
    "heavy": f"Ce classeur est trop lourd à lire pour un classeur de Palier : sa lecture a été arrêtée ; {_ORIGINAL}",
    "foreign": "Ce classeur ne vient pas de Palier : il ne contient pas de réponses à rouvrir.",
    "stripped": f"Ce classeur n’a plus sa dernière feuille, « {PALIER} », qui porte vos réponses : {_ORIGINAL}",
    "damaged": "Ce classeur est abîmé ou incomplet : téléchargez-le de nouveau, puis réessayez.",
    "changed": (
        "Ce classeur a été modifié depuis son téléchargement, et n’a pas été ouvert : {what}. Palier ne reprend pas "
        f"ce qui est écrit dans un tableur : {_ORIGINAL[:-1]}, puis faites ces changements dans Palier."
    ),
    "long_answers": "Les réponses de ce classeur dépassent 2 Mo : Palier n’en écrit jamais autant.",
    "slow": (
        "La lecture de ce classeur durait trop longtemps et a été arrêtée. Réessayez dans un instant ; "
        "si cela recommence, reprenez le fichier d’origine."
    ),
    "busy": "D’autres fichiers sont en cours de lecture : réessayez dans quelques secondes.",
}


class XlsxError(PalierError):
    """A workbook that cannot be reopened; `reason` is for the program, the message for the person."""

    def __init__(self, reason: Reason, what: str = "") -> None:
        self.reason = reason
        super().__init__(typeset(say(SENTENCES)[reason].format(what=what)))


def extract(data: bytes) -> str:
    """The answers file inside a workbook, for `answers_file.parse_text`. Raises XlsxError."""
    _look(data)
    found = _child(data)
    if "refused" in found:
        raise XlsxError(found["refused"])
    if found["changed"]:
        raise XlsxError("changed", " ; ".join(_sheet_words(*change) for change in found["changed"].items()))
    return str(found["answers"])


def _look(data: bytes) -> None:
    """What can be refused without parsing anything."""
    if not data:
        raise XlsxError("empty")
    if len(data) > SIZE_MAX:
        raise XlsxError("too_big")
    if data.startswith(OLD):
        raise XlsxError("encrypted" if ENCRYPTED in data else "old")
    if not data.startswith(ZIP):
        raise XlsxError("not_xlsx")


def _child(data: bytes) -> dict[str, Any]:
    try:
        return child.ask("reports.xlsx_child", data)
    except child.StoppedError as stop:
        raise XlsxError(stop.reason) from None


def _sheet_words(sheet: str, rows: list[str] | None) -> str:
    """« feuille « Réponses » (C41, C52 et 3 autres lignes) ». The file may hold any words: only ours are repeated."""
    if sheet not in known_sheets():
        return say("une feuille de trop")
    if rows is None:
        return say("feuille « {sheet} » (retirée)", sheet=sheet)
    return (
        say("feuille « {sheet} » ({rows})", sheet=sheet, rows=_rows_words(rows))
        if rows
        else say("feuille « {sheet} » (ligne ajoutée)", sheet=sheet)
    )


def _rows_words(rows: list[str]) -> str:
    known = [row for row in rows if _ID.fullmatch(row) or row in say(IDENTITY_WORDS).values()]
    shown = [f"n° {row}" if row.isdigit() else row for row in known[:NAMES_SHOWN]]
    others = len(rows) - len(shown)
    if not shown:
        return say("1 ligne") if others == 1 else say("{others} lignes", others=others)
    more = {0: "", 1: say(" et 1 autre ligne")}.get(others, say(" et {others} autres lignes", others=others))
    return f"{', '.join(shown)}{more}"
