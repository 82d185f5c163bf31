"""One scored question on screen, and the answer it gives back. Nothing is preselected."""

from __future__ import annotations

from typing import Any, Literal

import streamlit as st

from questionnaire.answers import NA_TEXT_MAX, NA_TEXT_MIN
from questionnaire.assessment import Assessment
from questionnaire.language import say
from questionnaire.model import CHECKLIST_LISTS, NA_REASONS, UNKNOWN, Question
from ui import wording
from ui.components import words
from ui.session import bump, generation, seed, widget

NA = "na"


def ask(question: Question, assessment: Assessment, *, critical: bool) -> None:
    """Draw the question. What was said is read by `fold`, so that it can be kept before anything moves."""
    st.header(question.text)
    words.note_and_words(question)
    if question.type == "checklist":
        _draw_lines(question, assessment, critical=critical)
    else:
        _draw_anchors(question, assessment, critical=critical)


def fold(question: Question, assessment: Assessment) -> Assessment:
    """The assessment with what the widgets of this question say; the same one when they say nothing new."""
    if question.type == "checklist":
        return _fold_lines(question, assessment)
    said = widget(f"answer.{question.id}")
    if said is None:
        return assessment
    raw = assessment.answers.get(question.id)
    value: Any = int(said) if said not in (UNKNOWN, NA) else UNKNOWN
    if said == NA:
        value = _reason(question, raw)
    return assessment if value == raw else assessment.put("answers", question.id, value)


def _draw_anchors(question: Question, assessment: Assessment, *, critical: bool) -> None:
    raw = assessment.answers.get(question.id)
    labels = {str(i): text for i, text in enumerate(question.anchors)} | {UNKNOWN: say(wording.UNKNOWN)}
    if not critical:
        labels[NA] = say(wording.NOT_APPLICABLE)
    said = st.radio(
        question.text,
        list(labels),
        index=None,
        format_func=labels.__getitem__,
        key=seed(f"answer.{question.id}", _choice_of(raw)),
        label_visibility="collapsed",
    )
    if said == NA:
        _draw_reason(question, raw)


def _choice_of(raw: Any) -> str | None:
    if raw is None:
        return None
    return NA if isinstance(raw, dict) else str(raw)


def _reasons(question: Question) -> dict[str, str]:
    """The ready-made reasons, the likeliest first: it holds at once, and can then be made precise."""
    return ({NA_REASONS[2]: question.did_not_arise} if question.did_not_arise else {}) | say(wording.NA_REASONS)


def _draw_reason(question: Question, raw: Any) -> None:
    reasons = _reasons(question)
    given = raw.get("not_applicable") if isinstance(raw, dict) else None
    labels = reasons | {NA: say(wording.NA_OTHER)}
    said = st.radio(
        say(wording.NA_WHY),
        list(labels),
        format_func=labels.__getitem__,
        key=seed(f"reason.{question.id}", given if given in reasons or given is None else NA),
    )
    if said == NA:
        own = given if given not in reasons else None
        st.text_input(say(wording.NA_OTHER_LABEL), max_chars=NA_TEXT_MAX, key=seed(f"reason_text.{question.id}", own))


def _reason(question: Question, raw: Any) -> dict[str, str]:
    reasons = _reasons(question)
    given = raw.get("not_applicable") if isinstance(raw, dict) else None
    said = widget(f"reason.{question.id}")
    if said is not None and said != NA:
        return {"not_applicable": str(said)}
    own = (widget(f"reason_text.{question.id}") or "").strip()
    valid = said == NA and len(own) >= NA_TEXT_MIN
    return {"not_applicable": own if valid else given or next(iter(reasons))}


def _draw_lines(question: Question, assessment: Assessment, *, critical: bool) -> None:
    """One line a use, three choices each, then « Je ne sais pas » and « Non concerné » for the whole list."""
    lines = _lines(question, assessment)
    labels = dict(zip(CHECKLIST_LISTS, question.line_labels or say(wording.LINE_LABELS), strict=True))
    for option in question.options:
        st.radio(
            option.text,
            list(labels),
            index=None,
            format_func=labels.__getitem__,
            horizontal=True,
            key=seed(_line_key(question, option.id), lines.get(option.id)),
        )
    raw = assessment.answers.get(question.id)
    with st.container(horizontal=True):
        for label, value in _whole_answers(critical).items():
            chosen: Literal["primary", "secondary"] = "primary" if raw == value else "secondary"
            st.button(label, key=f"whole.{question.id}.{label}", type=chosen, on_click=bump, args=(question.id, value))


def _whole_answers(critical: bool) -> dict[str, Any]:
    unknown: dict[str, Any] = {say(wording.UNKNOWN): UNKNOWN}
    return unknown if critical else unknown | {say(wording.NOT_APPLICABLE): {"not_applicable": NA_REASONS[0]}}


def _line_key(question: Question, option: str) -> str:
    return f"line.{generation(question.id)}.{question.id}.{option}"


def _lines(question: Question, assessment: Assessment) -> dict[str, str]:
    """List of each option already sorted, from the finished answer or from the draft."""
    raw = assessment.answers.get(question.id)
    if isinstance(raw, dict) and "not_applicable" not in raw:
        return {option: name for name in CHECKLIST_LISTS for option in raw.get(name, [])}
    return dict(assessment.all_of("drafts").get(question.id) or {})


def _fold_lines(question: Question, assessment: Assessment) -> Assessment:
    """All lines said: an answer. Some: a draft, so that nothing is lost. None: whatever was said before."""
    before = _lines(question, assessment)
    said = {o.id: widget(_line_key(question, o.id)) for o in question.options}
    lines = before | {option: name for option, name in said.items() if name is not None}
    if lines == before:
        return assessment
    if len(lines) < len(question.options):
        return assessment.put("answers", question.id, None).put("drafts", question.id, lines)
    value = {name: [o.id for o in question.options if lines[o.id] == name] for name in CHECKLIST_LISTS}
    return assessment.put("drafts", question.id, None).put("answers", question.id, value)
