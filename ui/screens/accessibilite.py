"""How accessible this site is, as far as it was tried, and whom to tell what stands in the way."""

from __future__ import annotations

import streamlit as st

from questionnaire.language import say
from ui import services, wording, wording_access


def show() -> None:
    settings = services.settings()
    st.title(say(wording_access.TITLE))
    st.markdown(say(wording_access.STATE))
    _part(say(wording_access.TRIED_TITLE), say(wording_access.TRIED))
    _part(say(wording_access.NOT_TRIED_TITLE), say(wording_access.NOT_TRIED))
    _part(say(wording_access.LIMITS_TITLE), say(wording_access.LIMITS))
    _part(say(wording_access.OTHER_TITLE), say(wording_access.OTHER))
    st.page_link("screens/feuilles.py", label=say(wording.PAGES)["feuilles"])
    _part(
        say(wording_access.TELL_TITLE),
        say(wording_access.TELL) if settings.is_public else say(wording_access.TELL_LOCAL),
    )
    if settings.is_public:
        st.text(settings.contact)


def _part(title: str, text: str) -> None:
    st.subheader(title)
    st.markdown(text)


show()
