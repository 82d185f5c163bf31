"""A participant's phone: the question on vote, then its counts once the room sees them. Nothing of the others before."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from questionnaire.language import say
from storage.rooms import Held
from storage.store import StorageError
from ui import room, services, wording_workshop
from ui.components import ballot, cohort_phone, cohort_promise, room_counts
from ui.components.doors import doors
from workshop import codes
from workshop.model import Phase
from workshop.roles import ROLES


def show() -> None:
    held = room.attended()
    code = codes.typed(st.query_params.get("code", ""))
    if code and (held is None or held.code != code):
        _choose_role(code)
    elif held is None:
        st.title(say(wording_workshop.VOTE_TITLE))
        st.info(say(wording_workshop.NO_PLACE))
        st.page_link("screens/atelier.py", label=say(wording_workshop.TO_WORKSHOP))
    else:
        ballot.forget()
        _watch(held.workshop.turn)
        _room(held)


def _choose_role(code: str) -> None:
    st.title(say(wording_workshop.ROLE_TITLE))
    st.caption(say(wording_workshop.ROLE_HELP))
    doors(
        [(say(role.name), "/atelier/rejoindre?" + urlencode({"code": code, "role": role.id}), False) for role in ROLES]
    )


@st.fragment(run_every=room.EVERY)
def _watch(turn: int) -> None:
    """Only reads: draw the page again when the room has moved on, or when a press was never looked at.

    Streamlit drops, without a word, a press on a part of the page that it does not know at that moment (a page
    being drawn anew, a server that has just come back): the answer would show and never be kept.
    """
    try:
        now = room.turn()
    except StorageError as error:
        st.caption(str(error))
        return
    if now != turn or ballot.is_pressed_since():
        st.rerun()


def _room(held: Held) -> None:
    workshop = held.workshop
    if workshop.on_vote:
        _vote(workshop.turn)
        if workshop.choice.several:
            cohort_phone.yours(held)
    elif workshop.choice.several:
        cohort_phone.show(held)
    elif workshop.phase is Phase.REVEALED:
        _counts(workshop.on_screen, 1)
    elif workshop.phase is Phase.COMPARE and workshop.subject:
        _counts(workshop.subject, 2)
    else:
        st.title(say(wording_workshop.VOTE_TITLE))
        st.info(say(wording_workshop.WAITING)[workshop.phase.value])
        if workshop.phase is Phase.DISCUSS and workshop.subject:
            st.subheader(services.content_of(workshop).question_by_id[workshop.subject].text)
        if workshop.phase is Phase.CLOSED:
            cohort_promise.ask(held, workshop)


@st.fragment
def _vote(_turn: int) -> None:
    held = room.attended()
    if held is None:
        return
    asked = held.workshop.on_vote
    progress = st.empty()
    kept = [ballot.ask(held, name, rank, len(asked)) for rank, name in enumerate(asked, 1)]
    ballot.looked_at()
    if len(asked) > 1:
        progress.progress(sum(kept) / len(asked), wording_workshop.progress(sum(kept), len(asked)))


def _counts(name: str, round_: int) -> None:
    """A participant holds no ballot but theirs: the counts of a revealed vote are read apart."""
    workshop = room.seen()
    if workshop:
        st.header(services.content_of(workshop).question_by_id[name].text)
        room_counts.show(workshop, name, round_)


show()
