"""What surrounds the actions of a plan, or stands in their place: why there is none, what to find out, what a departure would take away, the duties apart."""

from __future__ import annotations

from questionnaire.language import say
from questionnaire.plan_edits import Edit
from questionnaire.typography import typeset
from reports import plan_edit_words as edit_words
from reports import plan_words as words
from reports.case import Case
from reports.content import FindOut, Titled, Turnover
from reports.phrases import day, sentence
from scoring.plan_model import FindOutTask
from scoring.turnover import if_a_person_leaves

TURNOVER_TITLE = "Si une personne part demain"
ALL_DROPPED = (
    "Rien à ajouter pour l’instant : en dehors des actions que vous avez écartées, aucune ne ferait avancer ce que vous "
    "avez répondu.",
    "Vous pouvez en reprendre une quand vous voulez : elles sont citées plus bas, avec vos raisons.",
)


def empty_words(case: Case) -> tuple[str, ...]:
    """Why there is no action; that the association dropped some is never told as if there were none."""
    plan = case.plan
    if plan.dropped and plan.capacity.hours and not plan.refused:
        return tuple(map(typeset, say(ALL_DROPPED)))
    return words.empty_words(plan, len(case.routed.answers))


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
    return Turnover(say(TURNOVER_TITLE), rules.lead, lines or (rules.steady,))


def duties(case: Case) -> tuple[Titled, ...]:
    """The duties that scoring kept, each with the day it was last looked at."""
    dated = {duty.text: duty for duty in case.questionnaire.rules.duties}
    return tuple(
        Titled(
            typeset(text),
            say("Relevé le {verified_on}.", verified_on=day(dated[text].verified_on)) if text in dated else "",
        )
        for text in case.plan.duties
    )
