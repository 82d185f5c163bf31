"""The web page, read by a parser and by a browser: whole, quiet, accessible, and nothing people wrote is markup."""

from __future__ import annotations

import ast
import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from questionnaire.assessment import Assessment
from questionnaire.model import Questionnaire
from reports.cells import clean
from reports.content import Report
from reports.web_markup import VOID, escape, link, tag
from reports.web_page import build_html
from tests.builders import shipped
from tests.journeys.running import ROOT
from tests.reports.exported import HOSTILE, STATES, both, club_both, said
from tests.reports.printed import DAY, club

AXE = ROOT / "tests/vendor/axe-core/axe.min.js"
SCREENS = {"ordinateur": (1280, 900), "téléphone": (360, 740)}
hostile = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)


@dataclass
class Node:
    name: str
    attributes: dict[str, str | None]
    children: list[Node | str] = field(default_factory=list)

    def all(self, *names: str) -> Iterator[Node]:
        for child in self.children:
            if isinstance(child, Node):
                if child.name in names or not names:
                    yield child
                yield from child.all(*names)

    @property
    def text(self) -> str:
        parts = [child if isinstance(child, str) else child.text for child in self.children]
        return "\n" if self.name == "br" else "".join(parts)


class Tree(HTMLParser):
    """A strict reading: a tag closed out of turn is a failure, as is one left open."""

    def __init__(self) -> None:
        super().__init__()
        self.open = [Node("", {})]

    def handle_starttag(self, name: str, attributes: list[tuple[str, str | None]]) -> None:
        assert len({key for key, _ in attributes}) == len(attributes), name
        node = Node(name, dict(attributes))
        self.open[-1].children.append(node)
        if name != "br":
            self.open.append(node)

    def handle_startendtag(self, name: str, attributes: list[tuple[str, str | None]]) -> None:
        assert name in VOID
        self.handle_starttag(name, attributes)
        self.open.pop()

    def handle_endtag(self, name: str) -> None:
        assert self.open.pop().name == name

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def tree(page: str) -> Node:
    reader = Tree()
    reader.feed(page)
    reader.close()
    assert len(reader.open) == 1
    return reader.open[0]


@cache
def club_page() -> str:
    return build_html(club_both()[0], DAY)


def check_page(page: str) -> Node:
    """What holds for every page whatever was said."""
    whole = tree(page)
    (html,) = whole.all("html")
    assert html.attributes["lang"] == "fr"
    ids = [node.attributes["id"] for node in whole.all() if "id" in node.attributes]
    assert len(ids) == len(set(ids))
    _check_headings(whole)
    _check_tables(whole)
    _check_quiet(whole, set(ids))
    return whole


def _check_headings(whole: Node) -> None:
    levels = [int(node.name[1]) for node in whole.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert [n for n in whole.all("h1", "h2", "h3", "h4", "dt", "caption", "li", "p") if not n.text.strip()] == []


def _check_tables(whole: Node) -> None:
    for table in whole.all("table"):
        assert isinstance(table.children[0], Node)
        assert table.children[0].name == "caption"
        assert {node.attributes.get("scope") for node in table.all("th")} <= {"col", "row", "rowgroup"}
        (head,) = table.all("thead")
        columns = [node.text for node in head.all("th")]
        assert all(columns)
        for row in (row for body in table.all("tbody", "tfoot") for row in body.all("tr")):
            cells = list(row.all("th", "td"))
            assert [cell.attributes["scope"] for cell in cells if cell.name == "th"] in (["row"], ["rowgroup"])
            assert sum(int(cell.attributes.get("colspan") or 1) for cell in cells) == len(columns)


def _check_quiet(whole: Node, ids: set[str | None]) -> None:
    """No script, nothing loaded, links to this page or to the web only."""
    assert (
        list(whole.all("script", "iframe", "img", "object", "embed", "form", "input", "base", "video", "audio")) == []
    )
    for node in whole.all():
        assert not [
            key for key in node.attributes if key.startswith("on") or key in ("src", "srcset", "style", "action")
        ]
        target = node.attributes.get("href")
        if target is None or (node.name == "link" and target == "data:,"):
            continue
        assert node.name == "a"
        if target.startswith("#"):
            assert target[1:] in ids
        else:
            assert re.match(r"https?://", target)
            assert node.attributes["rel"] == "noopener noreferrer"
    (style,) = whole.all("style")
    assert not re.search(r"url\(|@import|expression|</", style.text)


def words(node: Node) -> str:
    return node.text.replace("\u202f", " ").replace("\u00a0", " ")


def test_the_page_of_the_example() -> None:
    whole = check_page(club_page())
    assert club_page().startswith('<!DOCTYPE html>\n<html lang="fr">')
    (title,) = whole.all("title")
    assert str(club().name) in title.text
    landmarks = [node.name for node in whole.all("header", "nav", "main", "footer")]
    assert landmarks == ["header", "nav", "main", "footer"]
    (body,) = whole.all("body")
    first = body.children[0]
    assert isinstance(first, Node)
    assert (first.text, first.attributes["href"]) == ("Aller au contenu", "#contenu")
    (policy,) = [m for m in whole.all("meta") if m.attributes.get("http-equiv") == "Content-Security-Policy"]
    assert "default-src 'none'" in str(policy.attributes["content"])
    assert "script-src" not in str(policy.attributes["content"])


def test_everything_of_the_report_is_on_the_page() -> None:
    report, told = club_both()[0], tree(club_page()).text
    wanted = [report.cover.caution, report.cover.copy_note, report.footer, report.landmarks_lead]
    wanted += [text for axis in report.axes for text in (axis.about, axis.does_not_say, *axis.statements, *axis.why)]
    wanted += [text for s in report.plan.sheets for text in (s.title, s.summary, s.done_when, *s.steps)]
    wanted += [entry.question for part in report.annex for entry in part.entries]
    wanted += [line for part in report.annex for entry in part.entries for line in entry.answer]
    wanted += [source.title for source in report.sources] + [item.text for item in report.method.paragraphs]
    wanted += [sentence for mark in report.landmarks for strip in mark.strips for sentence in strip.sentences]
    assert [text for text in wanted if text not in told] == []


def tables(page: str) -> dict[str, list[list[str]]]:
    """The cells of each table by its caption; a caption met twice must hold the same cells."""
    found: dict[str, list[list[str]]] = {}
    for table in tree(page).all("table"):
        (caption,) = table.all("caption")
        rows = [[cell.text for cell in row.all("th", "td")] for body in table.all("tbody") for row in body.all("tr")]
        found.setdefault(caption.text, []).extend(rows)
    return found


def test_every_drawing_stands_beside_its_numbers() -> None:
    report = club_both()[0]
    found = tables(club_page())
    axes = found["Fourchette et niveau de chaque axe"]
    assert [tuple(cells[1:]) for cells in axes] == [row.cells for row in report.summary.axes.rows]
    scales = [row for axis in report.axes if axis.scale for row in axis.scale.rows]
    told = [row for axis in report.axes if axis.scale for row in found[axis.scale_title]]
    assert {tuple(row.cells) for row in scales} == {tuple(cells[1:]) for cells in told}
    for strip in (strip for mark in report.landmarks for strip in mark.strips):
        published = [part for part in strip.segments if part.kind != "unpublished"]
        rows = found[strip.indicator]
        assert [cells[1] for cells in rows][: len(published)] == [f"{part.percent}\u202f%" for part in published]
        marked = [part.label for part in published if part.marks]
        assert [cells[0].removesuffix("vous") for cells in rows[: len(published)] if "vous" in cells[0]] == marked
    for drawing in tree(club_page()).all("svg"):
        assert drawing.attributes["aria-hidden"] == "true"
        assert drawing.text == ""


def test_intervals_are_drawn_where_they_are() -> None:
    report = club_both()[0]
    drawn = [list(svg.all()) for svg in tree(club_page()).all("svg")][: len(report.summary.axes.rows)]
    for parts, row in zip(drawn, report.summary.axes.rows, strict=True):
        bar = next(p for p in parts if p.attributes["class"] in ("known", "outline"))
        left, width = (float(str(bar.attributes[name])) for name in ("x", "width"))
        assert row.interval
        assert abs(left + width / 2 - float(row.interval.low + row.interval.high)) < 0.2
        assert bar.attributes["class"] == ("known" if row.interval.solid else "outline")
        assert any(p.attributes["class"] == "point" for p in parts) == (row.interval.point is not None)


def test_the_plan_is_a_table_with_its_total() -> None:
    report = club_both()[0]
    rows = [cells for cells in tables(club_page())[report.plan.title] if len(cells) > 1]
    assert [(c[0], *c[3:]) for c in rows] == [
        (str(x.number), x.lead, x.month, x.hours, x.euros) for x in report.plan.lines
    ]
    (foot,) = tree(club_page()).all("tfoot")
    assert [cell.text for cell in foot.all("th", "td") if cell.text] == list(report.plan.total)


def test_the_same_report_gives_the_same_text() -> None:
    assert build_html(both(shipped(), club())[0], DAY) == club_page()


@hostile
def test_hostile_words_are_text(text: str) -> None:
    whole = check_page(build_html(said(text)[0], DAY))
    notes = [node for node in whole.all("dd", "span") if node.text.endswith(clean(text)) and "Note" in node.text]
    assert len(notes) >= 3
    assert all({child.name for child in node.all()} <= {"i", "br"} for node in notes)
    (name,) = [node for node in whole.all("span") if node.attributes.get("class") == "name"]
    assert name.text == clean(text[:200]).strip()


@pytest.mark.parametrize(("questionnaire", "state"), STATES.values(), ids=STATES)
def test_every_state_is_a_page(questionnaire: Questionnaire, state: Assessment) -> None:
    report = both(questionnaire, state)[0]
    told = check_page(build_html(report, DAY)).text
    for line in report.plan.lines:
        assert line.title in told
        assert clean(line.note) in told
    assert [text for text in report.plan.empty if text not in told] == []


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "https://a.fr/ x", 'https://a.fr/"x', "//a.fr"]
)
def test_an_address_that_is_not_the_web_is_only_shown(url: str) -> None:
    assert list(tree(link(url)).all("a")) == []
    assert tree(link(url)).text == url.removeprefix("https://")


def test_escaped_once_and_only_once() -> None:
    assert escape('<b>"&') == "&lt;b&gt;&quot;&amp;"
    assert tag("p", escape("<"), "<") == "<p>&lt;&lt;</p>"
    assert tag("p", "x", title='"><script>') == '<p title="&quot;&gt;&lt;script&gt;">x</p>'


def test_markup_is_made_in_one_module() -> None:
    """Everywhere else, text can only become markup through `escape`."""
    makers = []
    for path in sorted((ROOT / "reports").glob("*.py")):
        calls = [n for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Call)]
        if any(isinstance(call.func, ast.Name) and call.func.id == "Html" for call in calls):
            makers.append(path.name)
    assert makers == ["web_markup.py"]


# ---- in a browser


@pytest.fixture
def shown(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., tuple[Page, list[str]]]]:
    """Opens a report from the disk, as somebody who received it would; answers the page and what it asked for."""
    contexts = []

    def show(report: Report, screen: str, scheme: Any = "light") -> tuple[Page, list[str]]:
        path = tmp_path / "rapport.html"
        path.write_text(build_html(report, DAY), encoding="utf-8")
        width, height = SCREENS[screen]
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
        contexts.append(context)
        page = context.new_page()
        seen: list[str] = []
        page.on("request", lambda request: seen.append(request.url))
        page.on("console", lambda message: seen.append(message.text))
        page.on("dialog", lambda dialog: (seen.append(dialog.message), dialog.dismiss()))
        page.goto(path.as_uri())
        return page, seen

    yield show
    for context in contexts:
        context.close()


def faults(page: Page) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = page.evaluate("async () => (await axe.run(document)).violations")
    return [f"{v['id']} ({v['impact']}) : {v['nodes'][0]['html'][:160]}" for v in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", SCREENS)
def test_the_page_is_accessible_and_quiet(screen: str, scheme: str, shown: Callable[..., Any]) -> None:
    page, seen = shown(club_both()[0], screen, scheme)
    assert faults(page) == []
    assert page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth") <= 0
    assert [address for address in seen if not address.startswith("file://")] == []
    assert len(seen) == 1


@pytest.mark.parametrize("name", ["markup", "unclosed", "image", "word"])
def test_hostile_words_do_nothing_in_a_browser(name: str, shown: Callable[..., Any]) -> None:
    page, seen = shown(said(HOSTILE[name])[0], "téléphone")
    assert len(seen) == 1
    assert page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth") <= 0
    assert faults(page) == []
    page.set_viewport_size({"width": 1280, "height": 900})
    assert page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth") <= 0


def test_tables_stay_tables_on_a_phone(shown: Callable[..., Any]) -> None:
    """Laid out as cards, the plan keeps its rows and heads for those who listen to it."""
    page, _ = shown(club_both()[0], "téléphone")
    report = club_both()[0]
    plan = page.get_by_role("table", name=report.plan.title)
    assert plan.get_by_role("rowheader", name=report.plan.lines[0].title).count() == 1
    assert plan.get_by_role("columnheader", name="Qui mène").count() == 1
    cell = plan.get_by_role("cell").filter(has_text=report.plan.lines[0].month).first
    assert cell.evaluate("node => getComputedStyle(node, '::before').content").startswith('"Mois')


def test_the_skip_link_comes_first_and_is_seen(shown: Callable[..., Any]) -> None:
    page, _ = shown(club_both()[0], "ordinateur")
    page.keyboard.press("Tab")
    box = page.get_by_role("link", name="Aller au contenu").bounding_box()
    assert page.evaluate("() => document.activeElement.innerText") == "Aller au contenu"
    assert box
    assert box["y"] >= 0


def test_paper_is_light_and_shows_no_menu(shown: Callable[..., Any]) -> None:
    page, _ = shown(club_both()[0], "ordinateur", "dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("() => getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert not page.get_by_role("navigation").is_visible()
