"""The plain routes of a workshop: open one, come back to lead it, take a seat, leave with the answers.

Only such a route can set a cookie; HEAD and prefetch create nothing.
"""

from __future__ import annotations

import base64
import hashlib
import secrets
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from questionnaire.assessment import Assessment
from storage.rooms import Held
from ui import cookies, files, making, plain_page, services, wording_workshop
from ui.limits import Misses
from ui.links import SEE_OTHER, is_secure, only_looking
from workshop import codes, ending
from workshop.intents import Join
from workshop.model import OPEN_MAX, Choice, Phase, Refusal
from workshop.opening import open_workshop
from workshop.sentences import NEEDS_ROLE

OPENED_HERE = ("same-origin", "none")  # what a browser says of a click on our own page, or of a typed address
MINUTES_MOST = 720
DRAWS = 20
_misses = Misses(most=10)
_all_misses = Misses(most=100, within=60.0)
_openings = Misses(most=10)


async def open_room(request: Request) -> Response:
    """`/atelier/ouvrir`: a new workshop from the choices of the page, led from this browser."""
    address = _address(request)
    if only_looking(request) or not _from_here(request):
        return RedirectResponse("/atelier", SEE_OTHER)
    if _openings.too_many(address):
        return plain_page.said(wording_workshop.TOO_MANY, status=429)
    token = services.new_token()
    refused = await run_in_threadpool(_opened, _choice(request), services.capability(token))
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
        roles=asked.get("roles") == "1",
        minutes=length,
    )


def _opened(choice: Choice, capability: str) -> Refusal | None:
    now = services.now()
    workshop = open_workshop(services.questionnaire(), choice, now, now + OPEN_MAX)
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
    if _too_many(address):
        return plain_page.said(wording_workshop.TOO_MANY, status=429)
    held = await run_in_threadpool(_held, token)
    if held is None or not held.actor.is_coach:
        _missed(address)
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
    if _too_many(address):
        return plain_page.said(wording_workshop.TOO_MANY, status=429)
    room = await run_in_threadpool(services.rooms().found, code, services.now()) if code else None
    if room is None or code is None:
        _missed(address)
        return RedirectResponse("/atelier?code=inconnu", SEE_OTHER)
    token = cookies.day_token(request.cookies, cookies.PLACE)
    held = await run_in_threadpool(_held, token)
    if held and held.id == room:
        return RedirectResponse("/voter", SEE_OTHER)
    return await _seated(request, room, code)


async def _seated(request: Request, room: str, code: str) -> Response:
    token, move = services.new_token(), Join(role=request.query_params.get("role"))
    told = await run_in_threadpool(services.rooms().join, room, services.capability(token), move, services.now())
    if told == NEEDS_ROLE:
        return RedirectResponse("/voter?" + urlencode({"code": code}), SEE_OTHER)
    if told is None or isinstance(told, Refusal):
        return plain_page.said(told.sentence if told else wording_workshop.GONE, status=409)
    response = RedirectResponse("/voter", SEE_OTHER)
    cookies.put_for_a_day(response, cookies.PLACE, token, secure=is_secure(request))
    return response


async def take(request: Request) -> Response:
    """`/atelier/fichier`: what the room settled, as an answers file."""
    ended = None if only_looking(request) else await run_in_threadpool(_ended, request)
    if ended is None:
        return RedirectResponse("/animer", SEE_OTHER)
    on = services.today()
    name = making.file_name(ended[0], on, "json", wording_workshop.FILE)
    head = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(files.answers_json(ended[0], on), media_type="application/json", headers=head)


async def keep(request: Request) -> Response:
    """`/atelier/garder`: what the room settled, as an ordinary assessment of this browser. Twice, it is the same one."""
    ready = not only_looking(request) and _from_here(request)
    ended = await run_in_threadpool(_ended, request) if ready else None
    if ended is None:
        return RedirectResponse("/animer", SEE_OTHER)
    await run_in_threadpool(_store, *ended)
    response = RedirectResponse("/resultats", SEE_OTHER)
    cookies.put(response, (ended[1], *cookies.tokens(request.cookies)), secure=is_secure(request))
    return response


def _ended(request: Request) -> tuple[Assessment, str] | None:
    """The assessment of a workshop that is over, and the secret link it has: none but its coach can know it."""
    token = cookies.day_token(request.cookies, cookies.COACH)
    held = _held(token)
    if held is None or not held.actor.is_coach or held.workshop.phase is not Phase.CLOSED:
        return None
    of = f"atelier:{held.workshop.turn}:{token}".encode()
    link = base64.urlsafe_b64encode(hashlib.sha256(of).digest()).decode().rstrip("=")
    return ending.assessment(services.content_of(held.workshop), held.workshop), link


def _store(assessment: Assessment, link: str) -> None:
    capability = services.capability(link)
    if services.store().load(capability) is None and assessment.says_something:
        of = (assessment.questionnaire_id, assessment.version)
        services.store().save(capability, assessment.entries(), questionnaire=of, now=services.now())


def _held(token: str | None) -> Held | None:
    return services.rooms().held(services.capability(token)) if token else None


def _from_here(request: Request) -> bool:
    """No other site opens anything by leading a visitor here; an old browser says nothing and is let through."""
    return request.headers.get("sec-fetch-site", "none") in OPENED_HERE


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


def _too_many(address: str) -> bool:
    return _misses.too_many(address) or _all_misses.too_many("")


def _missed(address: str) -> None:
    _misses.note(address)
    _all_misses.note("")


ROUTES = [
    Route("/atelier/ouvrir", open_room),
    Route("/atelier/rejoindre", join),
    Route("/atelier/fichier", take),
    Route("/atelier/garder", keep),
    Route("/a/{token}", lead),
    Route("/j/{code}", join),
]
