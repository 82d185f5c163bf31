"""Express on a phone: twelve questions, words and no score, three actions at most; then the whole, nothing lost."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

from tests.journeys import files
from tests.journeys import gestures as do
from tests.journeys.presses import press
from tests.journeys.running import ROOT, Server

EXAMPLE: dict[str, Any] = json.loads(
    (ROOT / "questionnaire/content/diagnostic-numerique/v1/example.json").read_text(encoding="utf-8")
)
MINI_PROFILE = {"P02", "P03", "P04", "P05", "P08", "P09", "P12", "X01", "X03", "X07"}
TWELVE = ["C21", "C32", "C41", "C42", "C44", "C52", "F11", "F21", "F31", "A11", "A21", "A31"]
ANSWERS = {name: EXAMPLE["answers"][name] for name in TWELVE}


def _goes_through_express(page: Page, server: Server) -> None:
    do.begin(page, server, mode="express")
    assert set(do.fill_profile(page, EXAMPLE["profile"] | EXAMPLE["benchmark"])) == MINI_PROFILE
    assert do.answer_all(page, ANSWERS) == TWELVE


def test_express_asks_twelve_questions_speaks_in_words_and_leads_to_the_whole(
    server: Server, visitor: Callable[..., Page]
) -> None:
    page = visitor("téléphone")
    _goes_through_express(page, server)
    _the_results_are_words(do.visit(page, server, "resultats", "Où vous en êtes"))
    plan = do.visit(page, server, "plan", "Votre plan d’action")
    assert "Ce soir, copier les fichiers vitaux sur une clé protégée" in plan
    assert re.findall(r"Comment faire l’action (\d+)", plan) == ["1", "2", "3"]
    assert "Mode express : 12 questions vous concernent" in files.report_text(page, server)
    kept = files.kept_answers(page, server)
    assert (kept["mode"], kept["answers"]) == ("express", ANSWERS)
    _the_whole_keeps_the_twelve_and_asks_the_others(page, server)


def _the_results_are_words(results: str) -> None:
    assert "Mode express" in results
    assert "en mots" in results
    assert "Vos fichiers importants n’existent qu’en un seul exemplaire." in results
    assert not re.search(r"\d sur 100|Points sur 100|Non concerné|→", results)


def _the_whole_keeps_the_twelve_and_asks_the_others(page: Page, server: Server) -> None:
    assert "12 réponses sur 12" in do.visit(page, server, "sommaire", "Toutes les questions")
    shows = page.get_by_test_id("stRadioOption")
    press(page.get_by_role("button", name="Passer au diagnostic complet"), shows)
    do.wait_for_question(page)
    assert do.shown_question(page).id == "C11"  # the first one that express had left out
    do.answer(page, do.shown_question(page), 2)
    contents = do.visit(page, server, "sommaire", "Toutes les questions")
    assert "13 réponses sur 30" in contents
    assert contents.count("(sans réponse)") == 17
    kept = files.kept_answers(page, server)
    assert (kept["mode"], kept["answers"]) == ("full", ANSWERS | {"C11": 2})
