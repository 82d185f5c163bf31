"""The same page for a link that never existed, was replaced or was deleted."""

from __future__ import annotations

import streamlit as st

from questionnaire.language import say
from ui import wording

st.title(say(wording.UNKNOWN_LINK_TITLE))
st.markdown(say(wording.UNKNOWN_LINK))
st.page_link("screens/accueil.py", label=say(wording.BACK_HOME))
