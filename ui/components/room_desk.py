"""What is for the coach's eyes, under the room: the code again, the guide, the coach's link, the end."""

from __future__ import annotations

import streamlit as st

from questionnaire.language import say
from storage.rooms import Held
from ui import cookies, room, services, wording_workshop
from ui.components import resume, room_guide, room_lobby, room_paper, room_sheets
from ui.components.doors import door
from workshop import moves
from workshop.intents import Close, KeyTally
from workshop.model import Phase


def show(held: Held) -> None:
    workshop = held.workshop
    door(say(wording_workshop.TO_PROJECT), "/animer?vue=salle")
    if workshop.phase not in (Phase.LOBBY, Phase.CLOSED):
        with st.expander(say(wording_workshop.CODE_TITLE)):
            room_lobby.show(held.code)
    if KeyTally in moves.possible(workshop, services.now()):
        room_paper.show(workshop)
    with st.expander(say(wording_workshop.GUIDE)):
        room_guide.show(workshop)
    room_sheets.show()
    with st.expander(say(wording_workshop.COACH_LINK)):
        st.caption(say(wording_workshop.COACH_LINK_HELP))
        token = cookies.day_token(st.context.cookies, cookies.COACH)
        st.code(resume.address(token or "", "a"), language=None, wrap_lines=True)
    if Close in moves.possible(workshop, services.now()):
        with st.expander(say(wording_workshop.CLOSE_TITLE)):
            st.caption(say(wording_workshop.CLOSE_HELP))
            room.lead_button(say(wording_workshop.CLOSE), Close(workshop.turn), key="close")
