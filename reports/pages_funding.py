"""Who may pay: what is asked, in a table whose two sides add up, then the doors to knock at, on half a page."""

from __future__ import annotations

from reportlab.platypus import Flowable, Spacer

from questionnaire.language import say
from questionnaire.typography import typeset
from reports import part_titles as titles
from reports import style
from reports.columns import Columns
from reports.content import FundingPage
from reports.content_funding import RequestText, RouteText
from reports.entries import entry
from reports.flow import heading, para, section
from reports.tables import printed_request
from reports.typesetting import prose, tinted


def says_something(funding: FundingPage) -> bool:
    """Whether there is anything to ask, or anybody to ask it of."""
    return bool(funding.routes) or _asked(funding.request)


def funding_story(funding: FundingPage) -> list[Flowable]:
    """Nothing at all when there is nothing to ask and nobody to ask it of."""
    if not says_something(funding):
        return []
    request, routes = _request(funding.request), _routes(funding.routes)
    doors = section(say(titles.ROUTES), "routes") if request and routes else []
    return [heading(style.H1, say(titles.FUNDING), key="funding"), *request, *doors, *routes]


def _asked(request: RequestText) -> bool:
    return not request.empty or bool(request.need.strip())


def _request(request: RequestText) -> list[Flowable]:
    """The table when something is asked; else only the need, when it was written."""
    if not _asked(request):
        return []
    story = section(request.title, "request")
    story += [para(style.BODY, request.need)] if request.need.strip() else []
    story += [para(style.BODY, request.empty)] if request.empty else [printed_request(request), Spacer(0, style.GAP)]
    return story + [para(style.SMALL, sentence) for sentence in request.sentences]


def _routes(routes: tuple[RouteText, ...]) -> list[Flowable]:
    """As many as a third of a page holds; the others by their names."""
    if not routes:
        return []
    rows = [_route(route) for route in routes]
    room, shown = style.HEIGHT * style.ROOM_FOR_ROUTES, len(rows)
    while shown > 1 and Columns(rows[:shown]).wrap(style.WIDTH, room)[1] > room:
        shown -= 1
    others = typeset(say("Et aussi : {names}.", names=" ; ".join(route.name for route in routes[shown:])))
    story = [para(style.BODY, say(titles.FUNDING_LEAD)), Columns(rows[:shown])]
    return story + ([para(style.SMALL, others)] if shown < len(routes) else [])


def _route(route: RouteText) -> Flowable:
    return entry(style.CARD, route.name, prose(route.first_step), " ", tinted(route.state, style.MUTE_HEX))
