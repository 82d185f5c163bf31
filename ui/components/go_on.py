"""From express to the whole instrument, one theme at a time: which themes, how many questions, how long."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from questionnaire.assessment import Assessment
from questionnaire.language import say
from questionnaire.model import Theme
from questionnaire.routing import route
from ui import pace, wording_path
from ui.session import arrive, current, questionnaire, update


def invitation() -> None:
    """One button a theme that express left unfinished; nothing in full mode, nor when nothing is left."""
    session = current()
    if session.assessment.mode != "express":
        return
    left = _left(session.assessment)
    if not left:
        return
    st.subheader(say(wording_path.GO_ON_TITLE))
    st.markdown(say(wording_path.GO_ON))
    seconds = pace.seconds_an_answer(questionnaire(), "full", session.moments)
    for theme, names in left:
        label = wording_path.theme_left(theme.name, len(names), pace.rounded(len(names) * seconds))
        if st.button(label, key=f"go_on.{theme.id}"):
            _open(names[0])


def _left(assessment: Assessment) -> list[tuple[Theme, tuple[str, ...]]]:
    """Each theme with the questions that the whole instrument would still ask there."""
    whole = route(questionnaire(), replace(assessment, mode="full"))
    asked = [name for name in whole.ids if name not in whole.answers]
    found = [(theme, tuple(q.id for q in theme.questions if q.id in asked)) for theme in questionnaire().themes]
    return [(theme, names) for theme, names in found if names]


def _open(question_id: str) -> None:
    arrive(question_id)
    update(current().assessment.put("head", "mode", "full").put("place", "question", question_id))
    st.switch_page("screens/questions.py")
