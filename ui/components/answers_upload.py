"""Open an answers file: checked whole before anything changes, every fault told."""

from __future__ import annotations

import streamlit as st

from questionnaire.answers_file import parse_text
from questionnaire.errors import AnswersError
from questionnaire.typography import tidy
from ui import services, wording, wording_home
from ui.session import Session, replace_widgets, update

FAULTS_SHOWN = 20


def show(session: Session) -> None:
    with st.expander(wording_home.HOME_FILE):
        if session.token is None:
            st.markdown(wording_home.HOME_FILE_BEGIN)
            return
        st.caption(wording_home.HOME_FILE_HELP)
        upload = st.file_uploader(
            wording_home.HOME_FILE, type=["json"], key="answers_upload", label_visibility="collapsed"
        )
        if upload is not None:
            _open(session, upload.getvalue())


def _open(session: Session, data: bytes) -> None:
    try:
        read = parse_text(services.questionnaire(), data)
    except AnswersError as error:
        st.error(wording_home.HOME_FILE_FAULTS)
        for fault in error.faults[:FAULTS_SHOWN]:
            st.text(tidy(str(fault)))
        return
    if session.kept is not None:
        st.warning(wording_home.HOME_FILE_REPLACES)
        if not st.button(wording_home.HOME_FILE_CONFIRM, key="answers_upload.replace"):
            return
    replace_widgets()
    if update(read).failure is None:
        st.success(wording_home.HOME_FILE_OPENED)
        st.page_link("screens/resultats.py", label=wording.TO_RESULTS)
