"""Who may pay, on the web page: what is asked, the doors to knock at, what costs nothing."""

from __future__ import annotations

from questionnaire.language import say
from reports import part_titles as titles
from reports.content import FundingPage
from reports.content_funding import MoneyRow, RequestText, RouteText, ToolLine, ToolText
from reports.phrases import labelled, upper_first
from reports.tables import VALUED
from reports.web_markup import (
    NOTHING,
    Html,
    body,
    described,
    joined,
    link,
    paragraphs,
    row,
    section,
    spaced,
    table,
    tag,
)
from reports.web_plan import help_words


def funding_part(funding: FundingPage) -> Html:
    """Nothing at all when there is nothing to ask, nobody to ask it of and nothing free to point to."""
    closed = [tag("p", tag("strong", say(titles.CLOSED)), " ", " ".join(funding.closed), class_="small")]
    routes = [*map(_route, funding.routes), *(closed if funding.closed else [])]
    parts = (
        _request(funding.request),
        section(say(titles.ROUTES), *(routes if funding.routes else ()), level=3),
        section(say(titles.TOOLS), described((need.name, _tool(need)) for need in funding.tools), level=3),
    )
    return (
        section(say(titles.FUNDING), paragraphs([say(titles.FUNDING_LEAD)]), *parts, key="financer")
        if any(parts)
        else NOTHING
    )


def _request(request: RequestText) -> Html:
    need = [request.need] if request.need.strip() else []
    if request.empty:
        return section(request.title, paragraphs([*need, request.empty]), level=3) if need else NOTHING
    parts = (
        (say(titles.CHARGES), request.charges),
        (say(titles.RESOURCES), request.resources),
        (say(VALUED), request.volunteers),
    )
    tables = [_money(title, request.heads, rows) for title, rows in parts if rows]
    return section(request.title, paragraphs(need), *tables, paragraphs(request.sentences), level=3)


def _money(title: str, heads: tuple[str, ...], rows: tuple[MoneyRow, ...]) -> Html:
    columns = (say("Ligne"), *heads[1:])
    made = [row(columns, (line.label, *line.amounts), kind="total" if line.strong else "") for line in rows]
    return table(title, columns, [body(made)], "money cards")


def _route(route: RouteText) -> Html:
    """What it is, the first step, what to beware of; then how far it is known, and since when."""
    known = spaced([route.state, route.seen, link(route.url) if route.url else ""])
    return tag(
        "article",
        tag("h4", route.name),
        tag("p", upper_first(route.natures), class_="small"),
        described((
            (say(titles.OFFERS), [route.text]),
            (say(titles.FIRST_STEP), [route.first_step]),
            (say(titles.BEWARE), [route.caution]),
            (say(titles.STATE), [known]),
        )),
    )  # fmt: skip


def _tool(need: ToolText) -> list[Html]:
    return [_tool_line(line) for line in need.lines]


def _tool_line(line: ToolLine) -> Html:
    caution = [tag("i", line.caution)] if line.caution else []
    door = [joined([tag("strong", line.door.name), "."]), help_words(line.door)] if line.door else []
    return spaced([tag("strong", labelled(line.kind)), line.text, line.who, *caution, *door])
