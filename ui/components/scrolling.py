"""Back to the top when the screen changes: Streamlit leaves the visitor at the bottom of the last one."""

from __future__ import annotations

import streamlit as st

_SCRIPT = "<script>/*{mark}*/document.querySelector('[data-testid=stMain]')?.scrollTo(0,0)</script>"


def to_top(mark: int) -> None:
    """Scroll up once for each new `mark`; the script is a constant of ours, with a number in it."""
    st.html(_SCRIPT.format(mark=int(mark)), unsafe_allow_javascript=True)
