"""Several associations, on one phone: one's own answer, what the whole room may see, consent, and what one leaves with."""

from __future__ import annotations

import streamlit as st

from questionnaire.language import say
from reports.answer_words import answer_words
from storage.rooms import Held
from storage.store import StorageError
from ui import cookies, room, services, wording_cohort, wording_workshop
from ui.components import cohort_promise, cohort_room
from ui.components.doors import door
from ui.session import seed
from workshop import ending
from workshop.associations import number_of
from workshop.intents import Consent
from workshop.model import Phase, Workshop

PAIRS_EVERY = 15.0  # seconds: many phones, and nothing to hurry


def show(held: Held) -> None:
    """Everything but the vote."""
    workshop, seen = held.workshop, room.seen()
    if seen is None:
        return
    room.told()
    if workshop.phase is Phase.LOBBY:
        st.title(say(wording_workshop.VOTE_TITLE))
        st.info(say(wording_workshop.WAITING)[Phase.LOBBY.value])
        yours(held)
    elif workshop.phase is Phase.REVEALED:
        for name in workshop.batches[workshop.batch]:
            st.header(services.content_of(held.workshop).question_by_id[name].text)
            _own(held, name)
            cohort_room.counts(seen, name)
        yours(held)
    else:
        _leave(held, seen)


def yours(held: Held) -> None:
    """For which association this phone answers, and the number that lets a second person in, at any time."""
    seat = held.workshop.seats[held.actor.seat or ""]
    st.text(wording_cohort.yours(seat.association or ""))
    st.caption(wording_cohort.your_number(number_of(seat.id)))


def _own(held: Held, name: str) -> None:
    ballot = held.workshop.ballots.get((1, name, held.actor.seat or ""))
    if ballot is None:
        st.caption(say(wording_cohort.NO_OWN))
        return
    question = services.content_of(held.workshop).question_by_id[name]
    st.caption(say(wording_cohort.OWN))
    for line in answer_words(question, ballot.answer):
        st.text(line)


def _consent(held: Held) -> None:
    """Off by default; what the switch says is compared with what is kept, and written when it differs."""
    seat = held.workshop.seats[held.actor.seat or ""]
    with st.container(border=True):
        st.subheader(say(wording_cohort.CONSENT_TITLE))
        key = seed(f"cohort.consent.{held.workshop.opened_at.timestamp()}", seat.consents)
        said = bool(st.toggle(say(wording_cohort.CONSENT), key=key))
        st.caption(say(wording_cohort.CONSENT_HELP))
    if said != seat.consents:
        room.act(cookies.PLACE, Consent(said))
        st.rerun()


@st.fragment(run_every=PAIRS_EVERY)
def _pairs() -> None:
    try:
        seen = room.seen()
    except StorageError as error:
        st.caption(str(error))
        return
    if seen:
        cohort_room.pairs(seen)


def _leave(held: Held, seen: Workshop) -> None:
    """The promise keeps its place on the page when the coach ends the workshop: nothing that is being typed is lost."""
    above, promise, below = st.container(), st.container(), st.container()
    ended = held.workshop.phase is Phase.CLOSED
    with above:
        if ended:
            _end(held, seen)
        else:
            _together(held, seen)
    with promise:
        cohort_promise.ask(held, seen)
    with below:
        if ended and held.workshop.seats[held.actor.seat or ""].consents:
            _consent(held)
        yours(held)


def _together(held: Held, seen: Workshop) -> None:
    st.title(say(wording_cohort.SHARED))
    cohort_room.shared(seen)
    _consent(held)
    _pairs()
    st.caption(say(wording_cohort.NOT_YET_ENDED))


def _end(held: Held, seen: Workshop) -> None:
    st.title(say(wording_workshop.VOTE_TITLE))
    st.info(say(wording_cohort.ENDED))
    st.subheader(say(wording_cohort.KEEP_TITLE))
    association = held.workshop.seats[held.actor.seat or ""].association or ""
    if ending.of_association(services.content_of(held.workshop), seen, association):
        st.markdown(say(wording_cohort.KEEP_LEAD))
        door(say(wording_cohort.KEEP), "/atelier/mon-diagnostic", primary=True)
    else:
        st.info(say(wording_cohort.NOTHING_TO_KEEP))
