"""Small workshops for these tests: opened, joined and voted through the same moves as a real room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from questionnaire.assessment import Assessment
from questionnaire.model import Questionnaire
from tests.builders import assessed as built
from tests.builders import everything_applies, golden, shipped
from workshop.associations import mates, number_of
from workshop.intents import Cast, CoachMove, Join, Move, Next, OpenVote, Reveal
from workshop.model import COACH, Actor, Choice, Refusal, Workshop
from workshop.moves import apply
from workshop.opening import open_workshop

START = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
LATER = START + timedelta(hours=3)


def opened(
    choice: Choice | None = None, profile: Assessment | None = None, content: Questionnaire | None = None
) -> Workshop:
    content = content or shipped()
    room = open_workshop(content, choice or Choice(), START, LATER, profile)
    assert isinstance(room, Workshop)
    return room


def everything() -> Assessment:
    return built(shipped(), **everything_applies())


def outcome(room: Workshop, move: Move, actor: Actor = COACH, now: datetime = START) -> Workshop | Refusal:
    return apply(shipped(), room, move, actor, now)


def done(room: Workshop, *moves: CoachMove) -> Workshop:
    """The coach's moves, each with the turn it needs; every one must be accepted."""
    for move in moves:
        room = accepted(room, type(move)(**{**fields(move), "turn": room.turn}))
    return room


def fields(move: CoachMove) -> dict[str, Any]:
    return {name: getattr(move, name) for name in move.__dataclass_fields__}


def accepted(room: Workshop, move: Move, actor: Actor = COACH, now: datetime = START) -> Workshop:
    found = outcome(room, move, actor, now)
    assert isinstance(found, Workshop), found
    return found


def refused(room: Workshop, move: Move, actor: Actor = COACH, now: datetime = START) -> str:
    found = outcome(room, move, actor, now)
    assert isinstance(found, Refusal), found
    return found.id


def seated(room: Workshop, count: int, role: Sequence[str] = (), association: Sequence[str] = ()) -> Workshop:
    for i in range(len(room.seats), len(room.seats) + count):
        name = association[i] if association else None
        there = mates(room, name) if name else ()
        join = Join(role[i] if role else None, name, number_of(there[0].id) if there else "")
        room = accepted(room, join, Actor(f"s{i}"))
    return room


def voted(room: Workshop, question: str, raws: Iterable[Any], round_: int = 1) -> Workshop:
    """Seat 0 says the first, seat 1 the second, and so on."""
    for i, raw in enumerate(raws):
        room = accepted(room, Cast(question, raw, round_), Actor(f"s{i}"))
    return room


def as_raws(votes: Sequence[int], unknown: int = 0) -> list[Any]:
    return [step for step, count in enumerate(votes) for _ in range(count)] + ["unknown"] * unknown


def club_votes(name: str) -> list[Any]:
    said = golden()["workshop"][name]
    return as_raws(said["votes"], said["unknown"])


def revealed(
    votes: dict[str, Sequence[Any]],
    choice: Choice | None = None,
    role: Sequence[str] = (),
    association: Sequence[str] = (),
) -> Workshop:
    """A room where those questions, and no other, were voted and revealed, one after the other."""
    asked = choice or Choice("full")
    room = opened(asked, None if asked.several else everything())
    room = Workshop(**{**room.__dict__, "batches": tuple((name,) for name in votes)})
    room = seated(room, max(len(raws) for raws in votes.values()), role, association)
    for i, (name, raws) in enumerate(votes.items()):
        room = done(room, OpenVote(0) if i == 0 else Next(0))
        room = done(voted(room, name, raws), Reveal(0, confirmed=True))
    return room
