"""Several associations, on the coach's page: counts of five at least, shared subjects, who agreed to be named."""

from __future__ import annotations

from html import escape

import streamlit as st

from questionnaire.language import say
from reports.cohort_table import HEADS, cohort_grid
from storage.store import StorageError
from ui import room, services, wording_cohort
from ui.components.doors import doors
from ui.components.sheet_words import literal
from workshop import cohort
from workshop.cohort_words import sentence
from workshop.model import Phase, Workshop


def after_a_vote(workshop: Workshop) -> None:
    """Whatever follows a vote, by phase; a revealed theme is looked at question by question, as on the wall."""
    if workshop.phase is Phase.REVEALED:
        st.header(services.content_of(workshop).question_by_id[workshop.on_screen].text)
        counts(workshop, workshop.on_screen)
        st.caption(say(wording_cohort.NOT_SEEN))
    elif workshop.phase is Phase.AGENDA:
        shared(workshop)
        _pairs()
    else:
        _end(workshop)


def counts(workshop: Workshop, question: str) -> None:
    """What may be said of one revealed question."""
    for row in cohort.table(services.content_of(workshop), workshop):
        if row.question == question:
            st.markdown(f"**{literal(sentence(row))}**")


def shared(workshop: Workshop) -> None:
    """The subjects that most have at the first steps, by count."""
    asked = services.content_of(workshop).question_by_id
    rows = cohort.shared(services.content_of(workshop), workshop)
    st.markdown(say(wording_cohort.SHARED_LEAD) if rows else say(wording_cohort.NO_SHARED))
    for row in rows:
        with st.container(border=True):
            st.markdown(f"**{literal(asked[row.question].text)}**")
            st.markdown(literal(sentence(row)))


def pairs(workshop: Workshop) -> None:
    """Who can help and who looks for help, by subject, among those who agreed."""
    st.subheader(say(wording_cohort.PAIRS))
    st.caption(say(wording_cohort.PAIRS_LEAD))
    found = cohort.pairs(services.content_of(workshop), workshop)
    if not found:
        st.info(say(wording_cohort.NO_PAIRS))
        return
    asked = services.content_of(workshop).question_by_id
    head = "".join(
        f"<th>{escape(h)}</th>"
        for h in (say(wording_cohort.SUBJECT), say(wording_cohort.KNOWS), say(wording_cohort.SEEKS))
    )
    rows = "".join(
        f"<tr><td>{escape(asked[p.question].text)}</td><td>{_named(p.knows)}</td><td>{_named(p.seeks)}</td></tr>"
        for p in found
    )
    st.html(f'<div class="palier-votes"><table><tr>{head}</tr>{rows}</table></div>')


def table(workshop: Workshop) -> str:
    """The cohort table in HTML, hidden cells said to be so; its sentences are for the spreadsheet."""
    grid = cohort_grid(services.content_of(workshop), cohort.table(services.content_of(workshop), workshop))
    head = "".join(f'<th scope="col">{escape(h)}</th>' for h in say(HEADS)[:-1])
    rows = "".join(f"<tr>{''.join(f'<td>{escape(str(cell))}</td>' for cell in row[:-1])}</tr>" for row in grid.rows)
    return f'<div class="palier-votes palier-cohort"><table><tr>{head}</tr>{rows}</table></div>'


@st.fragment(run_every=room.EVERY)
def _pairs() -> None:
    """Consent comes and goes while the room looks."""
    try:
        held = room.led()
    except StorageError as error:
        st.caption(str(error))
        return
    if held:
        pairs(held.workshop)


def _end(workshop: Workshop) -> None:
    st.markdown(say(wording_cohort.COACH_END))
    if not cohort.table(services.content_of(workshop), workshop):
        st.info(say(wording_cohort.NOTHING_REVEALED))
        return
    shared(workshop)
    _pairs()
    st.subheader(say(wording_cohort.TABLE_TITLE))
    st.caption(say(wording_cohort.TABLE_LEAD))
    st.html(table(workshop))
    files = [
        (say(wording_cohort.TABLE_PRINT), "/atelier/tableau", False),
        (say(wording_cohort.TABLE_CSV), "/atelier/tableau.csv", False),
    ]
    doors(files)


def _named(names: tuple[str, ...]) -> str:
    return "<br>".join(map(escape, names))
