"""The same report in other files, each with what it is good for; each is built when its button is pressed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

import streamlit as st

from questionnaire.assessment import Assessment
from ui import services
from ui import wording_report as words
from ui.components import downloads, report_values

Maker = Callable[[Assessment, date], bytes]
_OFFICE = "application/vnd.openxmlformats-officedocument"


def show(assessment: Assessment) -> None:
    with st.expander(words.FORMATS_TITLE, key="report.formats"):
        st.markdown(words.FORMATS_LEAD)
        _offer(assessment, words.XLSX, "xlsx", f"{_OFFICE}.spreadsheetml.sheet", report_values.workbook_of)
        _offer(assessment, words.PLAN_CSV, "csv", "text/csv", report_values.plan_csv_of, "plan")
        _offer(assessment, words.ANSWERS_CSV, "csv", "text/csv", report_values.answers_csv_of, "reponses")
        _offer(assessment, words.DOCX, "docx", f"{_OFFICE}.wordprocessingml.document", report_values.docx_of)
        _offer(assessment, words.HTML, "html", "text/html", report_values.html_of)


def _offer(assessment: Assessment, said: tuple[str, str], ending: str, mime: str, make: Maker, kind: str = "") -> None:
    name, good_for = said
    on = services.today()
    st.markdown(good_for)
    st.download_button(
        words.download(name),
        data=downloads.tried(partial(make, assessment, on)),
        file_name=downloads.file_name(assessment, on, ending, kind),
        mime=mime,
        key=f"download.{ending}.{kind}",
        on_click="ignore",
    )
