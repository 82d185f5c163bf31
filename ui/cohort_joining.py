"""Joining a workshop of several associations, on plain pages: the name, perhaps a near one, perhaps a number."""

from __future__ import annotations

from html import escape
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from questionnaire.language import say
from ui import plain_page, services, wording_cohort
from ui.limits import Misses
from workshop.associations import clean, mates, names, near
from workshop.intents import Join
from workshop.model import Refusal, Workshop
from workshop.sentences import LONG_ASSOCIATION, NEEDS_ASSOCIATION, NEEDS_NUMBER, WRONG_NUMBER

ASKED_AGAIN = (NEEDS_ASSOCIATION, LONG_ASSOCIATION, NEEDS_NUMBER, WRONG_NUMBER)
_ROUTE = "/atelier/rejoindre"
_misses = Misses(most=10)


def move(request: Request) -> Join:
    """What the form says."""
    asked = request.query_params
    return Join(asked.get("role"), asked.get("association"), asked.get("numero", ""))


def first(request: Request, room: str, code: str) -> Response | None:
    """A page to be answered before the seat is asked for: a near name, or too many numbers tried."""
    typed, asked = clean(request.query_params.get("association", "")), request.query_params
    if not typed:
        return None
    if asked.get("numero") and _misses.too_many(_guarded(room, typed)):
        return plain_page.said(say(wording_cohort.TOO_MANY_NUMBERS), status=429)
    workshop = None if asked.get("nouvelle") else services.rooms().lobby(room)
    others = near(workshop, typed) if workshop and not mates(workshop, typed) else ()
    return _which(code, typed, others) if others else None


def again(request: Request, room: str, code: str, refused: Refusal) -> Response:
    """The same question, with what was wrong."""
    typed = clean(request.query_params.get("association", ""))
    if refused in (NEEDS_NUMBER, WRONG_NUMBER):
        if refused == WRONG_NUMBER:
            _misses.note(_guarded(room, typed))
        return _number(code, typed, refused)
    workshop = services.rooms().lobby(room)
    return _name(code, workshop, refused if typed else None)


def _guarded(room: str, association: str) -> str:
    return f"{room}:{clean(association).casefold()}"


def _name(code: str, workshop: Workshop | None, refused: Refusal | None) -> Response:
    there = names(workshop) if workshop else ()
    links = [(name, _link(code, association=name)) for name in there]
    body = f"<h1>{escape(say(wording_cohort.JOIN_TITLE))}</h1><p>{escape(say(wording_cohort.JOIN_LEAD))}</p>"
    body += _told(refused) + _form(code, say(wording_cohort.NAME), "association")
    body += f"<h2>{escape(say(wording_cohort.THERE))}</h2>{plain_page.doors(links)}" if links else ""
    return plain_page.page(body, status=400 if refused else 200)


def _which(code: str, typed: str, others: tuple[str, ...]) -> Response:
    links = [(name, _link(code, association=name)) for name in others]
    links.append((wording_cohort.as_typed(typed), _link(code, association=typed, nouvelle="1")))
    return plain_page.page(f"<h1>{escape(say(wording_cohort.NEAR_TITLE))}</h1>{plain_page.doors(links)}")


def _number(code: str, typed: str, refused: Refusal) -> Response:
    body = f"<h1>{escape(wording_cohort.taken(typed))}</h1><p>{escape(say(wording_cohort.NUMBER_LEAD))}</p>"
    body += _told(refused if refused == WRONG_NUMBER else None)
    body += _form(code, say(wording_cohort.NUMBER), "numero", association=typed, nouvelle="1")
    body += plain_page.doors([(say(wording_cohort.OTHER_NAME), _link(code))])
    return plain_page.page(body, status=400 if refused == WRONG_NUMBER else 200)


def _told(refused: Refusal | None) -> str:
    return f'<p role="alert"><strong>{escape(refused.sentence)}</strong></p>' if refused else ""


def _link(code: str, **asked: str) -> str:
    return f"{_ROUTE}?{urlencode({'code': code, **asked})}"


def _form(code: str, label: str, field: str, **hidden: str) -> str:
    kept = "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'
        for name, value in {"code": code, **hidden}.items()
    )
    return f'<form action="{_ROUTE}" method="get" class="palier-join palier-join-wide">{kept}<label for="palier-asked">{escape(label)}</label><input id="palier-asked" name="{field}" autocomplete="off"><button type="submit" class="palier-door palier-door-primary">{escape(say(wording_cohort.GO_ON))}</button></form>'
