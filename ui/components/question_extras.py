"""Around a question: why it is asked, a note, a piece of evidence, « mal posée ? »."""

from __future__ import annotations

import streamlit as st

from questionnaire.assessment import TEXT_MAX, WORDING, Assessment
from questionnaire.model import Question
from ui import wording
from ui.session import seed, widget


def explain_and_note(question: Question, assessment: Assessment) -> Assessment:
    """Why, and when it is good enough for us; the assessment comes back with the notes typed."""
    st.markdown(f"**{wording.WHY}** {question.why}\n\n**{wording.GOOD_ENOUGH}** {question.good_enough}")
    with st.expander(wording.NOTE_TITLE, key=f"notes.{question.id}", on_change="rerun") as opened:
        if opened.open:
            _draw(question, assessment)
    return fold_notes(question, assessment)


def fold_notes(question: Question, assessment: Assessment) -> Assessment:
    """The assessment with what is typed around this question; the same one when nothing new is said."""
    kept = assessment.all_of("notes")
    for kind, key in (("note", question.id), ("wording", question.id + WORDING)):
        typed = _typed(kind, question)
        if typed is not None and typed != kept.get(key, ""):
            assessment = assessment.put("notes", key, typed or None)
    piece = _typed("evidence", question)
    if piece is not None and piece != _piece(question, assessment):
        assessment = assessment.put("evidence", question.id, {"level": "cited", "text": piece} if piece else None)
    return assessment


def _typed(kind: str, question: Question) -> str | None:
    said = widget(f"{kind}.{question.id}")
    return None if said is None else str(said).strip()


def _piece(question: Question, assessment: Assessment) -> str:
    return str((assessment.all_of("evidence").get(question.id) or {}).get("text") or "")


def _draw(question: Question, assessment: Assessment) -> None:
    notes = assessment.all_of("notes")
    _area(wording.NOTE, f"note.{question.id}", notes.get(question.id))
    examples = " ; ".join(question.evidence)
    _area(wording.EVIDENCE, f"evidence.{question.id}", _piece(question, assessment) or None, examples)
    _area(wording.WORDING, f"wording.{question.id}", notes.get(question.id + WORDING))


def _area(label: str, key: str, value: str | None, placeholder: str = "") -> None:
    st.text_area(label, key=seed(key, value), max_chars=TEXT_MAX, height=80, placeholder=placeholder or None)
