"""What changed since an earlier assessment of the same association: never a rank, never a reason."""

from __future__ import annotations

import streamlit as st

from questionnaire.language import say
from questionnaire.previous import compared, photos
from reports.compose_change import page_since
from ui import services, wording
from ui import wording_change as words
from ui.components import change_photos, change_view, notices
from ui.components.report_values import case_of
from ui.session import enter, update
from ui.visit import Session


def show() -> None:
    st.title(say(words.TITLE))
    session = enter("evolution")
    if notices.need_to_begin(session) or notices.nothing_yet(session):
        return
    with st.container():  # each part keeps its place: a fold further down stays open when a message goes
        notices.saving_failure(session)
        change_photos.told()
    with st.container():
        _compare(session)
    with st.container():
        change_photos.add(session)
    change_photos.keep_today(session.assessment)
    change_photos.kept(session.assessment)
    st.page_link("screens/resultats.py", label=say(wording.TO_RESULTS))


def _compare(session: Session) -> None:
    photo = compared(session.assessment, services.today())
    change_photos.choose(session.assessment, photo)
    if photo is None:
        st.info(say(words.ONLY_TODAY) if photos(session.assessment) else say(words.NONE_YET))
        return
    case = case_of(session.assessment)
    if case.content_of(photo.assessment) is None:
        st.info(say(words.OTHER_VERSION))
        return
    page = page_since(case, photo)
    change_view.show(page)
    said = change_view.look_back(page, session.assessment, photo)
    if said is not session.assessment:
        update(said)
        st.rerun()


show()
