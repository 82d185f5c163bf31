"""Every page on a computer and on a phone, light and dark: it opens, speaks French, overflows nowhere, its targets are
large, and axe finds nothing. No rule is left out, no element either."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import gestures as do
from tests.journeys.conftest import WIDTHS
from tests.journeys.presses import press
from tests.journeys.running import ROOT, Server, settle

AXE = ROOT / "tests/vendor/axe-core/axe.min.js"
LEAST_TARGET = 44  # px
# WCAG 1.4.12
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""
INNER_OVERFLOW = """() => {
  const main = document.querySelector('[data-testid=stMain]');
  return main && main.scrollWidth > main.clientWidth + 1 ? [`${main.scrollWidth} px pour ${main.clientWidth}`] : [];
}"""
# A choice is touched on its whole line; a link inside a sentence has the size of its words (WCAG 2.5.8, « inline »).
SMALL = """least => [...document.querySelectorAll('a[href], button, input, textarea, summary, [role=button], [role=tab], [role=combobox]')]
  .filter(one => one.checkVisibility({visibilityProperty: true, opacityProperty: true}) && !one.disabled)
  .filter(one => !one.closest('[inert], [aria-hidden=true], li, td') && !(one.matches('a') && one.closest('p')))
  .map(one => [one, (one.closest('label, summary, [data-testid=stTextInputRootElement], [data-testid=stNumberInputContainer], '
    + '[data-testid=stDateInputField], [data-baseweb=select], [data-testid=stFileUploaderDropzone]') || one).getBoundingClientRect()])
  .filter(([, box]) => box.width > 1 && box.height > 1 && box.right > 0 && (box.height < least - 0.5 || box.width < least - 0.5))
  .map(([one, box]) => `${Math.round(box.width)} x ${Math.round(box.height)} ${one.outerHTML.slice(0, 130)}`)"""
PAGES = {
    "": "Palier",
    "profil": "Votre association",
    "questions": None,
    "sommaire": "Toutes les questions",
    "resultats": "Où vous en êtes",
    "plan": "Votre plan d’action",
    "financer": "Financer",
    "feuilles": "Feuilles à imprimer",
    "rapport": "Votre rapport",
    "methode": "Méthode et sources",
    "donnees": "Vos données",
    "exemple": "Un exemple complet",
    "verifier": "Vérifier un rapport",
    "evolution": "Évolution",
    "mentions": "Mentions légales et données personnelles",
    "accessibilite": "Accessibilité",
    "saisie": "Saisie d’un questionnaire papier",
    "atelier": "Atelier",
    "animer": "Animer l’atelier",
    "voter": "Voter",
    "mots": "Les mots",
    **{f"pour-{door.id}": door.title for door in do.CONTENT.doors},
}


@pytest.mark.parametrize("width", list(WIDTHS))
def test_every_page_opens_in_french_and_is_accessible(width: str, server: Server, visitor: Callable[..., Page]) -> None:
    page = visitor(width)
    do.begin(page, server)
    page.goto(f"{server.url}/questions")
    do.wait_for_question(page)
    do.answer(page, do.shown_question(page), 1)
    found = {name or "accueil": _faults(page, f"{server.url}/{name}", title) for name, title in PAGES.items()}
    assert {name: faults for name, faults in found.items() if faults} == {}


def _faults(page: Page, address: str, title: str | None) -> list[str]:
    page.goto(address)
    if title:
        page.get_by_role("heading", name=title, exact=True).first.wait_for()
    else:
        do.wait_for_question(page)
    settle(page)
    page.wait_for_timeout(400)
    faults = [*axe_faults(page, "clair"), *small_targets(page)]
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(1_000)  # colours slide from one scheme to the other
    faults += axe_faults(page, "sombre")
    page.emulate_media(color_scheme="light")
    if page.evaluate("() => document.documentElement.lang") != "fr":
        faults.append("la page n’est pas annoncée en français")
    faults += _wide(page, "")
    page.add_style_tag(content=SPACED)
    faults += _wide(page, "texte espacé : ")
    if page.get_by_text("Cette page n’a pas pu s’afficher").count():
        faults.append("la page a échoué")
    return faults


def axe_faults(page: Page, scheme: str) -> list[str]:
    page.evaluate(Path(AXE).read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = page.evaluate(
        "async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})).violations"
    )
    return [f"{scheme} : {v['id']} ({v['impact']}) : {v['nodes'][0]['html'][:160]}" for v in found]


def _wide(page: Page, when: str) -> list[str]:
    wide = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth")
    inner = page.evaluate(INNER_OVERFLOW)
    return [f"{when}déborde de {wide} px"] * (wide > 0) + [f"{when}dépasse : {one}" for one in inner]


def small_targets(page: Page) -> list[str]:
    return [f"cible petite : {one}" for one in page.evaluate(SMALL, LEAST_TARGET)]


def test_a_whole_question_can_be_answered_with_the_keyboard(server: Server, visitor: Callable[..., Page]) -> None:
    page = visitor()
    do.begin(page, server)
    page.goto(f"{server.url}/questions")
    do.wait_for_question(page)
    first = do.shown_question(page)
    page.locator("[data-testid=stRadioOption] input").first.focus()
    page.keyboard.press("ArrowDown")
    settle(page)
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.innerText") == "Continuer":
            break
    page.keyboard.press("Enter")
    page.wait_for_timeout(600)
    settle(page)
    assert do.shown_question(page).id != first.id
    press(page.get_by_role("button", name="Précédente"))
    page.wait_for_timeout(600)
    settle(page)
    chosen = page.get_by_test_id("stRadioOption").filter(has=page.locator("input:checked"))
    assert chosen.inner_text() == first.anchors[1]


def test_a_deep_link_opened_first_on_a_new_server_has_its_menu(
    new_server: Server, visitor: Callable[..., Page]
) -> None:
    page = visitor()
    page.goto(f"{new_server.url}/exemple")
    page.get_by_role("heading", name="Un exemple complet", exact=True).wait_for()
    expect(page.get_by_role("link", name="Méthode et sources", exact=True)).to_have_count(1)
