"""The cookies: the secret links this browser holds, the current one first; and a reviewer's link. No account, no tracking."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, Protocol

from ui import services

NAME, REVIEW = "palier", "palier-relecture"
LANGUAGE = "palier-langue"  # what the visitor chose to read
COACH, PLACE = "palier-atelier", "palier-place"  # of a workshop: who leads it, one seat in it
SECURE = "__Host-"  # under HTTPS: this host only, never over plain HTTP
MOST = 12
YEAR, DAY = 365 * 24 * 3600, 24 * 3600
_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")


class _Response(Protocol):
    def set_cookie(
        self,
        key: str,
        value: str,
        *,
        max_age: int,
        path: str,
        httponly: bool,
        secure: bool,
        samesite: Literal["lax"],
    ) -> None: ...


def tokens(cookies: Mapping[str, str]) -> tuple[str, ...]:
    """The well-formed tokens of the cookie, current first."""
    return tuple(dict.fromkeys(t for t in _read(cookies, NAME).split(".") if is_token(t)))[:MOST]


def review_token(cookies: Mapping[str, str]) -> str | None:
    """The well-formed token of a reviewer's link."""
    raw = _read(cookies, REVIEW)
    return raw if is_token(raw) else None


def day_token(cookies: Mapping[str, str], name: str) -> str | None:
    """The well-formed token of a cookie that lasts a day: `COACH` or `PLACE`."""
    raw = _read(cookies, name)
    return raw if is_token(raw) else None


def language(cookies: Mapping[str, str]) -> str:
    """The language chosen in this browser, as it was written there; empty when none was."""
    return _read(cookies, LANGUAGE)


def marked(held: tuple[str, ...], mark: str) -> str | None:
    """The one of these tokens that has this mark: two tabs of a browser may show two assessments."""
    return next((token for token in held if services.mark_of(token) == mark), None)


def is_token(text: str) -> bool:
    return bool(_TOKEN.fullmatch(text))


def put(response: _Response, held: tuple[str, ...], *, secure: bool) -> None:
    """Write the tokens into the response; `__Host-` and Secure under HTTPS."""
    _write(response, NAME, ".".join([*dict.fromkeys(held)][:MOST]), YEAR, secure=secure)


def put_review(response: _Response, token: str, *, secure: bool) -> None:
    """A reviewer's link stays a day in the browser: it opens somebody else's answers."""
    _write(response, REVIEW, token, DAY, secure=secure)


def put_for_a_day(response: _Response, name: str, token: str, *, secure: bool) -> None:
    """A workshop lasts half a day at most: its cookies, `COACH` and `PLACE`, go with it."""
    _write(response, name, token, DAY, secure=secure)


def put_language(response: _Response, chosen: str, *, secure: bool) -> None:
    """The language chosen stays a year; it says nothing of whoever reads it."""
    _write(response, LANGUAGE, chosen, YEAR, secure=secure)


def _read(cookies: Mapping[str, str], name: str) -> str:
    """On a public site only the `__Host-` one counts: a neighbouring site of the same domain could set the other."""
    plain = "" if services.settings().is_public else cookies.get(name)
    return str(cookies.get(SECURE + name) or plain or "")


def _write(response: _Response, name: str, value: str, seconds: int, *, secure: bool) -> None:
    response.set_cookie(
        SECURE + name if secure else name,
        value,
        max_age=seconds,
        path="/",
        httponly=True,
        secure=secure,
        samesite="lax",
    )
