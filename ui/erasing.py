"""Deleting one's assessment from the browser: a plain address, for the cookie has to forget the link as well."""

from __future__ import annotations

import hashlib

from starlette.requests import Request

ADDRESS = "/effacer/"
DONE = "/donnees?lien=efface"


def proof_of(token: str) -> str:
    """What only the page of a link's owner can show. Apart from the one that replaces a link: addresses are logged."""
    return hashlib.sha256(f"effacer:{token}".encode()).hexdigest()[:32]


def is_a_visit(request: Request) -> bool:
    """Somebody pressed: a tool that fetches the links of a page beforehand deletes nothing."""
    return request.headers.get("sec-fetch-mode", "navigate") == "navigate"
