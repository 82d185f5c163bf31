"""What an assessment keeps of the workshop it comes from: a session, and for each question counts, never a person.

One reading door for the report. `workshop_checks` refuses a wrong value before it is kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from questionnaire.assessment import Assessment
from questionnaire.model import Question, Questionnaire

KIND = "workshop"
SESSION, VOTE = "session", "vote."  # keys: the session, then « vote.<question> »
OTHERS = "others"
ROLES = ("council", "board", "employee", "volunteer", "director", "coach", OTHERS)


@dataclass(frozen=True, slots=True)
class Session:
    """`asked`: how many questions the room had before it; 0 when it is not known."""

    on: date
    participants: int
    asked: int = 0
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """One vote in counts. `steps` is empty under four votes: counts would then tell who said what."""

    votes: int
    steps: tuple[int, ...] = ()
    unknown: int = 0
    not_applicable: int = 0


@dataclass(frozen=True, slots=True)
class Voted:
    """One question of the workshop; `decided` is raw JSON, None when nothing was settled.

    `movers` of the `compared` people who voted both times changed; both are 0 when they are under four.
    `roles`: the step in the middle of each group, only where groups differ.
    """

    first: Counted
    second: Counted | None = None
    movers: int = 0
    compared: int = 0
    decided: Any = None
    minority: str = ""
    open_point: bool = False
    roles: Mapping[str, int] = field(default_factory=dict)


def session_of(assessment: Assessment) -> Session | None:
    """When it was held, and how many came; None without a workshop."""
    said = assessment.all_of(KIND).get(SESSION)
    if said is None:
        return None
    return Session(date.fromisoformat(said["date"]), said["participants"], said.get("asked", 0), said.get("scope", ""))


def voted_of(questionnaire: Questionnaire, assessment: Assessment) -> tuple[tuple[Question, Voted], ...]:
    """The questions that were voted, in the order of the questionnaire."""
    kept = assessment.all_of(KIND)
    return tuple((q, _voted(kept[f"{VOTE}{q.id}"])) for q in questionnaire.questions if f"{VOTE}{q.id}" in kept)


def _voted(said: Mapping[str, Any]) -> Voted:
    return Voted(
        _counted(said["first"]),
        _counted(said["second"]) if "second" in said else None,
        said.get("movers", 0),
        said.get("compared", 0),
        said.get("decided"),
        said.get("minority", ""),
        said.get("open", False),
        dict(said.get("roles", {})),
    )


def _counted(said: Mapping[str, Any]) -> Counted:
    return Counted(said["votes"], tuple(said.get("steps", ())), said.get("unknown", 0), said.get("not_applicable", 0))
