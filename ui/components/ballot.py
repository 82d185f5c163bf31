"""One question on a phone: the answer of one seat, written when it is given. Nothing is preselected.

After the widgets are drawn, what they say is compared with the ballot kept: a server that has just restarted knows
them only then, and no vote is lost.
"""

from __future__ import annotations

from typing import Any

import streamlit as st

from questionnaire.language import say
from questionnaire.model import NA_REASONS, UNKNOWN, Question
from storage.rooms import Held
from ui import cookies, room, services, wording, wording_workshop
from ui.components import list_lines
from ui.session import generation, remember, remembered, renew, seed, widgets
from workshop.ballots import written
from workshop.intents import Cast
from workshop.model import Ballot

NA = "na"
_KEYS, _SEEN = "ballot.", "room.ballot.seen"


def ask(held: Held, question_id: str, rank: int = 1, total: int = 1) -> bool:
    """The question, its answers as large targets, and whether the vote is kept, which comes back too."""
    workshop, seat = held.workshop, held.actor.seat or ""
    question = services.content_of(workshop).question_by_id[question_id]
    kept = workshop.ballots.get((workshop.round, question_id, seat))
    raw = written(question, kept.answer) if kept else None
    if total > 1:
        st.caption(wording_workshop.rank(rank, total))
    st.header(question.text)
    if question.note:
        st.caption(question.note)
    said = _draw(question, raw, held)
    if said is not None and said != raw:
        cast = Cast(question_id, said, workshop.round, kept.number + 1 if kept else 1)
        after = room.act(cookies.PLACE, cast)
        kept = after.ballots.get((workshop.round, question_id, seat)) if after else None
    _told(question, kept)
    return kept is not None


def looked_at() -> None:
    """Remember what the browser said when the questions on vote were last drawn."""
    remember(_SEEN, widgets(_KEYS))


def is_pressed_since() -> bool:
    """Whether the browser says something else since: a press that no run of the questions has seen."""
    seen = remembered(_SEEN)
    return seen is not None and any(said != seen.get(key) for key, said in widgets(_KEYS).items())


def forget() -> None:
    """The whole page is about to be drawn, questions included."""
    remember(_SEEN, None)


def _told(question: Question, kept: Ballot | None) -> None:
    if kept:
        st.success(say(wording_workshop.VOTED))
    elif room.told() is None:
        lines = question.type == "checklist"
        st.info(say(wording_workshop.LINES_LEFT) if lines else say(wording_workshop.NOT_YET))


def _draw(question: Question, raw: Any, held: Held) -> Any:
    workshop = held.workshop
    key = f"ballot.{workshop.opened_at.timestamp()}.{workshop.round}.{question.id}"
    if question.type == "checklist":
        return _draw_lines(question, raw, key, held)
    labels = {str(i): text for i, text in enumerate(question.anchors)} | {UNKNOWN: say(wording.UNKNOWN)}
    if question.id not in workshop.critical:
        labels[NA] = say(wording.NOT_APPLICABLE)
    said = st.radio(
        question.text,
        list(labels),
        index=None,
        format_func=labels.__getitem__,
        key=seed(key, None if raw is None else NA if isinstance(raw, dict) else str(raw)),
        label_visibility="collapsed",
    )
    if said == NA:
        return {"not_applicable": _draw_reason(question, raw, key)}
    return said if said in (None, UNKNOWN) else int(said)


def _draw_reason(question: Question, raw: Any, key: str) -> str:
    never = {NA_REASONS[2]: question.did_not_arise} if question.did_not_arise else {}
    labels = never | say(wording.NA_REASONS)
    given = raw.get("not_applicable") if isinstance(raw, dict) else None
    kept = given if given in labels else next(iter(labels))
    said = st.radio(say(wording.NA_WHY), list(labels), format_func=labels.__getitem__, key=seed(f"{key}.why", kept))
    return str(said or kept)


def _draw_lines(question: Question, raw: Any, key: str, held: Held) -> Any:
    """Every line said: a vote. « Je ne sais pas » and « Non concerné » are for the whole list, and empty its lines."""
    whole: dict[str, Any] = {say(wording.UNKNOWN): UNKNOWN}
    if question.id not in held.workshop.critical:
        whole[say(wording.NOT_APPLICABLE)] = {"not_applicable": NA_REASONS[0]}
    of = f"{key}.{generation(key)}"
    is_list = isinstance(raw, dict) and "not_applicable" not in raw
    before = list_lines.lists_of(raw) if is_list else {}
    begun = {} if raw is not None else room.begun(held, question.id)
    before |= begun
    said = list_lines.draw(question, before, of)
    pressed = raw if raw is not None and not is_list else None
    with st.container(horizontal=True):
        for label, value in whole.items():
            chosen = "primary" if raw == value else "secondary"
            if st.button(label, key=f"{of}.{label}", type=chosen):  # type: ignore[arg-type]
                renew(key)
                return value
    lines = {option: name for option, name in said.items() if name is not None}
    if raw is None and lines != begun and len(lines) < len(said):
        room.keep_begun(held, question.id, {**begun, **lines})
    return list_lines.answer(question, said) or pressed
