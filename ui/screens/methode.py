"""How the score is made, in plain words, and where every figure comes from."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from questionnaire.language import say
from questionnaire.model import Questionnaire
from questionnaire.typography import typeset
from ui import services, wording
from ui.making import report_of
from ui.session import enter


def show() -> None:
    assessment = enter("methode").assessment
    content = services.content_of(assessment)
    report = report_of(assessment)
    st.title(say(wording.METHOD_TITLE))
    st.markdown(content.caution)
    for paragraph in report.method.paragraphs[0 if assessment.answers else 1 :]:  # the first speaks of your answers
        st.subheader(paragraph.title)
        st.markdown(paragraph.text)
    _levels(content)
    _sources(content)
    _resources(content)
    _questions(content)


def _levels(content: Questionnaire) -> None:
    st.subheader(say(wording.LEVELS_TITLE))
    for level in content.rules.scoring.levels:
        st.markdown(f"**{level.number}. {level.name}** ({wording.from_points(level.starts_at)})  \n{level.meaning}")


def _sources(content: Questionnaire) -> None:
    st.subheader(say(wording.SOURCES_TITLE))
    for row in services.rows_of(content):
        st.markdown(
            typeset(f"- {row.indicator} : {row.statement} [{row.publisher}]({row.url}), n = {row.n}, {row.mode}.")
        )
    st.markdown("\n".join(f"- [{r.title}]({r.url}), {r.publisher}" for r in content.references))


def _resources(content: Questionnaire) -> None:
    with st.expander(say(wording.RESOURCES_TITLE)):
        for resource in content.resources:
            name = f"[{resource.name}]({resource.url})" if resource.url else resource.name
            st.markdown(
                typeset(
                    f"**{name}** ({resource.publisher}) : {resource.offers} {wording.sentence_of(resource.who, resource.cost)}"
                )
            )
            st.caption(
                " ".join(p for p in (wording.seen(resource.last_seen, resource.verified_on), resource.caution) if p)
            )


def _questions(content: Questionnaire) -> None:
    """Every weight, with its reason."""
    with st.expander(say(wording.WEIGHTS_TITLE)):
        for theme in content.themes:
            st.markdown(f"**{theme.name}**")
            rows = [(q.short, str(q.weight), q.rationale or "") for q in theme.questions]
            st.table(
                pd.DataFrame(rows, columns=list(say(wording.WEIGHT_COLUMNS))).set_index(say(wording.WEIGHT_COLUMNS)[0])
            )


show()
