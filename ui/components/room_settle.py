"""The decision of the room on one question: any answer an answers file holds, lists line by line, a reason said."""

from __future__ import annotations

from typing import Any

import streamlit as st

from questionnaire.answers import NA_TEXT_MAX, NA_TEXT_MIN
from questionnaire.language import say
from questionnaire.model import CHECKLIST_LISTS, NA_REASONS, UNKNOWN, Question
from ui import cookies, room, services, wording, wording_workshop
from ui.components import list_lines, room_counts
from ui.components.sheet_words import clean
from ui.session import seed
from workshop.ballots import tally, written
from workshop.intents import Settle
from workshop.model import TEXT_MAX, Workshop
from workshop.proposal import propose

LINES, NA, OTHER = "lines", "na", "other"


def any_revealed(workshop: Workshop) -> None:
    """From the agenda: any revealed question, discussed or not."""
    content = services.content_of(workshop)
    names = [name for name in workshop.questions if (1, name) in workshop.revealed]
    texts = {name: content.question_by_id[name].text for name in names}
    with st.expander(say(wording_workshop.SETTLE_ANY)):
        name = st.selectbox(
            say(wording_workshop.SETTLE_WHICH),
            names,
            index=None,
            format_func=texts.__getitem__,
            placeholder=say(wording_workshop.SETTLE_PICK),
            key=f"room.settle.which.{workshop.opened_at.timestamp()}",
        )
        if name:
            room_counts.show(workshop, name, last_round(workshop, name))
            settled(workshop, name)
            settle(workshop, content.question_by_id[name])


def settle(workshop: Workshop, question: Question) -> None:
    """The proposal first; a minority's view and an open point go with the decision."""
    last = last_round(workshop, question.id)
    of = f"room.settle.{workshop.opened_at.timestamp()}.{question.id}.{last}"
    usual = _usual(workshop, question, last)
    labels = _labels(workshop, question)
    with st.container(border=True, key=f"settle-{question.id}"):
        st.markdown(f"**{say(wording_workshop.SETTLE_TITLE)}**")
        said = st.radio(
            say(wording_workshop.DECISION),
            list(labels),
            index=None,
            format_func=labels.__getitem__,
            key=seed(f"{of}.what", _kind(usual)),
        )
        raw = _raw(question, said, usual, of)
        typed = clean(st.text_area(say(wording_workshop.MINORITY), max_chars=TEXT_MAX, height=80, key=f"{of}.minority"))
        open_point = st.checkbox(say(wording_workshop.OPEN_POINT), key=f"{of}.open")
        ready = raw is not None
        if st.button(say(wording_workshop.SETTLE), key=f"{of}.go.{workshop.turn}", type="primary", disabled=not ready):
            room.act(cookies.COACH, Settle(workshop.turn, question.id, raw, typed, open_point))
            st.rerun()


def last_round(workshop: Workshop, name: str) -> int:
    return max((round_ for round_, of in workshop.revealed if of == name), default=1)


def _usual(workshop: Workshop, question: Question, round_: int) -> Any:
    """What is settled already, else what the votes propose."""
    decision = workshop.settled.get(question.id)
    answer = decision.answer if decision else propose(question, tally(question, workshop, round_)).answer
    return None if answer is None else written(question, answer)


def _labels(workshop: Workshop, question: Question) -> dict[str, str]:
    labels = {str(step): text for step, text in enumerate(question.anchors)}
    if question.type == "checklist":
        labels[LINES] = say(wording_workshop.BY_LINES)
    labels[UNKNOWN] = say(wording.UNKNOWN)
    return labels if question.id in workshop.critical else labels | {NA: say(wording.NOT_APPLICABLE)}


def _kind(raw: Any) -> str | None:
    if isinstance(raw, dict):
        return NA if "not_applicable" in raw else LINES
    return None if raw is None else str(raw)


def _raw(question: Question, said: str | None, usual: Any, of: str) -> Any:
    """The answer as in an answers file; None as long as something is left to say."""
    if said == NA:
        return _reason(question, usual, of)
    if said == LINES:
        return _lines(question, usual, of)
    return said if said in (None, UNKNOWN) else int(said)


def _reason(question: Question, usual: Any, of: str) -> Any:
    never = {NA_REASONS[2]: question.did_not_arise} if question.did_not_arise else {}
    labels = never | say(wording.NA_REASONS) | {OTHER: say(wording.NA_OTHER)}
    given = usual.get("not_applicable") if isinstance(usual, dict) else None
    first = given if given in labels or given is None else OTHER
    said = st.radio(
        say(wording.NA_WHY), list(labels), index=None, format_func=labels.__getitem__, key=seed(f"{of}.why", first)
    )
    if said != OTHER:
        return None if said is None else {"not_applicable": said}
    own = given if first == OTHER else None
    text = clean(st.text_input(say(wording.NA_OTHER_LABEL), max_chars=NA_TEXT_MAX, key=seed(f"{of}.own", own)))
    return {"not_applicable": text} if len(text) >= NA_TEXT_MIN else None


def _lines(question: Question, usual: Any, of: str) -> Any:
    before = list_lines.lists_of(usual) if isinstance(usual, dict) else {}
    return list_lines.answer(question, list_lines.draw(question, before, f"{of}.line"))


def settled(workshop: Workshop, name: str) -> None:
    """What is settled of this question, people's words as they were typed."""
    decision = workshop.settled.get(name)
    if decision is None:
        return
    question = services.content_of(workshop).question_by_id[name]
    st.caption(f":material/check: {say(wording_workshop.SETTLED)}")
    for line in _said(question, written(question, decision.answer)):
        st.text(line)
    if decision.minority:
        st.text(wording_workshop.minority(decision.minority))
    if decision.open_point:
        st.caption(say(wording_workshop.OPEN_POINT))


def _said(question: Question, raw: Any) -> list[str]:
    if isinstance(raw, int):
        return [question.anchors[raw]]
    if raw == UNKNOWN:
        return [say(wording.UNKNOWN)]
    if "not_applicable" in raw:
        never = {NA_REASONS[2]: question.did_not_arise or ""}
        reason = raw["not_applicable"]
        return [wording_workshop.not_concerned((never | say(wording.NA_REASONS)).get(reason, reason))]
    texts = {option.id: option.text for option in question.options}
    labels = question.line_labels or say(wording.LINE_LABELS)
    lists = zip(labels, (raw[name] for name in CHECKLIST_LISTS), strict=True)
    return [wording_workshop.listed_as(label, [texts[option] for option in ids]) for label, ids in lists if ids]
