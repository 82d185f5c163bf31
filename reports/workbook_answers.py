"""The sheet of answers: everything that may be asked, in order, with what was said, noted and shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from questionnaire.answers import Step
from questionnaire.assessment import WORDING
from questionnaire.language import say
from questionnaire.routing import asked_fields
from reports.answer_words import EVIDENCE_WORDS, IDENTITY_WORDS, answer_words, field_words
from reports.case import Case
from reports.cells import Column, Grid, Row

ANSWERS = "Réponses"
ASSOCIATION, UNSCORED = "Votre association", "Questions sans score"
NOT_ASKED = {"full": "Non posée d’après votre profil", "express": "Non posée en mode express"}


def answers_grid(case: Case) -> Grid:
    columns = (
        Column(say("Repère"), 9), Column(say("Partie"), 26), Column(say("Thème"), 28), Column(say("Question"), 50), Column(say("Réponse"), 56),
        Column(say("Palier"), 8), Column(say("Note"), 44), Column(say("Remarque sur la question"), 36),
        Column(say("Justification"), 22), Column(say("Pièce"), 36),
    )  # fmt: skip
    return Grid(say(ANSWERS), columns, (*_identity(case), *_fields(case), *_questions(case)))


def _identity(case: Case) -> Iterator[Row]:
    for key, text in case.assessment.all_of("identity").items():
        yield ("", say(ASSOCIATION), "", say(IDENTITY_WORDS).get(key, key), str(text), None, "", "", "", "")


def _fields(case: Case) -> Iterator[Row]:
    profile = {field.id for field in case.questionnaire.profile}
    for field in asked_fields(case.questionnaire, case.assessment):
        part = say(ASSOCIATION) if field.id in profile else say(UNSCORED)
        said = field_words(field, case.assessment.fields.get(field.id))
        yield (field.id, part, "", field.text, said, None, *_beside(case, field.id))


def _questions(case: Case) -> Iterator[Row]:
    """All of them, in order: those left out say why."""
    inside = set(case.routed.ids)
    for axis in case.questionnaire.axes:
        for theme in axis.themes:
            for question in theme.questions:
                answer = case.answer(question.id)
                said = "\n".join(answer_words(question, answer)) if question.id in inside else _why_out(case)
                step = answer.value if isinstance(answer, Step) else None
                yield (question.id, axis.name, theme.name, question.text, said, step, *_beside(case, question.id))


def _why_out(case: Case) -> str:
    return say(NOT_ASKED)[case.result.mode]


def _beside(case: Case, key: str) -> Row:
    """What was noted beside one question: note, remark on its wording, kind of evidence, evidence."""
    notes = case.assessment.all_of("notes")
    evidence: dict[str, Any] = case.assessment.all_of("evidence").get(key) or {}
    level = evidence.get("seen_by") or say(EVIDENCE_WORDS).get(evidence.get("level", ""), "")
    return notes.get(key, ""), notes.get(f"{key}{WORDING}", ""), level, evidence.get("text") or ""
