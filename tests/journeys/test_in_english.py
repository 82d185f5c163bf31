"""A visitor who reads English: from the browser, the whole way to the report; and the two links from one language to the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from questionnaire.answers_file import parse_text
from questionnaire.language import ENGLISH
from questionnaire.loading import SHIPPED, load
from tests.journeys import files
from tests.journeys import gestures as do
from tests.journeys.presses import WATCH, press
from tests.journeys.running import Server, settle
from tests.journeys.test_pages import axe_faults, small_targets

CONTENT = load(SHIPPED, ENGLISH)
EXAMPLE = parse_text(load(SHIPPED), (SHIPPED / "example.json").read_bytes())
FRENCH = re.compile(r"\b(?:les|des|une|vous|votre|nous|sont|pas|avec|dans|aux|que|qui)\b|[«»]")
PAGES = {
    "": "The digital self-assessment for associations",
    "profil": "Your association",
    "sommaire": "All the questions",
    "resultats": "Where you stand",
    "plan": "Your action plan",
    "financer": "Funding",
    "feuilles": "Sheets to print",
    "rapport": "Your report",
    "donnees": "Your data",
    "evolution": "Change over time",
    "saisie": "Typing in a paper questionnaire",
    "atelier": "Workshop",
    "verifier": "Check a report",
    "accessibilite": "Accessibility",
    "mentions": "Legal notice and personal data",
}


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """A phone whose browser reads English only."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="en-GB", accept_downloads=True)
    context.set_default_timeout(60_000)
    context.add_init_script(WATCH)
    yield context.new_page()
    context.close()


def test_an_english_browser_goes_from_the_first_question_to_the_report(server: Server, reader: Page) -> None:
    reader.goto(f"{server.url}/commencer?mode=express")
    do.wait_for_text(reader, "Your association")
    reader.goto(f"{server.url}/questions")
    do.wait_for_question(reader)
    asked = do.shown_question(reader, CONTENT)
    press(reader.get_by_text(asked.anchors[0], exact=True))
    expect(reader.get_by_text("Saved", exact=False).first).to_be_visible()
    reader.goto(f"{server.url}/rapport")
    do.wait_for_text(reader, "Your report")
    told = files.pdf_text(files.download(reader, "Download the report (PDF)"))
    assert "questions apply to you" in told
    assert asked.text in told


def test_every_page_of_an_assessment_is_in_english_and_axe_finds_nothing(server: Server, reader: Page) -> None:
    """What stays French on them is what the association wrote."""
    do.resume(reader, server, EXAMPLE)
    for name, title in PAGES.items():
        reader.goto(f"{server.url}/{name}")
        do.wait_for_text(reader, title)
        settle(reader)
        told = reader.locator("body").inner_text()
        for own in (*EXAMPLE.all_of("notes").values(), EXAMPLE.name, *(s.title for s in CONTENT.references)):
            told = told.replace(own or "\0", "")
        left = [line for line in told.splitlines() if FRENCH.search(line)]
        assert left == [], name
        assert reader.get_attribute("html", "lang") == "en"
        assert [*axe_faults(reader, "clair"), *small_targets(reader)] == [], name


def test_the_link_at_the_foot_changes_the_language_and_it_is_kept(server: Server, reader: Page) -> None:
    reader.goto(f"{server.url}/methode")
    do.wait_for_text(reader, "Method and sources")
    press(reader.get_by_role("link", name="Français"))
    do.wait_for_text(reader, "Méthode et sources")
    assert reader.get_attribute("html", "lang") == "fr"
    reader.goto(server.url)  # without asking for it again
    do.wait_for_text(reader, "L’auto-diagnostic numérique des associations")
    press(reader.get_by_role("link", name="English"))
    do.wait_for_text(reader, PAGES[""])


def test_an_address_may_ask_for_a_language_and_an_unknown_one_is_ignored(server: Server, reader: Page) -> None:
    reader.goto(f"{server.url}/?lang=fr")
    do.wait_for_text(reader, "L’auto-diagnostic numérique des associations")
    reader.goto(f"{server.url}/?lang=%22%3E%3Cb%3E")
    do.wait_for_text(reader, "L’auto-diagnostic numérique des associations")
    reader.goto(f"{server.url}/r/inconnu?lang=en")  # a plain page too
    expect(reader.locator("html")).to_have_attribute("lang", "en")


def test_a_french_browser_stays_french_even_when_it_reads_english_first(server: Server, browser: Browser) -> None:
    context = browser.new_context(extra_http_headers={"Accept-Language": "en-GB,en;q=0.9,fr;q=0.5"})
    page = context.new_page()
    page.goto(server.url)
    assert page.get_attribute("html", "lang") == "fr"
    context.close()
