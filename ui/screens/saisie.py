"""Typing a filled sheet in, with the keyboard alone: every question that applies, one short field each.

One fragment a theme: leaving a field runs its theme only, while the next field is already being typed in.
"""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from questionnaire.language import say
from questionnaire.model import Theme
from ui import wording_paper
from ui.components import keying_lines, keying_sheets, notices
from ui.session import current, enter, questionnaire

PAGE = "saisie"


def show() -> None:
    st.title(say(wording_paper.TITLE))
    arriving = current().page not in ("", PAGE)  # "" after a restart: the browser may know more than this server
    session = enter(PAGE)
    if arriving:
        keying_lines.begin_again()
    st.markdown(say(wording_paper.SHEETS))
    keying_sheets.downloads()
    if notices.need_to_begin(session):
        return
    with st.expander(say(wording_paper.HOW_TITLE), expanded=True):
        st.markdown(say(wording_paper.HOW))
    st.markdown(say(wording_paper.MODES)[session.assessment.mode])
    st.page_link("screens/profil.py", label=say(wording_paper.PROFILE_FIRST))
    keying_lines.keep()
    counter = st.empty()
    inside = {theme.id for theme in map(_theme_of, keying_lines.routed().ids)}
    for theme in questionnaire().themes:
        if theme.id in inside:
            _theme(theme, counter)
    st.page_link("screens/resultats.py", label=say(wording_paper.TO_RESULTS))


def _theme_of(question_id: str) -> Theme:
    return questionnaire().theme_of[question_id]


@st.fragment
def _theme(theme: Theme, counter: DeltaGenerator) -> None:
    """The questions of one theme; what was typed is written before it is said to be."""
    keying_lines.keep()
    path, assessment = keying_lines.routed(), current().assessment
    asked = [q for q in theme.questions if q.id in path.ids]
    st.subheader(theme.name, anchor=False)  # its link would be one more stop for Tab
    for question in asked:
        keying_lines.line(question, assessment, critical=question.id in path.critical)
    keying_lines.keep()  # a server that has just restarted knows the fields only once they are drawn
    after, session = keying_lines.routed(), current()
    done = sum(q.id in after.answers for q in asked)
    st.caption(notices.with_saving_state(wording_paper.keyed(done, len(asked)), session))
    counter.markdown(f"**{wording_paper.keyed(len(after.answers), len(after.questions))}**")
    notices.saving_failure(session)
    if after.ids != path.ids:  # this answer opens or closes a question
        st.rerun()


show()
