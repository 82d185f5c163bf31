"""One question a screen: answer, say why it matters, move on, leave and come back.

Two nested fragments: an answer runs `_answer` only, a move runs `show`. That keeps the server's work
close to a bare page (docs/decisions/0005-question-page.md).
"""

from __future__ import annotations

import streamlit as st

from questionnaire.assessment import Assessment
from questionnaire.language import say
from questionnaire.routing import route
from ui import services, wording
from ui.components import newer_version, notices, path, question_extras, scrolling
from ui.components.place import Place, place_of
from ui.components.question import ask, fold
from ui.session import arrive, current, enter, update
from ui.visit import Session


@st.fragment
def show() -> None:
    session = enter("questions")
    if notices.need_to_begin(session):
        return
    place = _place(session.assessment)
    newer_version.offer(session, place.question.id)
    _answer(place)
    scrolling.to_top(place.rank)
    target = _navigation(place)
    held = current().assessment
    said = question_extras.explain_and_note(place.question, held)
    if said is not held:
        update(said)
    if target is not None:  # only when this server did not know the button yet: see `_go`
        _go(target)
        st.rerun(scope="fragment")


@st.fragment
def _answer(place: Place) -> None:
    """The question and its answer, written before « Enregistré » is shown."""
    question = place.question
    session = _keep(place, current())
    path.of_question(place, session)
    assessment = session.assessment
    ask(question, assessment, critical=question.id in place.routed.critical)
    session = _keep(place, session)  # a server that has just restarted knows the widgets only once they are drawn
    notices.saving_failure(session)
    if _path(session.assessment) != place.routed.ids:  # this answer opens or closes a question: redraw the way on
        st.rerun()


def _path(assessment: Assessment) -> tuple[str, ...]:
    return route(services.content_of(assessment), assessment).ids


def _place(assessment: Assessment) -> Place:
    return place_of(route(services.content_of(assessment), assessment), assessment)


def _keep(place: Place, session: Session) -> Session:
    """Write what the widgets of this question say, notes included, with where the visitor is; the session after."""
    assessment = session.assessment
    said = question_extras.fold_notes(place.question, fold(place.question, assessment))
    return session if said is assessment else update(said.put("place", "question", place.question.id))


def _go(direction: int) -> None:
    """Runs before the page when a button is pressed: keep the answer on screen first, then move.

    The direction (-1, +1) is followed along the route as the answer just given leaves it.
    """
    before = current()
    session = _keep(_place(before.assessment), before)
    place = _place(session.assessment)
    aside = place.previous if direction < 0 else place.following
    target = (aside or place.question).id
    arrive(target)
    update(session.assessment.put("place", "question", target))


def _navigation(place: Place) -> int | None:
    """Previous and next; the last question leads to the results."""
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        first = place.previous is None
        if st.button(say(wording.PREVIOUS), key=f"previous.{place.rank}", disabled=first, on_click=_go, args=(-1,)):
            return -1
        if place.following is None:
            if st.button(say(wording.TO_RESULTS), key="results", type="primary"):
                st.switch_page("screens/resultats.py")
        elif st.button(say(wording.CONTINUE), key=f"next.{place.rank}", type="primary", on_click=_go, args=(1,)):
            return 1
    return None


show()
