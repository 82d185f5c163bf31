"""The plan made one's own: what the association changed, added or wrote, as frozen values.

One reading door for scoring and pages. `plan_checks` refuses a wrong value before it is kept, so this
door only translates. A kept edit may name an action that the catalogue no longer has: whoever reads leaves it aside.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from questionnaire.assessment import Assessment
from questionnaire.errors import PalierError
from questionnaire.language import say

PLAN, TEXTS = "plan", "texts"  # the two kinds of the answers file
OWN, ASK, START, REQUEST = "own.", "ask.", "start", "request"  # keys of the plan that are no action of the catalogue
CHARTER, BRIEF = "charter.", "brief."  # keys of the edited sheets
BRIEF_PARTS = ("need", "context", "deliverables", "skills", "duration", "follow", "upkeep", "handover")

STATUSES = ("todo", "doing", "done", "dropped")
ASK_STATUSES = ("todo", "doing", "done")
COFUNDING_STATUSES = ("asked", "granted")
LINE_MAX = 200  # a name, a role, a title; longer texts have the limit of notes
EUROS_MAX, HOURS_MAX, HOURLY_MAX, YEARS_MAX = 10_000_000, 10_000, 200, 3
OWN_MAX, COFUNDING_MAX, INDICATORS_MAX = 99, 6, 2


@dataclass(frozen=True)
class Edit:
    """What was said of one action, of an action of their own, or of a thing to find out."""

    status: str = "todo"
    role: str = ""
    due: date | None = None
    euros: int | None = None
    funding: str = ""
    note: str = ""
    reason: str = ""
    title: str = ""
    hours: int | None = None

    @property
    def dropped(self) -> bool:
        return self.status == "dropped"

    @property
    def done(self) -> bool:
        return self.status == "done"


@dataclass(frozen=True)
class Cofunding:
    """Somebody else asked to pay, and whether they said yes."""

    name: str
    euros: int
    status: str


@dataclass(frozen=True)
class Request:
    """What a funding request needs beyond the plan."""

    years: int = 1
    need: str = ""
    own_euros: int = 0
    cofunding: tuple[Cofunding, ...] = ()
    upkeep_euros: int = 0
    volunteer_hourly_euros: int = 0
    indicators: tuple[str, ...] = ()
    measured_on: date | None = None


@dataclass(frozen=True)
class PlanEdits:
    """Edits by action id, by own key (`own.1`), by question id for what is to find out."""

    actions: Mapping[str, Edit]
    own: Mapping[str, Edit]
    asks: Mapping[str, Edit]
    start: date | None
    request: Request


def edits(assessment: Assessment) -> PlanEdits:
    """Everything said about the plan; the same keys always come in the same order."""
    said = assessment.all_of(PLAN)
    own = sorted((key for key in said if key.startswith(OWN)), key=own_number)
    asks = sorted(key for key in said if key.startswith(ASK))
    actions = sorted(said.keys() - {*own, *asks, START, REQUEST})
    return PlanEdits(
        actions={key: _edit(said[key]) for key in actions},
        own={key: _edit(said[key]) for key in own},
        asks={key.removeprefix(ASK): _edit(said[key]) for key in asks},
        start=_day(said.get(START)),
        request=_request(said.get(REQUEST, {})),
    )


def own_number(key: str) -> int:
    return int(key.removeprefix(OWN))


def next_own(assessment: Assessment) -> str:
    """The first free key for an action of their own. Raises PalierError when all are taken."""
    taken = assessment.all_of(PLAN)
    for number in range(1, OWN_MAX + 1):
        if f"{OWN}{number}" not in taken:
            return f"{OWN}{number}"
    raise PalierError(
        say(
            "{own_max} actions à vous, c’est le maximum ; retirez-en une avant d’en ajouter une autre.", own_max=OWN_MAX
        )
    )


def as_value(edit: Edit) -> dict[str, Any] | None:
    """The raw value to keep, with only what was said; None when nothing is."""
    values = {f.name: getattr(edit, f.name) for f in fields(edit) if getattr(edit, f.name) != f.default}
    return {name: v.isoformat() if isinstance(v, date) else v for name, v in values.items()} or None


def _edit(value: Mapping[str, Any]) -> Edit:
    said = dict(value) | {"due": _day(value.get("due")), "title": value.get("title", "").strip()}
    return Edit(**said)


def _request(value: Mapping[str, Any]) -> Request:
    lists = {
        "cofunding": tuple(Cofunding(**line | {"name": line["name"].strip()}) for line in value.get("cofunding", ())),
        "indicators": tuple(line.strip() for line in value.get("indicators", ())),
    }
    return Request(**{**value, **lists, "measured_on": _day(value.get("measured_on"))})


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
