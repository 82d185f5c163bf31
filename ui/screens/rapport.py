"""Leave with something: the PDF, and the answers file."""

from __future__ import annotations

import streamlit as st

from ui import services, wording
from ui.components import downloads, notices
from ui.session import enter


def show() -> None:
    st.title(wording.REPORT_TITLE)
    session = enter("rapport")
    if notices.need_to_begin(session) or notices.nothing_yet(session):
        return
    st.markdown(wording.REPORT_INTRO)
    downloads.pdf(session.assessment, services.today())
    st.caption(wording.REPORT_CAUTION)
    st.divider()
    st.markdown(wording.ANSWERS_HELP)
    downloads.answers(session.assessment)
    st.page_link("screens/donnees.py", label=wording.TO_LINK)


show()
