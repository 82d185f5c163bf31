"""The facilitator's guide: the parts, how long each takes, and a warning when they do not fit."""

from __future__ import annotations

from html import escape

import streamlit as st

from questionnaire.language import say
from ui import wording_workshop
from workshop import timing
from workshop.model import Workshop


def show(workshop: Workshop) -> None:
    guide = timing.guide(workshop.choice, len(workshop.questions))
    if guide.warning:
        st.warning(guide.warning)
    head = "".join(f"<th>{escape(name)}</th>" for name in say(wording_workshop.GUIDE_COLUMNS))
    rows = "".join(
        f"<tr><td>{escape(p.name)}</td><td>{escape(timing.duration(p.minutes))}</td><td>{escape(p.what)}</td></tr>"
        for p in guide.parts
    )
    st.html(f'<div class="palier-votes"><table><tr>{head}</tr>{rows}</table></div>')
