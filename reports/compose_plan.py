"""The plan: what was said first, a table, a sheet for each action, then what waits, what to find out, the duties."""

from __future__ import annotations

from functools import partial

from questionnaire.catalogue import Action
from questionnaire.language import say
from questionnaire.plan_edits import Edit, edits
from questionnaire.typography import typeset
from reports import plan_edit_words as edit_words
from reports import plan_words as words
from reports.answer_words import option_text
from reports.around_plan_words import door_words, find_out_sentence, helped_words, said_words, seen_words
from reports.case import Case
from reports.compose_tasks import duties, empty_words, find_out, turnover
from reports.content import ActionSheet, Door, Dropped, PlanLine, PlanPage, Protected, Titled
from reports.phrases import euros, hours, quoted, sentence, short_month
from scoring.display import unlock
from scoring.plan_model import PlannedAction

OWN_EFFECT = "action à vous"
PRIORITIES = {3: "d’abord", 2: "rapide", 1: "ensuite"}  # the rank, not a date: the month says when


def plan_page(case: Case) -> PlanPage:
    plan = case.plan
    return PlanPage(
        title=say("Votre plan d’action"),
        said=said(case),
        capacity=words.capacity_words(plan.capacity, case.questionnaire.rules.plan.capacity.months),
        conflicts=tuple(edit_words.conflict_words(c, plan, partial(name_of, case)) for c in plan.conflicts),
        lines=plan_lines(case),
        total=words.total_words(plan),
        empty=() if plan.all else empty_words(case),
        sheets=tuple(_sheet(case, n, a) for n, a in enumerate(plan.all, 1) if a.id in case.questionnaire.action_by_id),
        dropped=tuple(Dropped(i, name_of(case, i), edit.reason) for i, edit in plan.dropped),
        refused=_refused(case),
        find_out=find_out(case),
        find_out_sentence=find_out_sentence(len(plan.find_out)),
        duties=duties(case),
        turnover=turnover(case),
    )


def said(case: Case) -> tuple[str, ...]:
    """« Vous avez dit : … », in the association's own choice, and what the plan does with it."""
    opportunities = case.questionnaire.rules.opportunities
    field = case.questionnaire.field_by_id.get(opportunities.field) if opportunities else None
    chosen = case.assessment.fields.get(field.id) if field else None
    if not opportunities or not field or not isinstance(chosen, list | tuple) or not chosen:
        return ()
    if set(chosen) <= set(field.exclusive):
        return (
            typeset(
                say(
                    "À la question « {text} », vous avez répondu : {options}.",
                    text=field.text,
                    options=quoted(option_text(field.options, chosen[0])),
                )
            ),
        )
    themes = dict.fromkeys(t for m in opportunities.matches if m.option in chosen for t in m.themes)
    names = [case.questionnaire.theme_by_id[t].name for t in themes if t in case.questionnaire.theme_by_id]
    told = said_words([option_text(field.options, option) for option in chosen]), helped_words(names)
    return tuple(text for text in told if text)


def protected(case: Case) -> tuple[Protected, ...]:
    """What to protect first, in the words of the questionnaire, with the lightest action for it."""
    found = []
    for question_id in case.result.protect_first:
        critical = case.questionnaire.question_by_id[question_id].critical
        if critical:
            remedy = words.named(unlock(case.questionnaire, question_id, 0), case.questionnaire)
            found.append(Protected(sentence(critical.protect), typeset(remedy)))
    return tuple(found)


def waiting_criticals(case: Case) -> list[str]:
    """Critical questions that apply and have no known answer: their short names."""
    known = set(case.result.unknown)
    return [
        q.short
        for q in case.routed.questions
        if q.id in case.routed.critical and (q.id in known or case.answer(q.id) is None)
    ]


def plan_lines(case: Case) -> tuple[PlanLine, ...]:
    return tuple(_line(case, number, planned) for number, planned in enumerate(case.plan.all, 1))


def _line(case: Case, number: int, planned: PlannedAction) -> PlanLine:
    action = case.questionnaire.action_by_id.get(planned.id)
    edit = planned.edit or Edit()
    squares = words.priority(action, planned)
    return PlanLine(
        planned.id,
        number,
        name_of(case, planned.id),
        squares,
        say(PRIORITIES)[squares],
        edit.role or (action.lead if action else ""),
        short_month(planned.month),
        hours(planned.hours),
        euros(planned.euros),
        _effect(case, planned) if action else say(OWN_EFFECT),
        bool(planned.protects),
        edit_words.horizon_words(planned.month, case.plan.start),
        say(edit_words.STATUSES)[edit.status],
        edit.funding,
        edit.note,
        own=action is None,
        done=edit.done,
    )


def name_of(case: Case, action_id: str) -> str:
    """The title of an action of the catalogue, or the one they gave."""
    action = case.questionnaire.action_by_id.get(action_id)
    if action:
        return action.title
    own = edits(case.assessment).own.get(action_id)
    return own.title if own else action_id


def _effect(case: Case, planned: PlannedAction) -> str:
    """What the action changes: each theme with its two scores; « prépare la suite » when no score moves."""
    told = [
        words.lift_words(
            lift, case.questionnaire.theme_by_id[lift.theme], case.rules, in_numbers=case.in_numbers(lift.theme)
        )
        for lift in planned.lifts
    ]
    return typeset(" ; ".join(told)) or say("prépare la suite")


def _sheet(case: Case, number: int, planned: PlannedAction) -> ActionSheet:
    action = case.questionnaire.action_by_id[planned.id]
    return ActionSheet(
        number,
        action.title,
        facts=_facts(case, action, planned),
        summary=action.summary,
        why=_why(case, action, planned),
        steps=action.steps,
        done_when=action.done_when,
        doors=_doors(case, action),
    )


def _facts(case: Case, action: Action, planned: PlannedAction) -> tuple[str, ...]:
    """Month, hours, money, who leads: what the association wrote comes before the catalogue."""
    edit = planned.edit or Edit()
    cost = words.cost_words(case.questionnaire, action, planned.euros)
    if edit.euros is not None:
        cost = typeset(f"{euros(edit.euros)} ({say(edit_words.TOUCHED_WITH_QUOTE)})")
    return words.facts_words(action.model_copy(update={"lead": edit.role or action.lead}), planned, cost)


def _why(case: Case, action: Action, planned: PlannedAction) -> tuple[str, ...]:
    """What it protects, the themes it lifts, the free route, what it opens in this plan."""
    questionnaire = case.questionnaire
    lifts = [
        words.lift_sentence(
            lift, questionnaire.theme_by_id[lift.theme], case.rules, in_numbers=case.in_numbers(lift.theme)
        )
        for lift in planned.lifts
    ]
    chosen = [questionnaire.action_by_id[a.id] for a in case.plan.chosen]
    told = (
        words.protects_words([questionnaire.question_by_id[q].short for q in planned.protects]),
        *lifts,
        words.opens_words([a.title for a in chosen if action.id in a.after]),
        sentence(say("voie gratuite : {free_route}", free_route=action.free_route)) if action.free_route else "",
    )
    return tuple(text for text in told if text)


def _doors(case: Case, action: Action) -> tuple[Door, ...]:
    known = case.questionnaire.resource_by_id
    return tuple(
        Door(r.name, door_words(r), r.url or "", seen_words(r), r.caution or "")
        for r in (known[i] for i in action.resources if i in known)
    )


def _refused(case: Case) -> tuple[Titled, ...]:
    return tuple(
        Titled(case.questionnaire.action_by_id[r.id].title, sentence(words.named(r.because, case.questionnaire)))
        for r in case.plan.refused
    )
