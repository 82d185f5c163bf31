"""Opening a workshop: for one association, or for several."""

from __future__ import annotations

import streamlit as st

from questionnaire.language import say
from ui import wording_cohort
from ui.session import seed


def ask() -> bool:
    """Whether several associations take part."""
    labels = {"0": say(wording_cohort.ALONE), "1": say(wording_cohort.SEVERAL)}
    key = seed("room.several", "0")
    several = st.radio(say(wording_cohort.WHO), list(labels), format_func=labels.__getitem__, key=key) == "1"
    if several:
        st.caption(say(wording_cohort.SEVERAL_HELP))
    return several
