"""The catalogue of actions and the resources they point to, as frozen values."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Literal

from pydantic import Field

from questionnaire.documents import Mission
from questionnaire.funding import Nature
from questionnaire.values import ExactFraction, Frozen, Id, Int, Sourced, Text

Horizon = Literal["quick", "semester", "year"]


class CostClass(Sourced):
    """A band of euros. Planning counts the upper bound."""

    id: Id
    text: Text
    low: Int = Field(ge=0)
    high: Int = Field(ge=0)


class Move(Frozen):
    """What an action changes: a rubric reaches a step, or named lines of a checklist come into place."""

    item: Id
    to_step: Int | None = Field(default=None, ge=1)
    options: tuple[Id, ...] = ()


class Action(Sourced):
    """One thing to do. Effort in hours for a small association; cost as a class of `CostClass`."""

    id: Id
    title: Text
    summary: Text
    steps: tuple[Text, ...] = Field(min_length=1, max_length=6)
    moves: tuple[Move, ...] = Field(min_length=1)
    hours: Int = Field(gt=0)
    cost: Id
    free_route: Text | None = None
    saves_money: bool = False
    quote: bool = False
    grant: bool = False
    nature: Nature = "functioning"
    at_assembly: bool = False
    horizon: Horizon
    after: tuple[Id, ...] = ()
    resources: tuple[Id, ...] = ()
    lead: Text
    done_when: Text
    feasibility: ExactFraction = Field(default=Fraction(1), gt=0, le=1)
    feasibility_rationale: Text | None = None
    mission: Mission | None = None


class Resource(Frozen):
    """A door to knock on. Printed with the date on which somebody last looked."""

    id: Id
    name: Text
    publisher: Text
    url: Text | None = None
    offers: Text
    who: Text
    cost: Text
    caution: Text | None = None
    verified_on: date
    last_seen: Text
