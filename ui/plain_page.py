"""A page outside of Streamlit, for what plain addresses have to say: a sentence and a way back, a form, a table."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Mapping
from functools import wraps
from html import escape
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from questionnaire.language import language, say
from questionnaire.typography import tidy
from storage.store import StorageError
from ui import wording

Answer = Callable[[Request], Awaitable[Response]]
_BACK = tidy("Revenir à l’accueil")
_PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Palier</title><link rel="stylesheet" href="/palier.css"></head>
<body class="palier-plain"><main>{body}</main></body></html>
"""


def said(sentence: str, *, status: int) -> HTMLResponse:
    """The page that says this sentence, which may quote anybody."""
    back = f'<a class="palier-door palier-door-primary" href="/">{escape(say(_BACK))}</a>'
    return page(f'<h1>Palier</h1><p>{escape(sentence)}</p><p class="palier-doors">{back}</p>', status=status)


def page(body: str, *, status: int = 200) -> HTMLResponse:
    """Any page of ours; people's words in `body` are escaped already. Nothing of it is kept by the browser."""
    return HTMLResponse(
        _PAGE.format(body=body, language=language()), status_code=status, headers={"Cache-Control": "no-store"}
    )


def doors(links: list[tuple[str, str]]) -> str:
    """Links drawn as buttons, from labels and addresses."""
    drawn = "".join(f'<a class="palier-door" href="{escape(to)}">{escape(label)}</a>' for label, to in links)
    return f'<div class="palier-doors">{drawn}</div>'


def or_say(answer: Answer) -> Answer:
    """The same route, which says in French that the database does not answer, instead of the server's own words."""

    @wraps(answer)
    async def answered(request: Request) -> Response:
        try:
            return await answer(request)
        except StorageError as error:
            return said(str(error), status=503)

    return answered


async def _failed(_request: Request, _error: Exception) -> Response:
    return said(say(wording.FAILURE), status=500)


async def _no_way(_request: Request, _error: Exception) -> Response:
    return said(say(wording.NO_WAY), status=405)


# What no route expected, and a method that none of ours has: the server would say both in English.
FAULTS: Mapping[Any, Callable[[Request, Exception], Coroutine[Any, Any, Response]]] = {500: _failed, 405: _no_way}
