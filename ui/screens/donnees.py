"""What is kept and how to take it back: the link, a copy of everything, deletion."""

from __future__ import annotations

import streamlit as st

from ui import erasing, services, wording, wording_legal, wording_links
from ui.components import downloads, history, resume, review_links
from ui.components.doors import door
from ui.session import enter


def show() -> None:
    st.title(wording.DATA_TITLE)
    st.markdown(wording.DATA_KEPT)
    st.page_link("screens/mentions.py", label=wording_legal.LINK)
    session = enter("donnees")
    if st.query_params.get("lien") == "efface":
        st.success(wording_links.ERASED)
        st.page_link("screens/accueil.py", label=wording.BACK_HOME)
        return
    if session.token is None or session.kept is None:
        st.info(wording.LINK_LATER)
        return
    if st.query_params.get("lien") == "nouveau":
        st.success(wording_links.ROTATED)
    st.subheader(wording.LINK_KEEP)
    resume.show_link(session.token)
    st.subheader(wording.DATA_COPY)
    downloads.answers(session.assessment)
    history.show(services.capability(session.token))
    review_links.review(session)
    review_links.rotation(session.token)
    _delete(session.token)


def _delete(token: str) -> None:
    st.subheader(wording.DATA_DELETE)
    st.markdown(wording.DATA_DELETE_WARNING)
    if st.checkbox(wording.DATA_DELETE_SURE, key="delete.sure"):
        door(wording.DATA_DELETE_BUTTON, f"{erasing.ADDRESS}{erasing.proof_of(token)}")


show()
