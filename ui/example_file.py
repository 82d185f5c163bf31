"""The report of the fictional association, by a plain address: what one would print, before beginning."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from questionnaire.language import language, say
from ui import files, making, plain_page, services, wording_report

ADDRESS = "/exemple/rapport.pdf"


async def report(request: Request) -> Response:
    """`/exemple/rapport.pdf`: the complete copy of the example, kept as the reports of the others are."""
    example = services.example()
    if example is None:
        return plain_page.said(say(wording_report.NO_SUCH_FILE), status=404)
    if request.method == "HEAD":
        return Response(status_code=204)
    try:
        data = await run_in_threadpool(_made, services.today(), language())
    except Exception as error:  # whatever it is, it is said
        services.log.error("example failed", exc_info=error)
        return plain_page.said(say(wording_report.NOT_MADE), status=500)
    name = making.file_name(example, services.today(), "pdf")
    return Response(
        data, media_type="application/pdf", headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


@lru_cache(maxsize=2)
def _made(on: date, _spoken: str) -> bytes:
    """Nothing in it is anybody's: made once a day."""
    example = services.example()
    assert example
    with files.SEATS:
        return making.pdf_of(example, on)


ROUTES = [Route(ADDRESS, report)]
