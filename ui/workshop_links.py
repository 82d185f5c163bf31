"""The plain routes of a workshop: open one, come back to lead it, take a seat, leave with the answers.

Only such a route can set a cookie; HEAD and prefetch create nothing.
"""

from __future__ import annotations

import secrets
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from questionnaire.language import say
from ui import cohort_joining, cookies, plain_page, services, visit, wording_workshop
from ui.limits import Misses
from ui.links import SEE_OTHER, from_here, is_secure, only_looking
from ui.plain_page import or_say
from ui.tries import Tries
from ui.workshop_ending import complete, held_by, keep, take
from workshop import codes
from workshop.model import OPEN_MAX, Choice, Refusal
from workshop.opening import open_workshop
from workshop.sentences import NEEDS_ROLE

MINUTES_MOST = 720
DRAWS = 20
_links = Misses(most=10)
_codes = Tries()
_openings = Misses(most=10)


async def open_room(request: Request) -> Response:
    """`/atelier/ouvrir`: a new workshop from the choices of the page, led from this browser."""
    address = _address(request)
    if only_looking(request) or not from_here(request):
        return RedirectResponse("/atelier", SEE_OTHER)
    if _openings.too_many(address):
        return plain_page.said(say(wording_workshop.TOO_MANY), status=429)
    token = services.new_token()
    refused = await run_in_threadpool(_opened, _choice(request), services.capability(token), _of_browser(request))
    if refused:
        return plain_page.said(refused.sentence, status=400)
    _openings.note(address)
    response = RedirectResponse("/animer", SEE_OTHER)
    cookies.put_for_a_day(response, cookies.COACH, token, secure=is_secure(request))
    return response


def _choice(request: Request) -> Choice:
    """What the form says; whatever it does not say well takes the usual value."""
    asked = request.query_params
    themes = tuple(t.id for t in services.questionnaire().themes if t.id in asked.get("themes", "").split(","))
    minutes = asked.get("minutes", "")
    length = min(int(minutes), MINUTES_MOST) if minutes.isascii() and minutes.isdigit() and len(minutes) < 5 else 120
    scope = asked.get("choix")
    return Choice(
        scope="full" if scope == "full" else "themes" if scope == "themes" else "express",
        themes=themes if scope == "themes" else (),
        pace="theme" if asked.get("rythme") == "theme" else "question",
        several=asked.get("plusieurs") == "1",
        roles=asked.get("roles") == "1" and asked.get("plusieurs") != "1",
        minutes=length,
    )


def _of_browser(request: Request) -> str | None:
    """The assessment of this browser whose profile decides the questions, when the form asks for it."""
    return cookies.marked(cookies.tokens(request.cookies), request.query_params.get("profil", ""))


def _opened(choice: Choice, capability: str, of: str | None) -> Refusal | None:
    now = services.now()
    start = visit.opened(of, "full").assessment if of else None
    content = services.content_of(start) if start else services.questionnaire()
    workshop = open_workshop(content, choice, now, now + OPEN_MAX, start)
    if isinstance(workshop, Refusal):
        return workshop
    for _ in range(DRAWS):  # a code already taken is drawn again
        code = codes.code([secrets.randbelow(len(codes.ALPHABET)) for _ in range(codes.LENGTH)])
        if services.rooms().open(secrets.token_hex(16), capability, code, workshop):
            return None
    raise RuntimeError("no free code")


async def lead(request: Request) -> Response:
    """`/a/<token>`: the coach's link. The secret leaves the address bar at once."""
    token, address = request.path_params["token"], _address(request)
    if only_looking(request):
        return Response(status_code=204)
    held = await run_in_threadpool(held_by, token)
    if held is None or not held.actor.is_coach:
        if not _links.note(address, token):
            return plain_page.said(say(wording_workshop.TOO_MANY), status=429)
        return RedirectResponse("/lien-inconnu", SEE_OTHER)
    response = RedirectResponse("/animer", SEE_OTHER)
    cookies.put_for_a_day(response, cookies.COACH, token, secure=is_secure(request))
    return response


async def join(request: Request) -> Response:
    """`/atelier/rejoindre?code=`, and `/j/<code>` behind the picture: a seat, kept by a cookie."""
    address = _address(request)
    if only_looking(request):
        return Response(status_code=204)
    code = codes.typed(request.path_params.get("code") or request.query_params.get("code", ""))
    if code and not _codes.begin(address, code):
        return plain_page.said(say(wording_workshop.TOO_MANY), status=429)
    room = await run_in_threadpool(services.rooms().found, code, services.now()) if code else None
    if room is None or code is None:
        return RedirectResponse("/atelier?code=inconnu", SEE_OTHER)
    _codes.was_right(address, code)
    token = cookies.day_token(request.cookies, cookies.PLACE)
    held = await run_in_threadpool(held_by, token)
    if held and held.id == room:
        return RedirectResponse("/voter", SEE_OTHER)
    return await _seated(request, room, code)


async def _seated(request: Request, room: str, code: str) -> Response:
    if asked := await run_in_threadpool(cohort_joining.first, request, room, code):
        return asked
    token, move = services.new_token(), cohort_joining.move(request)
    told = await run_in_threadpool(services.rooms().join, room, services.capability(token), move, services.now())
    if told == NEEDS_ROLE:
        return RedirectResponse("/voter?" + urlencode({"code": code}), SEE_OTHER)
    if told in cohort_joining.ASKED_AGAIN and isinstance(told, Refusal):
        return await run_in_threadpool(cohort_joining.again, request, room, code, told)
    if told is None or isinstance(told, Refusal):
        return plain_page.said(told.sentence if told else say(wording_workshop.GONE), status=409)
    _codes.seated(_address(request))
    response = RedirectResponse("/voter", SEE_OTHER)
    cookies.put_for_a_day(response, cookies.PLACE, token, secure=is_secure(request))
    return response


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


ROUTES = [
    Route("/atelier/ouvrir", or_say(open_room)),
    Route("/atelier/rejoindre", or_say(join)),
    Route("/atelier/fichier", or_say(take)),
    Route("/atelier/garder", or_say(keep)),
    Route("/atelier/completer/{mark}", or_say(complete)),
    Route("/a/{token}", or_say(lead)),
    Route("/j/{code}", or_say(join)),
]
