"""Votes on paper, counted by the coach and typed while the vote is open; typing again replaces what was typed."""

from __future__ import annotations

import streamlit as st

from questionnaire.language import say
from questionnaire.model import Question
from questionnaire.typography import typeset
from ui import cookies, room, services, wording, wording_workshop
from ui.session import remember, remembered, seed
from workshop import paper
from workshop.intents import KeyTally
from workshop.model import Workshop

_REFUSED = "room.paper.refused"


def show(workshop: Workshop) -> None:
    """For the coach's eyes: one form for each question on vote."""
    with st.expander(say(wording_workshop.PAPER_TITLE), expanded=remembered(_REFUSED) is not None):
        st.caption(say(wording_workshop.PAPER_HELP))
        for name in workshop.on_vote:
            _form(workshop, services.content_of(workshop).question_by_id[name])


def _form(workshop: Workshop, question: Question) -> None:
    kept = workshop.paper.get((workshop.round, question.id))
    critical = question.id in workshop.critical
    names = _names(question)
    if kept:
        st.caption(wording_workshop.paper_kept(kept.n))
    if remembered(_REFUSED) and remembered(_REFUSED)[0] == question.id:
        st.warning(remembered(_REFUSED)[1])
    of = f"room.paper.{workshop.opened_at.timestamp()}.{workshop.round}.{question.id}"
    with st.form(of):
        st.text(question.text)
        first = paper.typed(question, kept, critical)
        said = {
            field: st.text_input(names[field], max_chars=12, key=seed(f"{of}.{field}", first[field]))
            for field in paper.fields(question, critical)
        }
        if st.form_submit_button(say(wording_workshop.PAPER_KEEP)):
            _keep(workshop, question, said, names)
            st.rerun()


def _keep(workshop: Workshop, question: Question, said: dict[str, str], names: dict[str, str]) -> None:
    raw = paper.read_fields(question, said, names)
    remember(_REFUSED, (question.id, raw) if isinstance(raw, str) else None)
    if not isinstance(raw, str):
        room.act(cookies.COACH, KeyTally(workshop.turn, question.id, raw))


def _names(question: Question) -> dict[str, str]:
    """What each number counts, in the words of the question."""
    labels = question.line_labels or say(wording.LINE_LABELS)
    lines = {f"{o.id}/{i}": typeset(f"{o.text} : {label}") for o in question.options for i, label in enumerate(labels)}
    steps = {str(i): text for i, text in enumerate(question.anchors)}
    return steps | lines | {paper.UNKNOWN: say(wording.UNKNOWN), paper.NOT_APPLICABLE: say(wording.NOT_APPLICABLE)}
