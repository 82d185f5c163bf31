"""Streamlit's own words on a file field, a date, a menu, a lost connection: said in French in its scripts, which have
only English; what it says of a lost connection, in our own words; and one attribute that its pages lack, so that
« enregistré » is read aloud.

A stylesheet could only hide them from the eyes; a screen reader must hear French too. The scripts of the pinned
version are read once and served with these words replaced; a word that is no longer there is told at the start.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import streamlit
from starlette.responses import Response
from starlette.types import ASGIApp, Scope

from questionnaire.language import ENGLISH, FRENCH, LANGUAGES, language, say, speaking
from questionnaire.typography import tidy
from ui.script_words import FRENCH_WORDS, Words

_FOLDER = Path(streamlit.__file__).parent / "static" / "static" / "js"
_ADDRESS = "/static/js/"
LOST = "Connexion perdue"
WAIT = tidy(
    "Palier ne répond pas pour l’instant : attendez avant de répondre. Ce qui a été marqué « Enregistré » est gardé. "
    "Laissez cette page ouverte : elle reprend toute seule quand la connexion revient."
)
SAID = "palier-said"  # a piece of page with this class in it is read aloud each time that it changes (aria-live)
OTHERS = tuple(one for one in LANGUAGES if one != FRENCH)


def _ours() -> dict[str, Words]:
    """What is changed in every language: our own sentences, and what a screen reader needs."""
    wait = say(WAIT)
    return {
        "Html": (
            (
                r"(\{)(dangerouslySetInnerHTML:\{__html:(\w+)\})",
                rf"\1'aria-live':\3.includes(`{SAID}`)?`polite`:void 0,\2",
            ),
        ),
        "index": (
            (r"(\w+)>=6(&&this\.props\.onConnectionError\(\w+\))", r"\1>=2\2"),  # told after a second, not after five
            (r"`Connection error`", f"`{say(LOST)}`"),
            (r"`Is Streamlit still running\?[^`]*`,codeBlock:`[^`]*`", f"`{wait}`"),
            (r"`Streamlit server is not responding\.[^`]*`", f"`{wait}`"),
        ),
    }


def _words() -> dict[str, Words]:
    """By script, what is replaced in the language spoken here; English is Streamlit's own."""
    ours = _ours()
    if language() == ENGLISH:
        return ours | {"DateInput": ((r"locale:`en-US`", "locale:`en-GB`"),)}
    return {name: FRENCH_WORDS.get(name, ()) + ours.get(name, ()) for name in FRENCH_WORDS | ours}


class ScriptChangedError(Exception):
    """The pinned version no longer says what is translated here."""


@cache
def scripts(spoken: str) -> dict[str, bytes]:
    """The changed scripts of one language by address. Raises ScriptChangedError."""
    found: dict[str, bytes] = {}
    with speaking(spoken):
        wanted = _words()
    for name, words in wanted.items():
        for path in sorted(_FOLDER.glob(f"{name.split('.')[0]}.*.js")):
            text = path.read_text(encoding="utf-8")
            if re.search(words[0][0], text):
                found[_ADDRESS + path.name] = _changed(path.name, text, words).encode()
    if len(found) != len(wanted):
        raise ScriptChangedError(f"one script of each kind was expected, found {sorted(found)}")
    return found


def addressed(scope: Scope) -> Scope:
    """The request for a script of another language, `/en/static/…`: each language has its own in a browser's memory."""
    for spoken in OTHERS:
        if scope["path"].startswith(f"/{spoken}/static/"):
            path = scope["path"].removeprefix(f"/{spoken}")
            return {**scope, "path": path, "raw_path": path.encode(), "palier.scripts": spoken}
    return scope


def in_page(body: bytes) -> bytes:
    """The page that asks for the scripts of the language spoken here."""
    spoken = language()
    return body if spoken == FRENCH else body.replace(b'"./static/js/', f'"./{spoken}/static/js/'.encode())


def app_of(scope: Scope) -> ASGIApp | None:
    """What answers this address instead of Streamlit; None for any other."""
    body = scripts(scope.get("palier.scripts", FRENCH)).get(scope["path"])
    if body is None:
        return None
    head = {"Cache-Control": "public, max-age=86400"}
    return Response(body, media_type="text/javascript; charset=utf-8", headers=head)


def _changed(name: str, text: str, words: Words) -> str:
    for pattern, said in words:
        text, count = re.subn(pattern, said, text)
        if not count:
            raise ScriptChangedError(f"{name}: {pattern}")
    return text
