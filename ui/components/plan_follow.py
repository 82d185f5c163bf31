"""Keep the visitor with what was just changed: a new date moves a line elsewhere, dropping it does too."""

from __future__ import annotations

import json
import re

import streamlit as st

from ui.components.plan_view import ASKED_KEY, LEFT_KEY, LINE_KEY
from ui.session import remember, remembered

_MARK = "plan.followed"
_SCRIPT = (
    "<script>/*{rank}*/setTimeout(() => document.querySelector({line})"
    "?.scrollIntoView({{block: 'nearest'}}), 150)</script>"
)


def mark(key: str | None) -> None:
    """Remember which entry was just changed; each change counts, so that its script runs again."""
    rank, _ = remembered(_MARK) or (0, None)
    remember(_MARK, (rank + 1, key))


def show() -> None:
    """Bring its line back on screen, once; nothing moves when it still is there."""
    rank, key = remembered(_MARK) or (0, None)
    if key is None:
        return
    remember(_MARK, (rank, None))
    places = ", ".join(_css_class(start + key) for start in (LINE_KEY, LEFT_KEY, ASKED_KEY))
    st.html(_SCRIPT.format(rank=rank, line=json.dumps(places)), unsafe_allow_javascript=True)


def _css_class(key: str) -> str:
    """The class that Streamlit gives to the container of this key."""
    return ".st-key-" + re.sub(r"[^a-zA-Z0-9_-]", "-", key)
