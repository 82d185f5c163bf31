"""Read otherwise: twice as large, with the colours of the system, without movement. Nothing is lost, the focus is seen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.builders import golden_club
from tests.journeys import gestures as do
from tests.journeys.running import Server, settle
from tests.journeys.test_pages import INNER_OVERFLOW

Arrive = Callable[..., Page]
PAGES = ("", "questions", "resultats", "plan", "rapport", "mots")
TWICE = {"width": 640, "height": 450}  # 1280 x 900 at 200 %
NARROWEST = {"width": 320, "height": 256}  # 1280 x 1024 at 400 %, WCAG 1.4.10
LONG_MS = 50
MOVING = """least => document.getAnimations().filter(one => one.playState === 'running')
  .filter(one => { const t = one.effect.getComputedTiming(); return t.duration > least; })
  .map(one => `${one.animationName || one.transitionProperty} ${one.effect.target.outerHTML.slice(0, 120)}`)"""
CUT = """() => [...document.querySelectorAll('h1, h2, h3, button, label, [data-testid=stMarkdownContainer] p, td, th')]
  .filter(one => one.checkVisibility({visibilityProperty: true, opacityProperty: true}) && one.innerText.trim())
  .filter(one => getComputedStyle(one).overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1)
  .map(one => one.outerHTML.slice(0, 140))"""
FOCUSED = """() => { const one = document.activeElement, whole = one.closest('label') || one;
  return [one, whole].map(e => getComputedStyle(e)).some(s =>
    (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2) || (s.borderStyle !== 'none' && parseFloat(s.borderWidth) >= 2)); }"""


@pytest.fixture
def page(server: Server, visitor: Arrive) -> Page:
    opened = visitor()
    do.resume(opened, server, golden_club())
    return opened


def _open(page: Page, server: Server, name: str) -> None:
    page.goto(f"{server.url}/{name}")
    page.get_by_role("heading").first.wait_for()
    settle(page)


def test_twice_as_large_or_on_the_narrowest_screen_nothing_is_cut(server: Server, page: Page) -> None:
    found = {}
    for name in PAGES:
        page.set_viewport_size(TWICE)
        _open(page, server, name)
        for size in (TWICE, NARROWEST):
            page.set_viewport_size(size)
            page.wait_for_timeout(400)
            wide = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth")
            found[name, size["width"]] = [wide] * (wide > 0) + page.evaluate(INNER_OVERFLOW) + page.evaluate(CUT)
    assert {where: faults for where, faults in found.items() if faults} == {}


def test_who_asks_for_less_movement_sees_none(server: Server, page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    found = {}
    for name in ("questions", "resultats", "plan"):
        _open(page, server, name)
        found[name] = page.evaluate(MOVING, LONG_MS)
    assert {name: moving for name, moving in found.items() if moving} == {}


def test_with_the_colours_of_the_system_the_focus_is_seen(server: Server, page: Page) -> None:
    page.emulate_media(forced_colors="active")
    for name in ("", "questions", "rapport"):
        _open(page, server, name)
        unseen = []
        for _ in range(12):
            page.keyboard.press("Tab")
            if page.evaluate("() => document.activeElement !== document.body") and not page.evaluate(FOCUSED):
                unseen.append(page.evaluate("() => document.activeElement.outerHTML.slice(0, 160)"))
        assert unseen == [], name
