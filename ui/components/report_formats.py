"""The same report in other files, each with what it is good for; each is built when it is asked for."""

from __future__ import annotations

import streamlit as st

from questionnaire.language import say
from ui import wording_report as words
from ui.components import downloads


def show() -> None:
    with st.expander(say(words.FORMATS_TITLE), key="report.formats"):
        st.markdown(say(words.FORMATS_LEAD))
        _offer(say(words.XLSX), "xlsx")
        _offer(say(words.PLAN_CSV), "plan.csv")
        _offer(say(words.ANSWERS_CSV), "answers.csv")
        _offer(say(words.DOCX), "docx")
        _offer(say(words.HTML), "html")


def _offer(said: tuple[str, str], kind: str) -> None:
    name, good_for = said
    st.markdown(good_for)
    downloads.take(words.download(name), kind)
