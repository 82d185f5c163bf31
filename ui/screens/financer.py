"""From the plan to a request: what is asked, whom to ask, and what costs nothing."""

from __future__ import annotations

import streamlit as st

from questionnaire.assessment import Assessment
from questionnaire.language import say
from reports import service
from reports.content import FundingPage
from reports.content_funding import RequestText
from ui import wording_funding as words
from ui.components import funding_doors, funding_request, funding_tables, notices
from ui.components.funding_kept import payers
from ui.components.report_values import case_of
from ui.session import current, enter, update


def show() -> None:
    st.title(say(words.FUNDING_TITLE))
    session = enter("financer")
    if notices.need_to_begin(session):
        return
    st.markdown(say(words.FUNDING_INTRO))
    page = _page(session.assessment)
    _request(page.request)
    funding_doors.routes(page.routes, page.closed)
    funding_doors.tools(page.tools)
    if not (page.routes or page.closed or page.tools):
        st.info(say(words.NO_FUNDING))
    st.page_link("screens/feuilles.py", label=say(words.TO_SHEETS))


def _request(before: RequestText) -> None:
    """The fields, what they change written, then the budget as it now is."""
    st.subheader(before.title)
    if before.empty:
        st.info(before.empty)
    st.markdown(say(words.REQUEST_HELP))
    held = current().assessment
    said = funding_request.ask(held)
    if said is not held:
        update(said)
        if len(payers(said)) != len(payers(held)):
            st.rerun()  # one line more to fill
    notices.saving_state(current())
    funding_tables.show(_page(said).request if said is not held else before)


def _page(assessment: Assessment) -> FundingPage:
    return service.funding_of(case_of(assessment))


show()
