"""One browser for all journeys; each file has its own server and database, each test its own visitor."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.presses import WATCH
from tests.journeys.running import Server, serving

SLOW_MACHINE_MS = 60_000
expect.set_options(timeout=20_000)
WIDTHS = {"ordinateur": (1280, 900), "téléphone": (360, 740)}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for the tests of a file whose visitors have nothing in common."""
    folder = tmp_path_factory.mktemp("server")
    with serving(Server(f"sqlite:///{folder / 'palier.sqlite3'}", log=folder / "server.log")) as running:
        yield running


@pytest.fixture
def new_server(tmp_path: Path) -> Iterator[Server]:
    """A server that nobody has visited yet."""
    with serving(Server(f"sqlite:///{tmp_path / 'palier.sqlite3'}")) as running:
        yield running


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Callable[..., Page]]:
    """A new visitor, with no cookie, on the chosen screen."""
    contexts = []

    def arrive(width: str = "ordinateur") -> Page:
        size = dict(zip(("width", "height"), WIDTHS[width], strict=True))
        context = browser.new_context(viewport=size, locale="fr-FR", accept_downloads=True, ignore_https_errors=True)
        context.set_default_timeout(SLOW_MACHINE_MS)
        context.add_init_script(WATCH)
        contexts.append(context)
        return context.new_page()

    yield arrive
    for context in contexts:
        context.close()
