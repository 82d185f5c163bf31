"""The coach's page, projected too: the code, the question, how many have voted, then the counts; legal moves only."""

from __future__ import annotations

import streamlit as st

from questionnaire.language import say
from storage.rooms import Held
from ui import room, services, wording_cohort, wording_workshop
from ui.components import (
    cohort_room,
    room_agenda,
    room_counts,
    room_desk,
    room_end,
    room_lobby,
    room_steps,
    room_vote,
    room_wall,
    room_watch,
)
from workshop import moves
from workshop.model import Phase, Workshop

AGREEING = (Phase.DISCUSS, Phase.COMPARE)


def show() -> None:
    held = room.led()
    if held is None:
        st.title(say(wording_workshop.COACH_TITLE))
        st.info(say(wording_workshop.NO_COACH))
        st.page_link("screens/atelier.py", label=say(wording_workshop.TO_WORKSHOP))
        return
    if room.is_projected():
        with st.container(key="palier-salle"):
            room_wall.show(held, moves.possible(held.workshop, services.now()))
        return
    with st.container(key="palier-pupitre"):
        _room(held)
    room_desk.show(held)


def _room(held: Held) -> None:
    workshop = held.workshop
    st.title(wording_cohort.title(workshop))
    room_watch.show(workshop.turn)
    room_steps.tell(workshop)
    possible = moves.possible(workshop, services.now())
    _phase(held, workshop, possible)
    room_steps.show(workshop, possible)


def _phase(held: Held, workshop: Workshop, possible: room_agenda.Kinds) -> None:
    """What the room has before its eyes now."""
    if workshop.phase is Phase.LOBBY:
        room_lobby.show(held.code)
    elif workshop.on_vote:
        for name in workshop.on_vote:
            room_vote.show(workshop, name)
    elif workshop.choice.several:
        cohort_room.after_a_vote(workshop)
    elif workshop.phase is Phase.REVEALED:
        name = workshop.on_screen
        st.header(services.content_of(workshop).question_by_id[name].text)
        room_counts.show(workshop, name)
    elif workshop.phase is Phase.AGENDA:
        room_agenda.points(workshop, possible)
    elif workshop.phase in AGREEING:
        room_agenda.discussion(workshop, possible)
    else:
        room_end.show(workshop)


show()
