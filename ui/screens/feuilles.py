"""What is printed beside the plan: the hand-over sheet, the charter of AI use, a mission brief."""

from __future__ import annotations

import streamlit as st

from questionnaire.language import say
from reports import compose_documents as compose
from ui import wording_funding as words
from ui.components import notices, room_sheets, sheet_view
from ui.components.report_values import case_of
from ui.session import enter, questionnaire


def show() -> None:
    st.title(say(words.SHEETS_TITLE))
    session = enter("feuilles")
    if notices.need_to_begin(session):
        return
    documents = questionnaire().documents
    missions = compose.missions(questionnaire())
    if not (documents.handover or documents.charter or missions):
        st.info(say(words.NO_SHEETS))
        return
    st.markdown(say(words.SHEETS_INTRO))
    sheet_view.handover()
    sheet_view.charter()
    if missions:
        sheet_view.brief(tuple(action.id for action in case_of(session.assessment).plan.all))
    room_sheets.show({"choix": session.assessment.mode})
    st.page_link("screens/financer.py", label=say(words.TO_FUNDING))


show()
