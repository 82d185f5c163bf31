"""From one assessment to what is shown or printed of it, in one call each."""

from __future__ import annotations

from datetime import date

from questionnaire.answers_file import export_text
from questionnaire.assessment import Assessment
from questionnaire.language import language
from questionnaire.model import Questionnaire
from questionnaire.routing import route
from reports.case import Case
from reports.compose import compose
from reports.compose_funder import funder_copy
from reports.compose_funding import funding_page
from reports.compose_margins import plan_margins
from reports.compose_plan import plan_page
from reports.compose_wall import wall_copy
from reports.content import FundingPage, PlanMargins, PlanPage, Report
from reports.content_documents import Sheet
from reports.copies import USUAL, Copy
from reports.copy_pdf import build_copy
from reports.edition import edition
from reports.embedding import embed, sign
from reports.mark import Mark
from reports.pdf import build
from reports.sheet_pdf import build_sheet
from reports.short_code import code_of, figures_of
from scoring.benchmark import Row, compare
from scoring.engine import score
from scoring.margins import margins
from scoring.plan import make_plan, start_of

Versions = tuple[Questionnaire, ...]  # those known here: an earlier assessment is read with its own


def report(
    questionnaire: Questionnaire, assessment: Assessment, rows: tuple[Row, ...], on: date, known: Versions = ()
) -> Report:
    """The composed report: scores, plan and published figures told as on the day `on`."""
    return report_of(case_of(questionnaire, assessment, rows, on, known))


def report_of(case: Case) -> Report:
    """The report of what is already computed."""
    return compose(case, margins(case.questionnaire, case.assessment, case.plan))


def report_pdf(
    questionnaire: Questionnaire, assessment: Assessment, rows: tuple[Row, ...], on: date, known: Versions = ()
) -> bytes:
    """The complete copy as a PDF, which carries the answers: it is also the file one reopens."""
    text, mark = export_text(assessment), Mark("complete", on, edition(questionnaire), language())
    return build(report(questionnaire, assessment, rows, on, known), lambda canvas: embed(canvas, text, mark))


def copy_pdf(
    questionnaire: Questionnaire,
    assessment: Assessment,
    rows: tuple[Row, ...],
    on: date,
    copy: Copy = "complete",
    parts: frozenset[str] = frozenset(USUAL),
    known: Versions = (),
) -> bytes:
    """One copy as a PDF; `parts` counts for the funder's only. Only the complete one carries the answers."""
    if copy == "complete":
        return report_pdf(questionnaire, assessment, rows, on, known)
    case, mark = case_of(questionnaire, assessment, rows, on, known), Mark(copy, on, edition(questionnaire), language())
    if copy == "page":
        return build_copy(wall_copy(case), lambda canvas: sign(canvas, mark))
    code = code_of(figures_of(questionnaire, case.result, on, intervals="levels" in parts))
    shared = funder_copy(case, parts, code if "levels" in parts else "", questionnaire.rules.roles_field)
    return build_copy(shared, lambda canvas: sign(canvas, mark))


def case_of(
    questionnaire: Questionnaire, assessment: Assessment, rows: tuple[Row, ...], on: date, known: Versions = ()
) -> Case:
    """Everything computed from one assessment, margins left out: they come after the plan."""
    routed = route(questionnaire, assessment)
    return Case(
        questionnaire,
        assessment,
        routed,
        score(questionnaire, assessment),
        make_plan(questionnaire, assessment, start_of(assessment, on)),
        compare(rows, routed, assessment, on),
        on,
        known,
    )


def plan_of(case: Case) -> PlanPage:
    return plan_page(case)


def margins_of(case: Case) -> PlanMargins:
    """Several plans of their own: to be asked for once the plan is shown."""
    return plan_margins(case, margins(case.questionnaire, case.assessment, case.plan))


def funding_of(case: Case) -> FundingPage:
    return funding_page(case)


def sheet_pdf(sheet: Sheet, on: date) -> bytes:
    """A sheet to print, dated on the day `on`."""
    return build_sheet(sheet, on)
