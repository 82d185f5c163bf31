"""What to do, in which order, with the hours and euros there really are."""

from __future__ import annotations

import streamlit as st

from ui import wording
from ui.components import notices, plan_view
from ui.components.report_values import report_of
from ui.session import enter


def show() -> None:
    st.title(wording.PLAN_TITLE)
    session = enter("plan")
    if notices.need_to_begin(session) or notices.nothing_yet(session):
        return
    plan_view.show(report_of(session.assessment).plan)
    st.page_link("screens/rapport.py", label=wording.TO_REPORT)


show()
