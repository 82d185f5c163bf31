"""What one may ask of a workshop: the participants' four moves, then the coach's, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Join:
    """Take the seat of the actor. `role` when the workshop has roles, `association` when it has several.

    `number` is the one on the phone of whoever is there already for that association.
    """

    role: str | None = None
    association: str | None = None
    number: str = ""


@dataclass(frozen=True, slots=True)
class Cast:
    """Vote: `raw` as in an answers file, in `round` 1 or 2. `number` grows with each change of mind."""

    question: str
    raw: Any
    round: int = 1
    number: int = 1


@dataclass(frozen=True, slots=True)
class Consent:
    """Whether the association may be named in « qui sait / qui cherche »."""

    given: bool


@dataclass(frozen=True, slots=True)
class Commit:
    """One action, one date, who sees to it; again, it replaces the former one."""

    action: str
    on: date
    who: str


@dataclass(frozen=True, slots=True)
class CoachMove:
    """A move of the coach carries the `turn` their screen showed: two screens cannot both move on."""

    turn: int


@dataclass(frozen=True, slots=True)
class OpenVote(CoachMove):
    """Leave the lobby: the first batch is on vote."""


@dataclass(frozen=True, slots=True)
class KeyTally(CoachMove):
    """Type a paper count (see `ballots.read_tally`) of a question on vote; it replaces the former one."""

    question: str
    raw: Any


@dataclass(frozen=True, slots=True)
class Reveal(CoachMove):
    """End the vote and show its counts. `confirmed`: although some have not voted."""

    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Next(CoachMove):
    """The next batch, or the agenda after the last one."""


@dataclass(frozen=True, slots=True)
class Show(CoachMove):
    """Put one revealed question of the batch before the room's eyes: a theme is looked at question by question."""

    question: str


@dataclass(frozen=True, slots=True)
class Discuss(CoachMove):
    """Put one revealed question in discussion and start its timer."""

    question: str


@dataclass(frozen=True, slots=True)
class Revote(CoachMove):
    """A second secret vote on the question in discussion."""


@dataclass(frozen=True, slots=True)
class ToAgenda(CoachMove):
    """Back to the agenda."""


@dataclass(frozen=True, slots=True)
class Settle(CoachMove):
    """Settle one revealed question; settling again replaces the decision."""

    question: str
    raw: Any
    minority: str = ""
    open_point: bool = False


@dataclass(frozen=True, slots=True)
class AcceptProposals(CoachMove):
    """Settle at their proposal all revealed questions that are neither settled nor on the agenda."""


@dataclass(frozen=True, slots=True)
class WriteNote(CoachMove):
    """What was said about one revealed question; an empty text takes the note away."""

    question: str
    text: str


@dataclass(frozen=True, slots=True)
class Close(CoachMove):
    """End the workshop; what is on vote and not revealed stays unseen for ever."""


@dataclass(frozen=True, slots=True)
class Reopen(CoachMove):
    """Correct a decision after the end: back to the agenda."""


Move = Join | Cast | Consent | Commit | CoachMove
