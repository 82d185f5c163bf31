"""What every test may ask of the command line, and the one browser of each process."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.journeys.running import launch


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--regenerate", action="store_true", help="réécrit les pages de référence, à relire avant de garder"
    )


@pytest.fixture
def regenerate(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--regenerate"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One for a process: its loop runs until the end, so that no second one may be opened in the same thread."""
    with sync_playwright() as playwright:
        opened = launch(playwright)
        yield opened
        opened.close()
