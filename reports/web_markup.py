"""The elements of the web page. Text is escaped unless one of these functions made it: nothing people wrote is markup."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from reports.cells import clean, is_web_address

VOID = frozenset({"meta", "link", "rect", "line", "circle"})
STYLESHEET = Path(__file__).with_name("web_page.css")


class Html(str):
    """Markup already safe; only the functions of this module make one."""

    __slots__ = ()


NOTHING = Html("")


@cache
def stylesheet() -> Html:
    """Our own file, written inside the page: a page that one sends loads nothing."""
    return Html(STYLESHEET.read_text(encoding="utf-8"))


def escape(text: str) -> Html:
    """The one door of text into the page; a line end is a line end."""
    if isinstance(text, Html):
        return text
    return Html("<br>".join(html.escape(line) for line in clean(text).split("\n")))


def joined(parts: Iterable[str]) -> Html:
    return Html("".join(escape(part) for part in parts))


def tag(name: str, /, *inside: str, **attributes: str) -> Html:
    """One element. `class_` and `aria_label` are written `class` and `aria-label`; an empty attribute is left out."""
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{html.escape(clean(value))}"'
        for key, value in attributes.items()
        if value
    )
    return Html(f"<{name}{told}/>" if name in VOID else f"<{name}{told}>{joined(inside)}</{name}>")


def paragraphs(texts: Iterable[str], kind: str = "") -> Html:
    """One paragraph for each text that says something."""
    return joined(tag("p", text, class_=kind) for text in texts if text.strip())


def items(texts: Sequence[str], name: str = "ul") -> Html:
    return tag(name, *(tag("li", text) for text in texts)) if texts else NOTHING


def link(url: str) -> Html:
    """A web address, clickable only when it is http or https; it opens without saying where the reader comes from."""
    shown = escape(url.removeprefix("https://"))
    return tag("a", shown, href=url, rel="noopener noreferrer") if is_web_address(url) else shown


def described(pairs: Iterable[tuple[str, Sequence[str]]], kind: str = "") -> Html:
    """Titles and what they introduce, one or several texts each; a title without text is left out."""
    told = [(title, [text for text in texts if text]) for title, texts in pairs]
    groups = [tag("div", tag("dt", title), *(tag("dd", text) for text in texts)) for title, texts in told if texts]
    return tag("dl", *groups, class_=kind) if groups else NOTHING


def table(caption: str, heads: Sequence[str], bodies: Sequence[str], kind: str = "") -> Html:
    """A captioned table; `bodies` are its `tbody` and `tfoot`.

    Roles are said again, so that a table laid out as cards on a phone stays a table for those who listen to it.
    """
    cells = (tag("th", head, scope="col", role="columnheader") for head in heads)
    head = tag("thead", tag("tr", *cells, role="row"), role="rowgroup")
    return tag("table", tag("caption", caption), head, *bodies, class_=kind, role="table")


def body(rows: Iterable[str], name: str = "tbody") -> Html:
    return tag(name, *rows, role="rowgroup")


def row(heads: Sequence[str], cells: Sequence[str], first: int = 0, kind: str = "") -> Html:
    """One row. The cell number `first` is its head; each other one carries the head of its column for phones."""
    made = [
        tag("th", cell, scope="row", role="rowheader")
        if place == first
        else tag("td", cell, role="cell", data_head=head)
        for place, (head, cell) in enumerate(zip(heads, cells, strict=True))
    ]
    return tag("tr", *made, role="row", class_=kind)


def spaced(parts: Iterable[str]) -> Html:
    """Parts that say something, a space between them."""
    told = [part for part in parts if part]
    return joined([piece for part in told for piece in (part, " ")][:-1])


def section(title: str, *inside: str, level: int = 2, key: str = "") -> Html:
    """A titled part; nothing when there is nothing under the title."""
    told = joined(inside)
    if not told:
        return NOTHING
    heading = tag(f"h{level}", title, id=key)
    return tag("section", heading, told, aria_labelledby=key) if key else tag("div", heading, told)
