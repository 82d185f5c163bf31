"""What the room sees of a revealed vote: counts with a bar each, or a dot a vote when they are few; never who."""

from __future__ import annotations

from html import escape

import streamlit as st

from questionnaire.language import say
from questionnaire.model import Question
from questionnaire.typography import typeset
from ui import services, wording, wording_workshop
from ui.components.sheet_words import literal
from workshop.agreement import VOTES_MIN
from workshop.model import Tally, Workshop
from workshop.naming import anchor
from workshop.reveal import Shown, change, shown


def show(workshop: Workshop, question_id: str, round_: int = 1) -> None:
    """One vote, when it is revealed: counts, the proposal, what they say, the groups that may be compared."""
    found = shown(services.content_of(workshop), workshop, question_id, round_)
    if found is None:
        return
    question = services.content_of(workshop).question_by_id[question_id]
    st.html(_table(rows(question, found.tally), found.n))
    if question.type == "checklist" and found.tally.lines:
        st.html(_lines(question, found.tally))
    st.markdown(f"**{wording_workshop.answers(found.n)}.** {literal(found.sentence)}")
    if found.agreement is None:
        st.caption(say(wording_workshop.FEW))
    st.markdown(f"**{wording_workshop.PROPOSED}** {literal(proposal(question, found))}")
    for group in found.groups:
        st.html(_table(rows(question, group.tally), group.tally.n, group.name))


def moved(workshop: Workshop, question_id: str) -> None:
    """What the discussion changed, once the second vote is revealed."""
    found = change(services.content_of(workshop), workshop, question_id)
    if found and found.compared:
        st.markdown(wording_workshop.moved(found.movers, found.compared))


def steps(question: Question) -> tuple[str, ...]:
    return say(wording_workshop.LIST_STEPS) if question.type == "checklist" else question.anchors


def proposal(question: Question, found: Shown) -> str:
    answer = found.proposal.answer
    value = getattr(answer, "value", None)
    return (
        f"{anchor(question, value)}. {say(found.proposal.because)}"
        if isinstance(value, int)
        else say(found.proposal.because)
    )


def rows(question: Question, votes: Tally) -> list[tuple[str, int]]:
    rows = list(zip(steps(question), votes.steps, strict=True))
    if votes.narrow:
        rows.append((say(wording_workshop.NARROW), votes.narrow))
    return [*rows, (say(wording.UNKNOWN), votes.unknown), (say(wording.NOT_APPLICABLE), votes.not_applicable)]


def _table(rows: list[tuple[str, int]], total: int, name: str = "") -> str:
    head = f"<caption>{escape(typeset(say('Pour {name} : {total}', name=name, total=total)))}</caption>" if name else ""
    head += f"<tr><th>{say(wording_workshop.ANSWER)}</th><th>{say(wording_workshop.VOTES)}</th></tr>"
    body = "".join(f"<tr><td>{escape(label)}</td><td>{mark(count, total)}</td></tr>" for label, count in rows)
    return f'<div class="palier-votes"><table>{head}{body}</table></div>'


def mark(count: int, total: int) -> str:
    """A bar with its number; under four votes a dot each, for a bar would look like a measure."""
    if total < VOTES_MIN:
        return f'<span aria-hidden="true">{"●" * count}</span> {count}'
    return f'<span class="palier-bar" style="width:{round(60 * count / total)}%"></span> {count}'


def _lines(question: Question, votes: Tally) -> str:
    labels = question.line_labels or say(wording.LINE_LABELS)
    texts = {option.id: option.text for option in question.options}
    head = "".join(f"<th>{escape(label)}</th>" for label in ("", *labels))
    body = "".join(
        f"<tr><td>{escape(texts[option])}</td>{''.join(f'<td>{count}</td>' for count in counts)}</tr>"
        for option, counts in votes.lines
    )
    return f'<div class="palier-votes"><table><tr>{head}</tr>{body}</table></div>'
