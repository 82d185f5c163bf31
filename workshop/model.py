"""A workshop as frozen values: who sits in it, what was voted, what was settled. No clock, no chance, no storage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Literal

from questionnaire.answers import Answer
from questionnaire.language import say
from questionnaire.typography import typeset
from workshop.promise import Promise

SEATS_MAX = 60
OPEN_MAX = timedelta(hours=12)
TEXT_MAX = 1000  # a minority view and a note together fit in a note of the answers file

Scope = Literal["full", "express", "themes"]
Pace = Literal["question", "theme"]
Slot = tuple[int, str, str]  # round (1, then 2 after discussion), question, seat


class Phase(StrEnum):
    """Where the room is. `PHASE_NAMES` holds what people read."""

    LOBBY = "lobby"
    VOTE = "vote"
    REVEALED = "revealed"
    AGENDA = "agenda"
    DISCUSS = "discuss"
    REVOTE = "revote"
    COMPARE = "compare"
    CLOSED = "closed"


PHASE_NAMES: Mapping[Phase, str] = {
    Phase.LOBBY: "Accueil",
    Phase.VOTE: "Vote",
    Phase.REVEALED: "Résultats du vote",
    Phase.AGENDA: "Points à discuter",
    Phase.DISCUSS: "Discussion",
    Phase.REVOTE: "Second vote",
    Phase.COMPARE: "Avant et après la discussion",
    Phase.CLOSED: "Atelier terminé",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """What the coach chose when opening. `several`: one or two people from each of several associations."""

    scope: Scope = "express"
    themes: tuple[str, ...] = ()
    pace: Pace = "question"
    several: bool = False
    roles: bool = False
    minutes: int = 120


@dataclass(frozen=True, slots=True)
class Seat:
    """One participant: never a name of a person, but in the promise if they write one there.

    `consents`: the association may be named in the pairs; `named`: it was agreed once, even if taken back since.
    """

    id: str
    role: str | None = None
    association: str | None = None
    consents: bool = False
    named: bool = False
    promise: Promise | None = None


@dataclass(frozen=True, slots=True)
class Ballot:
    """What one seat said; `number` grows with each change of mind, so that an old message cannot come back."""

    answer: Answer
    number: int = 1


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one question: per step, don't know, not applicable.

    A checklist also counts its `lines`: (option, (in place, useful but absent, not useful)); `narrow` is
    the number of lists with too few useful lines to have a share, hence a step. `reason` is the commonest
    standard reason given for « non concerné ».
    """

    steps: tuple[int, ...]
    unknown: int = 0
    not_applicable: int = 0
    narrow: int = 0
    lines: tuple[tuple[str, tuple[int, int, int]], ...] = ()
    reason: str | None = None

    @property
    def said(self) -> int:
        """People who gave a step or a list. Paper lists are counted by line only, hence the maximum."""
        return max(sum(self.steps) + self.narrow, *(sum(counts) for _, counts in self.lines), 0)

    @property
    def n(self) -> int:
        return self.said + self.unknown + self.not_applicable


@dataclass(frozen=True, slots=True)
class Decision:
    """What the room settled: an answer, what the minority thinks, and whether the point stays open."""

    answer: Answer
    minority: str = ""
    open_point: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a move is not made: an id for the code, a sentence for people, with what fills its blanks."""

    id: str
    french: str
    values: tuple[tuple[str, object], ...] = ()

    @property
    def sentence(self) -> str:
        """In the language spoken where it is shown."""
        return typeset(say(self.french, **dict(self.values)))


@dataclass(frozen=True, slots=True)
class Actor:
    """Who moves, as the store established it from a secret: the coach (no seat) or one participant."""

    seat: str | None = None

    @property
    def is_coach(self) -> bool:
        return self.seat is None


COACH = Actor()


@dataclass(frozen=True)
class Workshop:
    """One workshop. Build with `opening.open_workshop`, change with `moves.apply`.

    `turn` counts the coach's moves and `last` describes the latest: a repeated or outdated click changes nothing.
    """

    questionnaire_id: str
    version: str
    choice: Choice
    batches: tuple[tuple[str, ...], ...]
    critical: frozenset[str]
    opened_at: datetime
    closes_at: datetime
    phase: Phase = Phase.LOBBY
    since: datetime | None = None
    batch: int = 0
    subject: str | None = None
    turn: int = 0
    last: str = ""
    revealed: frozenset[tuple[int, str]] = frozenset()
    seats: Mapping[str, Seat] = field(default_factory=dict)
    ballots: Mapping[Slot, Ballot] = field(default_factory=dict)
    paper: Mapping[tuple[int, str], Tally] = field(default_factory=dict)
    settled: Mapping[str, Decision] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)

    @property
    def questions(self) -> tuple[str, ...]:
        return tuple(question for batch in self.batches for question in batch)

    @property
    def round(self) -> int:
        return 2 if self.phase in (Phase.REVOTE, Phase.COMPARE) else 1

    @property
    def on_screen(self) -> str:
        """The question that everybody looks at, once there is one; a revealed batch begins with its first."""
        return self.subject or self.batches[self.batch][0]

    @property
    def on_vote(self) -> tuple[str, ...]:
        """The questions one may vote on now."""
        if self.phase is Phase.VOTE:
            return self.batches[self.batch]
        return (self.subject,) if self.phase is Phase.REVOTE and self.subject else ()
