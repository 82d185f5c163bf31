"""The answers taken back out of a complete PDF, which may be anybody's file.

Nothing of the file is parsed in this process (see `child`): the call ends within three seconds, with the text or
with one French sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from questionnaire.errors import PalierError
from questionnaire.language import say
from questionnaire.typography import typeset
from reports import child
from reports.child import SIZE_MAX
from reports.mark import ANSWERS_NAME
from reports.pdf_prints import PagePrint, Prints
from reports.pdf_reading import Reason

HEADER_WITHIN = 1024  # bytes, as every reader of PDF allows
SENTENCES: dict[Reason, str] = {
    "empty": "Ce fichier est vide : téléchargez de nouveau votre rapport, puis réessayez.",
    "not_pdf": "Ce fichier n’est pas un PDF : choisissez le rapport complet que Palier vous a donné.",
    "too_big": "Ce fichier dépasse 2 Mo, ce qu’un rapport de Palier n’atteint pas : vérifiez que c’est le bon.",
    "encrypted": "Ce PDF est protégé par un mot de passe : choisissez le fichier d’origine, sans protection.",
    "foreign": "Ce PDF ne vient pas de Palier : il ne contient pas de réponses à rouvrir.",
    "stripped": (
        "Ce rapport ne contient plus vos réponses : un logiciel les a retirées. "
        "Choisissez le fichier d’origine, tel que Palier vous l’a donné."
    ),
    "funder": (
        "Cet exemplaire est fait pour un financeur : exprès, il ne contient pas vos réponses. "
        "Choisissez l’exemplaire complet."
    ),
    "page": (
        "Cet exemplaire tient en une page : exprès, il ne contient pas vos réponses. Choisissez l’exemplaire complet."
    ),
    "damaged": "Ce PDF est abîmé ou incomplet : téléchargez-le de nouveau, puis réessayez.",
    "heavy": "Ce PDF est trop lourd à lire pour un rapport de Palier : sa lecture a été arrêtée.",
    "crowded": "Ce PDF a trop de pièces jointes pour un rapport de Palier.",
    "several": f"Ce PDF contient plusieurs fichiers « {ANSWERS_NAME} » : impossible de savoir lequel est le vôtre.",
    "long_answers": "Les réponses jointes à ce PDF dépassent 2 Mo : Palier n’en écrit jamais autant.",
    "slow": (
        "La lecture de ce PDF durait trop longtemps et a été arrêtée. Réessayez dans un instant ; "
        "si cela recommence, reprenez le fichier d’origine."
    ),
    "busy": "D’autres fichiers sont en cours de lecture : réessayez dans quelques secondes.",
}


class PdfError(PalierError):
    """A PDF that cannot be reopened; `reason` is for the program, the message for the person."""

    def __init__(self, reason: Reason) -> None:
        self.reason = reason
        super().__init__(typeset(say(SENTENCES)[reason]))


@dataclass(frozen=True, slots=True)
class Reading:
    """What the child found. `prints` only when the pages were asked for; `repaired` when the file was out of shape."""

    answers: str
    keywords: str
    repaired: bool
    prints: Prints | None


def extract(data: bytes) -> str:
    """The answers file inside a complete copy, for `answers_file.parse_text`. Raises PdfError."""
    return read(data, "answers").answers


def read(data: bytes, wanted: Literal["answers", "pages"]) -> Reading:
    """The answers, and the prints of the pages when they are wanted. Raises PdfError."""
    _look(data)
    found = _child(data, wanted)
    if "refused" in found:
        raise PdfError(found["refused"])
    printed = _prints(found) if wanted == "pages" else None
    return Reading(found["answers"], found["keywords"], found["repaired"], printed)


def _look(data: bytes) -> None:
    """What can be refused without parsing anything."""
    if not data:
        raise PdfError("empty")
    if len(data) > SIZE_MAX:
        raise PdfError("too_big")
    if b"%PDF-" not in data[:HEADER_WITHIN]:
        raise PdfError("not_pdf")


def _child(data: bytes, wanted: str) -> dict[str, Any]:
    try:
        return child.ask("reports.pdf_child", data, wanted)
    except child.StoppedError as stop:
        raise PdfError(stop.reason) from None


def _prints(found: dict[str, Any]) -> Prints:
    pages = tuple(PagePrint(drawing, tuple(words)) for drawing, words in found["pages"])
    return Prints(pages, found["fonts"], found["rest"])
