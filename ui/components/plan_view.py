"""The plan on screen, from the same report values as the PDF. People's own words go through `st.text` only."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

import streamlit as st

from questionnaire.language import say
from questionnaire.plan_edits import ASK
from questionnaire.typography import typeset
from reports.content import ActionSheet, Door, FindOut, PlanLine, PlanPage
from ui import wording_plan
from ui.components import plan_table

LINE_KEY, LEFT_KEY, ASKED_KEY = "plan.line.", "plan.left.", "plan.asked."  # palier.css knows these starts


def show(plan: PlanPage) -> None:
    """The whole plan to read, with nothing to change in it."""
    said(plan)
    lines(plan)
    refused(plan)
    find_out(plan)
    around(plan)


def said(plan: PlanPage) -> None:
    """What they said, the means the plan counts on, what does not hold together."""
    for sentence in (*plan.said, *plan.capacity):
        st.markdown(sentence)
    for sentence in plan.conflicts:
        st.warning(sentence)


def lines(plan: PlanPage, beneath: Callable[[PlanLine], None] | None = None) -> None:
    """The actions by horizon, then as a table; `beneath` draws what may be done with each."""
    for sentence in plan.empty:
        st.info(sentence)
    if not plan.lines:
        return
    st.subheader(" · ".join(part for part in plan.total if part))
    sheets = {sheet.number: sheet for sheet in plan.sheets}
    for horizon, group in groupby(plan.lines, key=lambda line: line.horizon):
        st.markdown(f"#### {horizon}")
        for line in group:
            with st.container(border=True, key=f"{LINE_KEY}{line.id}", gap="xsmall"):
                _line(line)
                if line.number in sheets:
                    _sheet(sheets[line.number])
                if beneath:
                    beneath(line)
    with st.expander(say(wording_plan.TABLE), key="plan.table"):
        plan_table.show(plan)


def _line(line: PlanLine) -> None:
    """Read without opening anything: what, when, how much, who."""
    st.text(f"{line.number}. {line.title}{wording_plan.done(line.done)}")
    st.markdown(" · ".join((line.month, line.hours, line.euros, line.effect)))
    st.text(wording_plan.led_by(line))
    if line.note:
        st.text(line.note)


def _sheet(sheet: ActionSheet) -> None:
    with st.expander(wording_plan.how_to(sheet.number), type="compact"):
        st.markdown(f"**{sheet.summary}**")
        st.caption(" · ".join(sheet.facts))
        for sentence in sheet.why:
            st.markdown(sentence)
        st.markdown("\n".join(f"{rank}. {step}" for rank, step in enumerate(sheet.steps, start=1)))
        st.markdown(f"**{say(wording_plan.DONE_WHEN)}** {sheet.done_when}")
        for door in sheet.doors:
            _door(door)


def _door(door: Door) -> None:
    name = f"[{door.name}]({door.url})" if door.url else door.name
    st.markdown(typeset(f"{name} : {door.text}"))
    st.caption(" ".join(part for part in (door.seen, door.caution) if part))


def refused(plan: PlanPage) -> None:
    if plan.refused:
        st.subheader(say(wording_plan.REFUSED))
        st.markdown("\n".join(typeset(f"- **{one.title}** : {one.text}") for one in plan.refused))


def find_out(plan: PlanPage, beneath: Callable[[FindOut], None] | None = None) -> None:
    """Each question left open, with who may know and by when."""
    st.subheader(say(wording_plan.FIND_OUT))
    if plan.find_out_sentence:
        st.markdown(plan.find_out_sentence)
    for one in plan.find_out:
        with st.container(border=True, key=f"{ASKED_KEY}{ASK}{one.id}", gap="xsmall"):
            st.markdown(f"**{one.question}**")
            st.text(wording_plan.asked_to(one))
            if beneath:
                beneath(one)


def around(plan: PlanPage) -> None:
    """What a departure would take away; the duties, apart, with the day they were looked at."""
    if plan.turnover:
        st.subheader(plan.turnover.title)
        st.markdown(plan.turnover.lead)
        st.markdown("\n".join(f"- {line}" for line in plan.turnover.lines))
    if plan.duties:
        st.subheader(say(wording_plan.DUTIES))
        st.markdown("\n".join(f"- {one.title} {one.text}" for one in plan.duties))
