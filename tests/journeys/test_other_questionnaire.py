"""Another questionnaire, served as it is: five steps, two axes, other ids, none of our words."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page

from questionnaire.loading import load
from tests.journeys import files
from tests.journeys import gestures as do
from tests.journeys.running import ROOT, Server, serving

FOLDER = ROOT / "tests/small_questionnaire"
SMALL = load(FOLDER)
PROFILE = {
    "lieu": "salle",
    "publics": ["enfants"],
    "places": 40,
    "moyens": {"heures": 3, "argent": 100, "quartier": "nord", "code": "A1"},
    "humeur": "plutot",
}
ANSWERS = {
    "bonjour": 1,
    "visite": 2,
    "gestes": {"in_place": ["cafe"], "useful_but_absent": ["livret"], "not_useful": ["badge"]},
    "cles": 3,
    "menage": 4,
}
OURS = ("intelligence artificielle", "C4", "numérique", "Capacité à financer", "Trois axes", "Discernement")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("petit")
    with serving(Server(f"sqlite:///{folder}/petit.sqlite3", environment={"PALIER_QUESTIONNAIRE": str(FOLDER)})) as s:
        yield s


def test_every_page_and_the_report_speak_of_that_questionnaire_only(
    server: Server, visitor: Callable[..., Page]
) -> None:
    page = visitor()
    do.begin(page, server, content=SMALL)
    assert do.fill_profile(page, PROFILE, SMALL) == ["lieu", "publics", "places", "moyens", "humeur"]
    assert do.answer_all(page, ANSWERS, SMALL) == ["bonjour", "visite", "gestes", "cles", "menage"]
    kept = files.kept_answers(page, server)
    assert (kept["profile"] | kept["benchmark"], kept["answers"]) == (PROFILE, ANSWERS)
    assert kept["questionnaire"] == {"id": "petit-test", "version": "1"}
    results = do.visit(page, server, "resultats", "Où vous en êtes")
    assert "Deux axes" in results
    plan = do.visit(page, server, "plan", "Votre plan d’action")
    assert "Écrire un prénom sur la porte" in plan
    report = files.report_text(page, server)
    for name in ("Accueil", "Salle", "Entrouvert", "Écrire un prénom sur la porte", "Une boisson"):
        assert name in report
    others = [do.visit(page, server, *one) for one in (("methode", "Méthode et sources"), ("", "Petit test"))]
    assert "Guide de l’accueil" in others[0]
    contents = do.visit(page, server, "sommaire", "Toutes les questions")
    assert "5 réponses sur 5" in contents
    example = do.visit(page, server, "exemple", "Un exemple complet")
    assert "Ce questionnaire ne fournit pas d’exemple." in example
    said = {"resultats": results, "plan": plan, "rapport": report, "sommaire": contents, "exemple": example}
    said |= dict(zip(("methode", "accueil"), others, strict=True))
    assert {name: [w for w in OURS if w in text] for name, text in said.items() if any(w in text for w in OURS)} == {}


def test_a_question_that_hangs_on_an_earlier_answer_leaves_with_it(
    server: Server, visitor: Callable[..., Page]
) -> None:
    """« Qui range » is asked only when more than one person can open: at step 0 it is not asked."""
    page = visitor("téléphone")
    do.begin(page, server, content=SMALL)
    do.fill_profile(page, {"lieu": "aucun"}, SMALL)
    asked = do.answer_all(page, ANSWERS | {"cles": 0, "gestes": "unknown"}, SMALL)
    assert asked == ["bonjour", "gestes", "cles"]
    contents = do.visit(page, server, "sommaire", "Toutes les questions")
    assert "3 réponses sur 3" in contents
    assert "Rangement" not in contents
