"""Leave with something: the copy that suits who will read it, other formats, the answers file."""

from __future__ import annotations

import streamlit as st

from questionnaire.language import say
from ui import wording, wording_report
from ui.components import downloads, notices, path, report_copy, report_formats
from ui.session import enter


def show() -> None:
    st.title(say(wording.REPORT_TITLE))
    session = enter("rapport")
    if notices.need_to_begin(session) or notices.nothing_yet(session):
        return
    path.show("rapport", session)
    st.markdown(say(wording_report.INTRO))
    report_copy.choose(session.assessment)
    st.divider()
    report_formats.show()
    st.markdown(say(wording.ANSWERS_HELP))
    downloads.answers(session.assessment)
    st.page_link("screens/donnees.py", label=say(wording.TO_LINK))
    st.page_link("screens/verifier.py", label=say(wording_report.VERIFY_PAGE))


show()
