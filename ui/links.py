"""The plain routes: begin, resume, come back by a link. A cookie can only be set by such a route.

HEAD and prefetch create nothing; nothing is stored before the first answer.
"""

from __future__ import annotations

from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from storage.store import StorageError
from ui import cookies, services

STYLESHEET = Path(__file__).parent / "static" / "palier.css"
SEE_OTHER = 303


async def begin(request: Request) -> Response:
    """`/commencer`: a new secret in the cookie, then the profile. A live assessment is offered first."""
    if _only_looking(request):
        return Response(status_code=204)
    mode = "full" if request.query_params.get("mode") == "full" else "express"
    held = await run_in_threadpool(_live, cookies.tokens(request.cookies))
    if held and request.query_params.get("autre") != "1":
        return RedirectResponse("/", SEE_OTHER)
    response = RedirectResponse(f"/profil?mode={mode}", SEE_OTHER)
    cookies.put(response, (services.new_token(), *held), secure=_is_secure(request))
    return response


async def switch(request: Request) -> Response:
    """`/reprendre/2`: make the second assessment held by this browser the current one."""
    held = cookies.tokens(request.cookies)
    rank = request.path_params["rank"]
    if _only_looking(request) or not 1 <= rank <= len(held):
        return RedirectResponse("/", SEE_OTHER)
    chosen = held[rank - 1]
    response = RedirectResponse("/questions", SEE_OTHER)
    cookies.put(response, (chosen, *held), secure=_is_secure(request))
    return response


async def come_back(request: Request) -> Response:
    """`/r/<token>`: the link to keep. The secret leaves the address bar at once."""
    token = request.path_params["token"]
    if _only_looking(request):
        return Response(status_code=204)
    if not cookies.is_token(token) or not await run_in_threadpool(_live, (token,)):
        return RedirectResponse("/lien-inconnu", SEE_OTHER)
    held = cookies.tokens(request.cookies)
    response = RedirectResponse("/questions", SEE_OTHER)
    cookies.put(response, (token, *held), secure=_is_secure(request))
    return response


async def health(_request: Request) -> Response:
    return PlainTextResponse("ok")


async def stylesheet(_request: Request) -> Response:
    return FileResponse(STYLESHEET, media_type="text/css", headers={"Cache-Control": "max-age=3600"})


def _live(held: tuple[str, ...]) -> tuple[str, ...]:
    """The tokens that still open something in the store; all of them when the store does not answer."""
    try:
        return tuple(t for t in held if services.store().load(services.capability(t)))
    except StorageError:
        return held


def _only_looking(request: Request) -> bool:
    purpose = request.headers.get("sec-purpose", "") + request.headers.get("purpose", "")
    return request.method == "HEAD" or "prefetch" in purpose


def _is_secure(request: Request) -> bool:
    return request.headers.get("x-forwarded-proto", request.url.scheme) == "https"


ROUTES = [
    Route("/commencer", begin),
    Route("/reprendre/{rank:int}", switch),
    Route("/r/{token}", come_back),
    Route("/sante", health),
    Route("/palier.css", stylesheet),
]
