"""What is kept and how to take it back: the link, a copy of everything, deletion."""

from __future__ import annotations

import streamlit as st

from questionnaire.language import say
from ui import erasing, services, wording, wording_legal, wording_links
from ui.components import downloads, history, resume, review_links
from ui.components.doors import door
from ui.session import enter


def show() -> None:
    st.title(say(wording.DATA_TITLE))
    st.markdown(say(wording.DATA_KEPT))
    st.page_link("screens/mentions.py", label=say(wording_legal.LINK))
    session = enter("donnees")
    if st.query_params.get("lien") == "efface":
        st.success(say(wording_links.ERASED))
        st.page_link("screens/accueil.py", label=say(wording.BACK_HOME))
        return
    if session.token is None or session.kept is None:
        st.info(say(wording.LINK_LATER))
        return
    if st.query_params.get("lien") == "nouveau":
        st.success(say(wording_links.ROTATED))
    st.subheader(say(wording.LINK_KEEP))
    resume.show_link(session.token)
    st.subheader(say(wording.DATA_COPY))
    downloads.answers(session.assessment)
    history.show(services.capability(session.token))
    review_links.review(session)
    review_links.rotation(session.token)
    _delete(session.token)


def _delete(token: str) -> None:
    st.subheader(say(wording.DATA_DELETE))
    st.markdown(say(wording.DATA_DELETE_WARNING))
    if st.checkbox(say(wording.DATA_DELETE_SURE), key="delete.sure"):
        door(say(wording.DATA_DELETE_BUTTON), f"{erasing.ADDRESS}{erasing.proof_of(token)}")


show()
