"""A workshop as a page of this browser sees it: read from the store at each run, written only when one acts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import streamlit as st

from questionnaire.language import say
from storage.rooms import Held
from storage.store import StorageError
from ui import cookies, services, wording_workshop
from ui.session import current, remember, remembered
from workshop.intents import CoachMove, Move
from workshop.model import Refusal, Workshop

_REFUSED = "room.refused"
EVERY = 2.0  # seconds between two looks at the room by a phone
LIVE = 1.0  # by the one screen that everybody looks at


def capability(cookie: str) -> str | None:
    token = cookies.day_token(st.context.cookies, cookie)
    return services.capability(token) if token else None


def led() -> Held | None:
    """The workshop that this browser leads."""
    held = _held(cookies.COACH)
    return held if held and held.actor.is_coach else None


def attended() -> Held | None:
    """The workshop where this browser has a seat."""
    held = _held(cookies.PLACE)
    return held if held and not held.actor.is_coach else None


def turn() -> int | None:
    """The turn of the room where this browser has a seat, without what the room holds; None when it has none."""
    kept = capability(cookies.PLACE)
    return services.rooms().turn(kept) if kept else None


def seen() -> Workshop | None:
    """What everybody in that room may see now."""
    kept = capability(cookies.PLACE)
    return services.rooms().seen(kept) if kept else None


def mark_of_assessment() -> str | None:
    """The mark of the assessment this browser holds now, once something was said in it."""
    session = current()
    return services.mark_of(session.token) if session.token and session.kept else None


def _held(cookie: str) -> Held | None:
    kept = capability(cookie)
    return services.rooms().held(kept) if kept else None


def act(cookie: str, move: Move) -> Workshop | None:
    """Make the move, durable when it returns; None when it is refused, and why is told by `told`."""
    try:
        after = services.rooms().act(capability(cookie) or "", move, services.now())
    except StorageError as error:
        remember(_REFUSED, ("storage", str(error)))
        return None
    if isinstance(after, Workshop):
        remember(_REFUSED, None)
        return after
    gone = ("gone", say(wording_workshop.GONE))
    remember(_REFUSED, (after.id, after.sentence) if isinstance(after, Refusal) else gone)
    return None


def begun(held: Held, question: str) -> Mapping[str, str]:
    """The lines already sorted on this phone of a list not finished; none when the store does not answer."""
    try:
        return services.begun().of(held, question)
    except StorageError:
        return {}


def keep_begun(held: Held, question: str, lines: Mapping[str, str]) -> None:
    """Keep them; a failure is told as for a vote."""
    try:
        services.begun().keep(held, question, lines)
    except StorageError as error:
        remember(_REFUSED, ("storage", str(error)))


def _pressed(cookie: str, move: Move) -> None:
    act(cookie, move)


def told() -> str | None:
    """Say why the last move was refused, once; its id comes back."""
    refused = remembered(_REFUSED)
    if not refused:
        return None
    st.warning(refused[1])
    remember(_REFUSED, None)
    return str(refused[0])


def is_projected() -> bool:
    """Whether this page is the one for the wall of the room."""
    return st.query_params.get("vue") == "salle"


def lead_button(label: str, move: CoachMove, *, key: str, primary: bool = False, keyboard: str | None = None) -> None:
    """One move of the coach. Its key holds the turn: the next screen's button is another, not pressed yet.

    `keyboard`, a key that presses it, counts only on the projected view: elsewhere one types.
    """
    shortcut = keyboard if is_projected() else None
    kind: Literal["primary", "secondary"] = "primary" if primary else "secondary"
    asked = (cookies.COACH, move)
    of = f"room.{key}.{move.turn}"
    # By a callback too: when the room has moved on meanwhile, this button is not drawn again and only it says why.
    if st.button(label, key=of, type=kind, shortcut=shortcut, on_click=_pressed, args=asked):
        act(cookies.COACH, move)
        st.rerun()
