"""One text of a sheet: shown, and made one's own. Drawn, read back, compared with the kept copy, written."""

from __future__ import annotations

import streamlit as st

from questionnaire.assessment import TEXT_MAX, Assessment
from questionnaire.language import say
from questionnaire.plan_checks import check_texts
from questionnaire.plan_edits import TEXTS
from reports.content_documents import Sheet, SheetSection
from ui import wording_funding as words
from ui.components.sheet_words import clean
from ui.session import current, generation, questionnaire, renew, seed, update

LINE_OF, ROOM, LEAST = 60, 26, 120  # letters on a line, pixels for one, the lowest field


def show(sheet: Sheet, prepared: Sheet) -> None:
    """Every section with its editor; `prepared` is the same sheet before anybody touched it."""
    for section, first in zip(sheet.sections, prepared.sections, strict=True):
        _section(section, first.text)


def _section(section: SheetSection, prepared: str) -> None:
    """The text is drawn above its editor, but after it: what is shown is what has just been said."""
    heading, text = st.container(), st.container()
    said = _edit(section, prepared)
    edited = said != prepared
    heading.markdown(f"#### {section.title}" + (f" · *{say(words.EDITED)}*" if edited else ""))
    text.text(said)


def _edit(section: SheetSection, prepared: str) -> str:
    """The text as it now stands, kept when it changed."""
    with st.expander(say(words.EDIT), key=f"edit.{section.key}", on_change="rerun") as opened:
        if not opened.open:
            return section.text
        typed = st.text_area(
            section.title,
            key=seed(f"field.text.{generation(section.key)}.{section.key}", section.text),
            max_chars=TEXT_MAX,
            height=max(LEAST, ROOM * (2 + len(section.text) // LINE_OF)),
            label_visibility="collapsed",
        )
        said = _kept(section.key, clean(typed), prepared)
        if said != prepared:
            _way_back(section.key)
    return said


def _way_back(key: str) -> None:
    if st.button(say(words.BACK_TO_PREPARED), key=f"back.{key}", on_click=_back, args=(key,)):
        _back(key)  # only when this server did not know the button yet
        st.rerun()


def _kept(key: str, typed: str, prepared: str) -> str:
    """What will be printed: their words, or the prepared text when they say the same or nothing."""
    value = None if typed in ("", prepared) else typed
    if not typed:
        st.caption(say(words.EMPTY_TEXT))
    assessment = current().assessment
    kept = assessment.all_of(TEXTS).get(key)
    if value is not None and any(check_texts(questionnaire(), key, value)):
        st.warning(say(words.TEXT_FAULT))
        return str(kept or prepared)
    if value != kept:
        update(assessment.put(TEXTS, key, value))
    return value or prepared


def _back(key: str) -> None:
    """Runs before the page: the text is taken away, and its field begins again with the prepared one."""
    update(current().assessment.put(TEXTS, key, None))
    renew(key)


def without(assessment: Assessment) -> Assessment:
    """The same assessment before any text of a sheet was changed."""
    for key in assessment.all_of(TEXTS):
        assessment = assessment.put(TEXTS, key, None)
    return assessment
