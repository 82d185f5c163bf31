"""The legal page: what it says is what the settings say and what a browser really receives."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from questionnaire.settings import Retention
from tests.builders import PUBLIC_SITE
from tests.journeys import gestures as do
from tests.journeys.running import Server, certified, free_port, serving
from ui import wording_legal

Arrive = Callable[..., Page]
TITLE = wording_legal.TITLE
LEGAL = [PUBLIC_SITE[f"PALIER_{name}"] for name in ("PUBLISHER", "DIRECTOR", "CONTACT", "COUNTRY")]


def test_on_ones_own_computer_it_says_so(server: Server, visitor: Arrive) -> None:
    told = do.visit(visitor(), server, "mentions", TITLE)
    assert do.plain(wording_legal.LOCAL) in told
    assert wording_legal.WHO_TITLE not in told


def test_a_public_site_says_who_answers_for_it_as_plain_text(tmp_path: Path, visitor: Arrive) -> None:
    port, odd = free_port(), "**Hôte** <b>d’essai</b>, 01 00 00 00 00"
    changed = {"PALIER_URL": f"https://localhost:{port}", "PALIER_HOST": odd, "PALIER_KEEP_MONTHS": "9"}
    site = Server(f"sqlite:///{tmp_path}/p.sqlite3", environment=PUBLIC_SITE | changed, port=port)
    site.certificate = certified(tmp_path)
    with serving(site):
        page = visitor()
        do.first_question(page, site)
        do.answer(page, do.shown_question(page), 1)
        told = do.visit(page, site, "mentions", TITLE)
        received = {cookie["name"] for cookie in page.context.cookies() if cookie["secure"]}
    assert [text for text in LEGAL if do.plain(text) not in told] == []
    assert odd in told
    assert "9 mois après la dernière activité" in told
    assert "__Host-palier" in received


def test_every_cookie_a_browser_receives_is_told(server: Server, visitor: Arrive) -> None:
    page = visitor()
    do.begin(page, server)
    told = do.visit(page, server, "mentions", TITLE)
    received = {cookie["name"] for cookie in page.context.cookies()}
    assert {"palier", "_streamlit_xsrf"} == received
    assert [name for name in received if name not in told] == []
    stored = page.evaluate("() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    assert [name for name in stored if not name.startswith("stActiveTheme")] == []


@pytest.mark.parametrize("path", ["", "donnees"])
def test_the_page_is_one_click_away(server: Server, visitor: Arrive, path: str) -> None:
    page = visitor()
    page.goto(f"{server.url}/{path}")
    page.get_by_role("contentinfo").or_(page.get_by_role("navigation")).get_by_role(
        "link", name="Mentions légales"
    ).click()
    page.get_by_role("heading", name=TITLE, exact=True).wait_for()


def test_the_durations_are_those_of_the_settings() -> None:
    told = do.plain(wording_legal.kept(Retention(months=7, unfinished_months=1, history_days=11, deleted_months=48)))
    for duration in ("7 mois après", "1 mois si", "11 jours", "48 mois"):
        assert duration in told
