"""What surrounds the actions of a plan: what to find out, what a departure would take away, the duties apart."""

from __future__ import annotations

from questionnaire.plan_edits import Edit
from questionnaire.typography import tidy
from reports import plan_edit_words as edit_words
from reports.case import Case
from reports.content import FindOut, Titled, Turnover
from reports.french import day, sentence
from scoring.plan_model import FindOutTask
from scoring.turnover import if_a_person_leaves

TURNOVER_TITLE = "Si une personne part demain"


def find_out(case: Case) -> tuple[FindOut, ...]:
    return tuple(_find_out_task(case, task) for task in sorted(case.plan.find_out, key=lambda task: task.due))


def _find_out_task(case: Case, task: FindOutTask) -> FindOut:
    """Who would know, by when; their own choice of a person first."""
    question, edit = case.questionnaire.question_by_id[task.id], task.edit or Edit()
    return FindOut(
        task.id, question.text, sentence(edit.role or question.who_knows), edit_words.due_words(task.due), edit.done
    )


def turnover(case: Case) -> Turnover | None:
    rules = case.questionnaire.documents.turnover
    if rules is None:
        return None
    lines = if_a_person_leaves(rules, case.routed, case.assessment)
    return Turnover(TURNOVER_TITLE, rules.lead, lines or (rules.steady,))


def duties(case: Case) -> tuple[Titled, ...]:
    """The duties that scoring kept, each with the day it was last looked at."""
    dated = {duty.text: duty for duty in case.questionnaire.rules.duties}
    return tuple(
        Titled(tidy(text), f"Relevé le {day(dated[text].verified_on)}." if text in dated else "")
        for text in case.plan.duties
    )
