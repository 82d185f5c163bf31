"""Opening a workshop: which questions are asked, in which batches, until when."""

from __future__ import annotations

from datetime import datetime

from questionnaire.assessment import Assessment
from questionnaire.model import Question, Questionnaire
from questionnaire.routing import route
from workshop.model import OPEN_MAX, Choice, Refusal, Workshop
from workshop.sentences import NO_QUESTION, TOO_LONG


def open_workshop(
    questionnaire: Questionnaire,
    choice: Choice,
    opened_at: datetime,
    closes_at: datetime,
    assessment: Assessment | None = None,
) -> Workshop | Refusal:
    """A workshop in its lobby, or why it cannot open. Moments are aware datetimes.

    The profile of `assessment` decides which questions apply and which are critical. Several associations
    have several profiles: every question of the choice is then asked, and each assessment routes its own.
    """
    if not opened_at < closes_at <= opened_at + OPEN_MAX:
        return TOO_LONG
    questions, critical = asked(questionnaire, choice, assessment)
    batches = _batches(questionnaire, choice, questions)
    if not batches:
        return NO_QUESTION
    return Workshop(
        questionnaire.id, questionnaire.version, choice, batches, critical, opened_at, closes_at, since=opened_at
    )


def asked(
    questionnaire: Questionnaire, choice: Choice, assessment: Assessment | None = None
) -> tuple[tuple[Question, ...], frozenset[str]]:
    """The questions of a choice, in order, and which are critical: in a room or on paper, the same ones."""
    profile = Assessment(questionnaire.id, questionnaire.version) if choice.several or not assessment else assessment
    routed = route(questionnaire, profile.put("head", "mode", "full"))
    known = questionnaire.questions if choice.several else routed.questions
    return tuple(q for q in known if _chosen(questionnaire, choice, q)), routed.critical


def _chosen(questionnaire: Questionnaire, choice: Choice, question: Question) -> bool:
    if choice.scope == "themes":
        return questionnaire.theme_of[question.id].id in choice.themes
    return choice.scope == "full" or question.express


def _batches(
    questionnaire: Questionnaire, choice: Choice, questions: tuple[Question, ...]
) -> tuple[tuple[str, ...], ...]:
    """One question at a time, or a whole theme at one's own pace."""
    if choice.pace == "question":
        return tuple((question.id,) for question in questions)
    themes = {questionnaire.theme_of[question.id].id: () for question in questions}
    return tuple(tuple(q.id for q in questions if questionnaire.theme_of[q.id].id == theme) for theme in themes)
