"""An assessment in which everything that may be written is written, each text at its longest, in French letters."""

from __future__ import annotations

from random import Random
from typing import Any

from questionnaire.answers_checks import SEEN_BY_MAX
from questionnaire.assessment import TEXT_MAX, Assessment
from questionnaire.model import Questionnaire
from questionnaire.plan_checks import text_keys
from questionnaire.plan_edits import ASK, LINE_MAX, OWN, OWN_MAX
from questionnaire.workshop_checks import MINORITY_MAX

_VOCABULARY = [
    "adhérent",
    "âge",
    "bénévole",
    "budget",
    "cahier",
    "clé",
    "comité",
    "déjà",
    "école",
    "été",
    "facture",
    "fichier",
    "gérer",
    "hiver",
    "idée",
    "mémoire",
    "noté",
    "où",
    "papier",
    "président",
    "réunion",
    "saison",
    "sécurité",
    "tâche",
    "trésorier",
    "usage",
    "vérifié",
    "année",
]


def _follow(chance: Random, most: int) -> str:
    """Words one after the other, `most` characters in all: no two texts alike, as when people write them."""
    return " ".join(chance.choices(_VOCABULARY, k=most))[:most].strip().ljust(most, "s")


def at_its_longest(assessment: Assessment, content: Questionnaire) -> Assessment:
    """Notes, pieces, sheets, workshop, every action of the catalogue and all one may add oneself; no photo."""
    chance = Random(1901)
    for question in content.questions:
        assessment = _about(assessment, question.id, chance)
    assessment = assessment.put("workshop", "session", {"date": "2026-01-01", "participants": 3})
    for action in content.actions:
        assessment = assessment.put("plan", action.id, _action(chance))
    for number in range(1, OWN_MAX + 1):
        own = _action(chance) | {"title": _follow(chance, LINE_MAX), "hours": 10}
        assessment = assessment.put("plan", f"{OWN}{number}", own)
    for key in text_keys(content):
        assessment = assessment.put("texts", key, _follow(chance, TEXT_MAX))
    return assessment


def _about(assessment: Assessment, question: str, chance: Random) -> Assessment:
    piece = {"level": "seen", "text": _follow(chance, TEXT_MAX), "seen_by": _follow(chance, SEEN_BY_MAX)}
    vote = {"first": {"votes": 3}, "minority": _follow(chance, MINORITY_MAX)}
    assessment = assessment.put("notes", question, _follow(chance, TEXT_MAX)).put("evidence", question, piece)
    return assessment.put("plan", f"{ASK}{question}", _followed(chance)).put("workshop", f"vote.{question}", vote)


def _followed(chance: Random) -> dict[str, Any]:
    role, note = _follow(chance, LINE_MAX), _follow(chance, TEXT_MAX)
    return {"role": role, "due": "2027-01-01", "note": note, "status": "todo"}


def _action(chance: Random) -> dict[str, Any]:
    funding, reason = _follow(chance, LINE_MAX), _follow(chance, TEXT_MAX)
    return _followed(chance) | {"euros": 100, "funding": funding, "reason": reason}
