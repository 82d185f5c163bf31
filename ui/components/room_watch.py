"""The line that follows the room by itself: who is there, how many have voted, what is left of the timer."""

from __future__ import annotations

import streamlit as st

from questionnaire.language import say
from storage.store import StorageError
from ui import room, services, wording_cohort, wording_workshop
from workshop import timing
from workshop.associations import names, progress
from workshop.coach import voted
from workshop.model import Phase, Workshop


@st.fragment(run_every=room.LIVE)
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
    st.markdown(" · ".join(said(held.workshop)))


def said(workshop: Workshop) -> list[str]:
    line = [wording_workshop.seats(len(workshop.seats))]
    if workshop.phase in (Phase.VOTE, Phase.REVEALED):
        line.insert(0, _rank(workshop))
    if workshop.on_vote:
        counted = wording_workshop.finished if len(workshop.on_vote) > 1 else wording_workshop.voted
        line.append(counted(voted(workshop), len(workshop.seats)))
    if workshop.choice.several:
        line.append(_of_associations(workshop))
    if workshop.phase is Phase.DISCUSS and workshop.since:
        seconds = int(timing.left(workshop.since, services.now()).total_seconds())
        line.append(wording_workshop.time_left(seconds) if seconds > 0 else say(wording_workshop.TIME_OVER))
    return line


def _of_associations(workshop: Workshop) -> str:
    if workshop.on_vote:
        return wording_cohort.answered(*progress(workshop))
    return wording_cohort.there(len(names(workshop)))


def _rank(workshop: Workshop) -> str:
    if workshop.choice.pace == "theme":
        return wording_workshop.theme_rank(workshop.batch + 1, len(workshop.batches))
    return wording_workshop.rank(workshop.batch + 1, len(workshop.batches))
