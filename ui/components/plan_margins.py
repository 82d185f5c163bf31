"""Around the plan: a little more time or money, what a grant would make possible, what comes next."""

from __future__ import annotations

import streamlit as st

from questionnaire.language import say
from questionnaire.plan_edits import Edit, as_value
from reports.content import PlanMargins, Unlock
from ui import wording_plan
from ui.components.plan_changes import keep


def show(margins: PlanMargins) -> None:
    if margins.margins:
        st.subheader(say(wording_plan.MARGINS))
    for sentence in margins.margins:
        st.markdown(sentence)
    if margins.unlocks:
        st.subheader(say(wording_plan.UNLOCKS))
        st.markdown(margins.unlock_lead)
        for unlock in margins.unlocks:
            _unlock(unlock)
        st.page_link("screens/financer.py", label=say(wording_plan.TO_FUNDING))
    if margins.following:
        st.subheader(say(wording_plan.FOLLOWING))
        st.markdown("\n".join(f"- {title}" for title in margins.following))


def _unlock(unlock: Unlock) -> None:
    with st.container(border=True, key=f"plan.unlock.{unlock.id}", gap="xsmall"):
        st.markdown(f"**{unlock.title}**")
        st.markdown(unlock.cost)
        st.markdown(unlock.text)
        if st.button(say(wording_plan.ADD), key=f"plan.fund.{unlock.id}"):
            keep(unlock.id, {"status": "todo", **(as_value(Edit(funding=say(wording_plan.TO_ASK_FOR))) or {})})
