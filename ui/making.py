"""The files of the report, made from an assessment and a day, with the version of the questions that it answers.

Nothing here knows the visit or the page.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from questionnaire.assessment import Assessment
from reports import service
from reports.case import Case
from reports.content import Report
from reports.copies import Copy
from reports.csv_tables import answers_csv, plan_csv
from reports.web_page import build_html
from reports.word import build_docx
from reports.workbook import build_workbook
from ui import services


def report_of(assessment: Assessment, on: date | None = None) -> Report:
    return service.report_of(_case_on(assessment, on or services.today()))


def pdf_of(assessment: Assessment, on: date) -> bytes:
    content = services.content_of(assessment)
    return service.report_pdf(content, assessment, services.rows_of(content), on, services.editions().known)


def copy_of(assessment: Assessment, on: date, copy: Copy, parts: frozenset[str]) -> bytes:
    content = services.content_of(assessment)
    return service.copy_pdf(content, assessment, services.rows_of(content), on, copy, parts, services.editions().known)


def workbook_of(assessment: Assessment, on: date) -> bytes:
    case = _case_on(assessment, on)
    return build_workbook(service.report_of(case), case)


def plan_csv_of(assessment: Assessment, on: date) -> bytes:
    case = _case_on(assessment, on)
    return plan_csv(service.report_of(case), case)


def answers_csv_of(assessment: Assessment, on: date) -> bytes:
    return answers_csv(_case_on(assessment, on))


def docx_of(assessment: Assessment, on: date) -> bytes:
    return build_docx(report_of(assessment, on), on)


def html_of(assessment: Assessment, on: date) -> bytes:
    return build_html(report_of(assessment, on), on).encode()


def _case_on(assessment: Assessment, on: date) -> Case:
    """Made again: a file is built when its button is pressed, outside of the visit that `case_of` remembers in."""
    content = services.content_of(assessment)
    return service.case_of(content, assessment, services.rows_of(content), on, services.editions().known)


def file_name(assessment: Assessment, on: date, ending: str, kind: str = "") -> str:
    """A plain file name from anybody's text: ASCII letters, digits and dashes only."""
    plain = unicodedata.normalize("NFKD", assessment.name or "").encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-")
    return "-".join(part for part in ("palier", kind.lower(), slug, on.isoformat()) if part) + f".{ending}"
