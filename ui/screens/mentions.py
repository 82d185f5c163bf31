"""Who answers for this site, what it keeps and for how long, and how to take it back."""

from __future__ import annotations

import streamlit as st

from questionnaire.language import say
from ui import services, wording, wording_legal


def show() -> None:
    settings = services.settings()
    st.title(say(wording_legal.TITLE))
    if settings.is_public:
        _who(wording_legal.who(settings))
    else:
        st.markdown(say(wording_legal.LOCAL))
    _part(say(wording_legal.WHY_TITLE), say(wording_legal.WHY))
    _part(say(wording_legal.KEPT_TITLE), wording_legal.kept(settings.retention))
    applied = say(wording_legal.APPLIED_PUBLIC) if settings.is_public else say(wording_legal.APPLIED_LOCAL)
    st.markdown(f"{applied} {say(wording_legal.NO_PERSON)}")
    _part(say(wording_legal.COOKIES_TITLE), say(wording_legal.COOKIES))
    _part(say(wording_legal.RIGHTS_TITLE), say(wording_legal.RIGHTS))
    st.page_link("screens/donnees.py", label=say(wording.PAGES)["donnees"])
    if settings.is_public:
        st.markdown(say(wording_legal.COMPLAINT))
    _part(say(wording_legal.DECISION_TITLE), say(wording_legal.DECISION))


def _who(told: dict[str, str]) -> None:
    """The host's words are shown as text: what looks like markup in an address is not markup."""
    st.subheader(say(wording_legal.WHO_TITLE))
    for label, text in told.items():
        st.markdown(f"**{label}**")
        st.text(text)


def _part(title: str, text: str) -> None:
    st.subheader(title)
    st.markdown(text)


show()
