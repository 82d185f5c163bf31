"""The plan: one table, a sheet for each action still to do, what surrounds them, what to ask, the duties."""

from __future__ import annotations

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Paragraph, Spacer

from questionnaire.typography import THIN, tidy
from reports import style
from reports.content import ActionSheet, Door, FindOut, PlanMargins, PlanPage, Titled
from reports.flow import BREAK, heading, hung, joined, para, section
from reports.plan_table import plan_table
from reports.typesetting import link, prose, slanted, strong, tinted

AROUND = "Autour de ces actions"
DONE = "fait"


def plan_story(plan: PlanPage, margins: PlanMargins) -> list[Flowable]:
    story: list[Flowable] = [
        CondPageBreak(style.HEIGHT * style.ROOM_FOR_PLAN),
        heading(style.H1, plan.title, key="plan"),
    ]
    story += [
        para(style.BODY if i else style.LEAD, prose(text) if i else strong(text)) for i, text in enumerate(plan.said)
    ]
    story += [para(style.BODY, " ".join(plan.capacity))]
    story += [Spacer(0, style.GAP_SMALL), plan_table(plan)] if plan.lines else _empty(plan)
    story += _group("À décider", [prose(text) for text in plan.conflicts])
    story += _sheets(plan)
    return [*story, *_around(plan, margins), *_find_out(plan), *_turnover(plan), *_duties(plan)]


def _empty(plan: PlanPage) -> list[Flowable]:
    return [para(style.LEAD, text) for text in plan.empty]
