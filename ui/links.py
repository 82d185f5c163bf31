"""The plain routes: begin, resume, come back by a link, replace it. A cookie can only be set by such a route.

HEAD and prefetch create nothing; nothing is stored before the first answer.
"""

from __future__ import annotations

import secrets

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from storage.store import OWNER, REVIEWER, StorageError
from ui import cookies, editions, plain_page, services, wording_links
from ui.limits import Misses

SEE_OTHER = 303
OPENED_HERE = ("same-origin", "none")  # what a browser says of a click on our own page, or of a typed address
_misses = Misses()


async def begin(request: Request) -> Response:
    """`/commencer`: a new secret in the cookie, then the profile. A live assessment is offered first."""
    if only_looking(request):
        return Response(status_code=204)
    mode = "full" if request.query_params.get("mode") == "full" else "express"
    held = await run_in_threadpool(_live, cookies.tokens(request.cookies))
    if held and request.query_params.get("autre") != "1":
        return RedirectResponse("/", SEE_OTHER)
    response = RedirectResponse(f"/profil?mode={mode}", SEE_OTHER)
    cookies.put(response, (services.new_token(), *held), secure=is_secure(request))
    return response


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
    held = cookies.tokens(request.cookies)
    response = RedirectResponse(await run_in_threadpool(_left_at, token), SEE_OTHER)
    cookies.put(response, (token, *held), secure=is_secure(request))
    return response


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
    former = _proved(held, proof)
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
    former = _proved(held, proof)
    if only_looking(request) or former is None or not chance:
        return RedirectResponse("/", SEE_OTHER)
    try:
        new = await run_in_threadpool(editions.carried_link, former, held, services.next_token(former, chance))
    except StorageError as error:
        return plain_page.said(str(error), status=503)
    if new is None:
        return RedirectResponse("/", SEE_OTHER)
    response = RedirectResponse("/sommaire", SEE_OTHER)
    cookies.put(response, (new, *held), secure=is_secure(request))
    return response


def _proved(held: tuple[str, ...], proof: str) -> str | None:
    """The link of this browser whose owner's page gave this proof."""
    return next((t for t in held if secrets.compare_digest(services.proof_of(t).encode(), proof.encode())), None)


async def _unknown(request: Request, token: str, role: str) -> Response | None:
    """The answer to a link that opens nothing, the same whatever the reason; None when it opens something."""
    address = request.client.host if request.client else ""
    if _misses.too_many(address):
        return plain_page.said(wording_links.TOO_MANY, status=429)
    if cookies.is_token(token) and await run_in_threadpool(_opens, token, role):
        return None
    _misses.note(address)
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


def _live(held: tuple[str, ...]) -> tuple[str, ...]:
    """The tokens that still open something in the store; all of them when the store does not answer."""
    try:
        return tuple(t for t in held if services.store().load(services.capability(t)))
    except StorageError:
        return held


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
]
