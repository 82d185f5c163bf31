"""What every page has around it: the name in front, the few links at the end."""

from __future__ import annotations

from html import escape
from pathlib import Path

import streamlit as st

from ui import wording_face

_STATIC = Path(__file__).parents[1] / "static"


def head() -> None:
    """The wordmark; it follows light and dark by itself and leads home."""
    st.logo(str(_STATIC / "palier.svg"), size="large", icon_image=str(_STATIC / "palier.svg"))


def foot() -> None:
    links = "".join(f'<a href="{escape(address)}">{escape(label)}</a>' for label, address in wording_face.FOOT)
    st.html(f'<nav class="palier-foot" aria-label="{escape(wording_face.FOOT_NAME)}">{links}</nav>')
