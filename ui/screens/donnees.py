"""What is kept and how to take it back: the link, a copy of everything, deletion."""

from __future__ import annotations

import streamlit as st

from ui import services, wording, wording_legal, wording_links
from ui.components import downloads, history, resume, review_links
from ui.session import enter, forget


def show() -> None:
    st.title(wording.DATA_TITLE)
    st.markdown(wording.DATA_KEPT)
    st.page_link("screens/mentions.py", label=wording_legal.LINK)
    session = enter("donnees")
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
    _delete()


def _delete() -> None:
    st.subheader(wording.DATA_DELETE)
    st.markdown(wording.DATA_DELETE_WARNING)
    sure = st.checkbox(wording.DATA_DELETE_SURE, key="delete.sure")
    if st.button(wording.DATA_DELETE_BUTTON, key="delete", disabled=not sure) and sure and forget():
        st.success(wording.DATA_DELETED)
        st.stop()


show()
