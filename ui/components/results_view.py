"""The whole results page of one assessment; the example page shows the same."""

from __future__ import annotations

import streamlit as st

from questionnaire.assessment import Assessment
from questionnaire.language import say
from ui import services, wording
from ui.components import reading, score_details
from ui.components.report_values import result_of
from ui.making import report_of


def show(assessment: Assessment) -> None:
    report = report_of(assessment)
    result = result_of(assessment)
    reading.overview(report)
    if report.landmarks:
        st.subheader(say(wording.LANDMARKS_TITLE))
        reading.landmark(report.landmarks[0], "first")
    for page in report.axes:
        st.divider()
        reading.axis(page)
        if result.mode == "full":  # express is read in words
            score_details.show(services.content_of(assessment), result.axis(page.id))
    for rank, landmark in enumerate(report.landmarks[1:]):
        reading.landmark(landmark, str(rank))
