"""The same strings on every page of a real browser: no dialog opens, nothing is asked of another site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from questionnaire.assessment import Assessment
from tests.builders import golden_club, shipped
from tests.faults.naughty import STRINGS, places
from tests.faults.reached import Reached
from tests.journeys import gestures as do
from tests.journeys.running import Server, launch, serving, settle

ADDRESSES = (
    "", "profil", "questions", "sommaire", "resultats", "plan", "feuilles", "financer", "rapport", "donnees",
)  # fmt: skip
BROKEN = ("Traceback", "Cette page n’a pas pu s’afficher")


def shown(folder: Path, strings: tuple[str, ...] = STRINGS) -> Reached:
    """Each string is kept as an answer would be, then every page is opened, and the plan's folds too."""
    server = Server(f"sqlite:///{folder / 'naughty.sqlite3'}")
    dialogs: list[str] = []
    foreign: list[str] = []
    broken = 0
    with serving(server), sync_playwright() as playwright:
        browser = launch(playwright)
        for state in _states(strings):
            broken += _visit(browser, server, state, dialogs, foreign)
        browser.close()
    return Reached(
        f"{len(strings)} textes piégés sur {len(ADDRESSES)} pages",
        "0 fenêtre ouverte, 0 requête vers un autre site, 0 page cassée",
        f"{len(dialogs)} fenêtre, {len(foreign)} requête, {broken} page cassée",
        not dialogs and not foreign and not broken,
    )


def _states(strings: tuple[str, ...]) -> Iterator[Assessment]:
    """Several strings an assessment: one in the usual places, the others in the notes of the other questions."""
    questions = shipped().questions[2:]
    for start in range(0, len(strings), len(questions)):
        some = strings[start : start + len(questions)]
        state = golden_club().put("head", "name", some[0][:200])
        for kind, key, value in places(some[0]):
            state = state.put(kind, key, value)
        for question, text in zip(questions, some[1:], strict=False):
            state = state.put("notes", question.id, text).put("evidence", question.id, {"level": "cited", "text": text})
        yield state


def _visit(browser: Browser, server: Server, state: Assessment, dialogs: list[str], foreign: list[str]) -> int:
    context = browser.new_context(locale="fr-FR")
    page = context.new_page()
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: foreign.append(request.url) if _is_foreign(request.url, server) else None)
    do.resume(page, server, state)
    broken = sum(_is_broken(page, f"{server.url}/{address}") for address in ADDRESSES)
    context.close()
    return broken


def _is_foreign(url: str, server: Server) -> bool:
    return not url.startswith((server.url, server.url.replace("http", "ws"), "data:", "blob:"))


def _is_broken(page: Page, url: str) -> bool:
    page.goto(url)
    page.get_by_test_id("stMain").wait_for()
    settle(page)
    for fold in page.locator("summary").all()[:12]:
        fold.click()
    settle(page)
    told = page.get_by_test_id("stMain").text_content() or ""
    return any(word in told for word in BROKEN)
