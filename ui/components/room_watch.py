"""The line that follows the room by itself: who is there, how many have voted, what is left of the timer."""

from __future__ import annotations

import streamlit as st

from storage.store import StorageError
from ui import room, services, wording_workshop
from workshop import timing
from workshop.coach import voted
from workshop.model import Phase, Workshop


@st.fragment(run_every=room.EVERY)
def show(turn: int) -> None:
    """Only reads; the page is drawn again when the room moved."""
    try:
        held = room.led()
    except StorageError as error:
        st.caption(str(error))
        return
    if held is None or held.workshop.turn != turn:
        st.rerun()
        return
    st.markdown(" · ".join(_said(held.workshop)))


def _said(workshop: Workshop) -> list[str]:
    said = [wording_workshop.seats(len(workshop.seats))]
    if workshop.phase in (Phase.VOTE, Phase.REVEALED):
        said.insert(0, wording_workshop.rank(workshop.batch + 1, len(workshop.batches)))
    if workshop.on_vote:
        said.append(wording_workshop.voted(voted(workshop), len(workshop.seats)))
    if workshop.phase is Phase.DISCUSS and workshop.since:
        seconds = int(timing.left(workshop.since, services.now()).total_seconds())
        said.append(wording_workshop.time_left(seconds) if seconds > 0 else wording_workshop.TIME_OVER)
    return said
