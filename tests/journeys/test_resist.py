"""What is odd, long, hostile or changed afterwards: Palier keeps standing, and keeps people apart."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from tests.journeys import files
from tests.journeys import gestures as do
from tests.journeys.presses import press, unfold
from tests.journeys.running import ROOT, Server, settle

Arrive = Callable[..., Page]
EXAMPLE: dict[str, Any] = json.loads(
    (ROOT / "questionnaire/content/diagnostic-numerique/v1/example.json").read_text(encoding="utf-8")
)
ODD = "<b>gras</b> 🚲 \u200fvers la droite"
NOT_CONCERNED = {"not_applicable": "we_have_none"}
BROKEN = re.compile(r"NaN|\bnan\b|Traceback|\bNone\b|Cette page n’a pas pu s’afficher")


def test_knowing_nothing_at_all_is_an_answer(server: Server, visitor: Arrive) -> None:
    page = visitor()
    unknown = dict.fromkeys(EXAMPLE["answers"], "unknown")
    files.open_file(page, server, json.dumps(EXAMPLE | {"answers": unknown, "notes": {}}))
    do.wait_for_text(page, "Fichier lu")
    results = do.visit(page, server, "resultats", "Où vous en êtes")
    plan = do.visit(page, server, "plan", "Votre plan d’action")
    report = files.report_text(page, server)
    assert "0 à 100" in results
    assert "Qui saurait répondre ?" in plan
    first = do.CONTENT.question_by_id["C41"]
    assert do.plain(first.text) in plan
    assert BROKEN.findall(results + plan + report) == []


def test_a_note_typed_just_before_moving_on_is_kept_whatever_it_holds(server: Server, visitor: Arrive) -> None:
    page = visitor("téléphone")
    question = do.first_question(page, server)
    do.pick(page, question.text, do.NOT_CONCERNED)
    do.pick(page, "Pourquoi n’êtes-vous pas concernés ?", "Une autre raison")
    reason = (ODD + " ") * 9 + "fin"
    box = page.get_by_label("Votre raison")
    box.fill(reason)
    box.press("Enter")
    settle(page)
    unfold(page.get_by_text("Ajouter une note"))
    note = ODD + "é" * (2000 - len(ODD.encode("utf-16-le")) // 2)
    page.get_by_label("Note pour vous").fill(note)
    do.go_on(page)
    kept = files.kept_answers(page, server)
    assert kept["notes"] == {question.id: note}
    assert kept["answers"] == {question.id: {"not_applicable": reason}}
    assert "<b>gras</b>" in files.report_text(page, server)


def test_not_concerned_is_asked_again_once_the_profile_makes_it_critical(server: Server, visitor: Arrive) -> None:
    page = visitor()
    profile = EXAMPLE["profile"] | {"P08": ["members"]}
    answers = {name: value for name, value in EXAMPLE["answers"].items() if name != "C44"}
    files.open_file(page, server, json.dumps(EXAMPLE | {"profile": profile, "answers": answers}))
    do.wait_for_text(page, "Fichier lu")
    _jump_to_unanswered(page, server, "C44")
    do.answer(page, do.CONTENT.question_by_id["C44"], NOT_CONCERNED)
    assert files.kept_answers(page, server)["answers"]["C44"] == NOT_CONCERNED
    _say_that_there_are_minors(page, server)
    _jump_to_unanswered(page, server, "C44")
    assert page.locator("[data-testid=stRadioOption] input:checked").count() == 0
    expect(page.get_by_text(do.NOT_CONCERNED, exact=True)).to_have_count(0)
    kept = files.kept_answers(page, server)
    assert "minors" in kept["profile"]["P08"]
    again = visitor()
    files.open_file(again, server, json.dumps(kept))
    do.wait_for_text(again, "Fichier lu")


def _jump_to_unanswered(page: Page, server: Server, name: str) -> None:
    do.visit(page, server, "sommaire", "Toutes les questions")
    question = do.CONTENT.question_by_id[name]
    heading = page.get_by_role("heading", name=question.text)
    press(page.get_by_role("button", name=question.short + " (sans réponse)"), heading)
    do.wait_for_question(page)


def _say_that_there_are_minors(page: Page, server: Server) -> None:
    do.visit(page, server, "profil", "Votre association")
    while not page.get_by_test_id("stCheckbox").filter(has_text="Des mineurs").count():
        step = page.get_by_text(re.compile(r"^Étape \d+ sur")).inner_text()
        press(page.get_by_role("button", name="Continuer"))
        expect(page.get_by_text(step, exact=True)).to_have_count(0)  # the next screen, else it would be skipped
        settle(page)
    press(page.get_by_test_id("stCheckbox").filter(has_text="Des mineurs"))
    settle(page)


def test_a_target_changed_on_the_results_page_changes_the_plan(server: Server, visitor: Arrive) -> None:
    page = visitor()
    files.open_file(page, server, json.dumps(EXAMPLE))
    do.wait_for_text(page, "Fichier lu")
    copies = re.compile(r"\d\. Copier les fichiers tous les deux mois")
    assert copies.search(do.visit(page, server, "plan", "Votre plan d’action"))
    do.visit(page, server, "resultats", "Où vous en êtes")
    unfold(page.get_by_text("Jusqu’où aller ?"))
    do.wait_for_text(page, "Le plan vise le palier 2")
    told = page.get_by_text(re.compile("Dans votre plan.*Copier les fichiers tous les deux mois"))
    told.first.wait_for()
    do.pick(page, "Sécurité et données personnelles", "1 – un début")  # one copy tonight is enough for them
    expect(told).to_have_count(0)
    assert not copies.search(do.visit(page, server, "plan", "Votre plan d’action"))
    assert files.kept_answers(page, server)["targets"] == {"C4": 1}


def test_one_can_begin_again_after_deleting(server: Server, visitor: Arrive) -> None:
    page = visitor()
    do.answer(page, do.first_question(page, server), 1)
    do.visit(page, server, "donnees", "Vos données")
    press(page.get_by_text("Oui, je veux tout supprimer"))
    press(page.get_by_role("link", name="Supprimer définitivement"), page.get_by_text("C’est fait"))
    question = do.first_question(page, server)
    do.answer(page, question, 2)
    assert files.kept_answers(page, server)["answers"] == {question.id: 2}
