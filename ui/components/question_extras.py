"""Around a question: why it is asked, a note, a piece of evidence, « mal posée ? »."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from questionnaire.assessment import TEXT_MAX, WORDING, Assessment
from questionnaire.language import say
from questionnaire.model import Question
from ui import wording
from ui.session import seed, widgets_named


def explain_and_note(question: Question, assessment: Assessment) -> Assessment:
    """Why, and when it is good enough for us; the assessment comes back with the notes typed."""
    st.markdown(f"**{say(wording.WHY)}** {question.why}\n\n**{say(wording.GOOD_ENOUGH)}** {question.good_enough}")
    with st.expander(say(wording.NOTE_TITLE), key=f"notes.{question.id}", on_change="rerun") as opened:
        if opened.open:
            _draw(question, assessment)
    return fold_notes(question, assessment) if opened.open else assessment  # closed: read with the answer already


def fold_notes(question: Question, assessment: Assessment) -> Assessment:
    """The assessment with what is typed around this question; the same one when nothing new is said."""
    kept = assessment.all_of("notes")
    note, wording_said, piece = _typed(question, ("note", "wording", "evidence"))
    for typed, key in ((note, question.id), (wording_said, question.id + WORDING)):
        if typed is not None and typed != kept.get(key, ""):
            assessment = assessment.put("notes", key, typed or None)
    if piece is not None and piece != _piece(question, assessment):
        assessment = assessment.put("evidence", question.id, {"level": "cited", "text": piece} if piece else None)
    return assessment


def _typed(question: Question, kinds: Iterable[str]) -> tuple[str | None, ...]:
    said = widgets_named(f"{kind}.{question.id}" for kind in kinds)
    return tuple(None if one is None else str(one).strip() for one in said)


def _piece(question: Question, assessment: Assessment) -> str:
    return str((assessment.all_of("evidence").get(question.id) or {}).get("text") or "")


def _draw(question: Question, assessment: Assessment) -> None:
    notes = assessment.all_of("notes")
    _area(say(wording.NOTE), f"note.{question.id}", notes.get(question.id))
    examples = " ; ".join(question.evidence)
    _area(say(wording.EVIDENCE), f"evidence.{question.id}", _piece(question, assessment) or None, examples)
    _area(say(wording.WORDING), f"wording.{question.id}", notes.get(question.id + WORDING))


def _area(label: str, key: str, value: str | None, placeholder: str = "") -> None:
    st.text_area(label, key=seed(key, value), max_chars=TEXT_MAX, height=80, placeholder=placeholder or None)
