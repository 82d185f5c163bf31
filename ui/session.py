"""The only file that touches Streamlit's session state: one frozen Session under one key, and widget seeds.

The store is the truth; the session is a copy, rebuilt from the link in the cookie after a refresh,
a restart or on another replica.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import streamlit as st

from questionnaire.assessment import Assessment
from questionnaire.model import Questionnaire
from questionnaire.plan_edits import PLAN, REQUEST
from ui import cookies, services
from ui.visit import Session, arrived, at_their_pace, opened, with_plans, written

_KEY = "palier.session"
_EPOCH = "epoch"
UNDO_MOST = 20


def held_tokens() -> tuple[str, ...]:
    """The links this browser holds, current first."""
    return cookies.tokens(st.context.cookies)


def current() -> Session:
    """The session of this run; read from the store when this server does not have it yet."""
    session = st.session_state.get(_KEY)
    if session is None:
        held = held_tokens()
        mode = "express" if st.query_params.get("mode") == "express" else "full"
        session = at_their_pace(opened(held[0] if held else None, mode))
        st.session_state[_KEY] = session
    return session


def questionnaire() -> Questionnaire:
    """The questions of this visit, in the version that its answers are of."""
    return services.content_of(current().assessment)


def enter(page: str) -> Session:
    """To be called first by each page: on arrival, take what other devices have written since."""
    session = current()
    unread = session.token is not None and session.failure is not None and not session.is_pending
    if session.page == page and not unread:
        return session
    if session.failure is None or unread:
        found = arrived(session)
        if unread and found.assessment != session.assessment:
            renew(_EPOCH)  # the fields were drawn while the store did not answer
        session = found
    session = replace(session, page=page)
    st.session_state[_KEY] = session
    return session


def update(assessment: Assessment) -> Session:
    """Keep a new assessment: written durably first, then shown. A failed write is told, the answer stays on screen."""
    before = current()
    session = st.session_state[_KEY] = written(before, assessment)
    told = session.elsewhere is not None and session.sequence != before.sequence and session.elsewhere.taken
    read_at_last = before.failure is not None and before.kept is None and session.kept is not None
    if told or read_at_last:
        renew(_EPOCH)  # every field takes its value again: the browser would send back what it showed before
        remember("redraw", True)
    return session


def to_redraw() -> bool:
    """True once after another device's answers were taken over: what is drawn already shows former ones."""
    asked = bool(remembered("redraw"))
    if asked:
        remember("redraw", False)
    return asked


def update_plan(assessment: Assessment) -> Session:
    """Keep a change of the plan, and how the plan was before it."""
    before = current()
    session = update(assessment)
    if assessment.all_of(PLAN) != before.assessment.all_of(PLAN):
        plans = (*before.plans, before.assessment.all_of(PLAN))
        session = st.session_state[_KEY] = with_plans(session, assessment, plans[-UNDO_MOST:])
    return session


def undo_plan() -> None:
    """The plan as it was before its last change, the funding request left alone; widgets take their values again."""
    session = current()
    *older, before = session.plans
    now, kept = session.assessment, {**session.assessment.kept, PLAN: before}
    said = replace(now, kept=kept).put(PLAN, REQUEST, now.all_of(PLAN).get(REQUEST))
    st.session_state[_KEY] = with_plans(update(said), said, tuple(older))
    renew(PLAN)


def seed(key: str, value: Any) -> str:
    """Give a widget its first value without ever overwriting what the browser just sent; its key of the moment."""
    key = _now(key)
    if value is not None:
        st.session_state.setdefault(key, value)
    return key


def _now(key: str) -> str:
    """The key a widget has now: it changes each time that another device's answers were taken over."""
    epoch = generation(_EPOCH)
    return f"{key}.~{epoch}" if epoch else key


def arrive(question_id: str) -> None:
    """Forget the widgets of a question before it is shown again, so that they take the kept answer: otherwise
    Streamlit believes that the browser still shows what it showed the first time.
    """
    for key in [k for k in st.session_state if question_id in str(k).split(".") and not str(k).startswith(_KEY)]:
        del st.session_state[key]


def generation(question_id: str) -> int:
    """How many times the widgets of a question were begun again; part of their keys."""
    return int(remembered(f"turn.{question_id}") or 0)


def renew(name: str) -> None:
    """Begin the widgets of `name` again: their keys change, so that what they showed is forgotten."""
    remember(f"turn.{name}", generation(name) + 1)


def bump(question_id: str, value: Any) -> None:
    """Answer a whole list at once: its lines are begun again, empty."""
    renew(question_id)
    kept = current().assessment
    update(kept.put("drafts", question_id, None).put("answers", question_id, value))


def widget(key: str) -> Any:
    """What the browser says for this widget; None when it says nothing or is not known yet."""
    return st.session_state.get(_now(key))


def widgets_named(keys: Iterable[str]) -> tuple[Any, ...]:
    """What the browser says for each of these widgets, as `widget` tells for one."""
    end = _now("")
    return tuple(st.session_state.get(key + end) for key in keys)


def is_drawn(key: str) -> bool:
    """Whether this server knows a widget under this key now; one that says nothing is known too."""
    return _now(key) in st.session_state


def widgets(start: str) -> dict[str, Any]:
    """What the browser says for each widget whose key has this start, by the rest of the key; None is said too."""
    end = _now("")
    named = {str(k): v for k, v in st.session_state.items() if str(k).startswith(start) and str(k).endswith(end)}
    return {k.removeprefix(start).removesuffix(end): v for k, v in named.items()}


def remembered(name: str) -> Any:
    """What this visit alone holds under a name; None when nothing."""
    return st.session_state.get(f"{_KEY}.{name}")


def remember(name: str, value: Any) -> None:
    st.session_state[f"{_KEY}.{name}"] = value


def profile_step() -> int | None:
    """The screen of the profile shown last in this visit; None on coming."""
    step = remembered("profile_step")
    return None if step is None else int(step)


def set_profile_step(step: int) -> None:
    remember("profile_step", max(step, 0))


def replace_widgets() -> None:
    """Forget what widgets show, so that they take their values from new answers."""
    mine = ("answer.", "reason", "line.", "note.", "evidence.", "wording.", "field.", "head.", "plan.", "change.")
    for key in [k for k in st.session_state if str(k).startswith(mine)]:
        del st.session_state[key]
    st.session_state[_KEY] = replace(current(), plans=())
