"""The blank questionnaires to print, each built when its button is pressed and never before."""

from __future__ import annotations

import streamlit as st

from questionnaire.language import say
from reports import paper
from ui import wording_paper as words
from ui.session import questionnaire


def downloads() -> None:
    with st.container(horizontal=True):
        _sheet("full", say(words.SHEET_FULL), "complet")
        _sheet("express", say(words.SHEET_EXPRESS), "express")


def _sheet(mode: paper.Mode, label: str, name: str) -> None:
    st.download_button(
        label,
        data=lambda: paper.blank(questionnaire(), mode),
        file_name=f"palier-questionnaire-vierge-{name}.pdf",
        mime="application/pdf",
        key=f"download.paper.{mode}",
        on_click="ignore",
    )
