"""Whether a report follows its answers (from the file), or its figures their code (from the paper).

Each part runs alone: comparing a code does not print a report again. Nothing given here is kept.
"""

from __future__ import annotations

import re
from datetime import date

import streamlit as st

from questionnaire.errors import AnswersError
from questionnaire.language import say
from reports.extracting import PdfError
from reports.mark import YEARS
from reports.short_code import AxisFigures, CodeError, PrintedFigures, check
from reports.verifying import Verdict, verify
from reports.verifying_words import PROVES
from ui import services
from ui import wording_report as words
from ui.components.answers_upload import faults

_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


class FiguresError(ValueError):
    """More figures than the paper prints in one place; the message is the sentence to show."""


@st.fragment
def from_file() -> None:
    st.subheader(say(words.VERIFY_FILE_TITLE))
    st.markdown(say(words.VERIFY_FILE_HELP))
    upload = st.file_uploader(say(words.VERIFY_FILE), type=["pdf"], key="verify.file")
    if upload is None:
        return
    try:
        with st.spinner(say(words.VERIFYING)):
            verdict = verify(upload.getvalue(), services.editions, services.rows_of)
    except PdfError as error:
        st.error(str(error))
    except AnswersError as error:
        st.error(say(words.VERIFY_REFUSED))
        faults(error)
    else:
        _tell(verdict)


def _tell(verdict: Verdict) -> None:
    box = {"identical": st.success, "differs": st.error, "not_comparable": st.warning}[verdict.kind]
    box(verdict.sentence)
    for place in verdict.places:
        st.text(place.sentence)
    st.markdown(say(PROVES))


@st.fragment
def from_paper() -> None:
    st.subheader(say(words.PAPER_TITLE))
    st.markdown(say(words.PAPER_HELP))
    with st.form("verify.paper", enter_to_submit=False):
        code = st.text_input(say(words.CODE), max_chars=40, key="verify.code", placeholder=say(words.CODE_SHAPE))
        on = _day()
        mode = st.radio(
            say(words.MODE), list(say(words.MODES)), format_func=say(words.MODES).__getitem__, key="verify.mode"
        )
        typed = [(axis.id, *_axis(axis.id, axis.name)) for axis in services.questionnaire().axes]
        asked = st.form_submit_button(say(words.COMPARE), key="verify.compare", type="primary")
    if asked:
        _compare(code, on, mode, typed)
    st.caption(say(words.CODE_LIMITS))


def _day() -> date | None:
    first, last = date(YEARS.start, 1, 1), date(YEARS.stop - 1, 12, 31)
    return st.date_input(
        say(words.DAY), value=None, min_value=first, max_value=last, format="DD/MM/YYYY", key="verify.day"
    )


def _axis(axis_id: str, name: str) -> tuple[str, str]:
    """The interval and the level as they are typed, as on the paper."""
    interval = st.text_input(
        words.interval_of(name), max_chars=60, key=f"verify.interval.{axis_id}", placeholder=say(words.INTERVAL_SHAPE)
    )
    level = st.text_input(
        words.level_of(name), max_chars=60, key=f"verify.level.{axis_id}", placeholder=say(words.LEVEL_SHAPE)
    )
    return interval, level


def _compare(code: str, on: date | None, mode: str, typed: list[tuple[str, str, str]]) -> None:
    if not code.strip() or on is None:
        st.error(say(words.PAPER_MISSING))
        return
    try:
        axes = tuple(_figures(*said) for said in typed)
        together = any(
            check(code, PrintedFigures(content.id, content.version, mode, on, axes))
            for content in services.editions().known  # the paper does not say which version of the questions it is of
        )
    except (CodeError, FiguresError) as error:
        st.error(str(error))
        return
    if together:
        st.success(say(words.TOGETHER))
    else:
        st.error(say(words.APART))


def _figures(axis_id: str, interval: str, level: str) -> AxisFigures:
    low, high = _two(interval)
    assured, possible = _two(level)
    return AxisFigures(axis_id, low, high, _whole(assured), _whole(possible))


def _two(said: str) -> tuple[str | None, str | None]:
    """« 34 à 40 », « 34 », or nothing: what is not a number does not count."""
    found = _NUMBER.findall(said)
    if len(found) > 2:
        raise FiguresError(say(words.TOO_MANY_FIGURES))
    first, second = (*found, None, None)[:2]
    return first, second


def _whole(figure: str | None) -> int | None:
    return int(figure) if figure and figure.isdigit() else None
