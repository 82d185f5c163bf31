"""From an assessment to the report values that pages and PDF share."""

from __future__ import annotations

from datetime import date

from questionnaire.assessment import Assessment
from reports import service
from reports.content import Report
from scoring.engine import score
from scoring.model import Result
from ui import services


def result_of(assessment: Assessment) -> Result:
    return score(services.questionnaire(), assessment)


def report_of(assessment: Assessment, on: date | None = None) -> Report:
    return service.report(services.questionnaire(), assessment, services.rows(), on or services.today())


def pdf_of(assessment: Assessment, on: date) -> bytes:
    return service.report_pdf(services.questionnaire(), assessment, services.rows(), on)
