"""Short messages: failures, saving, where to begin."""

from __future__ import annotations

import streamlit as st

from questionnaire.errors import PalierError
from questionnaire.language import say
from ui import wording, wording_elsewhere
from ui.components.doors import door
from ui.session import questionnaire, to_redraw
from ui.visit import Session


def show_failure(error: Exception) -> None:
    """One French sentence; Palier's own errors already are one."""
    st.error(str(error) if isinstance(error, PalierError) else say(wording.FAILURE))


def saving_state(session: Session) -> None:
    """« Enregistré » only after the commit; a failed write is said, and nothing leaves the screen."""
    saving_failure(session)
    if session.failure is None and session.kept is not None:
        st.caption(f":material/check: {say(wording.SAVED)}")


def saving_failure(session: Session) -> None:
    """A failed write; or what another device wrote meanwhile, after which the page is drawn again with it."""
    if session.failure:
        st.error(f"{say(wording.NOT_SAVED)} {session.failure}")
    if session.elsewhere:
        st.info(wording_elsewhere.told(questionnaire(), session.elsewhere))
    if to_redraw():
        st.rerun()


def with_saving_state(text: str, session: Session) -> str:
    """The same word after a line that is there anyway: one element less on the page that runs most."""
    saved = session.failure is None and session.kept is not None
    return f"{text} · :material/check: {say(wording.SAVED)}" if saved else text


def need_to_begin(session: Session) -> bool:
    """True, with a door to begin, when this browser holds no link yet."""
    if session.token is None:
        if session.failure:
            st.error(session.failure)
        st.info(say(wording.BEGIN_FIRST))
        door(say(wording.BEGIN), "/commencer?autre=1", primary=True)
    return session.token is None


def nothing_yet(session: Session) -> bool:
    """True, with a word and a way to the questions, when no scored question is answered."""
    if not session.assessment.answers:
        st.info(say(wording.NOTHING_YET))
        st.page_link("screens/questions.py", label=say(wording.TO_QUESTIONS))
    return not session.assessment.answers
