"""The door: what it is, what it is not, how long it takes; begin, resume, open a file, see an example."""

from __future__ import annotations

from html import escape

import streamlit as st

from questionnaire.language import say
from questionnaire.model import Questionnaire
from ui import services, wording_home, wording_welcome, wording_workshop
from ui.components import answers_upload, newer_version, resume, visitor_door
from ui.components.doors import doors
from ui.session import enter
from ui.visit import Session


def show() -> None:
    session = enter("accueil")
    content = services.questionnaire()
    st.title(content.title)
    st.html(f'<p class="palier-lead">{escape(content.subtitle)}</p>')
    st.markdown(say(wording_home.HOME_LEAD))
    held = resume.held_assessments()
    if held:
        _resume(session, held)
    else:
        _begin(content)
    if services.example():
        st.page_link("screens/exemple.py", label=say(wording_home.HOME_EXAMPLE))
    visitor_door.entrance()
    _what_it_is(content)
    answers_upload.show(session)
    st.page_link("screens/atelier.py", label=say(wording_workshop.HOME_LINK))
    st.caption(f"{content.caution} {say(wording_home.HOME_INDEPENDENT)}")
    if content.glossary:
        st.page_link("screens/mots.py", label=say(wording_welcome.WORDS_LINK))


def _begin(content: Questionnaire) -> None:
    minutes = content.minutes
    doors(
        [
            (wording_home.express_door(minutes.express), "/commencer?mode=express", True),
            (wording_home.full_door(minutes.full), "/commencer?mode=full", False),
        ]
    )
    express = sum(q.express for q in content.questions)
    st.caption(wording_home.durations(len(content.questions), express))


def _resume(session: Session, held: list[resume.Held]) -> None:
    st.subheader(say(wording_home.HOME_RESUME_TITLE))
    resume.show_held(held)
    newer_version.offer(session)
    with st.expander(say(wording_home.HOME_ANOTHER)):
        if session.token:
            st.markdown(say(wording_home.HOME_ANOTHER_FIRST))
            resume.show_link(session.token)
        minutes = services.questionnaire().minutes
        doors(
            [
                (wording_home.express_door(minutes.express), "/commencer?mode=express&autre=1", False),
                (wording_home.full_door(minutes.full), "/commencer?mode=full&autre=1", False),
            ]
        )


def _what_it_is(content: Questionnaire) -> None:
    st.subheader(say(wording_home.HOME_GIVES_TITLE))
    st.markdown(wording_home.gives([axis.name for axis in content.axes]))
    st.subheader(say(wording_home.HOME_IS_NOT_TITLE))
    st.markdown(say(wording_home.HOME_IS_NOT))


show()
