"""What the coach may do, once `moves` has checked who asks, when, and from which screen."""

from __future__ import annotations

from dataclasses import replace

from questionnaire.answers import UNWRITABLE
from questionnaire.model import Questionnaire
from workshop import agenda
from workshop.ballots import read_answer, read_tally, tally
from workshop.intents import CoachMove, Discuss, KeyTally, Reveal, Settle, Show, WriteNote
from workshop.model import TEXT_MAX, Decision, Phase, Refusal, Workshop
from workshop.proposal import propose
from workshop.sentences import (
    NOT_ON_VOTE,
    NOT_REVEALED,
    ONE_REVOTE,
    TEXT_TOO_LONG,
    UNKNOWN_QUESTION,
    not_everyone,
)

Result = Workshop | Refusal


def open_vote(_: Questionnaire, workshop: Workshop, __: CoachMove) -> Result:
    return replace(workshop, phase=Phase.VOTE)


def voted(workshop: Workshop) -> int:
    """How many seats have answered everything on vote: all that may be known before the reveal."""
    return sum(
        all((workshop.round, question, seat) in workshop.ballots for question in workshop.on_vote)
        for seat in workshop.seats
    )


def key_tally(questionnaire: Questionnaire, workshop: Workshop, move: KeyTally) -> Result:
    if move.question not in workshop.on_vote:
        return NOT_ON_VOTE
    question = questionnaire.question_by_id[move.question]
    counted = read_tally(question, move.raw, move.question in workshop.critical)
    if isinstance(counted, Refusal):
        return counted
    return replace(workshop, paper={**workshop.paper, (workshop.round, move.question): counted})


def reveal(_: Questionnaire, workshop: Workshop, move: Reveal) -> Result:
    """From a vote to its results; a second vote is then compared with the first."""
    done, seats = voted(workshop), len(workshop.seats)
    if done < seats and not move.confirmed:
        return not_everyone(done, seats)
    shown = workshop.revealed | {(workshop.round, question) for question in workshop.on_vote}
    after = Phase.COMPARE if workshop.phase is Phase.REVOTE else Phase.REVEALED
    return replace(workshop, phase=after, revealed=shown)


def go_on(_: Questionnaire, workshop: Workshop, __: CoachMove) -> Result:
    if workshop.batch + 1 < len(workshop.batches):
        return replace(workshop, phase=Phase.VOTE, batch=workshop.batch + 1, subject=None)
    return replace(workshop, phase=Phase.AGENDA, subject=None)


def show(_: Questionnaire, workshop: Workshop, move: Show) -> Result:
    if move.question not in workshop.batches[workshop.batch]:
        return UNKNOWN_QUESTION
    return replace(workshop, subject=move.question)


def discuss(_: Questionnaire, workshop: Workshop, move: Discuss) -> Result:
    return _unseen(workshop, move.question) or replace(workshop, phase=Phase.DISCUSS, subject=move.question)


def revote(_: Questionnaire, workshop: Workshop, __: CoachMove) -> Result:
    again = (2, workshop.subject) in workshop.revealed
    return ONE_REVOTE if again else replace(workshop, phase=Phase.REVOTE)


def to_agenda(_: Questionnaire, workshop: Workshop, __: CoachMove) -> Result:
    return replace(workshop, phase=Phase.AGENDA, subject=None)


def settle(questionnaire: Questionnaire, workshop: Workshop, move: Settle) -> Result:
    refused = _unseen(workshop, move.question) or _too_long(move.minority)
    if refused:
        return refused
    question = questionnaire.question_by_id[move.question]
    answer = read_answer(question, move.raw, move.question in workshop.critical)
    if isinstance(answer, Refusal):
        return answer
    decision = Decision(answer, move.minority.strip(), move.open_point)
    return replace(workshop, settled={**workshop.settled, move.question: decision})


def accept_proposals(questionnaire: Questionnaire, workshop: Workshop, _: CoachMove) -> Result:
    """What nobody needs to discuss is settled at once; what is on the agenda never is without a decision."""
    waiting = {point.question for point in agenda.top(questionnaire, workshop)}
    settled = dict(workshop.settled)
    for question_id in workshop.questions:
        if (1, question_id) not in workshop.revealed or question_id in waiting | set(settled):
            continue
        question = questionnaire.question_by_id[question_id]
        proposed = propose(question, tally(question, workshop)).answer
        if proposed is not None:
            settled[question_id] = Decision(proposed)
    return replace(workshop, settled=settled)


def write_note(_: Questionnaire, workshop: Workshop, move: WriteNote) -> Result:
    refused = _unseen(workshop, move.question) or _too_long(move.text)
    if refused:
        return refused
    others = {question: text for question, text in workshop.notes.items() if question != move.question}
    said = {move.question: move.text.strip()} if move.text.strip() else {}
    return replace(workshop, notes=others | said)


def close(_: Questionnaire, workshop: Workshop, __: CoachMove) -> Result:
    return replace(workshop, phase=Phase.CLOSED, subject=None)


def _unseen(workshop: Workshop, question: str) -> Refusal | None:
    if question not in workshop.questions:
        return UNKNOWN_QUESTION
    return None if (1, question) in workshop.revealed else NOT_REVEALED


def _too_long(text: str) -> Refusal | None:
    return TEXT_TOO_LONG if len(text) > TEXT_MAX or UNWRITABLE.search(text) else None
