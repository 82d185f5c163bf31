"""One question a screen: answer, say why it matters, move on, leave and come back."""

from __future__ import annotations

import streamlit as st

from questionnaire.routing import route
from ui import services, wording
from ui.components import notices, question_extras
from ui.components.place import Place, place_of
from ui.components.question import ask
from ui.session import enter, update


def show() -> None:
    session = enter("questions")
    if notices.need_to_begin(session):
        return
    routed = route(services.questionnaire(), session.assessment)
    place = place_of(routed, session.assessment)
    st.progress(place.answered / place.total, text=place.header)
    said = ask(place.question, session.assessment, critical=place.question.id in routed.critical)
    bar = st.container(horizontal=True, horizontal_alignment="distribute")
    said = question_extras.explain_and_note(place.question, said)
    target = _navigation(bar, place) or question_extras.jump(place)
    if target is not None:
        said = said.put("place", "question", target)
    changed = said is not session.assessment
    session = update(said) if changed and _worth_keeping(said) else session
    if target is not None or (changed and place.question.type == "checklist"):
        st.rerun()
    with bar:
        notices.saving_state(session)


def _worth_keeping(assessment: object) -> bool:
    """Nothing is stored before the first answer: moving about is not one."""
    return any(kind != "place" for kind, _ in assessment.entries() if kind != "head")


def _navigation(bar: object, place: Place) -> str | None:
    """Previous and next; the last question leads to the results. Returns the question to show."""
    with bar:
        if st.button(wording.PREVIOUS, key="previous", disabled=place.previous is None) and place.previous:
            return place.previous.id
        if place.following is None:
            if st.button(wording.TO_RESULTS, key="results", type="primary"):
                st.switch_page("pages/resultats.py")
        elif st.button(wording.CONTINUE, key="next", type="primary"):
            return place.following.id
    return None


show()
