"""How accessible this site is, as far as it was tried, and whom to tell what stands in the way."""

from __future__ import annotations

import streamlit as st

from ui import services, wording, wording_access


def show() -> None:
    settings = services.settings()
    st.title(wording_access.TITLE)
    st.markdown(wording_access.STATE)
    _part(wording_access.TRIED_TITLE, wording_access.TRIED)
    _part(wording_access.NOT_TRIED_TITLE, wording_access.NOT_TRIED)
    _part(wording_access.LIMITS_TITLE, wording_access.LIMITS)
    _part(wording_access.OTHER_TITLE, wording_access.OTHER)
    st.page_link("screens/feuilles.py", label=wording.PAGES["feuilles"])
    _part(wording_access.TELL_TITLE, wording_access.TELL if settings.is_public else wording_access.TELL_LOCAL)
    if settings.is_public:
        st.text(settings.contact)


def _part(title: str, text: str) -> None:
    st.subheader(title)
    st.markdown(text)


show()
