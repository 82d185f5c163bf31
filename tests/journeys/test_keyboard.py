"""A whole express assessment without a mouse, from the home page to the report: the focus is always seen, never lost,
and what is kept is said aloud."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page

from tests.journeys import gestures as do
from tests.journeys.running import Server, settle

STEPS_MOST = 60
# Its own outline or shadow, or that of the line it stands for (an answer, a field, a file), and not transparent.
SEEN = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return 'rien n’a le focus';
  const rings = [one, one.closest('label, [data-testid=stTextInputRootElement], [data-testid=stNumberInputContainer]'),
                 one.closest('[data-testid=stRadioOption]'), one.nextElementSibling, one.parentElement];
  const drawn = rings.filter(Boolean).map(each => getComputedStyle(each)).some(style =>
    (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || (style.boxShadow !== 'none'));
  const field = one.matches('input, textarea');  // a caret and a coloured edge
  return drawn || field && !one.matches('[type=radio], [type=checkbox]') ? '' : 'focus invisible : ' + one.outerHTML.slice(0, 160);
}"""
NAME = "() => (document.activeElement.innerText || document.activeElement.getAttribute('aria-label') || '').trim()"
IS_ANSWER = "() => !!document.activeElement.closest('[data-testid=stRadioOption]')"
RESTING = "() => document.activeElement === document.body || document.activeElement === null"
SPOKEN = """() => {
  window.spoken = [];
  const live = document.querySelector('[data-testid=stHtml][aria-live=polite]');
  window.region = live;
  new MutationObserver(() => window.spoken.push([...live.querySelectorAll('p')].map(p =>
    [...p.childNodes].filter(n => n.nodeType === 3).map(n => n.textContent).join('')).join(''))
  ).observe(live, {childList: true, subtree: true, characterData: true});
}"""


def _on(page: Page, key: str = "Tab") -> None:
    """One press; whatever has the focus then shows it."""
    page.keyboard.press(key)
    page.wait_for_timeout(60)  # outlines and shadows slide in
    fault = page.evaluate(SEEN)
    assert not fault or page.evaluate(RESTING), fault


def _reach(page: Page, label: str) -> None:
    """Tab until the focus is on what begins with this label."""
    for _ in range(STEPS_MOST):
        if page.evaluate(NAME).startswith(label):
            return
        _on(page)
    raise AssertionError(f"« {label} » n’est pas atteint au clavier")


def _reach_answers(page: Page) -> None:
    for _ in range(STEPS_MOST):
        if page.evaluate(IS_ANSWER):
            return
        _on(page)
    raise AssertionError("les réponses ne sont pas atteintes au clavier")


def _change(page: Page, title: str) -> None:
    """Press Enter on what has the focus; the page that comes bears this title."""
    page.keyboard.press("Enter")
    page.get_by_role("heading", name=title, exact=True).first.wait_for()
    settle(page)


def _through_the_profile(page: Page) -> None:
    while True:
        step = page.get_by_text(re.compile(r"^Étape \d+ sur \d+$")).inner_text()
        last = page.get_by_role("button", name="Passer aux questions").count()
        _reach(page, "Passer aux questions" if last else "Continuer")
        page.keyboard.press("Enter")
        if last:
            do.wait_for_question(page)
            return
        page.wait_for_function("before => !document.body.innerText.includes(before)", arg=step)
        settle(page)


def _answer(page: Page) -> None:
    """The second choice, with an arrow. The focus stays on it while the page is drawn anew around it."""
    _reach_answers(page)
    page.keyboard.press("ArrowDown")
    settle(page)
    page.get_by_text("Tout est enregistré").first.wait_for()
    assert page.evaluate(IS_ANSWER), "le focus est perdu après une réponse"
    assert page.evaluate(SEEN) == ""


def test_an_express_assessment_is_made_with_the_keyboard_alone(server: Server, visitor: Callable[..., Page]) -> None:
    page = visitor()
    page.goto(server.url)
    page.get_by_role("heading", name=do.CONTENT.title, exact=True).wait_for()
    settle(page)
    _reach(page, "Commencer en express")
    _change(page, "Votre association")
    _through_the_profile(page)
    page.evaluate(SPOKEN)
    _answer(page)
    assert page.evaluate("() => window.region.isConnected"), "la zone annoncée est remplacée : rien n’est dit"
    assert "Tout est enregistré" in page.evaluate("() => window.spoken.at(-1) || ''")
    while not page.get_by_role("button", name="Voir nos résultats").count():
        before = page.get_by_role("heading", level=2).first.inner_text()
        _reach(page, "Continuer")
        page.keyboard.press("Enter")
        page.wait_for_function("text => document.querySelector('h2')?.innerText !== text", arg=before)
        settle(page)
        _answer_any(page)
    _reach(page, "Voir nos résultats")
    _change(page, "Où vous en êtes")
    _reach(page, "Plan")
    _change(page, "Votre plan d’action")
    _reach(page, "Rapport")
    _change(page, "Votre rapport")
    _reach(page, "Télécharger")
    with page.expect_download() as told:
        page.keyboard.press("Enter")
    assert told.value.path().read_bytes().startswith(b"%PDF")


def _answer_any(page: Page) -> None:
    """One answer, or every line of a list."""
    for group in page.get_by_role("radiogroup").all():
        name = group.get_attribute("aria-label") or ""
        for _ in range(STEPS_MOST):
            if page.evaluate(
                "name => document.activeElement.closest('[role=radiogroup]')?.getAttribute('aria-label') === name", name
            ):
                break
            _on(page)
        page.keyboard.press("ArrowDown")
        settle(page)
        assert page.evaluate(IS_ANSWER), f"le focus est perdu après une réponse : {name}"
    page.get_by_text("Tout est enregistré").first.wait_for()
