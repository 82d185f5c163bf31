"""The sheets that come with a plan, as data: what a departure would take away, hand-over, AI charter, mission brief."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from questionnaire.values import Condition, Frozen, Id, Sourced, Text


class TurnoverLine(Frozen):
    """What would be lost if a person left tomorrow; `unknown` is said when the question got « je ne sais pas »."""

    id: Id
    question: Id | None = None
    when: Condition
    text: Text
    unknown: Text | None = None


class Turnover(Frozen):
    """The panel « Si une personne part demain ». `steady` is said when no line holds."""

    lead: Text
    lines: tuple[TurnoverLine, ...] = Field(min_length=1)
    steady: Text


class HandoverRow(Frozen):
    """One line of the hand-over sheet: a tool or an account, filled by hand."""

    id: Id
    text: Text
    when: Condition | None = None


class Handover(Frozen):
    """A printed sheet, filled by hand: who holds what, who is second. Never a password."""

    lead: Text
    never: Text
    rows: tuple[HandoverRow, ...] = Field(min_length=1)
    blank_rows: int = Field(default=4, ge=0, le=10)
    after: Text


class CharterArticle(Frozen):
    """One article of the charter of AI use, present when its condition holds."""

    id: Id
    title: Text
    when: Condition | None = None
    text: Text


class Charter(Frozen):
    title: Text
    lead: Text
    articles: tuple[CharterArticle, ...] = Field(min_length=1)
    signature: Text


class MissionTerm(Sourced):
    """A condition of skilled volunteering or skills sponsorship, with its source."""

    id: Id
    text: Text


MissionLength = Literal["days", "months", "full_time"]


class Mission(Frozen):
    """What a skilled volunteer could do for one action."""

    need: Text
    deliverables: tuple[Text, ...] = Field(min_length=1, max_length=5)
    skills: tuple[Text, ...] = Field(min_length=1, max_length=5)
    length: MissionLength


class MissionRules(Frozen):
    """What is the same in every mission brief."""

    lead: Text
    lengths: dict[MissionLength, Text]
    followed_by: Text
    upkeep: Text
    handover: Text
    terms: tuple[MissionTerm, ...] = Field(min_length=1)


class Documents(Frozen):
    """The optional file `documents.yaml`; a questionnaire without a sheet simply lacks it."""

    turnover: Turnover | None = None
    handover: Handover | None = None
    charter: Charter | None = None
    mission: MissionRules | None = None
