"""What one participant may do: join, vote while the question is on vote, say whether to be named, leave with a promise."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from questionnaire.answers import UNWRITABLE
from questionnaire.model import Questionnaire
from workshop.associations import ASSOCIATION_MAX, admits, clean, mates
from workshop.ballots import read_answer
from workshop.intents import Cast, Commit, Consent, Join
from workshop.model import (
    SEATS_MAX,
    Ballot,
    Phase,
    Refusal,
    Seat,
    Workshop,
)
from workshop.promise import ACTION_MAX, WHO_MAX, Promise
from workshop.roles import ROLE_BY_ID
from workshop.sentences import (
    FULL,
    LONG_ASSOCIATION,
    NEEDS_ASSOCIATION,
    NEEDS_NUMBER,
    NEEDS_ROLE,
    NO_ACTION,
    NO_SEAT,
    NO_WHO,
    NOT_NOW,
    NOT_ON_VOTE,
    TAKEN,
    WRONG_DAY,
    WRONG_NUMBER,
)

PROMISED_WITHIN = timedelta(days=731)


def join(workshop: Workshop, move: Join, seat_id: str) -> Workshop | Refusal:
    """The seat is taken once; asking again for the same one changes nothing."""
    role = move.role if workshop.choice.roles else None
    if workshop.choice.roles and role not in ROLE_BY_ID:
        return NEEDS_ROLE
    association = _association(workshop, move, seat_id) if workshop.choice.several else None
    if isinstance(association, Refusal):
        return association
    known = workshop.seats.get(seat_id)
    if known:
        return workshop if (known.role, known.association) == (role, association) else TAKEN
    if len(workshop.seats) >= SEATS_MAX:
        return FULL
    return replace(workshop, seats={**workshop.seats, seat_id: Seat(seat_id, role, association)})


def _association(workshop: Workshop, move: Join, seat_id: str) -> str | Refusal:
    """As those who are there already wrote it. Only they can let somebody else in: answers are read together."""
    name = clean(move.association or "")
    if not name or UNWRITABLE.search(name):
        return NEEDS_ASSOCIATION
    if len(name) > ASSOCIATION_MAX:
        return LONG_ASSOCIATION
    there = mates(workshop, name)
    if there and seat_id not in workshop.seats and not admits(there, move.number):
        return WRONG_NUMBER if move.number else NEEDS_NUMBER
    return there[0].association or name if there else name


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
    after = replace(seat, consents=move.given, named=seat.named or move.given)
    return replace(workshop, seats={**workshop.seats, seat_id: after})


def commit(workshop: Workshop, move: Commit, seat_id: str) -> Workshop | Refusal:
    """Once the votes are over, and after the end: what one leaves with."""
    seat, action, who = workshop.seats.get(seat_id), move.action.strip(), move.who.strip()
    if seat is None:
        return NO_SEAT
    if workshop.phase not in (Phase.AGENDA, Phase.CLOSED):
        return NOT_NOW
    if not _said(action, ACTION_MAX):
        return NO_ACTION
    if not _said(who, WHO_MAX):
        return NO_WHO
    if not timedelta(0) <= move.on - workshop.opened_at.date() <= PROMISED_WITHIN:
        return WRONG_DAY
    return replace(workshop, seats={**workshop.seats, seat_id: replace(seat, promise=Promise(action, move.on, who))})


def _said(text: str, most: int) -> bool:
    return 0 < len(text) <= most and not UNWRITABLE.search(text)
