"""The results as words and drawings, from the same report values as the PDF: nothing is computed here."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from questionnaire.language import say
from questionnaire.typography import typeset
from reports.content import AxisPage, IntervalTable, Landmark, Protected, Report
from ui import palette, wording, wording_face
from ui.components import charts


def overview(report: Report) -> None:
    """Three axes side by side, what to protect first, the published landmarks."""
    summary = report.summary
    st.caption(report.method.paragraphs[0].text)
    st.subheader(summary.axes_title)
    interval_table(summary.axes, "axes")
    st.caption(summary.interval_note)
    st.subheader(summary.protect_title)
    protect(summary.protect, summary.protect_sentence)
    if report.plan.said:
        st.subheader(say(wording.OPPORTUNITIES))
        st.markdown("  \n".join(report.plan.said))


def interval_table(table: IntervalTable, key: str) -> None:
    """The drawing, then the same figures as a table for whoever cannot see it."""
    if any(row.interval for row in table.rows):
        drawing = charts.intervals(table, _colours())
        rows = [(row.title, charts.figures_of(table, row)) for row in table.rows if row.interval]
        alt = wording_face.intervals(rows)
        st.plotly_chart(drawing, config=charts.CONFIG, key=f"chart.{key}", theme=None, alt=alt)
    for row in table.rows:
        if row.interval is None:
            st.caption(typeset(f"{row.title} : {' '.join((*row.cells[:1], row.note)).strip()}"))
    with st.expander(say(wording.SAME_AS_TABLE)):
        lines = [(row.title, row.sub or row.note, *row.cells) for row in table.rows]
        st.table(pd.DataFrame(lines, columns=_headers(table)).set_index(_headers(table)[0]))


def _colours() -> palette.Palette:
    return palette.chosen(st.context.theme.type)


def _headers(table: IntervalTable) -> list[str]:
    cells = list(table.headers)[-len(table.rows[0].cells) :] if table.rows[0].cells else []
    return [say("Lecture"), say("En mots"), *cells]


def protect(items: tuple[Protected, ...], sentence: str) -> None:
    if not items:
        st.markdown(sentence)
    for item in items:
        with st.container(border=True):
            st.markdown(f"**{item.text}**")
            st.markdown(item.remedy)


def axis(page: AxisPage) -> None:
    """One axis: interval, reading, why this level, what unlocks the next, themes."""
    st.subheader(page.title, anchor=page.id.lower())
    st.markdown(page.about)
    for sentence in page.statements:
        st.markdown(f"**{sentence}**" if sentence == page.statements[0] else sentence)
    for panel in page.panels:
        st.info("  \n".join(part for part in (f"**{panel.title}**", panel.text, panel.detail) if part))
    for reading in page.readings:
        st.markdown(f"**{reading.title}**  \n{reading.text}")
    _said(say(wording.WHY_LEVEL), page.why)
    _said(say(wording.UNLOCKS), page.unlocks)
    if page.scale:
        st.markdown(f"**{page.scale_title}**")
        interval_table(page.scale, f"axis.{page.id}")
    if page.theme_texts:
        with st.expander(say(wording.THEME_TEXTS)):
            for theme in page.theme_texts:
                st.markdown(f"**{theme.title}** – {theme.level}  \n{theme.text}")
    st.caption(page.does_not_say)


def _said(title: str, sentences: tuple[str, ...]) -> None:
    if sentences:
        st.markdown("  \n".join((f"**{title}**", *sentences)))


def landmark(value: Landmark, key: str) -> None:
    """Published distributions with the own answer marked, and everything about the source."""
    for rank, one in enumerate(value.strips):
        st.markdown(f"**{one.indicator}**")
        drawing, alt = charts.strip(one, _colours()), wording_face.strip(one)
        st.plotly_chart(drawing, config=charts.CONFIG, key=f"strip.{key}.{rank}", theme=None, alt=alt)
        for sentence in one.sentences:
            st.markdown(sentence)
    with st.expander(say(wording.SOURCE_TITLE)):
        st.markdown("\n\n".join((value.source, *value.cautions)))
