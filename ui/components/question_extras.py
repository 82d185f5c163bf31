"""Around a question: why it is asked, a note, a piece of evidence, « mal posée ? »."""

from __future__ import annotations

import streamlit as st

from questionnaire.assessment import TEXT_MAX, WORDING, Assessment
from questionnaire.model import Question
from ui import wording
from ui.session import seed


def explain_and_note(question: Question, assessment: Assessment) -> Assessment:
    """Why, and when it is good enough for us; the assessment comes back with the notes typed."""
    st.markdown(f"**{wording.WHY}** {question.why}\n\n**{wording.GOOD_ENOUGH}** {question.good_enough}")
    with st.expander(wording.NOTE_TITLE, key=f"notes.{question.id}", on_change="rerun") as opened:
        return _notes(question, assessment) if opened.open else assessment


def _notes(question: Question, assessment: Assessment) -> Assessment:
    note = _area(wording.NOTE, f"note.{question.id}", assessment.all_of("notes").get(question.id))
    kept = assessment.all_of("evidence").get(question.id) or {}
    examples = " ; ".join(question.evidence)
    piece = _area(wording.EVIDENCE, f"evidence.{question.id}", kept.get("text"), examples)
    name = question.id + WORDING
    wording_note = _area(wording.WORDING, f"wording.{question.id}", assessment.all_of("notes").get(name))
    for kind, key, old, new in (
        ("notes", question.id, assessment.all_of("notes").get(question.id), note),
        ("notes", name, assessment.all_of("notes").get(name), wording_note),
    ):
        if (new or None) != old:
            assessment = assessment.put(kind, key, new or None)
    if (piece or None) != kept.get("text"):
        assessment = assessment.put("evidence", question.id, {"level": "cited", "text": piece} if piece else None)
    return assessment


def _area(label: str, key: str, value: str | None, placeholder: str = "") -> str:
    return st.text_area(
        label, key=seed(key, value), max_chars=TEXT_MAX, height=80, placeholder=placeholder or None
    ).strip()
