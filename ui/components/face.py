"""What every page has around it: the name in front, the few links at the end, and the other language."""

from __future__ import annotations

from html import escape
from pathlib import Path

import streamlit as st

from questionnaire.language import language, say
from ui import tongue, wording_face

_STATIC = Path(__file__).parents[1] / "static"


def head() -> None:
    """The wordmark; it follows light and dark by itself and leads home."""
    st.logo(str(_STATIC / "palier.svg"), size="large", icon_image=str(_STATIC / "palier.svg"))


def foot() -> None:
    links = "".join(f'<a href="{address}">{escape(label)}</a>' for address, label in say(wording_face.FOOT).items())
    links += "".join(
        f'<a href="?{tongue.ASKED}={one}" lang="{one}" hreflang="{one}">{name}</a>'
        for one, name in tongue.others()
        if one != language()
    )
    st.html(f'<nav class="palier-foot" aria-label="{escape(say(wording_face.FOOT_NAME))}">{links}</nav>')
