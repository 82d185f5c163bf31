"""What they add to the plan themselves, what they left out of it, and the day it begins."""

from __future__ import annotations

from datetime import date
from typing import Any

import streamlit as st

from questionnaire.errors import PalierError
from questionnaire.language import say
from questionnaire.plan_checks import edit_faults
from questionnaire.plan_edits import OWN, PLAN, START, Edit, as_value, edits, next_own
from reports.content import Dropped
from ui import services, wording_plan
from ui.components.plan_changes import keep, put_back
from ui.components.plan_editor import day, draw
from ui.components.plan_fields import judge, neat
from ui.components.plan_view import LEFT_KEY
from ui.session import current, update_plan

PARTS = ("title", "hours", "euros", "role", "due")


def start() -> None:
    """The day the plan begins, always said, and a field to change it."""
    kept = edits(current().assessment).start
    st.markdown(wording_plan.starts(kept or services.today()))
    with st.expander(say(wording_plan.CHANGE_START), key="plan.open.start", on_change="rerun") as opened:
        if not opened.open:
            return
        said = day("start", f"plan.start.{kept}", kept)  # another key when a first edit fixes it meanwhile
        st.caption(say(wording_plan.START_HELP))
    if said != kept:
        _begin(said)


def _begin(on: date | None) -> None:
    value = on.isoformat() if on else None
    if value is None or not list(edit_faults(START, value)):
        update_plan(current().assessment.put(PLAN, START, value))
        st.rerun()


def add() -> None:
    """A form, so that an unfinished action never enters the plan; what is refused stays written there."""
    with st.expander(say(wording_plan.ADD_OWN), key="plan.open.new"):
        st.caption(say(wording_plan.ADD_OWN_HELP))
        try:
            key = next_own(current().assessment)
        except PalierError as error:
            st.info(str(error))
            return
        with st.form(f"plan.new.{key}", border=False):  # another key after each: the next one begins empty
            said = {part: neat(part, draw(part, f"plan.new.{key}.{part}", Edit())) for part in PARTS}
            added = st.form_submit_button(say(wording_plan.ADD_THIS), key=f"plan.add.{key}", type="primary")
        if added:
            _add(key, said)


def _add(key: str, said: dict[str, Any]) -> None:
    told = [sentence for part, value in said.items() if (sentence := judge(part, key, value))]
    if told:
        st.warning("  \n".join((*told, say(wording_plan.NOT_ADDED))))
    else:
        keep(key, as_value(Edit(**said)))


def dropped(left: tuple[Dropped, ...]) -> None:
    """What they left out, with their reason; theirs may also be removed for good."""
    if not left:
        return
    st.subheader(say(wording_plan.DROPPED))
    for one in left:
        with st.container(border=True, key=f"{LEFT_KEY}{one.id}", gap="xsmall"):
            st.text(one.title)
            if one.reason:
                st.text(one.reason)
            with st.container(horizontal=True):
                if st.button(say(wording_plan.PUT_BACK), key=f"plan.back.{one.id}"):
                    put_back(one.id)
                if one.id.startswith(OWN) and st.button(say(wording_plan.REMOVE), key=f"plan.remove.{one.id}"):
                    keep(one.id, None)
