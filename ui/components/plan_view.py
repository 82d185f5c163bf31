"""The plan on screen, from the same report values as the PDF."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from reports.content import ActionSheet, Door, PlanLine, PlanPage
from ui import wording


def show(plan: PlanPage) -> None:
    for sentence in (*plan.said, *plan.capacity):
        st.markdown(sentence)
    for sentence in plan.empty:
        st.info(sentence)
    if plan.lines:
        st.markdown(f"**{' · '.join(part for part in plan.total if part)}**")
        for line, sheet in zip(plan.lines, plan.sheets, strict=True):
            _sheet(line, sheet)
        _table(plan)
    _after(plan)


def _table(plan: PlanPage) -> None:
    rows = [(line.number, line.title, line.month, line.hours, line.euros, line.effect) for line in plan.lines]
    frame = pd.DataFrame(rows, columns=list(wording.PLAN_COLUMNS)).set_index(wording.PLAN_COLUMNS[0])
    with st.expander(wording.PLAN_TABLE):
        st.table(frame)


def _sheet(line: PlanLine, sheet: ActionSheet) -> None:
    """The line first, so that the whole plan is read without opening anything; how to do it inside."""
    st.markdown(f"**{line.number}. {line.title}**  \n{' · '.join((line.month, line.hours, line.euros, line.effect))}")
    with st.expander(wording.how_to(line.number)):
        st.markdown(f"**{sheet.summary}**")
        st.caption(" · ".join(sheet.facts))
        for sentence in sheet.why:
            st.markdown(sentence)
        st.markdown("\n".join(f"{rank}. {step}" for rank, step in enumerate(sheet.steps, start=1)))
        st.markdown(f"**{wording.DONE_WHEN}** {sheet.done_when}")
        for door in sheet.doors:
            _door(door)


def _door(door: Door) -> None:
    name = f"[{door.name}]({door.url})" if door.url else door.name
    st.markdown(f"{name} : {door.text}")
    st.caption(" ".join(part for part in (door.seen, door.caution) if part))


def _after(plan: PlanPage) -> None:
    """What was not chosen and why, what to find out, the duties apart."""
    if plan.refused:
        st.subheader(wording.PLAN_REFUSED)
        st.markdown("\n".join(f"- **{one.title}** : {one.text}" for one in plan.refused))
    st.subheader(wording.PLAN_FIND_OUT)
    if plan.find_out:
        st.markdown("\n".join(f"- {one.question}  \n  *{one.who}*" for one in plan.find_out))
    if plan.find_out_sentence:
        st.markdown(plan.find_out_sentence)
    if plan.duties:
        st.subheader(wording.PLAN_DUTIES)
        st.markdown("\n".join(f"- {one.title} {one.text}" for one in plan.duties))
