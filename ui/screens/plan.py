"""What to do, in which order, with the hours and euros there really are; and what they decide about it.

What the fields say is written before anything is drawn; around the plan, what takes time to compute is drawn last.
"""

from __future__ import annotations

import streamlit as st

from questionnaire.language import say
from reports.case import Case
from ui import wording, wording_plan
from ui.components import (
    notices,
    path,
    plan_changes,
    plan_editor,
    plan_fields,
    plan_follow,
    plan_margins,
    plan_own,
    plan_view,
    plan_what_if,
    words,
)
from ui.components.report_values import case_of, margins_of, plan_of
from ui.session import current, enter


def show() -> None:
    session = enter("plan")
    if session.token is not None:
        plan_changes.keep_fields()
    st.title(say(wording.PLAN_TITLE))
    if notices.need_to_begin(session) or notices.nothing_yet(session):
        return
    path.show("plan", current())
    notices.saving_failure(current())
    case = case_of(current().assessment)
    plan = plan_of(case)
    plan_view.said(plan)
    plan_own.start()
    plan_changes.undo("top")
    plan_view.lines(plan, beneath=plan_editor.action)
    plan_own.add()
    plan_own.dropped(plan.dropped)
    aside = st.container()
    plan_what_if.ask(case)
    plan_view.refused(plan)
    plan_view.find_out(plan, beneath=plan_editor.question)
    plan_view.around(plan)
    words.show(texts_of_plan(case))
    _ways_on()
    plan_fields.drawn()
    if plan_changes.keep_fields():  # a server that has just restarted: see `plan_fields`
        st.rerun()
    plan_follow.show()
    with aside:
        plan_margins.show(margins_of(case))


def texts_of_plan(case: Case) -> list[str]:
    """What the plan asks to do, in the content's own words."""
    known = case.questionnaire.action_by_id
    asked = [known[planned.id] for planned in case.plan.all if planned.id in known]
    return [text for action in asked for text in (action.title, action.summary, *action.steps)]


def _ways_on() -> None:
    st.divider()
    st.page_link("screens/rapport.py", label=say(wording.TO_REPORT))
    st.page_link("screens/financer.py", label=say(wording_plan.TO_FUNDING))
    st.page_link("screens/feuilles.py", label=say(wording_plan.TO_SHEETS))


show()
