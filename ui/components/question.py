"""One scored question on screen, and the answer it gives back. Nothing is preselected."""

from __future__ import annotations

from typing import Any

import streamlit as st

from questionnaire.answers import NA_TEXT_MAX, NA_TEXT_MIN
from questionnaire.assessment import Assessment
from questionnaire.model import CHECKLIST_LISTS, NA_REASONS, UNKNOWN, Question
from ui import wording
from ui.session import bump, generation, seed

NA = "na"


def ask(question: Question, assessment: Assessment, *, critical: bool) -> Assessment:
    """Show the question; the assessment comes back with what the widgets say."""
    st.header(question.text)
    if question.note:
        st.caption(question.note)
    if question.type == "checklist":
        return _ask_checklist(question, assessment, critical=critical)
    return _ask_rubric(question, assessment, critical=critical)


def _ask_rubric(question: Question, assessment: Assessment, *, critical: bool) -> Assessment:
    raw = assessment.answers.get(question.id)
    labels = {str(i): text for i, text in enumerate(question.anchors)} | {UNKNOWN: wording.UNKNOWN}
    if not critical:
        labels[NA] = wording.NOT_APPLICABLE
    said = st.radio(
        question.text,
        list(labels),
        index=None,
        format_func=labels.__getitem__,
        key=seed(f"answer.{question.id}", _choice_of(raw)),
        label_visibility="collapsed",
    )
    if said is None:
        return assessment
    value: Any = int(said) if said not in (UNKNOWN, NA) else UNKNOWN
    if said == NA:
        value = _ask_reason(question, raw)
    return assessment if value == raw else assessment.put("answers", question.id, value)


def _choice_of(raw: Any) -> str | None:
    if raw is None:
        return None
    return NA if isinstance(raw, dict) else str(raw)


def _ask_reason(question: Question, raw: Any) -> dict[str, str]:
    """« Non concerné » holds at once with the likeliest reason; the reason can then be made precise."""
    reasons = ({NA_REASONS[2]: question.did_not_arise} if question.did_not_arise else {}) | wording.NA_REASONS
    given = raw.get("not_applicable") if isinstance(raw, dict) else None
    labels = reasons | {NA: wording.NA_OTHER}
    said = st.radio(
        wording.NA_WHY,
        list(labels),
        format_func=labels.__getitem__,
        key=seed(f"reason.{question.id}", given if given in reasons or given is None else NA),
    )
    if said != NA:
        return {"not_applicable": str(said)}
    own = st.text_input(
        wording.NA_OTHER_LABEL,
        max_chars=NA_TEXT_MAX,
        key=seed(f"reason_text.{question.id}", given if given not in reasons else None),
    )
    valid = own and len(own.strip()) >= NA_TEXT_MIN
    return {"not_applicable": own.strip() if valid else given or next(iter(reasons))}


def _ask_checklist(question: Question, assessment: Assessment, *, critical: bool) -> Assessment:
    raw = assessment.answers.get(question.id)
    lines = _lines(question, assessment)
    labels = dict(zip(CHECKLIST_LISTS, question.line_labels or wording.LINE_LABELS, strict=True))
    turn = generation(question.id)
    for option in question.options:
        said = st.radio(
            option.text,
            list(labels),
            index=None,
            format_func=labels.__getitem__,
            horizontal=True,
            key=seed(f"line.{turn}.{question.id}.{option.id}", lines.get(option.id)),
        )
        if said is not None:
            lines[option.id] = said
    if changed := _whole_answer_buttons(question, assessment, raw, critical=critical):
        return changed
    return _with_lines(question, assessment, lines)


def _lines(question: Question, assessment: Assessment) -> dict[str, str]:
    """List of each option already sorted, from the finished answer or from the draft."""
    raw = assessment.answers.get(question.id)
    if isinstance(raw, dict) and "not_applicable" not in raw:
        return {option: name for name in CHECKLIST_LISTS for option in raw.get(name, [])}
    return dict(assessment.all_of("drafts").get(question.id) or {})


def _with_lines(question: Question, assessment: Assessment, lines: dict[str, str]) -> Assessment:
    """All lines said: an answer. Some: a draft, so that nothing is lost. None: whatever was said before."""
    if not lines:
        return assessment
    if len(lines) < len(question.options):
        return assessment.put("answers", question.id, None).put("drafts", question.id, lines)
    value = {name: [o.id for o in question.options if lines[o.id] == name] for name in CHECKLIST_LISTS}
    return assessment.put("drafts", question.id, None).put("answers", question.id, value)


def _whole_answer_buttons(
    question: Question, assessment: Assessment, raw: Any, *, critical: bool
) -> Assessment | None:
    """« Je ne sais pas » and « Non concerné » for the whole list, in one tap each."""
    choices: dict[str, Any] = {wording.UNKNOWN: UNKNOWN}
    if not critical:
        choices[wording.NOT_APPLICABLE] = {"not_applicable": NA_REASONS[0]}
    with st.container(horizontal=True):
        for label, value in choices.items():
            chosen = "primary" if raw == value else "secondary"
            if st.button(label, key=f"whole.{question.id}.{label}", type=chosen):
                bump(question.id)
                return assessment.put("drafts", question.id, None).put("answers", question.id, value)
    return None
