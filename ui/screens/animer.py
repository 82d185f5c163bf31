"""The coach's page, projected too: the code, the question, how many have voted, then the counts; legal moves only."""

from __future__ import annotations

from html import escape

import segno
import streamlit as st

from storage.rooms import Held
from storage.store import StorageError
from ui import cookies, room, services, wording_workshop
from ui.components import resume, room_agenda, room_counts
from ui.components.doors import door, doors
from ui.components.sheet_words import literal
from ui.session import remember, remembered
from workshop import codes, moves, timing
from workshop.coach import voted
from workshop.intents import Close, Next, OpenVote, Reopen, Reveal
from workshop.model import PHASE_NAMES, Phase, Workshop

_CONFIRM = "room.confirm"
AGREEING = (Phase.DISCUSS, Phase.COMPARE)


def show() -> None:
    held = room.led()
    if held is None:
        st.title(wording_workshop.COACH_TITLE)
        st.info(wording_workshop.NO_COACH)
        st.page_link("screens/atelier.py", label=wording_workshop.TO_WORKSHOP)
        return
    hall = st.query_params.get("vue") == "salle"
    with st.container(key="palier-salle" if hall else "palier-pupitre"):
        _room(held, hall=hall)
    if hall:
        door(wording_workshop.TO_DESK, "/animer")
    else:
        _around(held)


def _room(held: Held, *, hall: bool) -> None:
    workshop = held.workshop
    if workshop.phase is Phase.LOBBY or not hall:
        st.title(PHASE_NAMES[workshop.phase])
    _watch(workshop.turn)
    if room.told() == "not_everyone":
        remember(_CONFIRM, workshop.turn)
    possible = moves.possible(workshop, services.now())
    if workshop.phase is Phase.LOBBY:
        _code(held.code)
    elif workshop.on_vote:
        for name in workshop.on_vote:
            _question(workshop, name)
    elif workshop.phase is Phase.REVEALED:
        for name in workshop.batches[workshop.batch]:
            st.header(services.content_of(workshop).question_by_id[name].text)
            room_counts.show(workshop, name)
    elif workshop.phase is Phase.AGENDA:
        room_agenda.points(workshop, possible)
    elif workshop.phase in AGREEING:
        room_agenda.discussion(workshop, possible)
    else:
        _end(workshop)
    _go_on(workshop, possible)


@st.fragment(run_every=room.EVERY)
def _watch(turn: int) -> None:
    """Only reads: who is there, how many have voted, what is left of the timer; the page again when the room moved."""
    try:
        held = room.led()
    except StorageError as error:
        st.caption(str(error))
        return
    if held is None or held.workshop.turn != turn:
        st.rerun()
        return
    workshop = held.workshop
    said = [wording_workshop.seats(len(workshop.seats))]
    if workshop.phase in (Phase.VOTE, Phase.REVEALED):
        said.insert(0, wording_workshop.rank(workshop.batch + 1, len(workshop.batches)))
    if workshop.on_vote:
        said.append(wording_workshop.voted(voted(workshop), len(workshop.seats)))
    if workshop.phase is Phase.DISCUSS and workshop.since:
        seconds = int(timing.left(workshop.since, services.now()).total_seconds())
        said.append(wording_workshop.time_left(seconds) if seconds > 0 else wording_workshop.TIME_OVER)
    st.markdown(" · ".join(said))


def _code(code: str) -> None:
    link = resume.address(code, "j")
    picture = segno.make(link, error="m").png_data_uri(scale=8, border=3)
    st.html(
        f'<div class="palier-code"><strong>{escape(codes.spoken(code))}</strong>'
        f'<img src="{picture}" alt="{escape(wording_workshop.QR)}" width="260" height="260"></div>'
    )
    st.text(link)


def _question(workshop: Workshop, name: str) -> None:
    """In full, with its anchors, to be read aloud."""
    question = services.content_of(workshop).question_by_id[name]
    st.header(question.text)
    if question.note:
        st.caption(question.note)
    texts = question.anchors or tuple(option.text for option in question.options)
    st.markdown("\n".join(f"- {literal(text)}" for text in texts))


def _go_on(workshop: Workshop, possible: room_agenda.Kinds) -> None:
    """The next step of the room: one button, the primary one."""
    turn = workshop.turn
    if OpenVote in possible:
        room.lead_button(wording_workshop.OPEN_VOTE, OpenVote(turn), key="open", primary=True)
    if Reveal in possible:
        sure = remembered(_CONFIRM) == turn
        label = wording_workshop.REVEAL_ANYWAY if sure else wording_workshop.REVEAL
        room.lead_button(label, Reveal(turn, confirmed=sure), key=f"reveal.{sure}", primary=True)
    if Next in possible:
        last = workshop.batch + 1 == len(workshop.batches)
        label = wording_workshop.TO_AGENDA if last else wording_workshop.NEXT
        room.lead_button(label, Next(turn), key="next", primary=True)
    if Reopen in possible:
        room.lead_button(wording_workshop.REOPEN, Reopen(turn), key="reopen")


def _end(workshop: Workshop) -> None:
    st.markdown(wording_workshop.ENDED)
    if not workshop.settled:
        st.info(wording_workshop.NOTHING_SETTLED)
        return
    links = [(wording_workshop.KEEP, "/atelier/garder", True), (wording_workshop.DOWNLOAD, "/atelier/fichier", False)]
    doors(links)


def _around(held: Held) -> None:
    """What is for the coach's eyes: the code again, the guide, the coach's link, the end."""
    workshop = held.workshop
    door(wording_workshop.TO_PROJECT, "/animer?vue=salle")
    if workshop.phase not in (Phase.LOBBY, Phase.CLOSED):
        with st.expander(wording_workshop.CODE_TITLE):
            _code(held.code)
    with st.expander(wording_workshop.GUIDE):
        _guide(workshop)
    with st.expander(wording_workshop.COACH_LINK):
        st.caption(wording_workshop.COACH_LINK_HELP)
        token = cookies.day_token(st.context.cookies, cookies.COACH)
        st.code(resume.address(token or "", "a"), language=None, wrap_lines=True)
    if Close in moves.possible(workshop, services.now()):
        with st.expander(wording_workshop.CLOSE_TITLE):
            st.caption(wording_workshop.CLOSE_HELP)
            room.lead_button(wording_workshop.CLOSE, Close(workshop.turn), key="close")


def _guide(workshop: Workshop) -> None:
    guide = timing.guide(workshop.choice, len(workshop.questions))
    if guide.warning:
        st.warning(guide.warning)
    head = "".join(f"<th>{escape(name)}</th>" for name in wording_workshop.GUIDE_COLUMNS)
    rows = "".join(
        f"<tr><td>{escape(p.name)}</td><td>{escape(timing.duration(p.minutes))}</td><td>{escape(p.what)}</td></tr>"
        for p in guide.parts
    )
    st.html(f'<div class="palier-votes"><table><tr>{head}</tr>{rows}</table></div>')


show()
