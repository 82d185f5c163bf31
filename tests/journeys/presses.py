"""A press that reaches what it aims at, as a person makes sure of it: pressed again when the page moved under it.

A browser sends no click when what was pressed is drawn anew, or slides away, between the press and the release.
"""

from __future__ import annotations

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Locator, Page
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from tests.journeys.running import settle

TRIES = 3
PATIENCE_MS = 15_000
WATCH = """
addEventListener('pointerdown', event => { window.pressed = { on: event.target, received: false } }, true);
addEventListener('click', event => {
  const pressed = window.pressed;
  if (pressed && event.composedPath().includes(pressed.on)) pressed.received = true;
}, true);
"""  # to be run in every page before its own scripts


def press(target: Locator, shows: Locator | None = None) -> None:
    """Press until the press is received and, when given, until what it `shows` is there."""
    for _ in range(TRIES):
        target.click()
        if _received(target.page) and (shows is None or _appears(shows)):
            return
        settle(target.page)
    if shows is None:
        raise AssertionError(f"la page n’a reçu aucun des {TRIES} appuis sur {target}")
    shows.wait_for()


def unfold(title: Locator) -> None:
    """Open the fold that carries this title; leave it open when it is."""
    settle(title.page)
    for _ in range(TRIES):
        if _is_open(title):
            break
        press(title)
        title.page.wait_for_timeout(300)  # it opens in a slide
    assert _is_open(title), f"{title} ne s’ouvre pas"
    settle(title.page)


def _received(page: Page) -> bool:
    try:
        return bool(page.evaluate("() => window.pressed?.received ?? true"))
    except PlaywrightError:  # the press has led to another page
        return True


def _appears(shown: Locator) -> bool:
    try:
        shown.first.wait_for(timeout=PATIENCE_MS)
        return True
    except PlaywrightTimeout:
        return False


def _is_open(title: Locator) -> bool:
    return bool(title.evaluate("element => element.closest('details').open"))
