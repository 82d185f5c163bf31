"""The main job, end to end, in a real browser: profile, 40 questions, refresh, a killed server, results, PDF.

The answers are the golden club's; the figures expected are literals of the golden file, never the
engine's own return.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from tests.journeys import files
from tests.journeys import gestures as do
from tests.journeys.presses import press, unfold
from tests.journeys.running import Server, settle

EXAMPLE: dict[str, Any] = json.loads(
    (Path(__file__).resolve().parents[2] / "questionnaire/content/diagnostic-numerique/v1/example.json").read_text()
)
ANSWERS = EXAMPLE["answers"] | {"F23": {"not_applicable": "we_have_none"}}
REFRESH_AFTER, KILL_AFTER = 5, 12


def test_a_volunteer_goes_from_the_first_question_to_the_printed_plan(
    server: Server, visitor: Callable[..., Page]
) -> None:
    page = visitor()
    do.begin(page, server)
    do.fill_profile(page, EXAMPLE["profile"] | EXAMPLE["benchmark"])
    asked = _answer_everything(page, server)
    assert len(asked) == 30  # 40 less the ten that this profile leaves out
    press(page.get_by_role("button", name="Voir nos résultats"), page.get_by_text("Trois axes"))
    do.wait_for_text(page, "Trois axes")
    table = _first_table(page)
    assert "34 à 40" in table
    assert "en mots" in table
    expect(page.get_by_text("Vos fichiers importants n’existent qu’en un seul exemplaire.").first).to_be_visible()
    expect(page.get_by_text("comme 47 % des répondants").first).to_be_visible()
    text = files.report_text(page, server)
    # Axis F by hand, « F23 » being not concerned: F2 = (2×40 + 33,3)/3, then the mean of four themes.
    for figure in ("34 à 40", "17 à 24", "Vos fichiers importants n’existent qu’en un seul exemplaire"):
        assert figure in text
    assert "Version 1 : poids et seuils fixés par expertise, pas encore étalonnés par une enquête." in text
    _kept_answers_are_those_given(page)


def _answer_everything(page: Page, server: Server) -> list[str]:
    """Refresh after five answers, pull the plug after twelve; the same question is there each time."""
    asked: list[str] = []
    while True:
        question = do.shown_question(page)
        do.answer(page, question, ANSWERS[question.id])
        asked.append(question.id)
        if len(asked) == REFRESH_AFTER:
            page.reload()
            do.wait_for_question(page)
            assert do.shown_question(page).id == question.id
        if len(asked) == KILL_AFTER:
            server.kill()
            server.start()
            page.reload()
            do.wait_for_question(page)
            assert do.shown_question(page).id == question.id
        if page.get_by_role("button", name="Voir nos résultats").count():
            return asked
        do.go_on(page)


def _first_table(page: Page) -> str:
    unfold(page.get_by_text("Les mêmes chiffres en tableau").first)
    cell = page.get_by_test_id("stTable").first
    cell.wait_for()
    return cell.inner_text().replace("\u202f", " ").replace("\u00a0", " ")


def _kept_answers_are_those_given(page: Page) -> None:
    kept = json.loads(files.download(page, "Télécharger nos réponses (fichier .json)"))
    assert kept["answers"] == ANSWERS
    assert kept["profile"] == EXAMPLE["profile"]
    assert kept["benchmark"] == EXAMPLE["benchmark"]
    settle(page)
