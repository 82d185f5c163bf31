"""What one participant may do: join, vote while the question is on vote, say whether to be named."""

from __future__ import annotations

from dataclasses import replace

from questionnaire.answers import UNWRITABLE
from questionnaire.assessment import NAME_MAX
from questionnaire.model import Questionnaire
from workshop.ballots import read_answer
from workshop.intents import Cast, Consent, Join
from workshop.model import ROLE_BY_ID, SEATS_MAX, Ballot, Refusal, Seat, Workshop
from workshop.sentences import (
    FULL,
    NEEDS_ASSOCIATION,
    NEEDS_ROLE,
    NO_SEAT,
    NOT_ON_VOTE,
    TAKEN,
)


def join(workshop: Workshop, move: Join, seat_id: str) -> Workshop | Refusal:
    """The seat is taken once; asking again for the same one changes nothing."""
    role = move.role if workshop.choice.roles else None
    association = move.association if workshop.choice.several else None
    if workshop.choice.roles and role not in ROLE_BY_ID:
        return NEEDS_ROLE
    if workshop.choice.several and not _is_name(association):
        return NEEDS_ASSOCIATION
    known = workshop.seats.get(seat_id)
    if known:
        return workshop if (known.role, known.association) == (role, association) else TAKEN
    if len(workshop.seats) >= SEATS_MAX:
        return FULL
    return replace(workshop, seats={**workshop.seats, seat_id: Seat(seat_id, role, association)})


def _is_name(text: str | None) -> bool:
    return bool(text and text.strip() and len(text) <= NAME_MAX and not UNWRITABLE.search(text))


def cast(questionnaire: Questionnaire, workshop: Workshop, move: Cast, seat_id: str) -> Workshop | Refusal:
    """One ballot per round, question and seat; a number already seen is an old message and changes nothing."""
    if seat_id not in workshop.seats:
        return NO_SEAT
    slot = (move.round, move.question, seat_id)
    kept = workshop.ballots.get(slot)
    if kept and move.number <= kept.number:
        return workshop
    if move.question not in workshop.on_vote or move.round != workshop.round:
        return NOT_ON_VOTE
    question = questionnaire.question_by_id[move.question]
    answer = read_answer(question, move.raw, move.question in workshop.critical)
    if isinstance(answer, Refusal):
        return answer
    return replace(workshop, ballots={**workshop.ballots, slot: Ballot(answer, move.number)})


def consent(workshop: Workshop, move: Consent, seat_id: str) -> Workshop | Refusal:
    seat = workshop.seats.get(seat_id)
    if seat is None:
        return NO_SEAT
    if not workshop.choice.several:
        return workshop
    return replace(workshop, seats={**workshop.seats, seat_id: replace(seat, consents=move.given)})
