"""The plain routes: begin, resume, come back by a link, replace it. A cookie can only be set by such a route.

HEAD and prefetch create nothing; nothing is stored before the first answer.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from questionnaire.language import say
from storage.store import OWNER, REVIEWER, StorageError
from ui import cookies, editions, erasing, full_browser, plain_page, services, wording_links
from ui.limits import Misses

SEE_OTHER = 303
OPENED_HERE = ("same-origin", "none")  # what a browser says of a click on our own page, or of a typed address
_misses = Misses()


async def begin(request: Request) -> Response:
    """`/commencer`: a new secret in the cookie, then the profile. A live assessment is offered first."""
    if only_looking(request):
        return Response(status_code=204)
    mode = "full" if request.query_params.get("mode") == "full" else "express"
    held = await run_in_threadpool(full_browser.live, cookies.tokens(request.cookies))
    if held and request.query_params.get("autre") != "1":
        return RedirectResponse("/", SEE_OTHER)
    return await opened(request, services.new_token(), f"/profil?mode={mode}", held)


async def switch(request: Request) -> Response:
    """`/reprendre/<mark>`: make this assessment held by this browser the current one."""
    held = cookies.tokens(request.cookies)
    chosen = cookies.marked(held, request.path_params["mark"])
    if only_looking(request) or chosen is None:
        return RedirectResponse("/", SEE_OTHER)
    response = RedirectResponse(await run_in_threadpool(_left_at, chosen), SEE_OTHER)
    cookies.put(response, (chosen, *held), secure=is_secure(request))
    return response


async def come_back(request: Request) -> Response:
    """`/r/<token>`: the link to keep. The secret leaves the address bar at once."""
    token = request.path_params["token"]
    if only_looking(request):
        return Response(status_code=204)
    if refused := await _unknown(request, token, OWNER):
        return refused
    return await opened(request, token, await run_in_threadpool(_left_at, token))


async def review(request: Request) -> Response:
    """`/pieces/<token>`: a reviewer's link. It opens one page, and leaves the address bar like the other."""
    token = request.path_params["token"]
    if only_looking(request):
        return Response(status_code=204)
    if refused := await _unknown(request, token, REVIEWER):
        return refused
    response = RedirectResponse("/relecture", SEE_OTHER)
    cookies.put_review(response, token, secure=is_secure(request))
    return response


async def renew(request: Request) -> Response:
    """`/lien/nouveau/<proof>.<chance>`: replace a link. The proof is only on its owner's page, so that no other site
    can do it by leading a visitor here. A second press, or a retry after a cut, gives the same new link: nobody
    loses it because the first answer did not reach them.
    """
    held = cookies.tokens(request.cookies)
    proof, _, chance = request.path_params["proof"].partition(".")
    former = proved(held, proof)
    if only_looking(request) or former is None or not chance:
        return RedirectResponse("/donnees", SEE_OTHER)
    new = services.next_token(former, chance)
    try:
        if not await run_in_threadpool(_replaced, former, new):
            return RedirectResponse("/donnees", SEE_OTHER)
    except StorageError as error:
        return plain_page.said(str(error), status=503)
    response = RedirectResponse("/donnees?lien=nouveau", SEE_OTHER)
    cookies.put(response, (new, *(token for token in held if token != former)), secure=is_secure(request))
    return response


def _replaced(former: str, new: str) -> bool:
    """Whether the new link is the one that opens the assessment now, even if it already was."""
    store, opens = services.store(), services.capability(new)
    return store.rotate(services.capability(former), opens, now=services.now()) or store.load(opens) is not None


async def carry(request: Request) -> Response:
    """`/nouvelle-version/<proof>.<chance>`: what is said in this assessment, under the questions served now, in an
    assessment beside it. The first one stays as it is. Pressed twice, or again later in this browser, it is the same.
    """
    held = cookies.tokens(request.cookies)
    proof, _, chance = request.path_params["proof"].partition(".")
    former = proved(held, proof)
    if only_looking(request) or former is None or not chance:
        return RedirectResponse("/", SEE_OTHER)
    try:
        new = await run_in_threadpool(editions.carried_link, former, held, services.next_token(former, chance))
    except StorageError as error:
        return plain_page.said(str(error), status=503)
    if new is None:
        return RedirectResponse("/", SEE_OTHER)
    return await opened(request, new, "/sommaire")


async def opened(request: Request, token: str, to: str, held: tuple[str, ...] | None = None) -> Response:
    """This link is the current one of the browser, then the page `to`. When that would make the browser forget its
    oldest link, a page shows that one first.
    """
    others = cookies.tokens(request.cookies) if held is None else held
    kept = await run_in_threadpool(full_browser.fitting, token, others)
    if kept is None and not (full_browser.was_shown(request) and from_here(request)):
        return await run_in_threadpool(full_browser.page, request, others[-1], secure=is_secure(request))
    response = RedirectResponse(to, SEE_OTHER)
    cookies.put(response, (token, *(others if kept is None else kept)), secure=is_secure(request))
    return response


def proved(held: tuple[str, ...], proof: str, drawn: Callable[[str], str] = services.proof_of) -> str | None:
    """The link of this browser whose owner's page gave this proof."""
    return next((t for t in held if secrets.compare_digest(drawn(t).encode(), proof.encode())), None)


async def erase(request: Request) -> Response:
    """`/effacer/<proof>`: delete for good what this link opens, and the link from this browser too. Pressed twice, or
    again after a cut, it is done all the same.
    """
    held = cookies.tokens(request.cookies)
    chosen = proved(held, request.path_params["proof"], erasing.proof_of)
    if only_looking(request) or not from_here(request) or not erasing.is_a_visit(request) or chosen is None:
        return RedirectResponse("/donnees", SEE_OTHER)
    await run_in_threadpool(services.store().delete, services.capability(chosen))
    response = RedirectResponse(erasing.DONE, SEE_OTHER)
    cookies.put(response, tuple(token for token in held if token != chosen), secure=is_secure(request))
    return response


async def _unknown(request: Request, token: str, role: str) -> Response | None:
    """The answer to a link that opens nothing, the same whatever the reason; None when it opens something."""
    if cookies.is_token(token) and await run_in_threadpool(_opens, token, role):
        return None
    if not _misses.note(request.client.host if request.client else "", token):
        return plain_page.said(say(wording_links.TOO_MANY), status=429)
    return RedirectResponse("/lien-inconnu", SEE_OTHER)


def _opens(token: str, role: str) -> bool:
    """Whether this link opens something; it is let through when the store does not answer: the page says so."""
    try:
        return services.store().load(services.capability(token), role) is not None
    except StorageError:
        return True


def _left_at(token: str) -> str:
    """Where they left: the question (the page finds which one); the profile while no question was seen."""
    try:
        record = services.store().load(services.capability(token))
    except StorageError:
        record = None
    kinds = {kind for kind, _ in record.entries} if record else {"answers"}
    return "/questions" if kinds & {"answers", "drafts", "place"} else "/profil"


def only_looking(request: Request) -> bool:
    purpose = request.headers.get("sec-purpose", "") + request.headers.get("purpose", "")
    return request.method == "HEAD" or "prefetch" in purpose


def from_here(request: Request) -> bool:
    """No other site opens anything by leading a visitor here; an old browser says nothing and is let through."""
    return request.headers.get("sec-fetch-site", "none") in OPENED_HERE


def is_secure(request: Request) -> bool:
    return services.settings().is_public or request.headers.get("x-forwarded-proto", request.url.scheme) == "https"


ROUTES = [
    Route("/commencer", begin),
    Route("/reprendre/{mark}", switch),
    Route("/r/{token}", come_back),
    Route("/pieces/{token}", review),
    Route("/lien/nouveau/{proof}", renew),
    Route("/nouvelle-version/{proof}", carry),
    Route(erasing.ADDRESS + "{proof}", plain_page.or_say(erase)),
]
