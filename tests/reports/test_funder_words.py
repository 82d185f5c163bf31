"""The funder's sentences: singular, plural and zero; never flattering, never to the association."""

from __future__ import annotations

from datetime import date

import pytest

from reports import funder_words as words
from reports.copies import PARTS
from reports.funder_request_words import excess_words, indicator_words, upkeep_words, volunteer_words
from scoring.request import Balance


def flat(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def sums(**changes: int) -> Balance:
    said = {"own": 0, "asked": 0, "excess": 0, "volunteer_hours": 0, "volunteer_euros": 0} | changes
    return Balance(years=1, charges=(), cofunding=(), **said)


@pytest.mark.parametrize(
    ("found", "planned", "expected"),
    [
        (0, 0, "Sécurité : aucun point à protéger d’abord d’après les réponses connues."),
        (1, 1, "Sécurité : 1 point en cours de traitement, détail conservé par l’association."),
        (2, 2, "Sécurité : 2 points en cours de traitement, détail conservé par l’association."),
        (1, 0, "Sécurité : 1 point relevé, pas encore au plan, détail conservé par l’association."),
        (3, 1, "Sécurité : 3 points relevés, dont 1 en cours de traitement, détail conservé par l’association."),
    ],
)
def test_security_is_a_count_and_tells_the_truth(found: int, planned: int, expected: str) -> None:
    assert flat(words.security_words(found, planned)) == expected


def test_before_the_detail_of_what_is_protected() -> None:
    assert "Constats" in words.protect_words(2, 0)
    assert flat(words.protect_words(0, 0)).startswith("Rien à protéger d’abord : ")
    assert flat(words.protect_words(0, 1)).endswith("1 point critique reste sans réponse.")
    assert flat(words.protect_words(0, 2)).endswith("2 points critiques restent sans réponse.")
    assert words.dealt_with_words([]) == "pas encore au plan"
    told = words.dealt_with_words([("Copier", "déc. 2026"), ("Essayer", "mai 2027")])
    assert flat(told) == "au plan : « Copier » (déc. 2026) et « Essayer » (mai 2027)"


def test_strengths() -> None:
    def told(names: list[str], express: bool = False, readable: bool = True) -> str:
        return flat(words.strengths_words(names, "Solide", express=express, readable=readable))

    assert told([]) == "À ce jour, aucun thème n’atteint de façon assurée le niveau « Solide »."
    assert told(["A"]) == "À ce jour, solide : « A »."
    assert told(["A", "B"]) == "À ce jour, solide : « A » et « B »."
    assert told(list("ABCDEF")).endswith("« E » et 1 autre thème.")
    assert "mode express" in told(["A"], express=True, readable=False)
    assert "trop peu de réponses connues" in told(["A"], readable=False)


def test_every_part_has_words_for_its_absence() -> None:
    assert set(words.ABSENT) == set(PARTS)
    told = flat(words.absent_words(frozenset(PARTS) - {"plan"}))
    assert told == f"Ce que cet exemplaire ne contient pas : le plan d’action ; {words.NEVER}."


def test_evidence_and_method() -> None:
    assert flat(words.evidence_words(3, 0)) == (
        "Déclaré par l’association, comme dans toute auto-évaluation ; pièces citées : 3 ; "
        "pièces vues par un accompagnateur : 0."
    )
    full, express = words.method_words(40, express=False), words.method_words(12, express=True)
    assert len(full) == len(express) == 3
    assert "40 questions au plus, selon son profil" in full[0]
    assert "12 questions au plus, en mode express" in express[0]


def test_around_the_request() -> None:
    assert volunteer_words(sums(volunteer_hours=12), 0) == ""
    told = volunteer_words(sums(volunteer_hours=12, volunteer_euros=180), 15)
    assert flat(told).startswith("12 h à 15 € l’heure, taux choisi par l’association : 180 € de chaque côté")
    assert excess_words(sums()) == ""
    assert "1 200 €" in flat(excess_words(sums(excess=1200)))
    assert flat(upkeep_words(120, asked=True)).startswith("120 € par an")
    assert "pas chiffré" in upkeep_words(0, asked=True)
    assert upkeep_words(0, asked=False) == ""


def test_indicators_keep_the_words_they_were_written_in() -> None:
    told = indicator_words(("deux personnes savent", "moins d'appels"), date(2027, 6, 1), asked=True)
    assert flat(told) == "« deux personnes savent » ; « moins d'appels ». Mesure prévue le 1er juin 2027."
    assert indicator_words(("un",), None, asked=False).endswith("Date de mesure à fixer.")
    assert indicator_words((), None, asked=True) == "Aucun indicateur n’est fixé à ce jour."
    assert indicator_words((), None, asked=False) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Votre réponse : « oui », comme 4 %.", "Réponse de l’association : « oui », comme 4 %."),
        ("Sans objet pour vous", "Sans objet pour l’association"),
        ("vous", "l’association"),
        ("vous, sans les usages individuels", "l’association, sans les usages individuels"),
        ("rendez-vous", "rendez-vous"),
    ],
)
def test_our_words_are_turned_to_the_funder(text: str, expected: str) -> None:
    assert words.third_person(text) == expected


def test_a_day_is_read_and_anything_else_is_kept() -> None:
    assert flat(words.dated("2026-11-01")) == "1er novembre 2026"
    assert words.dated("le 3 mai, en réunion") == "le 3 mai, en réunion"
