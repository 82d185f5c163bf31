"""« Assez pour nous » : a target by theme, asked after the results, that the plan then aims at."""

from __future__ import annotations

from functools import partial

import streamlit as st

from questionnaire.assessment import Assessment
from questionnaire.language import say
from questionnaire.routing import route
from ui import services, wording
from ui.session import seed


def ask(assessment: Assessment) -> Assessment:
    """The assessment with the targets chosen; the default is never written."""
    content = services.content_of(assessment)
    usual = int(content.rules.plan.default_target.value)
    inside = set(route(content, assessment).ids)
    with st.expander(say(wording.TARGETS_TITLE), key="targets", on_change="rerun") as opened:
        if not opened.open:
            return assessment
        st.caption(wording.targets_help(usual))
        for theme in content.themes:
            if inside.isdisjoint(q.id for q in theme.questions):
                continue
            kept = assessment.all_of("targets").get(theme.id, usual)
            top = max(q.top for q in theme.questions)
            said = st.radio(
                theme.name,
                list(range(1, top + 1)),
                format_func=partial(wording.target_label, top=top),
                horizontal=True,
                key=seed(f"target.{theme.id}", kept),
            )
            if said != kept:
                assessment = assessment.put("targets", theme.id, None if said == usual else said)
    return assessment
