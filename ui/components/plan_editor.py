"""« Modifier » : the fields of one entry of the plan. Drawn only when opened, so that a closed one costs nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from questionnaire.language import say
from questionnaire.plan_edits import ASK, OWN, STATUSES, Edit, as_value
from reports.content import FindOut, PlanLine
from ui import wording_plan
from ui.components import notices
from ui.components.plan_changes import keep, undo
from ui.components.plan_fields import ASK_FIELDS, FIELDS, OWN_FIELDS, begin, edit_of, fault, first_run, key_of, neat
from ui.session import arrive, current, update

FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2099, 12, 31)
CHOICES = tuple(name for name in STATUSES if name in wording_plan.STATUS_CHOICES)


def action(line: PlanLine) -> None:
    """Everything about one action of the plan, theirs or the catalogue's."""
    with st.expander(say(wording_plan.MODIFY), key=f"plan.open.{line.id}", on_change="rerun", type="compact") as opened:
        if opened.open:
            _fields(line.id, OWN_FIELDS if line.id.startswith(OWN) else FIELDS)
            _drop(line.id)


def question(one: FindOut) -> None:
    """Who will find out and when; the answer itself is given on the page of its question."""
    key = ASK + one.id
    with st.expander(say(wording_plan.ASK_EDIT), key=f"plan.open.{key}", on_change="rerun", type="compact") as opened:
        if opened.open:
            _fields(key, ASK_FIELDS)
    if st.button(say(wording_plan.FOUND), key=f"plan.found.{one.id}"):
        arrive(one.id)
        update(current().assessment.put("place", "question", one.id))
        st.switch_page("screens/questions.py")


def _fields(key: str, parts: tuple[str, ...]) -> None:
    """Each field from what is kept; what may not be kept is told beneath it."""
    kept = edit_of(current().assessment, key)
    st.caption(say(wording_plan.KEPT_AT_ONCE))
    faults = 0
    for part in parts:
        said = draw(part, key_of(part, key, kept), kept)
        told = fault(part, key, neat(part, said), kept)
        if told:
            st.warning(f"{told} {say(wording_plan.NOT_TAKEN)}")
            faults += 1
    if not faults and kept != Edit():
        notices.saving_state(current())
    undo(key)


def _drop(key: str) -> None:
    """Out of the plan, with a reason if they wish; it can be put back."""
    with st.popover(say(wording_plan.DROP), key=f"plan.drop.{key}"):
        said = neat("reason", st.text_area(say(wording_plan.LABELS)["reason"], key=f"plan.reason.{key}", height=80))
        kept = edit_of(current().assessment, key)
        told = fault("reason", key, said, kept)
        if told:
            st.warning(f"{told} {say(wording_plan.NOT_TAKEN)}")
        elif st.button(say(wording_plan.DROP_SURE), key=f"plan.dropped.{key}", type="primary"):
            keep(key, as_value(replace(kept, status="dropped", reason=said)))


def draw(part: str, name: str, kept: Edit) -> Any:
    """One field, from what is kept; `name` is the key of its widget. What the browser says comes back as it is."""
    return _DRAW[part](part, name, getattr(kept, part))


def _text(part: str, name: str, kept: str) -> str:
    examples = {"role": say(wording_plan.ROLE_EXAMPLE), "funding": say(wording_plan.FUNDING_EXAMPLE)}
    return st.text_input(
        say(wording_plan.LABELS)[part],
        value=kept if first_run() else "",
        key=begin(name, kept or None),
        placeholder=examples.get(part),
        autocomplete="off",
    )


def _area(part: str, name: str, kept: str) -> str:
    first = kept if first_run() else ""
    return st.text_area(say(wording_plan.LABELS)[part], value=first, key=begin(name, kept or None), height=80)


def _whole(part: str, name: str, kept: int | None) -> int | None:
    """Without a minimum of Streamlit's own, which would refuse in English: `fault` says what is wrong."""
    return st.number_input(
        wording_plan.number_label(part, own=f".{OWN}" in name),
        value=kept if first_run() else None,
        step=1,
        format="%d",
        key=begin(name, kept),
    )


def day(part: str, name: str, kept: date | None) -> date | None:
    """Any day of the century: a past one is refused in our words, not by the calendar in English."""
    said = st.date_input(
        say(wording_plan.LABELS)[part],
        value=kept if first_run() else None,
        min_value=FIRST_DAY,
        max_value=LAST_DAY,
        format="DD/MM/YYYY",
        key=begin(name, kept),
    )
    return said if isinstance(said, date) else None


def _status(part: str, name: str, kept: str) -> str | None:
    return st.radio(
        say(wording_plan.LABELS)[part],
        CHOICES,
        index=CHOICES.index(kept) if first_run() else 0,
        format_func=say(wording_plan.STATUS_CHOICES).__getitem__,
        horizontal=True,
        key=begin(name, kept),
    )


_DRAW: dict[str, Callable[[str, str, Any], Any]] = {
    "title": _text,
    "role": _text,
    "due": day,
    "status": _status,
    "hours": _whole,
    "euros": _whole,
    "funding": _text,
    "note": _area,
}
