"""One question a screen: answer, say why it matters, move on, leave and come back."""

from __future__ import annotations

import streamlit as st

from questionnaire.assessment import Assessment
from questionnaire.routing import route
from ui import services, wording
from ui.components import notices, question_extras
from ui.components.place import Place, place_of
from ui.components.question import ask, fold
from ui.session import current, enter, update


@st.fragment
def show() -> None:
    """A fragment: an answer runs this function only, not the whole page."""
    session = enter("questions")
    if notices.need_to_begin(session):
        return
    place = _place(session.assessment)
    question = place.question
    st.progress(place.answered / place.total, text=place.header)
    ask(question, session.assessment, critical=question.id in place.routed.critical)
    said = question_extras.explain_and_note(question, _keep(place, session.assessment))
    if said is not current().assessment:
        update(said)
    target = _navigation(place) or question_extras.jump(place)
    if target is not None:  # only when this server did not know the button yet: see `_go`
        _go(target)
        st.rerun(scope="fragment")
    notices.saving_state(current())


def _place(assessment: Assessment) -> Place:
    return place_of(route(services.questionnaire(), assessment), assessment)


def _keep(place: Place, assessment: Assessment, target: str | None = None) -> Assessment:
    """Write what the widgets of this question say, with where the visitor is; returns what is now held."""
    said = fold(place.question, assessment)
    if said is assessment and target is None:
        return assessment
    return update(said.put("place", "question", target or place.question.id)).assessment


def _go(target: str) -> None:
    """Runs before the page when a button is pressed: keep the answer on screen first, then move."""
    assessment = current().assessment
    _keep(_place(assessment), assessment, target)


def _navigation(place: Place) -> str | None:
    """Previous and next; the last question leads to the results."""
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        back = place.previous.id if place.previous else None
        if st.button(wording.PREVIOUS, key=f"previous.{place.rank}", disabled=back is None, on_click=_go, args=(back,)):
            return back
        if place.following is None:
            if st.button(wording.TO_RESULTS, key="results", type="primary"):
                st.switch_page("pages/resultats.py")
        elif st.button(
            wording.CONTINUE, key=f"next.{place.rank}", type="primary", on_click=_go, args=(place.following.id,)
        ):
            return place.following.id
    return None


show()
