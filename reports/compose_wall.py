"""The page to pin on the wall: the actions, who does them, when. No score, no weakness, no answer, no euro."""

from __future__ import annotations

from questionnaire.language import say
from questionnaire.plan_edits import Edit
from questionnaire.typography import tidy, typeset
from reports.case import Case
from reports.compose_plan import name_of
from reports.content_copies import WallAction, WallCopy
from reports.phrases import day, month, upper_first
from scoring.plan_model import PlannedAction

HEADING = "Notre plan d’action"
NOTHING = "Pas d’action pour l’instant : nous en reparlerons à la prochaine réunion."
ALL_DONE = tidy("Tout est fait : bravo à toute l’équipe !")


def wall_copy(case: Case) -> WallCopy:
    """What is still to be done comes first, in calendar order, then what is done."""
    actions = sorted(case.plan.all, key=_done)
    name = (case.assessment.name or "").strip()
    return WallCopy(
        title=typeset(f"{say(HEADING)} – {name}") if name else say(HEADING),
        author=case.questionnaire.title,
        heading=say(HEADING),
        name=name,
        banner=_banner(case),
        actions=tuple(_action(case, planned) for planned in actions),
        empty="" if actions else typeset(say(NOTHING)),
        footer=typeset(f"{upper_first(day(case.on))} · {case.questionnaire.title}"),
    )


def _done(planned: PlannedAction) -> bool:
    return bool(planned.edit and planned.edit.done)


def _action(case: Case, planned: PlannedAction) -> WallAction:
    action, edit = case.questionnaire.action_by_id.get(planned.id), planned.edit or Edit()
    who = edit.role or (action.lead if action else "")
    return WallAction(name_of(case, planned.id), upper_first(who.strip()), _when(planned), edit.done)


def _when(planned: PlannedAction) -> str:
    """The day that they set, else the month of the calendar."""
    due = planned.edit.due if planned.edit else None
    return day(due) if due else month(planned.month)


def _banner(case: Case) -> str:
    """The nearest day or month still to come; what is late is not told on a wall."""
    waiting = [planned for planned in case.plan.all if not _done(planned)]
    if not waiting:
        return say(ALL_DONE) if case.plan.all else ""
    coming = [planned for planned in waiting if _last_day(planned) >= case.on.isoformat()]
    return typeset(say("Prochaine date : {coming}", coming=_when(min(coming, key=_last_day)))) if coming else ""


def _last_day(planned: PlannedAction) -> str:
    """A day as it is; a month ends with its last day."""
    due = planned.edit.due if planned.edit else None
    return due.isoformat() if due else f"{planned.month}-31"
