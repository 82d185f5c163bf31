"""Every question, theme by theme, with what is answered: the way to any of them."""

from __future__ import annotations

import streamlit as st

from questionnaire.assessment import Assessment
from questionnaire.language import say
from questionnaire.routing import Route, asked_fields, route
from ui import wording, wording_paper
from ui.components import go_on, newer_version, notices, path
from ui.session import arrive, current, enter, questionnaire, update


def show() -> None:
    st.title(say(wording.JUMP_TITLE))
    session = enter("sommaire")
    if notices.need_to_begin(session):
        return
    routed = route(questionnaire(), session.assessment)
    newer_version.offer(session)
    newer_version.arrived(session)
    path.show("questions", session)
    st.markdown(say(wording.JUMP_INTRO))
    for theme in questionnaire().themes:
        inside = [q for q in theme.questions if q.id in routed.ids]
        if inside:
            st.subheader(theme.name)
            with st.container(gap=None):
                for question in inside:
                    _line(routed, question.id, question.short)
    if session.assessment.mode == "express":
        go_on.invitation()
        _go_on()
    _profile_left(session.assessment)
    st.page_link("screens/saisie.py", label=say(wording_paper.TITLE))
    st.page_link("screens/donnees.py", label=say(wording.TO_LINK))


def _profile_left(assessment: Assessment) -> None:
    """The profile fields not answered yet: express leaves some out, and they decide what is asked."""
    left = [f for f in asked_fields(questionnaire(), assessment) if f.id not in assessment.fields]
    if left:
        st.page_link("screens/profil.py", label=wording.profile_left(len(left)))


def _line(routed: Route, question_id: str, short: str) -> None:
    answered = question_id in routed.answers
    icon = ":material/check_circle:" if answered else ":material/radio_button_unchecked:"
    label = short if answered else f"{short} ({say(wording.STATUS)['unanswered'].lower()})"
    if st.button(label, icon=icon, key=f"jump.{question_id}", type="tertiary"):
        arrive(question_id)
        update(current().assessment.put("place", "question", question_id))
        st.switch_page("screens/questions.py")


def _go_on() -> None:
    """From express to the whole instrument, without losing anything."""
    st.divider()
    st.markdown(say(wording.GO_FULL_TEXT))
    if st.button(say(wording.GO_FULL), key="go_full", type="primary"):
        update(current().assessment.put("head", "mode", "full").put("place", "question", None))
        st.switch_page("screens/questions.py")


show()
