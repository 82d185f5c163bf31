"""What the coach does once votes are revealed: choose what to discuss, note, vote again, settle."""

from __future__ import annotations

import streamlit as st

from questionnaire.language import say
from ui import cookies, room, services, wording_workshop
from ui.components import room_counts, room_settle
from ui.components.sheet_words import clean
from ui.session import seed
from workshop import agenda
from workshop.intents import AcceptProposals, CoachMove, Discuss, Revote, Settle, ToAgenda, WriteNote
from workshop.model import TEXT_MAX, Phase, Workshop
from workshop.reveal import CAUTION

Kinds = tuple[type[CoachMove], ...]


def points(workshop: Workshop, possible: Kinds) -> None:
    """The agenda: what differs most first, then everything else at once."""
    content = services.content_of(workshop)
    found = agenda.top(content, workshop)
    st.caption(say(wording_workshop.AGENDA_HELP) if found else say(wording_workshop.NOTHING_TO_DISCUSS))
    for point in found:
        with st.container(border=True):
            st.markdown(f"**{content.question_by_id[point.question].text}**")
            room_settle.settled(workshop, point.question)
            if Discuss in possible:
                move = Discuss(workshop.turn, point.question)
                room.lead_button(say(wording_workshop.DISCUSS), move, key=f"discuss.{point.question}")
    if AcceptProposals in possible:
        room.lead_button(say(wording_workshop.ACCEPT), AcceptProposals(workshop.turn), key="accept", primary=not found)
    if Settle in possible:
        room_settle.any_revealed(workshop)
    others = [name for name in workshop.settled if name not in {point.question for point in found}]
    for name in others:
        st.markdown(f"- {content.question_by_id[name].text}")
        room_settle.settled(workshop, name)


def discussion(workshop: Workshop, possible: Kinds) -> None:
    """One question: both votes when there are two, the notes, a second vote, the decision."""
    name = workshop.subject or ""
    question = services.content_of(workshop).question_by_id[name]
    st.header(question.text)
    if workshop.phase is Phase.COMPARE:
        st.subheader(say(wording_workshop.SECOND_VOTE))
        room_counts.show(workshop, name, 2)
        room_counts.moved(workshop, name)
        st.caption(say(CAUTION))
        st.subheader(say(wording_workshop.FIRST_VOTE))
    room_counts.show(workshop, name)
    room_settle.settled(workshop, name)
    with st.container(horizontal=True):
        if Revote in possible and (2, name) not in workshop.revealed:
            room.lead_button(say(wording_workshop.REVOTE), Revote(workshop.turn), key="revote", primary=True)
        if ToAgenda in possible:
            room.lead_button(say(wording_workshop.BACK_AGENDA), ToAgenda(workshop.turn), key="agenda")
    if WriteNote in possible:
        _note(workshop, name)
    if Settle in possible:
        room_settle.settle(workshop, question)


def _note(workshop: Workshop, name: str) -> None:
    with st.form(f"room.note.{name}"):
        kept = workshop.notes.get(name)
        key = seed(f"room.note.text.{workshop.opened_at.timestamp()}.{name}", kept)
        typed = clean(st.text_area(say(wording_workshop.NOTE), max_chars=TEXT_MAX, key=key))
        if st.form_submit_button(say(wording_workshop.NOTE_SAVE)):
            room.act(cookies.COACH, WriteNote(workshop.turn, name, typed))
            st.rerun()
