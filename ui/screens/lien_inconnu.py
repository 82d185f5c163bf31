"""The same page for a link that never existed, was replaced or was deleted."""

from __future__ import annotations

import streamlit as st

from ui import wording

st.title(wording.UNKNOWN_LINK_TITLE)
st.markdown(wording.UNKNOWN_LINK)
st.page_link("screens/accueil.py", label=wording.BACK_HOME)
