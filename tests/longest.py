"""An assessment in which everything that may be written is written, each text at its longest, in French letters."""

from __future__ import annotations

from questionnaire.answers_checks import SEEN_BY_MAX
from questionnaire.assessment import TEXT_MAX, Assessment
from questionnaire.model import Questionnaire
from questionnaire.plan_checks import text_keys
from questionnaire.plan_edits import ASK, LINE_MAX, OWN, OWN_MAX
from questionnaire.workshop_checks import MINORITY_MAX

_WORDS = "Un mot écrit à la main, déjà. " * 100
_TEXT, _LINE = _WORDS[:TEXT_MAX], _WORDS[:LINE_MAX].strip()
_FOLLOWED = {"role": _LINE, "due": "2027-01-01", "note": _TEXT, "status": "todo"}
_ACTION = _FOLLOWED | {"euros": 100, "funding": _LINE, "reason": _TEXT}


def at_its_longest(assessment: Assessment, content: Questionnaire) -> Assessment:
    """Notes, pieces, sheets, workshop, every action of the catalogue and all one may add oneself; no photo."""
    piece = {"level": "seen", "text": _TEXT, "seen_by": _WORDS[:SEEN_BY_MAX]}
    for question in content.questions:
        name = question.id
        assessment = assessment.put("notes", name, _TEXT).put("evidence", name, piece)
        assessment = assessment.put("plan", f"{ASK}{name}", _FOLLOWED)
        vote = {"first": {"votes": 3}, "minority": _WORDS[:MINORITY_MAX]}
        assessment = assessment.put("workshop", f"vote.{name}", vote)
    assessment = assessment.put("workshop", "session", {"date": "2026-01-01", "participants": 3})
    for action in content.actions:
        assessment = assessment.put("plan", action.id, _ACTION)
    for number in range(1, OWN_MAX + 1):
        assessment = assessment.put("plan", f"{OWN}{number}", _ACTION | {"title": _LINE, "hours": 10})
    for key in text_keys(content):
        assessment = assessment.put("texts", key, _TEXT)
    return assessment
