"""Which language a visitor reads: asked for in the address (`?lang=en`), kept in a cookie, or said by the browser.

It cannot change within one session of a page: the switch is a link that loads the page again.
"""

from __future__ import annotations

from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

import streamlit as st
from starlette.datastructures import Headers
from starlette.types import Scope
from streamlit.runtime.scriptrunner import get_script_run_ctx

from questionnaire.language import ENGLISH, FRENCH
from ui import cookies, services

ASKED = "lang"
NAMES = {FRENCH: "Français", ENGLISH: "English"}  # each in its own language, whatever is spoken around it


def asked(query: str) -> str | None:
    """The language that this address asks for; None when it asks for none that is spoken here."""
    return _spoken_here(next(iter(parse_qs(query).get(ASKED, [])), None))


def of_request(scope: Scope) -> str:
    """The language of one request, before anything answers it."""
    headers = Headers(scope=scope)
    try:
        held = {name: one.value for name, one in SimpleCookie(headers.get("cookie", "")).items()}
    except CookieError:
        held = {}
    query = scope.get("query_string", b"").decode("latin-1")
    return asked(query) or chosen(held, headers.get("accept-language", ""))


def of_run() -> str:
    """The language of the visitor whose page is being drawn; empty when none is."""
    if get_script_run_ctx(suppress_warning=True) is None:
        return ""
    wanted = _spoken_here(st.query_params.get(ASKED))
    return wanted or chosen(st.context.cookies.to_dict(), st.context.headers.get("Accept-Language") or "")


def chosen(held: Mapping[str, str], accepted: str) -> str:
    """What the cookie says; else French when the browser reads it at all, then the first it reads that we speak."""
    if kept := _spoken_here(cookies.language(held)):
        return kept
    read = [part.split(";")[0].strip().lower().partition("-")[0] for part in accepted.split(",")]
    return FRENCH if FRENCH in read else next((one for one in read if _spoken_here(one)), FRENCH)


def others() -> list[tuple[str, str]]:
    """The languages one may switch to: each with its name."""
    return [(one, NAMES[one]) for one in services.languages()]


def _spoken_here(wanted: str | None) -> str | None:
    return wanted if wanted in services.languages() else None
