"""Who may pay, and what costs nothing: funding routes and reduced-price tools, as frozen values.

A route is printed with the date on which somebody last looked, and a closed one is never offered.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from questionnaire.values import Condition, Frozen, Id, Text

Nature = Literal["functioning", "investment", "training"]
RouteStatus = Literal["permanent", "by_calls", "to_check", "closed"]
ToolKind = Literal["free", "solidarity", "federation", "nothing"]


class FundingRoute(Frozen):
    """One way to pay: for whom (`when`), for which nature of spending, seen when, in which state."""

    id: Id
    name: Text
    when: Condition | None = None
    natures: tuple[Nature, ...] = Field(min_length=1)
    offers: Text
    who: Text
    amount: Text | None = None
    first_step: Text
    status: RouteStatus
    status_text: Text
    caution: Text | None = None
    resource: Id | None = None
    verified_on: date
    last_seen: Text


class ToolOption(Frozen):
    """One answer to a need: free, at a solidarity price, through the federation, or buying nothing."""

    kind: ToolKind
    text: Text
    who: Text
    caution: Text | None = None
    resource: Id | None = None
    when: Condition | None = None


class ToolNeed(Frozen):
    """One need, and what it can cost nothing or little to meet."""

    id: Id
    name: Text
    options: tuple[ToolOption, ...] = Field(min_length=2)
    verified_on: date
