"""A workshop on paper, by plain addresses: posters, vote sheets, count sheet, the facilitator's guide.

`/atelier/papier/<kind>?choix=express&themes=A,B&minutes=120`; without a choice, that of the workshop led from this
browser. Nothing personal is in these files: an assessment of this browser only decides which questions are printed.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from questionnaire.language import say
from reports import room_paper
from reports.room_paper import Room
from storage.store import StorageError
from ui import cookies, plain_page, services, visit, wording_paper, wording_report
from ui.links import only_looking
from ui.plain_page import or_say
from workshop.model import Choice
from workshop.sentences import NO_QUESTION

ADDRESS = "/atelier/papier"
MINUTES_LEAST, MINUTES_MOST, MINUTES_USUAL = 20, 720, 120
_SEATS = threading.BoundedSemaphore(1)  # a whole questionnaire takes a second: pages stay quick meanwhile


@dataclass(frozen=True)
class Kind:
    named: str
    make: Callable[[Room], bytes]


KINDS = {
    "deroule": Kind("deroule", room_paper.guide_of),
    "bulletins": Kind("bulletins", room_paper.ballots),
    "decompte": Kind("decompte", room_paper.count),
    "affiches": Kind("affiches-a4", room_paper.posters),
    "affiches-a3": Kind("affiches-a3", partial(room_paper.posters, a3=True)),
}


def address(kind: str, choice: dict[str, str | int] | None = None) -> str:
    """Where this file is; without `choice`, for the workshop that this browser leads."""
    return f"{ADDRESS}/{kind}" + (f"?{urlencode(choice)}" if choice else "")


async def take(request: Request) -> Response:
    kind = KINDS.get(request.path_params["kind"])
    if kind is None:
        return plain_page.said(say(wording_report.NO_SUCH_FILE), status=404)
    if only_looking(request):
        return Response(status_code=204)
    try:
        data = await run_in_threadpool(_made, request, kind)
    except StorageError:
        raise
    except Exception as error:  # whatever it is, it is said, and nothing is lost
        services.log.error("file failed", exc_info=error)
        return plain_page.said(say(wording_paper.NOT_MADE), status=500)
    if data is None:
        return plain_page.said(NO_QUESTION.sentence, status=400)
    name = f"palier-atelier-{kind.named}.pdf"
    head = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(data, media_type="application/pdf", headers=head)


def _made(request: Request, kind: Kind) -> bytes | None:
    room = _room(request)
    if not room.questions:
        return None
    with _SEATS:
        return kind.make(room)


def _room(request: Request) -> Room:
    """The room led from this browser when nothing is asked for, else the choice of the address."""
    token = None if "choix" in request.query_params else cookies.day_token(request.cookies, cookies.COACH)
    held = services.rooms().held(services.capability(token)) if token else None
    if held is None or not held.actor.is_coach:
        return _asked_for(request)
    workshop = held.workshop
    content = services.content_of(workshop)
    questions = tuple(content.question_by_id[name] for name in workshop.questions)
    return Room(content, workshop.choice, questions, workshop.critical)


def _asked_for(request: Request) -> Room:
    """The choice of the address; with `profil`, for the assessment of this browser that has this mark."""
    choice = choice_of(request.query_params)
    token = cookies.marked(cookies.tokens(request.cookies), request.query_params.get("profil", ""))
    session = visit.opened(token, "full") if token else None
    if session and session.failure:
        raise StorageError(session.failure)
    start = session.assessment if session else None
    return room_paper.room_of(services.content_of(start) if start else services.questionnaire(), choice, start)


def choice_of(asked: Mapping[str, str]) -> Choice:
    """What the address says; whatever it does not say well takes the usual value."""
    scope, minutes = asked.get("choix", ""), asked.get("minutes", "")
    known = tuple(
        theme.id for theme in services.questionnaire().themes if theme.id in asked.get("themes", "").split(",")
    )
    whole = int(minutes) if minutes.isascii() and minutes.isdigit() and len(minutes) < 5 else MINUTES_USUAL
    return Choice(
        scope="full" if scope == "full" else "themes" if scope == "themes" else "express",
        themes=known if scope == "themes" else (),
        several=asked.get("plusieurs") == "1",
        minutes=max(MINUTES_LEAST, min(whole, MINUTES_MOST)),
    )


ROUTES = [Route(f"{ADDRESS}/{{kind}}", or_say(take))]
