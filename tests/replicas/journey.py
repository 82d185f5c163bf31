"""Two replicas behind the proxy of deploy/, in a real browser: one is killed in the middle, and nothing is lost.

Run by `make test-replicas` only: it needs nginx.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import secrets
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from email.message import Message
from typing import Any, cast

import pytest
from playwright.sync_api import Page

from tests.journeys import files
from tests.journeys import gestures as do
from tests.journeys.conftest import browser, visitor
from tests.journeys.running import ROOT, TRUSTING, Server, settle
from tests.replicas.site import Site, public_site

Arrive = Callable[..., Page]
EXAMPLE = json.loads((ROOT / "questionnaire/content/diagnostic-numerique/v1/example.json").read_text(encoding="utf-8"))
ROUTE = "palier_route"
__all__ = ["browser", "visitor"]  # the browser of the journeys serves here too


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with public_site(tmp_path_factory.mktemp("site")) as running:
        yield running


@pytest.fixture(autouse=True)
def both_running(site: Site) -> None:
    """Whatever the test before did."""
    for replica in site.replicas.values():
        if replica.process and replica.process.poll() is not None:
            replica.start()


def server(site: Site) -> Server:
    """What the gestures of the journeys need of a server: its address."""
    return cast(Server, site)


def route(page: Page) -> str:
    return next(str(cookie["value"]) for cookie in page.context.cookies() if cookie["name"] == ROUTE)


def ask(site: Site, path: str, data: bytes | None = None, **headers: str) -> tuple[int, Message, bytes]:
    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_: Any) -> None:
            return None

    opener = urllib.request.build_opener(urllib.request.HTTPSHandler(context=TRUSTING), Stay)
    request = urllib.request.Request(f"{site.url}{path}", data=data, headers=headers)
    try:
        with opener.open(request, timeout=30) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def test_the_replica_in_use_is_killed_and_nothing_is_lost(site: Site, visitor: Arrive) -> None:
    page = visitor()
    said: dict[str, Any] = {}
    do.first_question(page, server(site))
    for step in (1, 2, 0):
        question = do.shown_question(page)
        do.answer(page, question, step)
        said[question.id] = step
        do.go_on(page)
    here, first = do.shown_question(page), route(page)
    assert json.loads(files.download(_opened(page, site, "donnees"), "Télécharger nos réponses"))["answers"] == said
    page.goto(f"{site.url}/questions")
    do.wait_for_question(page)
    assert do.shown_question(page).id == here.id
    assert route(page) == first

    site.replicas[first].kill()
    _reconnected(page)
    do.answer(page, do.shown_question(page), 1)
    said[here.id] = 1
    _stored(page, site, said)
    assert route(page) != first
    page.reload()
    do.wait_for_question(page)
    assert files.kept_answers(page, server(site))["answers"] == said
    site.replicas[first].start()
    assert files.kept_answers(page, server(site))["answers"] == said
    assert route(page) != first  # the one that came back is given nobody who is elsewhere


def test_a_file_is_uploaded_and_the_report_downloaded_with_a_replica_missing(site: Site, visitor: Arrive) -> None:
    page = visitor()
    files.open_file(page, server(site), json.dumps(EXAMPLE))
    do.wait_for_text(page, "Fichier lu")
    site.replicas[route(page)].kill()
    assert files.kept_answers(page, server(site))["answers"] == EXAMPLE["answers"]
    assert EXAMPLE["name"] in files.report_text(page, server(site))
    assert {one.process.poll() is None for one in site.replicas.values() if one.process} == {True, False}


def test_a_visitor_stays_with_one_replica_and_visitors_are_shared(site: Site) -> None:
    drawn = set()
    for _ in range(40):
        cookie = str(ask(site, "/sante")[1]["set-cookie"])
        assert {"Secure", "HttpOnly", "SameSite=Lax"} <= set(cookie.split("; "))
        drawn.add(cookie.split(";")[0])
    assert drawn == {f"{ROUTE}=1", f"{ROUTE}=2"}
    for name in drawn:
        assert [ask(site, "/sante", Cookie=name)[1]["set-cookie"] for _ in range(10)] == [None] * 10


def test_the_proxy_closes_compresses_and_bounds(site: Site) -> None:
    assert ask(site, "/_stcore/metrics")[0] == 404
    assert ask(site, "/x", data=b"0" * 2_200_000)[0] == 413
    headers, body = ask(site, "/palier.css", **{"Accept-Encoding": "gzip"})[1:]
    assert headers["content-encoding"] == "gzip"
    assert len(body) < len(gzip.decompress(body))
    assert headers["strict-transport-security"]


def test_no_log_of_the_site_holds_a_link_or_an_address(site: Site) -> None:
    tokens = [secrets.token_urlsafe(32) for _ in range(3)]
    for path in (
        f"/r/{tokens[0]}",
        f"/pieces/{tokens[1]}",
        f"/lien/nouveau/{tokens[2]}",
        f"/r/{tokens[0]}?a={tokens[1]}",
    ):
        ask(site, path)
    gone = site.replicas["1"]
    gone.kill()
    for name in ("1", "2"):
        ask(site, f"/r/{tokens[0]}", Cookie=f"{ROUTE}={name}")
    gone.start()
    text = site.log()
    assert "/r/…" in text
    assert [secret for secret in (*tokens, "127.0.0.1") if secret in text] == []


def _opened(page: Page, site: Site, name: str) -> Page:
    page.goto(f"{site.url}/{name}")
    do.wait_for_text(page, "Tout emporter")
    return page


def _reconnected(page: Page) -> None:
    """The page has found the other replica by itself, nobody touching it."""
    page.wait_for_timeout(1_000)
    page.wait_for_function("() => !document.querySelector('[data-testid=stConnectionStatus]')", timeout=30_000)
    page.wait_for_timeout(3_000)
    settle(page)


def _stored(page: Page, site: Site, said: dict[str, Any]) -> None:
    """The database has it within ten seconds, with nothing more from the visitor."""
    token = next(str(cookie["value"]) for cookie in page.context.cookies() if cookie["name"] == "__Host-palier")
    capability = hashlib.sha256(token.encode()).hexdigest()
    for _ in range(100):
        if dict(do.stored(server(site), capability).answers) == said:
            return
        time.sleep(0.1)
    assert dict(do.stored(server(site), capability).answers) == said
