"""« Comment ce score est fait » : every contribution of an axis, theme by theme."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from questionnaire.language import say
from questionnaire.model import Questionnaire
from questionnaire.typography import number
from scoring.model import AxisScore, Contribution
from ui import wording


def show(questionnaire: Questionnaire, axis: AxisScore) -> None:
    with st.expander(say(wording.DETAIL_TITLE)):
        st.caption(say(wording.DETAIL_HELP))
        for theme in axis.themes:
            st.markdown(f"**{questionnaire.theme_by_id[theme.id].name}**")
            rows = [_row(questionnaire, c) for c in theme.contributions]
            st.table(
                pd.DataFrame(rows, columns=list(say(wording.DETAIL_COLUMNS))).set_index(say(wording.DETAIL_COLUMNS)[0])
            )


def _row(questionnaire: Questionnaire, contribution: Contribution) -> tuple[str, str, str, str]:
    question = questionnaire.question_by_id[contribution.question]
    value = contribution.value
    said = say(wording.STATUS).get(contribution.status, say("Répondu"))
    return question.short, str(contribution.weight), said, "–" if value is None else number(value)
