"""For whoever receives a report, with no assessment of their own: do its figures hold together?"""

from __future__ import annotations

import streamlit as st

from questionnaire.language import say
from ui import wording_report as words
from ui.components import report_verify
from ui.session import enter


def show() -> None:
    enter("verifier")
    st.title(say(words.VERIFY_PAGE))
    st.markdown(say(words.VERIFY_LEAD))
    report_verify.from_file()
    st.divider()
    report_verify.from_paper()


show()
