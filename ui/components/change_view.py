"""What changed, on screen: each axis before and now, the changes named, and the questions looked at again."""

from __future__ import annotations

from html import escape

import streamlit as st

from questionnaire.assessment import Assessment
from questionnaire.language import say
from questionnaire.previous import PREVIOUS, Photo, hindsight, hindsight_key
from questionnaire.typography import typeset
from reports import change_words
from reports.content_change import AxisChangeText, ChangePage, Hindsight, NamedChange, NamedChanges
from ui import wording_change as words
from ui.components import reading
from ui.session import questionnaire, seed


def show(page: ChangePage) -> None:
    st.markdown(page.lead)
    st.subheader(say(words.AXES_TITLE))
    for axis in page.axes:
        _axis(axis)
    if page.margin_note:
        st.caption(page.margin_note)
    st.subheader(say(words.NAMED_TITLE))
    st.markdown(page.counts)
    for group in page.named:
        _group(group)
    st.caption(say(words.PUBLIC_PARTS))


def look_back(page: ChangePage, assessment: Assessment, photo: Photo) -> Assessment:
    """Where they would now place themselves as they were then; the assessment with what was just said."""
    if not page.hindsight:
        return assessment
    st.subheader(page.hindsight_title)
    st.markdown(say(words.ASK_AGAIN))
    said = hindsight(assessment, photo)
    for one in page.hindsight:
        step = _asked(one, photo, said.get(one.id))
        if step is not None and step != said.get(one.id):
            assessment = assessment.put(PREVIOUS, hindsight_key(photo.day, one.id), step)
    st.caption(page.hindsight_note)
    return assessment


def _asked(one: Hindsight, photo: Photo, kept: int | None) -> int | None:
    """The earlier answer is shown once the question was answered again, so that it does not lead it."""
    anchors = questionnaire().question_by_id[one.id].anchors
    step: int | None = st.radio(
        words.asked_again(one.question, photo.day),
        list(range(len(anchors))),
        index=None,
        format_func=anchors.__getitem__,
        key=seed(f"change.{hindsight_key(photo.day, one.id)}", kept),
    )
    if step is not None:
        st.caption(typeset(f"{say(words.THEN)} : {one.then}"))
    return step


def _axis(axis: AxisChangeText) -> None:
    st.markdown(f"**{axis.title}**")
    if axis.scale:
        reading.interval_table(axis.scale, f"change.{axis.id}")
    st.markdown(" ".join((f"**{axis.verdict}**", *axis.sentences)))


def _group(group: NamedChanges) -> None:
    st.markdown("  \n".join(part for part in (f"**{group.title}**", group.lead) if part))
    if group.entries:
        st.html(f'<ul class="palier-changes">{"".join(map(_entry, group.entries))}</ul>')


def _entry(entry: NamedChange) -> str:
    """Notes and reasons are people's own words: everything is escaped."""
    told = [
        (say(words.BEFORE), entry.before),
        (say(change_words.NOW), entry.after),
        *((n.title, n.text) for n in entry.notes),
    ]
    lines = "".join(f"<br>{escape(typeset(f'{title} : '))}{escape(text)}" for title, text in told)
    return f"<li><strong>{escape(entry.short)}</strong>{lines}</li>"
