"""« Et si nous avions plus, ou moins » : other means tried on the plan, nothing written until they keep them.

A fragment: trying a figure runs this panel alone, and answers at once.
"""

from __future__ import annotations

from functools import partial

import streamlit as st

from questionnaire.answers_checks import field_faults
from questionnaire.assessment import Assessment
from questionnaire.language import say
from questionnaire.model import UnscoredField
from reports.case import Case
from reports.compose_plan import name_of
from reports.plan_edit_words import changes_words
from scoring.margins import what_if
from ui import wording, wording_plan
from ui.components.plan_fields import begin, first_run
from ui.session import current, questionnaire, update


@st.fragment
def ask(case: Case) -> None:
    with st.expander(say(wording_plan.WHAT_IF), key="plan.open.if", on_change="rerun") as opened:
        if not opened.open:
            return
        st.caption(say(wording_plan.WHAT_IF_HELP))
        means, rules = case.plan.capacity, questionnaire().rules.plan.capacity
        left, right = st.columns(2, vertical_alignment="bottom")
        with left:
            hours = _figure(rules.hours_part, means.hours_per_month)
        with right:
            euros = _figure(rules.euros_part, means.euros)
        if hours is None or euros is None:
            st.markdown(say(wording_plan.WHAT_IF_BOTH))
        elif (hours, euros) == (means.hours_per_month, means.euros):
            st.markdown(say(wording_plan.WHAT_IF_SAME))
        else:
            _tell(case, hours, euros)


def _figure(part_id: str, now: int) -> int | None:
    part = next(part for part in _field().parts if part.id == part_id)
    first = now if first_run() else None
    return st.number_input(part.text, value=first, step=1, format="%d", key=begin(f"plan.if.{part.id}", now))


def _tell(case: Case, hours: int, euros: int) -> None:
    """The plan there would be, from the answers as they are now; the button writes these means in the profile."""
    assessment = current().assessment
    other = _with_means(assessment, hours, euros)
    if list(field_faults(_field(), other.fields[_field().id])):
        st.warning(say(wording.NOT_KEPT))
        return
    margin = what_if(case.questionnaire, assessment, other)
    st.markdown(wording_plan.with_means(hours, euros, changes_words(margin, partial(name_of, case))))
    if st.button(say(wording_plan.KEEP_MEANS), key="plan.if.keep", type="primary"):
        update(other)
        st.rerun()


def _with_means(assessment: Assessment, hours: int, euros: int) -> Assessment:
    rules, field = questionnaire().rules.plan.capacity, _field()
    kind = "profile" if field in questionnaire().profile else "benchmark"
    kept = assessment.all_of(kind).get(field.id) or {}
    return assessment.put(kind, field.id, {**kept, rules.hours_part: hours, rules.euros_part: euros})


def _field() -> UnscoredField:
    content = questionnaire()
    return content.field_by_id[content.rules.plan.capacity.field]
