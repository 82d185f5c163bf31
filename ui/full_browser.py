"""A browser holds so many links: before one more makes it forget the oldest, that one is shown, to be kept elsewhere."""

from __future__ import annotations

from html import escape

from starlette.requests import Request
from starlette.responses import Response

from questionnaire.assessment import from_entries
from questionnaire.language import say
from storage.store import StorageError
from ui import cookies, plain_page, services, wording, wording_links

_SHOWN = "garde"


def live(held: tuple[str, ...]) -> tuple[str, ...]:
    """The links that still open something in the store; all of them when the store does not answer."""
    try:
        return tuple(t for t in held if services.store().load(services.capability(t)))
    except StorageError:
        return held


def fitting(token: str, held: tuple[str, ...]) -> tuple[str, ...] | None:
    """What the browser holds beside this link: the dead ones go first when there are too many; None when one that
    is alive would have to go.
    """
    others = tuple(one for one in held if one != token)
    if len(others) < cookies.MOST:
        return others
    others = live(others)
    return others if len(others) < cookies.MOST else None


def was_shown(request: Request) -> bool:
    """Whether the page that shows the oldest link was pressed."""
    return request.query_params.get(_SHOWN) == "1"


def page(request: Request, oldest: str, *, secure: bool) -> Response:
    """The link about to be forgotten by this browser, and two ways on."""
    link = f"{'https' if secure else 'http'}://{request.url.netloc}/r/{oldest}"
    words = (say(wording_links.FULL_WHY), wording_links.full_oldest(_name(oldest)), say(wording_links.FULL_KEEP))
    told = "".join(f"<p>{escape(one)}</p>" for one in words)
    onward = str(request.url.include_query_params(**{_SHOWN: "1"}).replace(scheme="", netloc=""))
    ways = plain_page.doors([(say(wording_links.FULL_GO_ON), onward), (say(wording_links.FULL_STAY), "/")])
    title = escape(say(wording_links.FULL_TITLE))
    return plain_page.page(f'<h1>{title}</h1>{told}<p class="palier-secret"><code>{escape(link)}</code></p>{ways}')


def _name(token: str) -> str:
    """How people know that assessment; its day when it has no name."""
    try:
        record = services.store().load(services.capability(token))
    except StorageError:
        record = None
    if record is None:
        return say(wording.UNNAMED)
    kept = from_entries(record.questionnaire_id, record.version, record.entries)
    day = record.updated_at.astimezone(services.PARIS)
    return f"{kept.name or say(wording.UNNAMED)}, {day:%d/%m/%Y}"
