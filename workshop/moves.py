"""The rules of a workshop: which move, in which phase, by whom. `apply` is the only door.

Called on every message, as often as it comes: a move repeated, outdated or forged changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from typing import Any

from questionnaire.model import Questionnaire
from workshop import coach, seats
from workshop.intents import (
    AcceptProposals,
    Cast,
    Close,
    CoachMove,
    Commit,
    Consent,
    Discuss,
    Join,
    KeyTally,
    Move,
    Next,
    OpenVote,
    Reopen,
    Reveal,
    Revote,
    Settle,
    Show,
    ToAgenda,
    WriteNote,
)
from workshop.model import Actor, Phase, Refusal, Workshop
from workshop.sentences import (
    CLOSED,
    COACH_ONLY,
    EXPIRED,
    NOT_IN_SEVERAL,
    NOT_NOW,
    PARTICIPANT_ONLY,
    STALE,
)

COACH_IN: Mapping[Phase, tuple[type[CoachMove], ...]] = {
    Phase.LOBBY: (OpenVote, Close),
    Phase.VOTE: (Reveal, KeyTally, Close),
    Phase.REVEALED: (Show, Next, Settle, WriteNote, Close),
    Phase.AGENDA: (Discuss, Settle, AcceptProposals, WriteNote, Close),
    Phase.DISCUSS: (Revote, Settle, WriteNote, ToAgenda, Close),
    Phase.REVOTE: (Reveal, KeyTally, Close),
    Phase.COMPARE: (Settle, WriteNote, ToAgenda, Close),
    Phase.CLOSED: (Reopen,),
}
AGREEING = (Discuss, Revote, Settle, AcceptProposals, KeyTally)  # what only one association does together
OPENS_A_VOTE = (OpenVote, Revote)  # Next also leads to the agenda, so a late room may always go there

Result = Workshop | Refusal
_COACH: Mapping[type[CoachMove], Callable[[Questionnaire, Workshop, Any], Result]] = {
    OpenVote: coach.open_vote,
    KeyTally: coach.key_tally,
    Reveal: coach.reveal,
    Next: coach.go_on,
    Show: coach.show,
    Discuss: coach.discuss,
    Revote: coach.revote,
    ToAgenda: coach.to_agenda,
    Settle: coach.settle,
    AcceptProposals: coach.accept_proposals,
    WriteNote: coach.write_note,
    Close: coach.close,
    Reopen: coach.to_agenda,
}


def apply(questionnaire: Questionnaire, workshop: Workshop, move: Move, actor: Actor, now: datetime) -> Result:
    """The workshop after `move`, or a Refusal (the workshop is then unchanged).

    `actor` is what the store established from a secret, never what the message says. `now` is an aware
    datetime. A vote is decided on the state, the actor's seat and its own ballots alone.
    """
    if isinstance(move, CoachMove):
        return _by_coach(questionnaire, workshop, move, now) if actor.is_coach else COACH_ONLY
    if actor.seat is None:
        return PARTICIPANT_ONLY
    return _by_seat(questionnaire, workshop, move, actor.seat, now)


def possible(workshop: Workshop, now: datetime) -> tuple[type[CoachMove], ...]:
    """The kinds of move the coach may make now, never empty: what a page offers as buttons."""
    return tuple(kind for kind in COACH_IN[workshop.phase] if _forbidden(workshop, kind, now) is None)


def _forbidden(workshop: Workshop, kind: type[CoachMove], now: datetime) -> Refusal | None:
    if kind not in COACH_IN[workshop.phase]:
        return NOT_NOW
    if workshop.choice.several and kind in AGREEING:
        return NOT_IN_SEVERAL
    return EXPIRED if kind in OPENS_A_VOTE and now >= workshop.closes_at else None


def _by_coach(questionnaire: Questionnaire, workshop: Workshop, move: CoachMove, now: datetime) -> Result:
    mark = fingerprint(move)
    if move.turn == workshop.turn - 1 and mark == workshop.last:
        return workshop  # the same message again: its effect is already there
    if move.turn != workshop.turn:
        return STALE
    refused = _forbidden(workshop, type(move), now)
    if refused:
        return refused
    done = _COACH[type(move)](questionnaire, workshop, move)
    if isinstance(done, Refusal):
        return done
    since = workshop.since if (done.phase, done.batch) == (workshop.phase, workshop.batch) else now
    return replace(done, turn=workshop.turn + 1, last=mark, since=since)


def fingerprint(move: CoachMove) -> str:
    """Tells two moves apart without keeping what they say."""
    return sha256(repr(move).encode("utf-8", "backslashreplace")).hexdigest()[:16]


def _by_seat(questionnaire: Questionnaire, workshop: Workshop, move: Move, seat: str, now: datetime) -> Result:
    if isinstance(move, Consent) and not move.given:
        return seats.consent(workshop, move, seat)  # taking it back is possible to the last day
    if now >= workshop.closes_at:
        return EXPIRED if workshop.phase is not Phase.CLOSED else CLOSED
    if isinstance(move, Commit):
        return seats.commit(workshop, move, seat)
    if workshop.phase is Phase.CLOSED:
        return CLOSED
    if isinstance(move, Join):
        return seats.join(workshop, move, seat)
    if isinstance(move, Cast):
        return seats.cast(questionnaire, workshop, move, seat)
    assert isinstance(move, Consent)
    return seats.consent(workshop, move, seat)
