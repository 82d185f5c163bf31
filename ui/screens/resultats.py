"""Where the association stands: three intervals, what to protect first, why, and what would change it."""

from __future__ import annotations

import streamlit as st

from questionnaire.language import say
from ui import wording, wording_change
from ui.components import go_on, newer_version, notices, path, results_view, targets
from ui.session import enter, update


def show() -> None:
    st.title(say(wording.RESULTS_TITLE))
    session = enter("resultats")
    if notices.need_to_begin(session) or notices.nothing_yet(session):
        return
    newer_version.offer(session)
    path.show("resultats", session)
    results_view.show(session.assessment)
    said = targets.ask(session.assessment)
    if said is not session.assessment:
        update(said)
        st.rerun()  # what is told above of the plan changes with the targets
    go_on.invitation()
    st.page_link("screens/evolution.py", label=say(wording_change.OPEN))
    st.page_link("screens/plan.py", label=say(wording.TO_PLAN))
    st.page_link("screens/donnees.py", label=say(wording.TO_LINK))


show()
