"""From an assessment to the report values that pages and PDF share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from questionnaire.assessment import Assessment
from questionnaire.plan_edits import ASK, PLAN
from reports import service
from reports.case import Case
from reports.content import PlanMargins, PlanPage
from scoring.engine import score
from scoring.model import Result
from ui import services
from ui.session import remember, remembered

T = TypeVar("T")
WEIGHED = ("status", "hours", "euros", "funding")  # what is said of an action and weighs in the choice of the others


def result_of(assessment: Assessment) -> Result:
    return score(services.content_of(assessment), assessment)


def case_of(assessment: Assessment) -> Case:
    """Everything computed as of today; opening a panel or scrolling about computes nothing again."""
    on = services.today()
    content, known = services.content_of(assessment), services.editions().known
    rows = services.rows_of(content)
    return _once("case", (assessment, on), lambda: service.case_of(content, assessment, rows, on, known))


def plan_of(case: Case) -> PlanPage:
    return service.plan_of(case)


def margins_of(case: Case) -> PlanMargins:
    """Several plans of their own: to be asked for once everything else is on screen."""
    return _once("margins", (_weighed(case.assessment), case.on), lambda: service.margins_of(case))


def _weighed(assessment: Assessment) -> Assessment:
    """The assessment with only what may change the choice of actions: a name or a note computes no plan again."""
    said = assessment.all_of(PLAN).items()
    plan = {k: {p: v[p] for p in WEIGHED if p in v} for k, v in said if isinstance(v, dict) and not k.startswith(ASK)}
    return replace(assessment, kept={**assessment.kept, PLAN: plan})


def _once(name: str, source: tuple[Assessment, date], make: Callable[[], T]) -> T:
    """What this visit last computed, as long as it was from the same source; nothing is shared between visitors."""
    held: tuple[tuple[Assessment, date], T] | None = remembered(f"made.{name}")
    if held is None or held[0] != source:
        held = source, make()
        remember(f"made.{name}", held)
    return held[1]
