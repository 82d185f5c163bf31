"""The one cookie: the secret links this browser holds, the current one first. No account, no tracking."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, Protocol

NAME = "palier"
SECURE_NAME = "__Host-palier"
MOST = 12
YEAR = 365 * 24 * 3600
_TOKEN = re.compile(r"^[A-Za-z0-9_-]{43}$")


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
    raw = cookies.get(SECURE_NAME) or cookies.get(NAME) or ""
    return tuple(dict.fromkeys(t for t in str(raw).split(".") if _TOKEN.match(t)))[:MOST]


def is_token(text: str) -> bool:
    return bool(_TOKEN.match(text))


def put(response: _Response, held: tuple[str, ...], *, secure: bool) -> None:
    """Write the tokens into the response; `__Host-` and Secure under HTTPS."""
    response.set_cookie(
        SECURE_NAME if secure else NAME,
        ".".join(dict.fromkeys(held[:MOST])),
        max_age=YEAR,
        path="/",
        httponly=True,
        secure=secure,
        samesite="lax",
    )
