"""The fields of the keying page: one short field a question, read again at each run.

The rule of the page of a question holds (docs/decisions/0005-question-page.md): read all fields, compare with
what is kept, write the difference, then say « Enregistré ». All fields of the page are read each time, whichever
theme runs, so that a run that was skipped loses nothing.
"""

from __future__ import annotations

import streamlit as st

from questionnaire.assessment import Assessment
from questionnaire.language import say
from questionnaire.model import Question
from questionnaire.routing import Route, route
from ui import wording
from ui import wording_paper as words
from ui.components.keying_signs import LETTERS, fold, read, signs_of
from ui.session import arrive, current, questionnaire, remember, remembered, seed, update, widget

WIDTH, MOST_SIGNS = 150, 60  # narrow enough for Streamlit to leave its English hint out
SEEN = "keyed"  # what each field said when it was last read


def routed() -> Route:
    return route(questionnaire(), current().assessment)


def begin_again() -> None:
    """Coming from another page: the fields take their signs from the answers as they are now."""
    remember(SEEN, {})
    for question in questionnaire().questions:
        arrive(question.id)


def keep() -> None:
    """Write what the fields of the page newly say. An empty field takes away only what it was seen to hold."""
    seen, path = remembered(SEEN) or {}, routed()
    assessment, read_now = current().assessment, dict(seen)
    for question in path.questions:
        typed = widget(_key(question))
        if typed is not None and typed != seen.get(question.id, ""):
            assessment = fold(question, str(typed), assessment, critical=question.id in path.critical)
            read_now[question.id] = str(typed)
    if read_now != seen:
        remember(SEEN, read_now)
    if assessment is not current().assessment:
        update(assessment)


def line(question: Question, assessment: Assessment, *, critical: bool) -> None:
    """The code, the short name, the field; below, what is wrong. Always one block, so that the next never moves."""
    with st.container(gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(_label(question), width="stretch")
            typed = st.text_input(
                f"{question.id} {question.short}",
                key=seed(_key(question), signs_of(question, assessment) or None),
                max_chars=MOST_SIGNS,
                width=WIDTH,
                placeholder=_placeholder(question),
                label_visibility="collapsed",
                autocomplete="off",
            )
        said = read(question, typed or "", assessment.answers.get(question.id), critical=critical)
        if said.fault:
            st.warning(said.fault)


def _key(question: Question) -> str:
    return f"keyed.{question.id}"


def _label(question: Question) -> str:
    shown = f"**{question.id}** {question.short}"
    if question.type == "rubric":
        return shown
    return f"{shown} ({words.columns(tuple(LETTERS), question.line_labels or say(wording.LINE_LABELS))})"


def _placeholder(question: Question) -> str:
    if question.type == "rubric":
        return words.placeholder(question.top)
    return words.placeholder_letters(len(question.options))
