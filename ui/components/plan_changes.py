"""What a button of the plan does: written first, then the page is drawn again with it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from questionnaire.language import say
from questionnaire.plan_edits import as_value
from ui import wording_plan
from ui.components import plan_follow
from ui.components.plan_fields import edit_of, fold, put
from ui.session import current, undo_plan, update, update_plan


def keep(key: str, value: Any) -> None:
    """One entry of the plan changed, or taken away with None; the page then shows where it went."""
    update_plan(put(current().assessment, key, value))
    plan_follow.mark(key)
    st.rerun()


def keep_fields() -> bool:
    """Write what the fields on screen say; True when that changed something."""
    session = current()
    said, touched = fold(session.assessment)
    if said is not session.assessment:
        update_plan(said)
        plan_follow.mark(touched)
    elif session.failure:
        update(said)  # the last write failed: try again
    return said is not session.assessment


def put_back(key: str) -> None:
    """A dropped action returns for sure: « à faire » is kept even when nothing else is said of it."""
    kept = replace(edit_of(current().assessment, key), status="todo", reason="")
    keep(key, as_value(kept) or {"status": "todo"})


def undo(place: str) -> None:
    """A button that takes the last change back, shown when there is one; `place` tells several on one page apart."""
    if current().plans and st.button(say(wording_plan.UNDO), key=f"plan.undo.{place}", icon=":material/undo:"):
        undo_plan()
        st.rerun()
