"""A complete example, marked as fictional: what you would get, before you begin."""

from __future__ import annotations

import streamlit as st

from questionnaire.language import say
from questionnaire.typography import tidy
from ui import example_file, services, wording
from ui.components import plan_view, results_view
from ui.components.doors import file_door
from ui.making import report_of

st.title(say(wording.EXAMPLE_TITLE))
example = services.example()
if example is None:
    st.info(tidy(say("Ce questionnaire ne fournit pas d’exemple.")))
else:
    st.warning(say(wording.EXAMPLE_NOTE))
    results, plan, report = st.tabs([say(wording.RESULTS_TITLE), say(wording.PLAN_TITLE), say(wording.REPORT_TITLE)])
    with results:
        results_view.show(example)
    with plan:
        plan_view.show(report_of(example).plan)
    with report:
        st.markdown(say(wording.REPORT_INTRO))
        file_door(say(wording.REPORT_BUTTON), example_file.ADDRESS, primary=True)
