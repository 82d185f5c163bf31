"""A question on vote as the coach reads it aloud, with its answers."""

from __future__ import annotations

import streamlit as st

from ui import services
from ui.components.sheet_words import literal
from workshop.model import Workshop


def show(workshop: Workshop, name: str) -> None:
    """In full, with its anchors, to be read aloud."""
    question = services.content_of(workshop).question_by_id[name]
    st.header(question.text)
    if question.note:
        st.caption(question.note)
    texts = question.anchors or tuple(option.text for option in question.options)
    st.markdown("\n".join(f"- {literal(text)}" for text in texts))
