"""What a funding request needs beyond the plan, field by field. Each value is kept at once; a wrong one is told."""

from __future__ import annotations

from datetime import date
from typing import Any

import streamlit as st

from questionnaire.assessment import TEXT_MAX, Assessment
from questionnaire.language import say
from questionnaire.plan_checks import edit_faults
from questionnaire.plan_edits import INDICATORS_MAX, LINE_MAX, REQUEST, YEARS_MAX
from ui import wording_funding as words
from ui.components import funding_payers
from ui.components.funding_kept import payers, put, request_of
from ui.components.sheet_words import clean
from ui.session import seed

HOURLY = "volunteer_hourly_euros"
FIRST_DAY, LAST_DAY = date.min, date.max  # ours to judge: the field itself would say no in English


def ask(assessment: Assessment) -> Assessment:
    """The assessment with what the fields say; the same one when they say nothing new."""
    kept = request_of(assessment)
    said = {
        "years": _years(kept),
        "need": _need(kept),
        "own_euros": _euros(kept, "own_euros", say(words.OWN_EUROS)),
        "cofunding": funding_payers.ask(payers(assessment)),
        "upkeep_euros": _euros(kept, "upkeep_euros", say(words.UPKEEP_EUROS)),
        HOURLY: _euros(kept, HOURLY, say(words.HOURLY_EUROS), say(words.HOURLY_FAULT)),
        "indicators": _indicators(kept),
        "measured_on": _measured_on(kept),
    }
    return put(assessment, said)


def _years(kept: dict[str, Any]) -> int | None:
    """One year is the usual case, and is never written."""
    said = st.radio(
        say(words.YEARS),
        list(range(1, YEARS_MAX + 1)),
        format_func=words.years,
        horizontal=True,
        key=seed("field.request.years", kept.get("years", 1)),
    )
    return None if said == 1 else said


def _need(kept: dict[str, Any]) -> str:
    key = seed("field.request.need", kept.get("need"))
    said = st.text_area(say(words.NEED), key=key, max_chars=TEXT_MAX, height=140)
    st.caption(say(words.NEED_HELP))
    return str(_checked(kept, "need", clean(said), say(words.TEXT_FAULT)) or "")


def _euros(kept: dict[str, Any], name: str, label: str, fault: str = words.EUROS_FAULT) -> int | None:
    """No bounds given to the browser: it would refuse a value in silence, and show it all the same."""
    said = st.number_input(label, value=None, step=1, format="%d", key=seed(f"field.request.{name}", kept.get(name)))
    if name in words.EUROS_HELP:
        st.caption(say(words.EUROS_HELP)[name])
    checked: int | None = _checked(kept, name, said, fault)
    return checked


def _indicators(kept: dict[str, Any]) -> list[str]:
    given = [*kept.get("indicators", []), *[""] * INDICATORS_MAX]
    said = [
        clean(st.text_input(label, key=seed(f"field.request.indicator.{rank}", given[rank]), max_chars=LINE_MAX))
        for rank, label in enumerate(say(words.INDICATORS))
    ]
    return list(_checked(kept, "indicators", [text for text in said if text], say(words.TEXT_FAULT)) or [])


def _measured_on(kept: dict[str, Any]) -> str | None:
    day = kept.get("measured_on")
    said = st.date_input(
        say(words.MEASURED_ON),
        value=None,
        min_value=FIRST_DAY,
        max_value=LAST_DAY,
        format="DD/MM/YYYY",
        key=seed("field.request.measured_on", date.fromisoformat(day) if day else None),
    )
    checked: str | None = _checked(kept, "measured_on", said.isoformat() if said else None, say(words.DAY_FAULT))
    return checked


def _checked(kept: dict[str, Any], name: str, said: Any, fault: str) -> Any:
    """What was said when it may be kept; else what was kept before, and why."""
    if said is None or not any(edit_faults(REQUEST, {name: said})):
        return said
    st.warning(fault)
    return kept.get(name)
