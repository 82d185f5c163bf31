"""Files made from what the store holds, by plain addresses: any replica answers, even when the page has slept for hours.

Nothing is cached, by us or by the browser. What cannot be made is said on a plain page, in French.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from questionnaire.answers_file import export_text
from questionnaire.assessment import Assessment, from_entries
from questionnaire.errors import PalierError
from questionnaire.language import say
from reports import copies
from storage.store import StorageError
from ui import cookies, making, pieces, plain_page, services, wording_report
from ui.plain_page import or_say

SEATS = threading.BoundedSemaphore(2)  # files made at once: pages stay quick meanwhile
_OFFICE = "application/vnd.openxmlformats-officedocument"
SEE_OTHER = 303


@dataclass(frozen=True)
class Kind:
    """One file: its name's part and ending, its type, how it is made from an assessment, a day and chosen parts."""

    named: str
    ending: str
    mime: str
    make: Callable[[Assessment, date, frozenset[str]], bytes]


def _copy(copy: copies.Copy) -> Kind:
    return Kind(
        wording_report.COPY_FILES[copy],
        "pdf",
        "application/pdf",
        lambda assessment, on, parts: making.copy_of(assessment, on, copy, parts),
    )


KINDS: dict[str, Kind] = {
    "complete": _copy("complete"),
    "funder": _copy("funder"),
    "page": _copy("page"),
    "answers": Kind("", "json", "application/json", lambda a, on, _: answers_json(a, on)),
    "xlsx": Kind("", "xlsx", f"{_OFFICE}.spreadsheetml.sheet", lambda a, on, _: making.workbook_of(a, on)),
    "docx": Kind("", "docx", f"{_OFFICE}.wordprocessingml.document", lambda a, on, _: making.docx_of(a, on)),
    "html": Kind("", "html", "text/html", lambda a, on, _: making.html_of(a, on)),
    "plan.csv": Kind("plan", "csv", "text/csv", lambda a, on, _: making.plan_csv_of(a, on)),
    "answers.csv": Kind("reponses", "csv", "text/csv", lambda a, on, _: making.answers_csv_of(a, on)),
}


def address(kind: str, parts: frozenset[str], token: str) -> str:
    """Where this file of this assessment is; the parts count for the funder's copy only."""
    chosen = f"&parties={quote(','.join(sorted(parts)))}" if kind == "funder" else ""
    return f"/fichier/{kind}?de={services.mark_of(token)}{chosen}"


def answers_json(assessment: Assessment, on: date) -> bytes:
    """The answers file, dated."""
    return export_text(assessment.put("head", "updated_on", on.isoformat())).encode()


async def take(request: Request) -> Response:
    """`/fichier/<kind>`: the assessment of this browser that the page showed, made into a file."""
    kind = KINDS.get(request.path_params["kind"])
    if kind is None:
        return plain_page.said(say(wording_report.NO_SUCH_FILE), status=404)
    if request.method == "HEAD":
        return Response(status_code=204)
    held, mark = cookies.tokens(request.cookies), request.query_params.get("de")
    token = cookies.marked(held, mark) if mark else next(iter(held), None)
    if mark and token is None:
        return plain_page.said(say(wording_report.NOT_THIS_BROWSER), status=404)
    try:
        parts = copies.parts(request.query_params.get("parties", ""))
        return await run_in_threadpool(_answer, kind, token, parts)
    except StorageError:
        raise
    except PalierError as error:
        return plain_page.said(str(error), status=400)
    except Exception as error:  # whatever it is, it is said, and nothing is lost
        services.log.error("file failed", exc_info=error)
        return plain_page.said(say(wording_report.NOT_MADE), status=500)


def _answer(kind: Kind, token: str | None, parts: frozenset[str]) -> Response:
    record = services.store().load(services.capability(token)) if token else None
    content = services.editions().of(record) if record else None
    if record is None or content is None:
        return RedirectResponse("/", SEE_OTHER)
    kept = from_entries(record.questionnaire_id, record.version, record.entries)
    assessment = pieces.with_signatures(content, kept, services.store().reviews(services.capability(token or "")))
    on = services.today()
    with SEATS:
        data = kind.make(assessment, on, parts)
    name = making.file_name(assessment, on, kind.ending, kind.named)
    head = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(data, media_type=kind.mime, headers=head)


ROUTES = [Route("/fichier/{kind}", or_say(take))]
