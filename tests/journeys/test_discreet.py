"""Palier opens nothing by itself, calls nobody else, and keeps its visitors apart."""

from __future__ import annotations

import http.client
import re
import sqlite3
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.journeys import files
from tests.journeys import gestures as do
from tests.journeys.running import Server, settle

Arrive = Callable[..., Page]
LOOKING = [("HEAD", {}), ("GET", {"Sec-Purpose": "prefetch"}), ("GET", {"Purpose": "prefetch"})]


def _ask(server: Server, method: str, path: str, headers: dict[str, str]) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("localhost", server.port, timeout=10)
    connection.request(method, path, headers=headers)
    response = connection.getresponse()
    response.read()
    return response


def _stored(server: Server) -> list[str]:
    with sqlite3.connect(server.database.removeprefix("sqlite:///")) as base:
        return list(base.iterdump())


def test_looking_at_a_door_opens_nothing(server: Server, visitor: Arrive) -> None:
    page = visitor()
    do.answer(page, do.first_question(page, server), 1)
    do.visit(page, server, "donnees", "Vos données")
    link = page.get_by_test_id("stCode").inner_text().strip().removeprefix(server.url)
    before = _stored(server)
    for path in ("/commencer?mode=full", link):
        for method, headers in LOOKING:
            looked = _ask(server, method, path, headers)
            assert (looked.getheader("set-cookie"), looked.getheader("location")) == (None, None)
        assert "palier=" in (_ask(server, "GET", path, {}).getheader("set-cookie") or "")
    assert _stored(server) == before  # even the true GET stores nothing before the first answer


@pytest.mark.parametrize("path", ["/", "/sante", "/palier.css"])
def test_every_response_carries_the_security_headers(server: Server, path: str) -> None:
    response = _ask(server, "GET", path, {"Accept": "text/html"})
    assert response.status == 200
    assert "default-src 'self'" in (response.getheader("Content-Security-Policy") or "")
    assert response.getheader("X-Content-Type-Options") == "nosniff"
    assert response.getheader("Referrer-Policy") == "no-referrer"
    assert response.getheader("X-Frame-Options") == "DENY"


def test_nothing_is_asked_of_another_host(server: Server, visitor: Arrive) -> None:
    page = visitor()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url))
    do.answer(page, do.first_question(page, server), 1)
    for name, title in (("resultats", "Où vous en êtes"), ("methode", "Méthode et sources")):
        do.visit(page, server, name, title)
    files.report_text(page, server)
    ours = re.compile(rf"(https?|wss?)://localhost:{server.port}/|data:|blob:http://localhost:{server.port}/")
    assert any(url.startswith("ws://") for url in asked)
    assert [url for url in asked if not ours.match(url)] == []
    assert page.evaluate("() => document.documentElement.lang") == "fr"


def test_two_visitors_never_see_each_other(server: Server, visitor: Arrive) -> None:
    names = ("Club des Tilleuls", "Chorale du Port")
    pages = [_named(visitor(), server, name) for name in names]
    for page, own, other in zip(pages, names, reversed(names), strict=True):
        said = do.visit(page, server, "", "Palier") + files.report_text(page, server)
        assert said.count(own) >= 2
        assert other not in said
        assert files.kept_answers(page, server)["name"] == own


def _named(page: Page, server: Server, name: str) -> Page:
    do.begin(page, server)
    box = page.get_by_label(re.compile("Nom de l’association"))
    box.fill(name)
    box.press("Enter")
    settle(page)
    page.goto(f"{server.url}/questions")
    do.wait_for_question(page)
    do.answer(page, do.shown_question(page), 1)
    return page


def test_another_site_shows_no_page_of_ours_in_a_frame(server: Server, visitor: Arrive) -> None:
    page = visitor()
    with page.expect_console_message(lambda told: "frame" in told.text.lower()):
        page.set_content(f'<p>Un autre site</p><iframe src="{server.url}/" title="piège"></iframe>')
    framed = page.frames[1]
    framed.wait_for_url(re.compile("^chrome-error:"))
    assert framed.get_by_text("Palier").count() == 0
