"""Streamlit's own words on a file field, a date, a lost connection: said in French in its scripts, which have no other.

A stylesheet could only hide them from the eyes; a screen reader must hear French too. The scripts of the pinned
version are read once and served with these words replaced; a word that is no longer there is told at the start.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import streamlit
from starlette.responses import Response
from starlette.types import ASGIApp

from questionnaire.typography import tidy

_FOLDER = Path(streamlit.__file__).parent / "static" / "static" / "js"
_ADDRESS = "/static/js/"
_THIN = "\u202f"
LOST = "Connexion perdue"
WAIT = tidy(
    "Palier ne répond pas pour l’instant : attendez avant de répondre. Ce qui a été marqué « Enregistré » est gardé. "
    "Laissez cette page ouverte : elle reprend toute seule quand la connexion revient."
)
_WORDS: dict[str, tuple[tuple[str, str], ...]] = {
    "FileUploader": (
        (r"`Upload`", "`Choisir un fichier`"),
        (r"`\$\{(\w+\(\w+,\w+\.Byte,0\))\} per file`", rf"`${{\1.replace(`MB`,`{_THIN}Mo`)}} au plus`"),
        (r"`Drag and drop a file here`", "`Déposez le fichier ici`"),
        (r"`Add files`", "`Choisir un autre fichier`"),
        (r"`\$\{\w+\.type\} files are not allowed\.`", "`fichier d’un autre type que ceux demandés.`"),
    ),
    "utils": (
        (r"`Cancel upload of \$", "`Annuler l’envoi de $"),
        (r"`Remove \$\{(\w+)\.name\}`", r"`Retirer ${\1.name}`"),
        (r"([=:]\$\(\w+\.size,\w+\.Byte\))", rf"\1.replace(`.`,`,`).replace(/([KMG]?)B$/,`{_THIN}$1o`)"),
        (r"`file upload`", "`choix du fichier`"),
        (r"`File must be \$\{\$\(\w+,`b`\)\} or smaller\.`", "`fichier trop lourd.`"),
        (r"`\$\{\w+\.type\} files are not allowed\.`", "`fichier d’un autre type que ceux demandés.`"),
        (r"\[`Error: `,", f"[`Refusé{_THIN}: `,"),
        (r"`Upload failed`", "`L’envoi a échoué`"),
    ),
    "DateInput": ((r"`Choose date`", "`Choisir une date`"),),
    "index": (
        (r"`Skip to main content`", "`Aller au contenu`"),
        (r"`Navigate to home page`", "`Revenir à l’accueil`"),
        (r"(\w+)>=6(&&this\.props\.onConnectionError\(\w+\))", r"\1>=2\2"),  # told after a second, not after five
        (r"`Connection error`", f"`{LOST}`"),
        (r"`Is Streamlit still running\?[^`]*`,codeBlock:`[^`]*`", f"`{WAIT}`"),
        (r"`Streamlit server is not responding\.[^`]*`", f"`{WAIT}`"),
        (r"\"aria-label\":`Close`", '"aria-label":`Fermer`'),
    ),
}


class ScriptChangedError(Exception):
    """The pinned version no longer says what is translated here."""


@cache
def scripts() -> dict[str, bytes]:
    """The translated scripts by address. Raises ScriptChangedError."""
    found: dict[str, bytes] = {}
    for name, words in _WORDS.items():
        for path in sorted(_FOLDER.glob(f"{name}.*.js")):
            text = path.read_text(encoding="utf-8")
            if re.search(words[0][0], text):
                found[_ADDRESS + path.name] = _translated(path.name, text, words).encode()
    if len(found) != len(_WORDS):
        raise ScriptChangedError(f"one script of each kind was expected, found {sorted(found)}")
    return found


def app_of(path: str) -> ASGIApp | None:
    """What answers this address instead of Streamlit; None for any other."""
    body = scripts().get(path)
    if body is None:
        return None
    head = {"Cache-Control": "public, max-age=86400"}
    return Response(body, media_type="text/javascript; charset=utf-8", headers=head)


def _translated(name: str, text: str, words: tuple[tuple[str, str], ...]) -> str:
    for pattern, french in words:
        text, count = re.subn(pattern, french, text)
        if not count:
            raise ScriptChangedError(f"{name}: {pattern}")
    return text
