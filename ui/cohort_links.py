"""The plain routes at the end of a workshop: one's own assessment, one's own sheet, and the coach's table.

The link of an assessment is drawn from the secret of one phone, which the database does not hold: no other participant,
nor the host, can make it. Two people of one association thus get the same answers under two links.
"""

from __future__ import annotations

import base64
import hashlib
from html import escape

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from questionnaire.assessment import HEAD, Assessment
from questionnaire.language import say
from reports.cohort_table import cohort_csv
from reports.promise_sheet import promise_pdf
from storage.rooms import Held
from ui import cookies, making, plain_page, services, wording_cohort
from ui.components.cohort_room import table
from ui.links import SEE_OTHER, from_here, only_looking, opened
from ui.plain_page import or_say
from workshop import cohort, ending
from workshop.model import Phase


async def keep(request: Request) -> Response:
    """`/atelier/mon-diagnostic`: what one's association answered, as an ordinary assessment of this browser."""
    if only_looking(request) or not from_here(request):
        return RedirectResponse("/voter", SEE_OTHER)
    link = await run_in_threadpool(_kept, cookies.day_token(request.cookies, cookies.PLACE))
    if link is None:
        return RedirectResponse("/voter", SEE_OTHER)
    return await opened(request, link, "/profil")


def _kept(token: str | None) -> str | None:
    """The secret link of that assessment, kept once; what was changed in it since is left as it is."""
    held = _held(token)
    if token is None or held is None or held.actor.is_coach or held.workshop.phase is not Phase.CLOSED:
        return None
    of = hashlib.sha256(f"atelier, mon diagnostic:{token}".encode()).digest()
    link = base64.urlsafe_b64encode(of).decode().rstrip("=")
    capability, ended = services.capability(link), _ended(token, held)
    if ended is None:
        return None
    if services.store().load(capability) is None:
        questionnaire = (ended.questionnaire_id, ended.version)
        services.store().save(capability, ended.entries(), questionnaire=questionnaire, now=services.now())
    return link


def _ended(token: str, held: Held) -> Assessment | None:
    """The answers of one association alone, under its name."""
    association = held.workshop.seats[held.actor.seat or ""].association
    seen = services.rooms().seen(services.capability(token))
    if seen is None or not association:
        return None
    ended = ending.assessment(services.content_of(seen), seen, association=association)
    return ended.put(HEAD, "name", association) if ended.answers else None


async def sheet(request: Request) -> Response:
    """`/atelier/engagement`: the sheet of this phone."""
    made = None if only_looking(request) else await run_in_threadpool(_sheet, request)
    return made or RedirectResponse("/voter", SEE_OTHER)


def _sheet(request: Request) -> Response | None:
    held = _held(cookies.day_token(request.cookies, cookies.PLACE))
    seat = held.workshop.seats.get(held.actor.seat or "") if held else None
    if held is None or seat is None or seat.promise is None:
        return None
    on, keeps = services.today(), wording_cohort.promise_kept(services.settings().retention.participant_days)
    data = promise_pdf(seat.promise, seat.association or "", keeps, on)
    return _file(data, wording_cohort.PROMISE_FILE, "pdf", "application/pdf")


async def coach_table(request: Request) -> Response:
    """`/atelier/tableau`: the cohort table alone, to print."""
    held = None if only_looking(request) else await run_in_threadpool(_led, request)
    if held is None:
        return RedirectResponse("/animer", SEE_OTHER)
    body = f"<h1>{escape(say(wording_cohort.TABLE_TITLE))}</h1><p>{escape(say(wording_cohort.TABLE_LEAD))}</p>"
    return plain_page.page(body + await run_in_threadpool(table, held.workshop))


async def coach_csv(request: Request) -> Response:
    """`/atelier/tableau.csv`: the same table for a spreadsheet."""
    held = None if only_looking(request) else await run_in_threadpool(_led, request)
    if held is None:
        return RedirectResponse("/animer", SEE_OTHER)
    content = services.content_of(held.workshop)
    return _file(
        cohort_csv(content, cohort.table(content, held.workshop)), wording_cohort.TABLE_FILE, "csv", "text/csv"
    )


def _led(request: Request) -> Held | None:
    held = _held(cookies.day_token(request.cookies, cookies.COACH))
    return held if held and held.actor.is_coach and held.workshop.choice.several else None


def _held(token: str | None) -> Held | None:
    return services.rooms().held(services.capability(token)) if token else None


def _file(data: bytes, kind: str, ending_: str, mime: str) -> Response:
    content = services.questionnaire()
    name = making.file_name(Assessment(content.id, content.version), services.today(), ending_, kind)
    head = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(data, media_type=mime, headers=head)


ROUTES = [
    Route("/atelier/mon-diagnostic", or_say(keep)),
    Route("/atelier/engagement", or_say(sheet)),
    Route("/atelier/tableau", or_say(coach_table)),
    Route("/atelier/tableau.csv", or_say(coach_csv)),
]
