"""The questionnaire as frozen values. Identifiers are promises: written by hand, never derived, never named by code."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Literal

from pydantic import Field

from questionnaire.catalogue import Action, CostClass, Resource
from questionnaire.documents import Documents
from questionnaire.fields import Option as Option
from questionnaire.fields import Part as Part
from questionnaire.fields import UnscoredField as UnscoredField
from questionnaire.funding import FundingRoute, ToolNeed
from questionnaire.rules import Rules
from questionnaire.values import Condition, ExactFraction, Frozen, Id, Int, Sourced, Text
from questionnaire.welcome import Door, Word

UNKNOWN = "unknown"
NA_REASONS = ("we_have_none", "network_does_it", "did_not_arise")
CHECKLIST_LISTS = ("in_place", "useful_but_absent", "not_useful")


class Reference(Frozen):
    """A public source."""

    id: Id
    title: Text
    publisher: Text
    url: Text
    year: Int | None = None
    verified_on: date


class Critical(Frozen):
    """What a weak answer to this question caps, and the words for it."""

    caps: dict[str, Int]
    when: Condition | None = None
    because: dict[str, Text]
    protect: Text


class Question(Sourced):
    """One scored question: a rubric of ordered anchors, or a checklist of useful practices."""

    id: Id
    short: Text
    type: Literal["rubric", "checklist"]
    text: Text
    weight: ExactFraction = Field(gt=0)
    express: bool = False
    critical: Critical | None = None
    when: Condition | None = None
    anchors: tuple[Text, ...] = ()
    options: tuple[Option, ...] = ()
    line_labels: tuple[Text, Text, Text] | None = None
    note: Text | None = None
    why: Text
    good_enough: Text
    beyond: Text | None = None
    who_knows: Text
    evidence: tuple[Text, ...]
    did_not_arise: Text | None = None
    verified_on: date

    @property
    def top(self) -> int:
        """The highest step of a rubric; checklists are read on the same 0-3 scale in words only."""
        return len(self.anchors) - 1 if self.type == "rubric" else 3


class Theme(Sourced):
    id: Id
    name: Text
    weight: ExactFraction = Field(gt=0)
    about: Text
    interpretations: dict[str, Text]
    questions: tuple[Question, ...] = Field(min_length=1)


class Axis(Frozen):
    id: Id
    name: Text
    about: Text
    does_not_say: Text
    interpretations: dict[str, Text]
    themes: tuple[Theme, ...] = Field(min_length=1)

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(q for theme in self.themes for q in theme.questions)


class Minutes(Sourced):
    full: Int
    express: Int
    profile: Int


class Questionnaire(Frozen):
    """The whole content, loaded and frozen. Build it with `questionnaire.loading.load`."""

    id: Id
    version: Text
    status: Literal["draft", "released"]
    title: Text
    subtitle: Text
    caution: Text
    minutes: Minutes
    references: tuple[Reference, ...]
    profile: tuple[UnscoredField, ...]
    benchmark: tuple[UnscoredField, ...]
    axes: tuple[Axis, ...] = Field(min_length=1)
    rules: Rules
    cost_classes: tuple[CostClass, ...]
    actions: tuple[Action, ...]
    resources: tuple[Resource, ...]
    funding_routes: tuple[FundingRoute, ...] = ()
    tools: tuple[ToolNeed, ...] = ()
    documents: Documents = Documents()
    doors: tuple[Door, ...] = ()
    glossary: tuple[Word, ...] = ()

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        return tuple(q for axis in self.axes for q in axis.questions)

    @cached_property
    def themes(self) -> tuple[Theme, ...]:
        return tuple(theme for axis in self.axes for theme in axis.themes)

    @cached_property
    def question_by_id(self) -> dict[str, Question]:
        return {q.id: q for q in self.questions}

    @cached_property
    def field_by_id(self) -> dict[str, UnscoredField]:
        return {f.id: f for f in (*self.profile, *self.benchmark)}

    @cached_property
    def theme_by_id(self) -> dict[str, Theme]:
        return {t.id: t for t in self.themes}

    @cached_property
    def theme_of(self) -> dict[str, Theme]:
        return {q.id: theme for theme in self.themes for q in theme.questions}

    @cached_property
    def axis_of(self) -> dict[str, Axis]:
        """The axis of each theme id and each question id."""
        pairs = {q.id: axis for axis in self.axes for q in axis.questions}
        return pairs | {t.id: axis for axis in self.axes for t in axis.themes}

    @cached_property
    def action_by_id(self) -> dict[str, Action]:
        return {a.id: a for a in self.actions}

    @cached_property
    def resource_by_id(self) -> dict[str, Resource]:
        return {r.id: r for r in self.resources}

    @cached_property
    def reference_by_id(self) -> dict[str, Reference]:
        return {r.id: r for r in self.references}
