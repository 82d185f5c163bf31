"""The three sheets on screen, each with its file to print; each runs alone when it changes."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from questionnaire.catalogue import Action
from questionnaire.language import say
from reports import compose_documents as compose
from reports.content_documents import Sheet
from ui import wording_funding as words
from ui.components import downloads, notices, sheet_texts
from ui.components.sheet_words import literal
from ui.session import current, questionnaire


@st.fragment
def handover() -> None:
    """To fill by hand: there is nothing to type here."""
    make = partial(compose.handover, questionnaire())
    sheet = make(current().assessment)
    if sheet is None:
        return
    st.subheader(sheet.title)
    st.markdown(sheet.lead)
    st.warning(sheet.warning)
    _lines(sheet)
    st.caption(sheet.after)
    downloads.sheet(sheet, make, say(words.HANDOVER_BUTTON))


def _lines(sheet: Sheet) -> None:
    """The printed columns are empty and would leave no room for words on a phone: they are named instead."""
    said = [literal(row[0]) for row in sheet.rows if row[0]]
    st.table(pd.DataFrame({sheet.heads[0]: said}), hide_index=True, alt=sheet.title)
    st.markdown(words.on_paper(sheet.heads[1:], len(sheet.rows) - len(said)))


@st.fragment
def charter() -> None:
    """The articles that fit the answers, each to correct."""
    make = partial(compose.charter, questionnaire())
    sheet, prepared = make(current().assessment), make(sheet_texts.without(current().assessment))
    if sheet is None or prepared is None:
        return
    st.subheader(sheet.title)
    st.markdown(sheet.lead)
    sheet_texts.show(sheet, prepared)
    st.markdown(sheet.after)
    notices.saving_state(current())
    downloads.sheet(sheet, make, say(words.CHARTER_BUTTON))


@st.fragment
def brief(planned: tuple[str, ...]) -> None:
    """What a skilled volunteer would do, for one action at a time; those of the plan come first."""
    content = questionnaire()
    offered = in_order(compose.missions(content), planned)
    if not offered:
        return
    st.subheader(say(words.BRIEF_TITLE))
    chosen = st.selectbox(
        say(words.MISSION),
        list(offered),
        format_func=lambda i: words.in_plan(offered[i].title) if i in planned else offered[i].title,
        key="mission",
        filter_mode=None,
    )
    make = partial(compose.brief, content, action_id=chosen)
    sheet, prepared = make(current().assessment), make(sheet_texts.without(current().assessment))
    if sheet is None or prepared is None:
        return
    st.markdown(f"**{sheet.title}**  \n{sheet.lead}")  # a phone cuts the name in the chooser
    sheet_texts.show(sheet, prepared)
    _terms(sheet)
    notices.saving_state(current())
    downloads.sheet(sheet, make, say(words.BRIEF_BUTTON))


def in_order(missions: tuple[Action, ...], planned: tuple[str, ...]) -> dict[str, Action]:
    """By id: those of the plan in its order, then the others in the order of the catalogue."""
    known = {action.id: action for action in missions}
    return {i: known[i] for i in (*planned, *known) if i in known}


def _terms(sheet: Sheet) -> None:
    with st.expander(say(words.TERMS_TITLE), key="mission.terms"):
        st.caption("\n".join(f"- {term}" for term in sheet.small))
