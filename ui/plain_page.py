"""A page outside of Streamlit, for what plain addresses have to say: one sentence and a way back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import wraps
from html import escape

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from questionnaire.typography import tidy
from storage.store import StorageError

Answer = Callable[[Request], Awaitable[Response]]
_BACK = tidy("Revenir à l’accueil")
_PAGE = """<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Palier</title><link rel="stylesheet" href="/palier.css"></head>
<body class="palier-plain"><main><h1>Palier</h1><p>{sentence}</p>
<p class="palier-doors"><a class="palier-door palier-door-primary" href="/">{back}</a></p></main></body></html>
"""


def said(sentence: str, *, status: int) -> HTMLResponse:
    """The page that says this sentence, which may quote anybody."""
    return HTMLResponse(_PAGE.format(sentence=escape(sentence), back=escape(_BACK)), status_code=status)


def or_say(answer: Answer) -> Answer:
    """The same route, which says in French that the database does not answer, instead of the server's own words."""

    @wraps(answer)
    async def answered(request: Request) -> Response:
        try:
            return await answer(request)
        except StorageError as error:
            return said(str(error), status=503)

    return answered
