"""What the coach does once votes are revealed: choose what to discuss, note, vote again, settle."""

from __future__ import annotations

from typing import Any

import streamlit as st

from questionnaire.model import NA_REASONS, UNKNOWN, Question
from ui import cookies, room, services, wording, wording_workshop
from ui.components import room_counts
from ui.components.sheet_words import clean
from ui.session import seed
from workshop import agenda
from workshop.ballots import tally, written
from workshop.intents import AcceptProposals, CoachMove, Discuss, Revote, Settle, ToAgenda, WriteNote
from workshop.model import TEXT_MAX, Phase, Workshop
from workshop.proposal import propose
from workshop.reveal import CAUTION

Kinds = tuple[type[CoachMove], ...]
PROPOSED, NA = "proposed", "na"


def points(workshop: Workshop, possible: Kinds) -> None:
    """The agenda: what differs most first, then everything else at once."""
    content = services.content_of(workshop)
    found = agenda.top(content, workshop)
    st.caption(wording_workshop.AGENDA_HELP if found else wording_workshop.NOTHING_TO_DISCUSS)
    for point in found:
        with st.container(border=True):
            st.markdown(f"**{content.question_by_id[point.question].text}**")
            _settled(workshop, point.question)
            if Discuss in possible:
                move = Discuss(workshop.turn, point.question)
                room.lead_button(wording_workshop.DISCUSS, move, key=f"discuss.{point.question}")
    if AcceptProposals in possible:
        room.lead_button(wording_workshop.ACCEPT, AcceptProposals(workshop.turn), key="accept", primary=not found)
    others = [name for name in workshop.settled if name not in {point.question for point in found}]
    for name in others:
        st.markdown(f"- {content.question_by_id[name].text}")
        _settled(workshop, name)


def discussion(workshop: Workshop, possible: Kinds) -> None:
    """One question: both votes when there are two, the notes, a second vote, the decision."""
    name = workshop.subject or ""
    question = services.content_of(workshop).question_by_id[name]
    st.header(question.text)
    if workshop.phase is Phase.COMPARE:
        st.subheader(wording_workshop.SECOND_VOTE)
        room_counts.show(workshop, name, 2)
        room_counts.moved(workshop, name)
        st.caption(CAUTION)
        st.subheader(wording_workshop.FIRST_VOTE)
    room_counts.show(workshop, name)
    _settled(workshop, name)
    with st.container(horizontal=True):
        if Revote in possible and (2, name) not in workshop.revealed:
            room.lead_button(wording_workshop.REVOTE, Revote(workshop.turn), key="revote", primary=True)
        if ToAgenda in possible:
            room.lead_button(wording_workshop.BACK_AGENDA, ToAgenda(workshop.turn), key="agenda")
    if WriteNote in possible:
        _note(workshop, name)
    if Settle in possible:
        settle(workshop, question)


def _note(workshop: Workshop, name: str) -> None:
    with st.form(f"room.note.{name}"):
        kept = workshop.notes.get(name)
        key = seed(f"room.note.text.{workshop.opened_at.timestamp()}.{name}", kept)
        typed = clean(st.text_area(wording_workshop.NOTE, max_chars=TEXT_MAX, key=key))
        if st.form_submit_button(wording_workshop.NOTE_SAVE):
            room.act(cookies.COACH, WriteNote(workshop.turn, name, typed))
            st.rerun()


def settle(workshop: Workshop, question: Question) -> None:
    """The decision of the room, the proposal first; a minority's view and an open point go with it."""
    choices = _choices(workshop, question)
    labels = {key: label for key, (label, _) in choices.items()}
    last = _last_round(workshop, question)
    proposed = propose(question, tally(question, workshop, last)).answer
    usual = None if proposed is None else written(question, proposed)
    of = f"room.settle.{workshop.opened_at.timestamp()}.{question.id}.{last}"
    first = next((key for key, (_, raw) in choices.items() if raw == usual), None)
    with st.form(of):
        st.markdown(f"**{wording_workshop.SETTLE_TITLE}**")
        said = st.radio(
            wording_workshop.DECISION, list(choices), index=None, format_func=labels.get, key=seed(f"{of}.what", first)
        )
        typed = clean(st.text_area(wording_workshop.MINORITY, max_chars=TEXT_MAX, height=80, key=f"{of}.minority"))
        open_point = st.checkbox(wording_workshop.OPEN_POINT, key=f"{of}.open")
        if st.form_submit_button(wording_workshop.SETTLE, type="primary") and said is not None:
            room.act(cookies.COACH, Settle(workshop.turn, question.id, choices[said][1], typed, open_point))
            st.rerun()


def _last_round(workshop: Workshop, question: Question) -> int:
    return max((round_ for round_, name in workshop.revealed if name == question.id), default=1)


def _choices(workshop: Workshop, question: Question) -> dict[str, tuple[str, Any]]:
    """Every answer the room may settle on, by key; lists are settled as proposed, line by line."""
    found: dict[str, tuple[str, Any]] = {str(i): (text, i) for i, text in enumerate(question.anchors)}
    if question.type == "checklist":
        answer = propose(question, tally(question, workshop, _last_round(workshop, question))).answer
        if answer is not None and isinstance(raw := written(question, answer), dict) and "not_applicable" not in raw:
            found[PROPOSED] = (wording_workshop.AS_PROPOSED, raw)
    found[UNKNOWN] = (wording.UNKNOWN, UNKNOWN)
    if question.id not in workshop.critical:
        found[NA] = (wording.NOT_APPLICABLE, {"not_applicable": NA_REASONS[0]})
    return found


def _settled(workshop: Workshop, name: str) -> None:
    """What is settled of this question, people's words as they were typed."""
    decision = workshop.settled.get(name)
    if decision is None:
        return
    question = services.content_of(workshop).question_by_id[name]
    raw = written(question, decision.answer)
    said = {repr(value): label for label, value in _choices(workshop, question).values()}
    label = said.get(repr(raw), wording.NOT_APPLICABLE if isinstance(raw, dict) else "")
    st.caption(f":material/check: {wording_workshop.SETTLED}")
    st.text(label)
    if decision.minority:
        st.text(decision.minority)
    if decision.open_point:
        st.caption(wording_workshop.OPEN_POINT)
