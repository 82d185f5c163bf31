"""Who else pays: a few lines, each whole from the moment it has a name, so that none is ever half kept."""

from __future__ import annotations

import streamlit as st

from questionnaire.language import say
from questionnaire.plan_checks import edit_faults
from questionnaire.plan_edits import COFUNDING_MAX, LINE_MAX, REQUEST
from ui import wording_funding as words
from ui.components.funding_kept import Line, payers, put
from ui.components.sheet_words import clean, literal
from ui.session import current, generation, is_drawn, renew, seed, update, widget

LINES = "payers"  # all lines are begun again together


def ask(kept: list[Line]) -> list[Line]:
    """The lines drawn, with what their fields say, and the one that was just added."""
    st.markdown(f"#### {say(words.COFUNDING_TITLE)}")
    for rank, line in enumerate(kept):
        with st.container(border=True):
            _draw(rank, line)
    lines = _read(kept)
    name = _new(len(kept))
    return [*lines, {"name": name, "euros": 0, "status": "asked"}] if name else lines


def _new(count: int) -> str:
    """The name of a line to add; once it is added, its key changes and the field is empty again."""
    if count >= COFUNDING_MAX:
        st.caption(say(words.COFUNDERS_FULL))
        return ""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        name = clean(
            st.text_input(say(words.COFUNDER_NEW), max_chars=LINE_MAX, key=f"field.request.new.{_turn(count)}")
        )
        st.button(
            say(words.COFUNDER_ADD), key=f"field.request.add.{_turn(count)}"
        )  # leaving the field is enough to add
    return name


def _draw(rank: int, line: Line) -> None:
    name = st.text_input(say(words.COFUNDER_NAME), max_chars=LINE_MAX, key=seed(_key(rank, "name"), line["name"]))
    if not clean(name):
        st.warning(say(words.COFUNDER_NAMELESS))
    euros = st.number_input(
        say(words.COFUNDER_EUROS), value=None, step=1, format="%d", key=seed(_key(rank, "euros"), line["euros"] or None)
    )
    if _faulty(line | {"euros": euros or 0}):
        st.warning(say(words.EUROS_FAULT))
    st.radio(
        say(words.COFUNDER_STATUS),
        list(say(words.COFUNDER_STATUSES)),
        format_func=say(words.COFUNDER_STATUSES).__getitem__,
        horizontal=True,
        key=seed(_key(rank, "status"), line["status"]),
    )
    if st.button(words.remove(literal(line["name"])), key=_key(rank, "remove"), on_click=_remove, args=(rank,)):
        _remove(rank)  # only when this server did not know the button yet
        st.rerun()


def _read(kept: list[Line]) -> list[Line]:
    """The lines as their fields say them now; a part that may not be kept stays as it was."""
    return [_with_parts(line, _typed(rank, line)) for rank, line in enumerate(kept)]


def _typed(rank: int, line: Line) -> Line:
    if not is_drawn(_key(rank, "name")):
        return line
    euros = widget(_key(rank, "euros"))
    return {
        "name": clean(widget(_key(rank, "name"))),
        "euros": 0 if euros is None else euros,
        "status": widget(_key(rank, "status")) or line["status"],
    }


def _with_parts(line: Line, typed: Line) -> Line:
    return line | {part: value for part, value in typed.items() if not _faulty(line | {part: value})}


def _faulty(line: Line) -> bool:
    return any(edit_faults(REQUEST, {"cofunding": [line]}))


def _remove(rank: int) -> None:
    """Runs before the page: keep what is typed in the other lines first, then let all lines begin again."""
    assessment = current().assessment
    lines = _read(payers(assessment))
    update(put(assessment, {"cofunding": lines[:rank] + lines[rank + 1 :]}))
    renew(LINES)


def _turn(count: int) -> str:
    return f"{generation(LINES)}.{count}"


def _key(rank: int, part: str) -> str:
    return f"field.request.payer.{_turn(rank)}.{part}"
