"""Leaving a workshop with what it settled: a file, a new assessment of this browser, or the one it already holds."""

from __future__ import annotations

import base64
import hashlib

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from questionnaire.assessment import Assessment
from questionnaire.language import say
from storage.rooms import Held
from storage.store import StorageError
from ui import cookies, files, making, plain_page, services, visit, wording_workshop
from ui.links import SEE_OTHER, from_here, is_secure, only_looking, opened
from workshop import ending
from workshop.model import Phase, Workshop


async def take(request: Request) -> Response:
    """`/atelier/fichier`: what the room settled, as an answers file."""
    ended = None if only_looking(request) else await run_in_threadpool(_ended, request)
    if ended is None:
        return RedirectResponse("/animer", SEE_OTHER)
    on, settled = services.today(), ending.assessment(services.content_of(ended[0]), ended[0])
    name = making.file_name(settled, on, "json", wording_workshop.FILE)
    head = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(files.answers_json(settled, on), media_type="application/json", headers=head)


async def keep(request: Request) -> Response:
    """`/atelier/garder`: what the room settled, as an ordinary assessment of this browser. Twice, it is the same one."""
    ended = await _ready(request)
    if ended is None:
        return RedirectResponse("/animer", SEE_OTHER)
    workshop, link = ended
    await run_in_threadpool(_store, ending.assessment(services.content_of(workshop), workshop), link)
    return await opened(request, link, "/resultats")


async def complete(request: Request) -> Response:
    """`/atelier/completer/<mark>`: what the room settled goes into that assessment of this browser; the rest stays."""
    ended = await _ready(request)
    held = cookies.tokens(request.cookies)
    chosen = cookies.marked(held, request.path_params["mark"])
    if ended is None or chosen is None:
        return RedirectResponse("/animer", SEE_OTHER)
    if not await run_in_threadpool(_complete, chosen, ended[0]):
        return plain_page.said(say(wording_workshop.NOT_COMPLETED), status=409)
    response = RedirectResponse("/resultats", SEE_OTHER)
    cookies.put(response, (chosen, *held), secure=is_secure(request))
    return response


async def _ready(request: Request) -> tuple[Workshop, str] | None:
    ready = not only_looking(request) and from_here(request)
    return await run_in_threadpool(_ended, request) if ready else None


def _ended(request: Request) -> tuple[Workshop, str] | None:
    """A workshop that is over, and the secret link its assessment has: none but its coach can know it."""
    token = cookies.day_token(request.cookies, cookies.COACH)
    held = held_by(token)
    if held is None or not held.actor.is_coach or held.workshop.phase is not Phase.CLOSED:
        return None
    of = f"atelier:{held.workshop.turn}:{token}".encode()
    link = base64.urlsafe_b64encode(hashlib.sha256(of).digest()).decode().rstrip("=")
    return held.workshop, link


def _store(assessment: Assessment, link: str) -> None:
    capability = services.capability(link)
    if services.store().load(capability) is None and assessment.says_something:
        of = (assessment.questionnaire_id, assessment.version)
        services.store().save(capability, assessment.entries(), questionnaire=of, now=services.now())


def _complete(token: str, workshop: Workshop) -> bool:
    """Through the same door as a page: other devices' answers are kept, and the history says what changed.

    False, and nothing is written, when it was deleted meanwhile, or answers another version of the questions.
    """
    session = visit.opened(token, "full")
    if session.failure is None:
        if session.kept is None or session.kept.version != workshop.version:
            return False
        completed = ending.assessment(services.content_of(workshop), workshop, session.assessment)
        session = visit.written(session, completed)
    if session.failure:
        raise StorageError(session.failure)
    return True


def held_by(token: str | None) -> Held | None:
    return services.rooms().held(services.capability(token)) if token else None
