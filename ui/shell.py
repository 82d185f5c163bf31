"""What wraps every response: security headers, and the page shell in the visitor’s language with our one stylesheet.

It also turns away foreign sockets, and on a public site whoever asks for the server's figures.

Streamlit hard-codes `<html lang="en">` and sends no security header.
"""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from questionnaire.language import language, speaking
from ui import cookies, public, scripts, services, tongue
from ui.first_run import whole_first
from ui.links import is_secure
from ui.promptness import at_once

POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-eval' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; "
    "frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
_CHANGES = (
    (b"<title>Streamlit</title>", b"<title>Palier</title>"),
    (b"</head>", b'<link rel="stylesheet" href="/palier.css"></head>'),
    (b'href="./favicon.png"', b'href="/marque.svg" type="image/svg+xml"'),
)
_NOTHING = PlainTextResponse("Not Found", status_code=404)


class PageShell:
    """ASGI middleware: headers on everything, and the HTML shell rewritten."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            spoken, scope = tongue.of_request(scope), scripts.addressed(scope)
            app = _NOTHING if public.is_closed(scope, services.settings()) else scripts.app_of(scope)
            with speaking(spoken):
                await (app or self.app)(_uncompressed(scope), receive, _Rewriter(send, scope).send)
        elif scope["type"] == "websocket" and public.is_foreign(scope, services.settings()):
            services.log.warning("socket refused, foreign origin")
            await receive()
            await send({"type": "websocket.close", "code": 1008})  # before it is accepted, the client sees 403
        elif scope["type"] == "websocket":
            at_once(send)
            await self.app(scope, whole_first(receive), send)
        else:
            await self.app(scope, receive, send)


def _uncompressed(scope: Scope) -> Scope:
    """Pages are asked for uncompressed (8 kB), because they are rewritten here; scripts stay compressed."""
    headers = scope["headers"]
    if not any(name == b"accept" and b"text/html" in value for name, value in headers):
        return scope
    return {**scope, "headers": [(name, value) for name, value in headers if name != b"accept-encoding"]}


class _Rewriter:
    """Holds back an HTML response until it is whole, so that its length is right."""

    def __init__(self, send: Send, scope: Scope) -> None:
        self._send, self._is_head = send, scope["method"] == "HEAD"
        self._request = Request(scope)
        self._start: Message | None = None
        self._body = b""

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            await self._begin(message)
        elif self._start is None:
            await self._send(message)
        else:
            await self._collect(message)

    async def _begin(self, message: Message) -> None:
        headers = MutableHeaders(scope=message)
        for name, value in HEADERS.items():
            headers[name] = value
        if wanted := tongue.asked(self._request.url.query):
            kept = Response()
            cookies.put_language(kept, wanted, secure=is_secure(self._request))
            headers.append("set-cookie", kept.headers["set-cookie"])
        is_page = headers.get("content-type", "").startswith("text/html")
        is_page &= "content-encoding" not in headers and "content-disposition" not in headers  # a file stays as made
        if is_page and not self._is_head:
            self._start = message
        else:
            await self._send(message)

    async def _collect(self, message: Message) -> None:
        self._body += message.get("body", b"")
        if message.get("more_body"):
            return
        body = self._body
        for old, new in _CHANGES:
            body = body.replace(old, new, 1)
        body = scripts.in_page(body.replace(b'<html lang="en">', f'<html lang="{language()}">'.encode(), 1))
        assert self._start is not None
        headers = MutableHeaders(scope=self._start)
        for stale in ("etag", "last-modified"):  # they speak of the page before it was rewritten
            del headers[stale]
        headers["content-length"] = str(len(body))
        await self._send(self._start)
        await self._send({"type": "http.response.body", "body": body})
