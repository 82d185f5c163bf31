"""One assessment with everything computed from it, passed whole to the composing functions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from questionnaire.answers import Answer
from questionnaire.assessment import Assessment
from questionnaire.model import Axis, Questionnaire
from questionnaire.routing import Route
from questionnaire.rules import ScoringRules
from scoring.benchmark import Comparison
from scoring.model import AxisScore, Result
from scoring.plan_model import Plan


@dataclass(frozen=True)
class Case:
    questionnaire: Questionnaire
    assessment: Assessment
    routed: Route
    result: Result
    plan: Plan
    comparisons: tuple[Comparison, ...]
    on: date
    known: tuple[Questionnaire, ...] = ()  # the versions of the questions that an earlier assessment may be of

    def content_of(self, earlier: Assessment) -> Questionnaire | None:
        """The version that an earlier assessment answers; None when it is not known here."""
        found = (one for one in (self.questionnaire, *self.known) if one.version == earlier.version)
        return next(found, None)

    @property
    def rules(self) -> ScoringRules:
        return self.questionnaire.rules.scoring

    @property
    def express(self) -> bool:
        return self.result.mode == "express"

    @property
    def axes(self) -> tuple[tuple[Axis, AxisScore], ...]:
        """Each axis of the questionnaire with its score, in the questionnaire's order."""
        return tuple((axis, self.result.axis(axis.id)) for axis in self.questionnaire.axes)

    def answer(self, question_id: str) -> Answer | None:
        return self.routed.answers.get(question_id)

    def in_numbers(self, theme_id: str) -> bool:
        """Whether the scores of a theme may be printed: only inside an axis that has a number."""
        return self.result.axis(self.questionnaire.axis_of[theme_id].id).evaluable
