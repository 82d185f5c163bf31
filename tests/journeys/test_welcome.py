"""Arriving: the doors, the example, the words by keyboard, the way always in sight, coming back, theme by theme."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from urllib.request import urlopen

from playwright.sync_api import Page, expect

from questionnaire.answers_file import parse_text
from questionnaire.assessment import Assessment
from reports.extracting import extract
from tests.journeys import gestures as do
from tests.journeys.presses import press
from tests.journeys.running import ROOT, Server, settle
from ui import example_file, wording_path, wording_welcome

Arrive = Callable[..., Page]
EXAMPLE = parse_text(
    do.CONTENT, (ROOT / "questionnaire/content/diagnostic-numerique/v1/example.json").read_text(encoding="utf-8")
)
WORDED = do.CONTENT.question_by_id["C41"]


def _only(*names: str, mode: str = "full") -> Assessment:
    """The example as it was when only these questions were answered."""
    answers = {name: value for name, value in EXAMPLE.answers.items() if name in names}
    return replace(EXAMPLE, mode=mode, kept={**EXAMPLE.kept, "answers": answers})


def _express() -> Assessment:
    return _only(*(question.id for question in do.CONTENT.questions if question.express), mode="express")


def _way(page: Page) -> str:
    """All that the way says, spaces made ordinary."""
    return do.plain(page.locator(".palier-path").inner_text())


def test_five_doors_lead_to_five_pages_and_none_before_the_beginning(server: Server, visitor: Arrive) -> None:
    page = visitor("téléphone")
    page.goto(server.url)
    page.get_by_role("heading", name=wording_welcome.DOORS_TITLE).wait_for()
    settle(page)
    addresses = page.locator("a.palier-door").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert addresses[:2] == ["/commencer?mode=express", "/commencer?mode=full"]
    assert addresses[2:7] == [f"/pour-{door.id}" for door in do.CONTENT.doors]
    for door in do.CONTENT.doors:
        page.goto(server.url)
        press(page.get_by_role("link", name=door.name, exact=True), page.get_by_role("heading", name=door.title))
        settle(page)
        said = do.words(page)
        assert all(do.plain(text) in said for text in (door.never, *(gesture.text for gesture in door.gestures)))
        assert page.get_by_role("link", name=re.compile("^Source")).count() == len(door.facts)


def test_the_example_is_one_click_away_report_included(server: Server, visitor: Arrive) -> None:
    page = visitor()
    page.goto(server.url)
    shown = page.get_by_role("heading", name="Un exemple complet", exact=True)
    press(page.get_by_role("link", name=re.compile("Voir un exemple complet")), shown)
    settle(page)
    expect(page.get_by_text("Club fictif")).to_be_visible()
    press(page.get_by_role("tab", name="Votre rapport"))
    link = page.get_by_role("link", name="Télécharger le rapport (PDF)")
    expect(link).to_have_attribute("href", example_file.ADDRESS)
    with urlopen(server.url + example_file.ADDRESS, timeout=60) as answer:
        assert answer.headers["content-type"] == "application/pdf"
        text = extract(answer.read())
    assert parse_text(do.CONTENT, text).name == EXAMPLE.name
    assert "fictif" in str(EXAMPLE.name)


def test_words_open_with_the_keyboard_and_stay_open_while_one_answers(server: Server, visitor: Arrive) -> None:
    page = visitor("téléphone")
    do.resume(page, server, _only("C11").put("place", "question", WORDED.id))
    page.goto(f"{server.url}/questions")
    do.wait_for_question(page)
    words = page.locator("details.palier-words")
    assert words.count() == 1
    definition = words.locator("dd").first
    expect(definition).to_be_hidden()
    words.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(definition).to_be_visible()
    do.answer(page, WORDED, 2)
    expect(definition).to_be_visible()
    page.locator("details.palier-words summary").focus()
    page.keyboard.press("Space")
    expect(definition).to_be_hidden()


def test_a_question_without_an_explained_word_has_no_fold(server: Server, visitor: Arrive) -> None:
    page = visitor()
    do.resume(page, server, _only("C11").put("place", "question", "C23"))
    page.goto(f"{server.url}/questions")
    do.wait_for_question(page)
    assert do.shown_question(page).id == "C23"
    assert page.locator("details.palier-words").count() == 0


def test_the_page_of_words_has_them_all(server: Server, visitor: Arrive) -> None:
    page = visitor()
    said = do.visit(page, server, "mots", wording_welcome.WORDS_TITLE)
    assert [word.id for word in do.CONTENT.glossary if do.plain(word.definition) not in said] == []


def test_the_way_is_on_every_page_and_tells_what_is_left_and_kept(server: Server, visitor: Arrive) -> None:
    page = visitor()
    do.begin(page, server)
    assert "Tout est enregistré" not in _way(page)  # nothing was said yet
    page.goto(f"{server.url}/questions")
    do.wait_for_question(page)
    asked = do.shown_question(page)
    do.answer(page, asked, 1)
    assert re.search(r"question 1 sur \d+ · encore environ \d+ min · Tout est enregistré \(\d\d? h \d\d\)", _way(page))
    for step in wording_path.STEPS:
        page.goto(f"{server.url}/{step}")
        here = page.locator(".palier-path [aria-current=step]")
        here.wait_for()
        settle(page)
        assert here.count() == 1
        assert re.search(r"encore environ \d+ min · Tout est enregistré", _way(page)), step


def test_whoever_comes_back_lands_where_they_left(new_server: Server, visitor: Arrive) -> None:
    page, other = visitor(), visitor("téléphone")
    do.resume(page, new_server, _only("C11", "C12"))
    page.goto(f"{new_server.url}/questions")
    do.wait_for_question(page)
    do.answer(page, do.shown_question(page), 1)
    do.go_on(page)
    left = do.shown_question(page).id
    do.visit(page, new_server, "donnees", "Vos données")
    link = page.get_by_test_id("stCode").first.inner_text().strip()
    new_server.kill()
    new_server.start()
    other.goto(link)
    do.wait_for_question(other)
    assert do.shown_question(other).id == left
    page.goto(new_server.url)
    press(page.get_by_role("link", name="Reprendre", exact=True), page.get_by_test_id("stRadioOption"))
    do.wait_for_question(page)
    assert do.shown_question(page).id == left


def test_whoever_left_during_the_profile_comes_back_to_it(server: Server, visitor: Arrive) -> None:
    page = visitor()
    fields = do.CONTENT.profile[:4]
    said = {field.id: field.options[0].id for field in fields if field.kind == "choice"}
    token_of = do.resume(page, server, replace(EXAMPLE, kept={"profile": said}))
    page.goto(server.url)
    heading = page.get_by_role("heading", name="Votre association", exact=True)
    press(page.get_by_role("link", name="Reprendre", exact=True), heading)
    settle(page)
    expect(page.get_by_text(re.compile(r"^Étape 2 sur \d+$"))).to_be_visible()
    assert do.stored(server, token_of).all_of("profile") == said


def test_express_goes_on_theme_by_theme_and_loses_nothing(server: Server, visitor: Arrive) -> None:
    page = visitor("téléphone")
    express = _express()
    capability = do.resume(page, server, express)
    do.visit(page, server, "resultats", "Où vous en êtes")
    expect(page.get_by_role("heading", name=wording_path.GO_ON_TITLE)).to_be_visible()
    theme = do.CONTENT.themes[2]
    button = page.get_by_role(
        "button", name=re.compile(rf"^{theme.name} : \d questions?, environ \d+ min$".replace(" :", ".:"))
    )
    press(button, page.get_by_test_id("stRadioOption"))
    do.wait_for_question(page)
    shown = do.shown_question(page).id
    assert do.CONTENT.theme_of[shown] is theme or do.CONTENT.theme_of[shown].id == theme.id
    assert shown not in express.answers
    kept = do.stored(server, capability)
    assert (kept.mode, dict(kept.answers)) == ("full", dict(express.answers))
    assert wording_path.GO_ON_TITLE not in do.visit(page, server, "resultats", "Où vous en êtes")
