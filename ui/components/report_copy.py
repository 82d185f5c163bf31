"""Which copy of the report, for whom, with which parts; and its first pages, to look at before it leaves.

What is ticked is remembered for the visit: a part that was unticked is not ticked again by looking at another copy.
"""

from __future__ import annotations

from datetime import date
from typing import cast

import streamlit as st

from questionnaire.assessment import Assessment
from questionnaire.language import say
from questionnaire.previous import compared
from questionnaire.workshop_record import KIND
from reports.copies import USUAL, Copy
from reports.preview import first_pages
from ui import services, wording
from ui import wording_report as words
from ui.components import downloads
from ui.making import copy_of
from ui.session import remember, remembered, seed

PAGES_SHOWN = 2
CHANGE = "change"


@st.fragment
def choose(assessment: Assessment) -> None:
    """Runs alone at each choice; the rest of the page stays."""
    copy = _copy()
    parts = _parts(assessment) if copy == "funder" else frozenset(USUAL)
    _says(copy, assessment)
    on = services.today()
    downloads.copy(copy, parts)
    asked = st.button(say(words.PREVIEW), key=f"report.preview.{copy}")
    st.caption(say(words.IF_NOTHING))
    if asked:
        _preview(assessment, on, copy, parts)


def _copy() -> Copy:
    said = st.radio(
        say(words.COPY),
        list(say(words.COPIES)),
        format_func=say(words.COPIES).__getitem__,
        captions=list(say(words.COPY_HELP).values()),
        key=seed("report.copy", remembered("report.copy")),
    )
    remember("report.copy", said)
    return cast(Copy, said)


def _parts(assessment: Assessment) -> frozenset[str]:
    """What may be ticked: the workshop and the change only where there was one."""
    absent = {KIND: not assessment.all_of(KIND), CHANGE: not compared(assessment, services.today())}
    kept = remembered("report.parts")
    usual = frozenset(USUAL) if kept is None else kept
    st.markdown(f"**{say(words.PARTS_TITLE)}**")
    said = frozenset(
        part
        for part, label in say(words.PARTS).items()
        if not absent.get(part) and st.checkbox(label, key=seed(f"report.part.{part}", part in usual))
    )
    remember("report.parts", said)
    st.markdown(say(words.PROTECT_OFF))
    st.caption(say(words.ALWAYS))
    return said


def _says(copy: Copy, assessment: Assessment) -> None:
    """Whether the answers are inside, before the button that lets them go."""
    if copy != "complete":
        st.info(say(words.NO_ANSWERS))
        return
    st.info(say(wording.REPORT_CAUTION))
    if assessment.all_of("drafts"):
        st.caption(say(wording.DRAFT_LEFT_OUT))


def _preview(assessment: Assessment, on: date, copy: Copy, parts: frozenset[str]) -> None:
    try:
        with st.spinner(say(words.PREPARING)):
            pages = first_pages(copy_of(assessment, on, copy, parts), PAGES_SHOWN)
    except Exception as error:  # whatever it is, it is said, and nothing is lost
        services.log.error("preview failed", exc_info=error)
        st.error(say(words.NOT_MADE))
        return
    for rank, page in enumerate(pages, 1):
        with st.container(border=True):
            st.image(page, caption=words.page_rank(rank), alt=words.page_alt(rank), width="stretch")
