"""The way through an assessment, the same on each of its pages, in one element: where, what is left, what is kept.

Plain text, no link: the menu leads to the pages, and a link would leave the page before a word being typed is kept.
"""

from __future__ import annotations

from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from questionnaire.language import say
from questionnaire.routing import route
from ui import pace, services, wording, wording_path
from ui.components.place import Place
from ui.scripts import SAID
from ui.visit import Session


def of_question(place: Place, session: Session) -> None:
    """On the page that runs most: what is computed for the question serves here too."""
    minutes = pace.rounded(pace.seconds_left(place.routed, session.assessment, session.moments))
    st.html(_drawn("questions", [place.header, wording_path.left(minutes)], session, (place.answered, place.total)))


def show(step: str, session: Session, where: DeltaGenerator | None = None) -> None:
    """On any other page, `step` being one of the five; drawn in `where` when the answers are kept further down."""
    routed = route(services.content_of(session.assessment), session.assessment)
    seconds = pace.seconds_left(routed, session.assessment, session.moments)
    if step == wording_path.STEPS[0]:
        seconds += pace.seconds_of_profile(services.content_of(session.assessment), session.assessment)
    done = (len(routed.answers), len(routed.questions))
    minutes = pace.rounded(seconds)
    said = [wording_path.answered(*done), *([wording_path.left(minutes)] if minutes else [])]
    (where or st).html(_drawn(step, said, session, done))


def _drawn(step: str, said: list[str], session: Session, done: tuple[int, int]) -> str:
    """Only « enregistré » is read aloud when it changes: the rest is told to be silent."""
    saved = session.failure is None and session.kept is not None
    kept = wording_path.saved(session.saved_at, services.today()) if saved else ""
    steps = "".join(
        f'<li aria-current="step">{say(wording.PAGES)[name]}</li>'
        if name == step
        else f"<li>{say(wording.PAGES)[name]}</li>"
        for name in wording_path.STEPS
    )
    named = f'aria-live="off" aria-label="{escape(wording_path.answered(*done))}"'
    bar = f'<progress {named} value="{done[0]}" max="{max(done[1], 1)}"></progress>'
    where = escape(" · ".join([*said, ""] if saved else said))
    return f'<div class="palier-path {SAID}" role="group" aria-label="{escape(say(wording_path.LABEL))}"><ol aria-live="off">{steps}</ol>{bar}<p><span aria-live="off">{where}</span>{escape(kept)}</p></div>'
