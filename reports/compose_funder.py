"""The funder's copy: what the association ticked, in words, and nothing else of what it answered.

A part that is not ticked is not composed at all: the copy holds no trace of it.
"""

from __future__ import annotations

from dataclasses import replace

from questionnaire.language import say
from questionnaire.plan_edits import Edit, edits
from questionnaire.typography import typeset
from reports import funder_words as words
from reports import plan_edit_words, plan_words
from reports.answer_words import field_words, option_text
from reports.benchmark_words import CAUTION
from reports.case import Case
from reports.compose import footer
from reports.compose_change import change_page, for_a_funder
from reports.compose_funder_levels import axes, legend, levels, security
from reports.compose_funding import request_text
from reports.compose_method import DECIDES_NOTHING, LEARNING, landmarks
from reports.compose_plan import name_of
from reports.compose_workshop import workshop_page
from reports.content import Landmark, Segment, Strip, Titled
from reports.content_copies import FunderCopy, FunderLine, FunderPlan, FunderRequest
from reports.funder_request_words import excess_words, indicator_words, upkeep_words, volunteer_words
from reports.phrases import day, euros, hours, lower_first, sentence, short_month, upper_first
from scoring.plan_model import PlannedAction
from scoring.request import balance


def funder_copy(case: Case, parts: frozenset[str], code: str = "", roles_field: str | None = None) -> FunderCopy:
    """The copy of the ticked `parts` (of `copies.PARTS`). `roles_field`: the profile field that says who answered."""
    questionnaire = case.questionnaire
    name = (case.assessment.name or "").strip() or say(words.NO_NAME)
    asked = [q for q in questionnaire.questions if q.express or not case.express]
    published, lead = _landmarks(case) if "benchmark" in parts else ((), "")
    return FunderCopy(
        title=typeset(f"{say(words.KIND)} – {name}"),
        author=questionnaire.title,
        header=typeset(f"{questionnaire.title} – {questionnaire.subtitle}"),
        footer=footer(case),
        kind=say(words.KIND),
        name=name,
        facts=_facts(case, code),
        identity=_identity(case),
        cautions=(f"{say(LEARNING)} {say(DECIDES_NOTHING)}", say(words.USE_TOO), typeset(questionnaire.caution)),
        opening=_opening(case, roles_field),
        levels=levels(case) if "levels" in parts else None,
        security=security(case, detailed="protect" in parts),
        legend=legend(case) if parts & {"levels", "axes"} else (),
        axes=axes(case) if "axes" in parts else (),
        landmarks=published,
        landmarks_lead=lead,
        plan=_plan(case, parts) if "plan" in parts else None,
        request=_request(case) if "request" in parts else None,
        evidence=_evidence(case) if "evidence" in parts else "",
        absent=words.absent_words(parts),
        method=words.method_words(len(asked), case.express),
        workshop=workshop_page(case, detailed=False) if "workshop" in parts else None,
        change=for_a_funder(change_page(case)) if "change" in parts else None,
    )


def _facts(case: Case, code: str) -> tuple[str, ...]:
    mode = say("Mode express") if case.express else say("Questionnaire complet")
    return (
        upper_first(day(case.on)),
        mode,
        *((typeset(say("Code de l’exemplaire : {code}", code=code)),) if code else ()),
    )


def _identity(case: Case) -> tuple[Titled, ...]:
    """Only what the association chose to write, in our order."""
    said = case.assessment.all_of("identity")
    told = {key: words.dated(said[key]).strip() for key in say(words.IDENTITY) if key in said}
    return tuple(Titled(say(words.IDENTITY)[key], text) for key, text in told.items() if text)


def _opening(case: Case, roles_field: str | None) -> tuple[Titled, ...]:
    told = (
        Titled(say(words.ROLES), _roles(case, roles_field)),
        Titled(say(words.NEED), edits(case.assessment).request.need.strip()),
        Titled(say(words.WEIGHS), _weighs(case)),
    )
    return tuple(item for item in told if item.text)


def _roles(case: Case, roles_field: str | None) -> str:
    field = case.questionnaire.field_by_id.get(roles_field or "")
    said = case.assessment.fields.get(field.id) if field else None
    return sentence(lower_first(field_words(field, said))) if field and said else ""


def _weighs(case: Case) -> str:
    """What takes too much time, in the words it chose among; nothing when it said « rien de cela »."""
    rules = case.questionnaire.rules.opportunities
    field = case.questionnaire.field_by_id.get(rules.field) if rules else None
    chosen = case.assessment.fields.get(field.id) if field else None
    if not field or not isinstance(chosen, list | tuple) or set(chosen) <= set(field.exclusive):
        return ""
    return sentence(" ; ".join(lower_first(option_text(field.options, option)) for option in chosen))


def _landmarks(case: Case) -> tuple[tuple[Landmark, ...], str]:
    """The strips with their source, and before them what is to be kept in mind for every one of them."""
    found = landmarks(case)
    if not found:
        return (), say(words.NO_LANDMARK)
    shared = [c for c in found[0].cautions if all(c in one.cautions for one in found)]
    told = tuple(
        Landmark(tuple(map(_strip, one.strips)), one.source, tuple(c for c in one.cautions if c not in shared))
        for one in found
    )
    return told, typeset(" ".join((say(CAUTION), *shared)))


def _strip(strip: Strip) -> Strip:
    return Strip(
        strip.indicator, tuple(map(_segment, strip.segments)), tuple(words.third_person(s) for s in strip.sentences)
    )


def _segment(segment: Segment) -> Segment:
    return replace(segment, marks=tuple(words.third_person(mark) for mark in segment.marks))


def _plan(case: Case, parts: frozenset[str]) -> FunderPlan:
    lines = tuple(_line(case, i, planned, parts) for i, planned in enumerate(case.plan.all, 1))
    return FunderPlan(lines, plan_words.total_words(case.plan), "" if lines else say(words.NO_ACTION))


def _line(case: Case, number: int, planned: PlannedAction, parts: frozenset[str]) -> FunderLine:
    """Scores only where the axes were ticked, what it protects only where that was: never a note, never a reason."""
    action, edit = case.questionnaire.action_by_id.get(planned.id), planned.edit or Edit()
    return FunderLine(
        str(number),
        name_of(case, planned.id),
        _effect(case, planned, in_numbers="axes" in parts),
        edit.role or (action.lead if action else ""),
        short_month(planned.month),
        hours(planned.hours),
        euros(planned.euros),
        say(plan_edit_words.STATUSES)[edit.status],
        protects="protect" in parts and bool(planned.protects),
    )


def _effect(case: Case, planned: PlannedAction, *, in_numbers: bool) -> str:
    themes, rules = case.questionnaire.theme_by_id, case.rules
    told = [
        plan_words.lift_words(lift, themes[lift.theme], rules, in_numbers=in_numbers and case.in_numbers(lift.theme))
        for lift in planned.lifts
    ]
    return typeset(" ; ".join(told))


def _request(case: Case) -> FunderRequest:
    """The same table as the association's own; what surrounds it is written for who reads it."""
    request = edits(case.assessment).request
    sums = balance(case.questionnaire, case.plan, request)
    told = (
        Titled(say(words.EXCESS), excess_words(sums)),
        Titled(say(words.VOLUNTEERS), volunteer_words(sums, request.volunteer_hourly_euros)),
        Titled(say(words.INDICATORS), indicator_words(request.indicators, request.measured_on, bool(sums.charges))),
        Titled(say(words.UPKEEP), upkeep_words(request.upkeep_euros, bool(sums.charges))),
    )
    table = replace(request_text(case), need="", sentences=()) if sums.charges else None
    return FunderRequest(table, "" if table else say(words.NO_REQUEST), tuple(item for item in told if item.text))


def _evidence(case: Case) -> str:
    """Counts only, over the questions that are asked."""
    found = case.assessment.all_of("evidence")
    levels = [found[name]["level"] for name in case.routed.ids if name in found]
    return words.evidence_words(levels.count("cited"), levels.count("seen"))
