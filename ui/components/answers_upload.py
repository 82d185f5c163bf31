"""Open an answers file, or the complete PDF or workbook that carries one: checked whole before anything changes, every fault told."""

from __future__ import annotations

import streamlit as st

from questionnaire.assessment import Assessment
from questionnaire.errors import AnswersError, PalierError
from questionnaire.language import say
from questionnaire.typography import typeset
from reports.reopening import KINDS, answers_in
from ui import services, wording, wording_editions, wording_home, wording_report
from ui.pieces import without_signatures
from ui.session import replace_widgets, update
from ui.visit import Session

FAULTS_SHOWN = 20


def show(session: Session) -> None:
    with st.expander(say(wording_home.HOME_FILE)):
        if session.token is None:
            st.markdown(say(wording_home.HOME_FILE_BEGIN))
        else:
            _choose(session)
    st.page_link("screens/verifier.py", label=say(wording_report.VERIFY_PAGE))


def _choose(session: Session) -> None:
    st.caption(say(wording_report.REOPEN_HELP))
    upload = st.file_uploader(
        say(wording_home.HOME_FILE), type=[*KINDS], key="answers_upload", label_visibility="collapsed"
    )
    if upload is None:
        return
    found = read(upload.name, upload.getvalue())
    if found is not None:
        _open(session, found)


def read(name: str, data: bytes) -> Assessment | None:
    """The answers of the file; None once its refusal is said."""
    try:
        return without_signatures(services.editions().read(answers_in(name, data))[1])
    except AnswersError as error:
        st.error(say(wording_home.HOME_FILE_FAULTS))
        faults(error)
    except PalierError as error:
        st.error(str(error))
    return None


def faults(error: AnswersError) -> None:
    """They may quote the file: plain text."""
    for fault in error.faults[:FAULTS_SHOWN]:
        st.text(typeset(str(fault)))


def _open(session: Session, found: Assessment) -> None:
    if session.kept is not None and session.kept.version != found.version:  # a kept assessment never changes version
        st.warning(say(wording_editions.OTHER_VERSION_FILE))
        return
    if session.kept is not None:
        st.warning(say(wording_home.HOME_FILE_REPLACES))
        if not st.button(say(wording_home.HOME_FILE_CONFIRM), key="answers_upload.replace"):
            return
    replace_widgets()
    if update(found).failure is None:
        st.success(say(wording_home.HOME_FILE_OPENED))
        st.page_link("screens/resultats.py", label=say(wording.TO_RESULTS))
