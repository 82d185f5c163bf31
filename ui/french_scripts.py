"""Streamlit's own words on a file field, a date, a menu, a lost connection: said in French in its scripts, which have
no other; and one attribute that its pages lack, so that « enregistré » is read aloud.

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
DATE_KEYS = tidy("Les flèches changent de jour, Entrée choisit, Échap ferme.")
DATE_REFUSED = tidy("Cette date n’est pas acceptée ici. Choisissez une date")
NUMBER_REFUSED = tidy("Ce nombre n’est pas accepté ici. Écrivez un nombre")
NO_PAGE = tidy("Cette page n’existe pas, ou plus. Voici la page d’accueil.")
SAID = "palier-said"  # a piece of page with this class in it is read aloud each time that it changes (aria-live)
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
    "DateInput": (
        (r"`Choose date`", "`Choisir une date`"),
        (r"`Clear date`", "`Effacer la date`"),
        (r"`Use arrow keys to navigate dates\.[^`]*`", f"`{DATE_KEYS}`"),
        (r"locale:`en-US`", "locale:`fr-FR`"),  # « jour », « Vide », for whoever hears the field
    ),
    "ReorderedSegments": (
        (
            r"`\*\*Error\*\*: Date set outside[^`]*on or before \$\{(\w+)\}\.`",
            f"`{DATE_REFUSED} au plus tard le ${{\\1}}.`",
        ),
        (
            r"`\*\*Error\*\*: Date set outside[^`]*on or after \$\{(\w+)\}\.`",
            f"`{DATE_REFUSED} au plus tôt le ${{\\1}}.`",
        ),
        (
            r"`\*\*Error\*\*: Date set outside[^`]*between \$\{(\w+)\} and \$\{(\w+)\}\.`",
            f"`{DATE_REFUSED} entre le ${{\\1}} et le ${{\\2}}.`",
        ),
    ),
    "InputInstructions": (
        (r"\?`submit form`:`apply`", "?`envoyer`:`valider`"),
        (r"`Press \$\{(\w+\(\))\?`⌘`:`Ctrl`\}\+Enter to \$", r"`${\1?`⌘`:`Ctrl`} et Entrée pour $"),
        (r"`Press Enter to \$", "`Entrée pour $"),
    ),
    "NumberInput": (
        (r"`Decrement`", "`Un de moins`"),
        (r"`Increment`", "`Un de plus`"),
        (r"`Clear value`", "`Effacer le nombre`"),
        (
            r"`Number is outside the allowed range\.[^`]*\$\{(\w+)\} and \$\{(\w+)\}\.`",
            f"`{NUMBER_REFUSED} entre ${{\\1}} et ${{\\2}}.`",
        ),
        (r"`Number is below[^`$]*\$\{(\w+)\}\.`", f"`{NUMBER_REFUSED} d’au moins ${{\\1}}.`"),
        (r"`Number is above[^`$]*\$\{(\w+)\}\.`", f"`{NUMBER_REFUSED} d’au plus ${{\\1}}.`"),
        (r"`Number is below the allowed range\.`", "`Ce nombre est trop petit.`"),
        (r"`Number is above the allowed range\.`", "`Ce nombre est trop grand.`"),
    ),
    "TextInput": ((r"`Clear entry`", "`Effacer ce qui est écrit`"),),
    "Selectbox": (
        (r"`Selectbox options`", "`Choix proposés`"),
        (r"\"aria-label\":`Open`", '"aria-label":`Ouvrir la liste`'),
        (r"`Clear value`", "`Effacer le choix`"),
        (r"`No results`", "`Rien ne correspond`"),
    ),
    "utils.o": (
        (r"`Choose an option`", "`Choisissez`"),
        (r"`No options to select`", "`Rien à choisir`"),
    ),
    "useCopyToClipboard": ((r"`Copied`:`Copy to clipboard`", "`Copié`:`Copier`"),),
    "Html": (
        (
            r"(\{)(dangerouslySetInnerHTML:\{__html:(\w+)\})",
            rf"\1'aria-live':\3.includes(`{SAID}`)?`polite`:void 0,\2",
        ),
    ),
    "index": (
        (r"`Skip to main content`", "`Aller au contenu`"),
        (r"`Navigate to home page`", "`Revenir à l’accueil`"),
        (r"(\w+)>=6(&&this\.props\.onConnectionError\(\w+\))", r"\1>=2\2"),  # told after a second, not after five
        (r"`Connection error`", f"`{LOST}`"),
        (r"`Is Streamlit still running\?[^`]*`,codeBlock:`[^`]*`", f"`{WAIT}`"),
        (r"`Streamlit server is not responding\.[^`]*`", f"`{WAIT}`"),
        (r"\"aria-label\":`Close`", '"aria-label":`Fermer`'),
        (r"\"aria-label\":`App pages`", '"aria-label":`Pages`'),
        (r"\"aria-label\":`Expand sidebar`", '"aria-label":`Menu`'),
        (r"\"aria-label\":`Collapse sidebar`", '"aria-label":`Fermer le menu`'),
        (r"\"aria-label\":`Sidebar`", '"aria-label":`Menu`'),
        (r"\"aria-label\":`Main menu`", '"aria-label":`Réglages`'),
        (r"\"aria-label\":`Notifications`", '"aria-label":`Messages`'),
        (r"\"aria-label\":`Running\.\.\.`", '"aria-label":`En cours`'),
        (r"\"aria-label\":`Scroll tabs left`", '"aria-label":`Onglets précédents`'),
        (r"\"aria-label\":`Scroll tabs right`", '"aria-label":`Onglets suivants`'),
        (r"`\$\{(\w+)\.flat\(\)\.length\} more`", r"`${\1.flat().length} autres pages`"),
        (r"`view less`:`view more`", "`voir moins`:`voir plus`"),
        (r"`Stopping\.\.\.`:`Stop`", "`Arrêt…`:`Arrêter`"),
        (
            r"\w\?`You have requested page[^`]*`:`The page that you have requested[^`]*`;"
            r"this\.showError\(`Page not found`,\{message:`[^`]*`",
            f"`{NO_PAGE}`;this.showError(`Page introuvable`,{{message:`${{t}}`",
        ),
    ),
}


class ScriptChangedError(Exception):
    """The pinned version no longer says what is translated here."""


@cache
def scripts() -> dict[str, bytes]:
    """The translated scripts by address. Raises ScriptChangedError."""
    found: dict[str, bytes] = {}
    for name, words in _WORDS.items():
        for path in sorted(_FOLDER.glob(f"{name.split('.')[0]}.*.js")):
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
