"""The earlier assessments: chosen in this browser or in a file, kept as photos, compared, deleted."""

from __future__ import annotations

from datetime import date

import streamlit as st

from questionnaire.answers_checks import is_date
from questionnaire.answers_file import export_text
from questionnaire.assessment import Assessment, from_entries
from questionnaire.language import say
from questionnaire.previous import CHOSEN, MOST, PREVIOUS, Photo, photos, taken, without
from questionnaire.typography import typeset
from reports.reopening import KINDS
from ui import services
from ui import wording_change as words
from ui.components import answers_upload
from ui.session import held_tokens, remember, remembered, seed, update
from ui.visit import Session

ROOM = 400_000  # bytes of an answers file for the photos: the rest holds all else at its longest, tried
FIRST_DAY = date(2020, 1, 1)
_SAID = "change.said"


def choose(assessment: Assessment, shown: Photo | None) -> None:
    """Which photo is compared, when there are several."""
    days = [photo.day for photo in reversed(photos(assessment))]
    if shown is None or len(days) < 2:
        return
    key = seed(f"change.with.{shown.day}", shown.day)
    said = st.radio(say(words.WITH), days, format_func=words.photo_of, key=key)
    if said != shown.day:
        update(assessment.put(PREVIOUS, CHOSEN, said.isoformat()))
        st.rerun()


def told() -> None:
    """What the last press did, once."""
    if said := remembered(_SAID):
        kind, text = said
        (st.success if kind == "done" else st.warning)(text)
        remember(_SAID, None)


def add(session: Session) -> None:
    st.subheader(say(words.ADD_TITLE))
    st.markdown(f"**{say(words.FROM_BROWSER)}**")
    _from_browser(session.assessment)
    st.markdown(f"**{say(words.FROM_FILE)}**")
    _from_file(session.assessment)


def keep_today(assessment: Assessment) -> None:
    st.subheader(say(words.PHOTO_TITLE))
    st.markdown(say(words.PHOTO_HELP))
    if st.button(say(words.PHOTO_BUTTON), key="change.today"):
        _keep(assessment, services.today(), assessment, chosen=False)


def kept(assessment: Assessment) -> None:
    """Each photo, with a way to delete it in two presses."""
    held = photos(assessment)
    if not held:
        return
    with st.expander(say(words.PHOTOS_TITLE)):
        for photo in reversed(held):
            sure = st.checkbox(words.sure(photo.day), key=seed(f"change.sure.{photo.day}", None))
            if sure and st.button(say(words.DELETE), key=f"change.delete.{photo.day}"):
                update(without(assessment, photo))
                st.rerun()


def _from_browser(assessment: Assessment) -> None:
    found = _namesakes(assessment)
    if not found:
        st.caption(say(words.NOT_IN_BROWSER))
    for rank, (on, other) in enumerate(found):
        if st.button(words.use(on), key=f"change.use.{rank}.{on}"):
            _keep(assessment, on, other)


def _namesakes(assessment: Assessment) -> list[tuple[date, Assessment]]:
    """The other assessments of this browser that carry the same name, with the day they were last written."""
    found = []
    for token in held_tokens()[1:]:
        record = services.store().load(services.capability(token))
        if record is None or record.questionnaire_id != assessment.questionnaire_id:
            continue
        other = from_entries(record.questionnaire_id, record.version, record.entries)
        if other.answers and _plain(other.name) == _plain(assessment.name) != "":
            found.append((record.updated_at.astimezone(services.PARIS).date(), other))
    return found


def _from_file(assessment: Assessment) -> None:
    st.caption(say(words.FILE_HELP))
    upload = st.file_uploader(say(words.FROM_FILE), type=[*KINDS], key="change.file", label_visibility="collapsed")
    read = answers_upload.read(upload.name, upload.getvalue()) if upload else None
    if upload is None or read is None:
        return
    st.text(read.name or say(words.NAMELESS))
    if _plain(read.name) and _plain(assessment.name) and _plain(read.name) != _plain(assessment.name):
        st.warning(words.other_name(str(read.name)))
    said = _day(upload.file_id, read)
    if st.button(say(words.FILE_USE), key="change.file.use", disabled=said is None) and said:
        _keep(assessment, said, read)


def _day(file_id: str, read: Assessment) -> date | None:
    """The day written in the file, to be put right if need be; a day to come is refused in our words."""
    written = date.fromisoformat(read.updated_on) if is_date(read.updated_on) and read.updated_on else None
    written = written if written and written >= FIRST_DAY else None
    said = st.date_input(
        say(words.FILE_DAY),
        value=None,
        min_value=FIRST_DAY,
        max_value=date(2099, 12, 31),
        format="DD/MM/YYYY",
        key=seed(f"change.day.{file_id}", written),
    )
    if isinstance(said, date) and said > services.today():
        st.warning(say(words.FILE_DAY_FAULT))
        return None
    return said if isinstance(said, date) else None


def _keep(assessment: Assessment, on: date, other: Assessment, *, chosen: bool = True) -> None:
    """One photo a day; refused when there are too many, or when the answers file would not open again."""
    day = on.isoformat()
    after = assessment.put(PREVIOUS, day, taken(other))
    after = after.put(PREVIOUS, CHOSEN, day) if chosen else after
    if refusal := refused(assessment, after):
        remember(_SAID, ("refused", refusal))
    elif update(after).failure is None:
        remember(_SAID, ("done", say(words.ADDED)))
    st.rerun()


def refused(before: Assessment, after: Assessment) -> str | None:
    """The sentence that refuses the photo added to `before`, None when it may be kept; one taken again is no more."""
    if len(photos(before)) < len(photos(after)) > MOST:
        return say(words.FULL)
    alone = Assessment(after.questionnaire_id, after.version, kept={PREVIOUS: dict(after.all_of(PREVIOUS))})
    return say(words.TOO_LONG) if len(export_text(alone).encode()) > ROOM else None


def _plain(name: str | None) -> str:
    return typeset(" ".join((name or "").split())).casefold()
