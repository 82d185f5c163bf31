"""From one assessment to the bytes of its report, in one call."""

from __future__ import annotations

from datetime import date

from questionnaire.assessment import Assessment
from questionnaire.model import Questionnaire
from questionnaire.routing import route
from reports.compose import compose
from reports.content import Report
from reports.pdf import build
from scoring.benchmark import Row, compare
from scoring.engine import score
from scoring.plan import make_plan


def report(questionnaire: Questionnaire, assessment: Assessment, rows: tuple[Row, ...], on: date) -> Report:
    """The composed report: scores, plan and published figures told as on the day `on`."""
    result = score(questionnaire, assessment)
    plan = make_plan(questionnaire, assessment, on)
    comparisons = compare(rows, route(questionnaire, assessment), assessment, on)
    return compose(questionnaire, assessment, result, plan, comparisons, on)


def report_pdf(questionnaire: Questionnaire, assessment: Assessment, rows: tuple[Row, ...], on: date) -> bytes:
    """The complete copy as a PDF."""
    return build(report(questionnaire, assessment, rows, on))
