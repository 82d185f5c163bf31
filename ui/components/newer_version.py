"""A newer version of the questions, told once to whoever answered an older one; and after, what did not go over."""

from __future__ import annotations

import streamlit as st

from questionnaire.language import say
from ui import editions, services, wording_editions
from ui.components.doors import door
from ui.session import held_tokens, remember, remembered
from ui.visit import Session

_CHANCE, _PLACE = "newer.chance", "newer.place"


def offer(session: Session, place: str | None = None) -> None:
    """The sentence and its button. With `place`, only at the place where this visit was first told."""
    if session.token is None or session.kept is None or not _is_told(place):
        return
    over = editions.carried(session.assessment)
    if over is None:
        return
    if place:
        remember(_PLACE, place)
    chance = remembered(_CHANCE) or services.new_token()
    remember(_CHANCE, chance)
    with st.container(border=True):
        st.markdown(wording_editions.newer(len(over.assessment.answers)))
        if over.left:
            st.text(wording_editions.left(services.content_of(session.assessment), over.left))
        door(say(wording_editions.GO_ON), f"/nouvelle-version/{services.proof_of(session.token)}.{chance}")
        st.caption(say(wording_editions.STAY))


def arrived(session: Session) -> None:
    """On a copy: where it comes from, and by name what is to be said again."""
    before = editions.source(session.assessment, held_tokens())
    over = editions.carried(before) if before else None
    if before and over:
        st.success(wording_editions.carried(services.content_of(before), over.left))


def _is_told(place: str | None) -> bool:
    told = remembered(_PLACE)
    return place is None or told is None or told == place
