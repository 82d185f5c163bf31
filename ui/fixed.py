"""What is the same for every visitor: the stylesheet, the mark, and whether the server lives."""

from __future__ import annotations

from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from ui import palette

STYLESHEET, MARK = (Path(__file__).parent / "static" / name for name in ("palier.css", "marque.svg"))


async def health(_request: Request) -> Response:
    return PlainTextResponse("ok")


async def stylesheet(_request: Request) -> Response:
    body = palette.stylesheet() + STYLESHEET.read_text(encoding="utf-8")
    return Response(body, media_type="text/css", headers={"Cache-Control": "max-age=3600"})


async def mark(_request: Request) -> Response:
    return FileResponse(MARK, media_type="image/svg+xml", headers={"Cache-Control": "max-age=86400"})


ROUTES = [Route("/sante", health), Route("/palier.css", stylesheet), Route("/marque.svg", mark)]
