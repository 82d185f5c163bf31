"""The last values written, on whatever device: to see what somebody else changed, and to read a former answer again."""

from __future__ import annotations

from html import escape

import streamlit as st

from questionnaire.answers import NotAnAnswerError, read
from questionnaire.language import say
from questionnaire.typography import typeset
from reports.answer_words import answer_words
from storage.store import Change
from ui import services, wording_elsewhere, wording_history
from ui.session import questionnaire

MOST = 40


def show(capability: str) -> None:
    """Folded; read from the store only once unfolded."""
    with st.expander(say(wording_history.TITLE), key="history", on_change="rerun") as opened:
        if opened.open:
            changes = services.store().history(capability, MOST)
            st.caption(wording_history.lead(services.settings().retention.history_days))
            st.html(_table(changes))


def _table(changes: tuple[Change, ...]) -> str:
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in say(wording_history.COLUMNS))
    body = "".join(
        f"<tr><td>{wording_history.moment(one.at)}</td><td>{escape(_what(one))}</td><td>{escape(_said(one))}</td></tr>"
        for one in changes
    )
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    label = escape(say(wording_history.TITLE))
    return f'<div class="palier-table" role="region" tabindex="0" aria-label="{label}">{table}</div>'


def _what(change: Change) -> str:
    name = wording_elsewhere.name_of(questionnaire(), *change.entry)
    return typeset(f"{name} · {say(wording_history.KINDS).get(change.entry[0], '')}".removesuffix(" · "))


def _said(change: Change) -> str:
    """The answer in words; of the rest, only whether something was written: the page of it says what."""
    kind, key = change.entry
    question = questionnaire().question_by_id.get(key)
    if change.value is None:
        return say(wording_history.TAKEN_AWAY)
    if kind != "answers" or question is None:
        return say(wording_history.WRITTEN)
    try:
        return " ; ".join(answer_words(question, read(question, change.value)))
    except NotAnAnswerError:
        return say(wording_history.WRITTEN)
