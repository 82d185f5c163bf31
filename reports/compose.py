"""Numbers become sentences, here and in the modules named `*_words` and `compose_*`; nowhere else."""

from __future__ import annotations

from questionnaire.language import plural, say
from questionnaire.typography import counted, typeset
from reports import compose_tasks, plan_words
from reports.benchmark_words import CAUTION
from reports.case import Case
from reports.compose_annex import annex
from reports.compose_axes import axis_page, summary_table
from reports.compose_change import change_page
from reports.compose_funding import funding_page
from reports.compose_margins import plan_margins
from reports.compose_method import first_landmark, landmarks, method, sources
from reports.compose_plan import plan_lines, plan_page, protected, said, waiting_criticals
from reports.compose_workshop import workshop_page
from reports.content import Cover, Report, Summary
from reports.level_words import INTERVAL_NOTE
from reports.phrases import day, in_words, upper_first
from scoring.margins import Margins

NO_NAME = "Votre association"
COPY_NOTE = "Exemplaire de travail : contient toutes vos réponses. Ne pas transmettre."


def compose(case: Case, margins: Margins) -> Report:
    """The complete copy of the report, in words, dated as the case is."""
    questionnaire = case.questionnaire
    name = (case.assessment.name or "").strip() or say(NO_NAME)
    return Report(
        title=typeset(f"{questionnaire.title} : {questionnaire.subtitle}"),
        author=questionnaire.title,
        name=name,
        footer=footer(case),
        cover=cover(case, name),
        summary=summary(case),
        axes=tuple(axis_page(case, axis, score) for axis, score in case.axes),
        plan=plan_page(case),
        margins=plan_margins(case, margins),
        funding=funding_page(case),
        landmarks=landmarks(case),
        landmarks_lead=typeset(say(CAUTION)),
        method=method(case),
        sources=sources(case),
        annex=annex(case),
        workshop=workshop_page(case, detailed=True),
        change=change_page(case),
    )


def footer(case: Case) -> str:
    caution = case.questionnaire.caution.rstrip(".")
    return typeset(f"{day(case.on)} · {caution[:1].lower()}{caution[1:]}")


def cover(case: Case, name: str) -> Cover:
    questionnaire = case.questionnaire
    asked = counted(len(case.routed.questions), "question vous concerne", "questions vous concernent")
    mode = say("Mode express") if case.express else say("Questionnaire complet")
    return Cover(
        brand=questionnaire.title,
        subtitle=questionnaire.subtitle,
        name=name,
        kind=say("Résultats et plan d’action"),
        facts=(upper_first(day(case.on)), typeset(f"{mode} : {asked}")),
        caution=typeset(questionnaire.caution),
        copy_note=typeset(say(COPY_NOTE)),
    )


def summary(case: Case) -> Summary:
    """One page: where practices stand, what to protect, where to begin."""
    landmark = first_landmark(case)
    items = protected(case)
    return Summary(
        title=say("L’essentiel en une page"),
        lead=say("Où en sont les pratiques, ce qui reste à savoir, par quoi commencer."),
        axes_title=axes_title(len(case.axes)),
        axes=summary_table(case),
        interval_note=say(INTERVAL_NOTE),
        landmark_title=landmark[0] if landmark else "",
        landmark=landmark[1] if landmark else None,
        protect_title=say("À protéger d’abord"),
        protect=items,
        protect_sentence=plan_words.protect_sentence(len(items), waiting_criticals(case)),
        plan_title=plan_words.plan_title(len(case.plan.all)),
        plan_meter=plan_words.meter(case.plan),
        plan=plan_lines(case),
        plan_sentence=_plan_sentence(case),
    )


def axes_title(count: int) -> str:
    """« Trois axes », « Un axe »."""
    return upper_first(f"{in_words(count)} {plural(count, 'axe', 'axes')}")


def _plan_sentence(case: Case) -> str:
    """Under the title of the plan: what was said first, or why there is no action."""
    if not case.plan.all:
        return compose_tasks.empty_words(case)[0]
    return " ".join(said(case)[:1])
