"""The plan: one table, a sheet for each action still to do, then what surrounds it, what to ask, the duties."""

from __future__ import annotations

from reportlab.platypus import Flowable, Spacer

from questionnaire.language import say
from reports import part_titles as titles
from reports import style
from reports.columns import Columns
from reports.content import ActionSheet, Door, FindOut, PlanMargins, PlanPage
from reports.entries import entry, run_in, subtitle
from reports.flow import BREAK, Para, as_list, heading, hung, joined, para
from reports.phrases import labelled, lower_first, upper_first
from reports.plan_edit_words import STATUSES
from reports.tables import printed_plan
from reports.typesetting import Markup, escape, link, prose, slanted, strong, tinted


def plan_story(plan: PlanPage, margins: PlanMargins) -> list[Flowable]:
    story: list[Flowable] = [heading(style.H1, plan.title, key="plan")]
    story += [
        para(style.BODY if i else style.LEAD, prose(text) if i else strong(text)) for i, text in enumerate(plan.said)
    ]
    story += [para(style.BODY, " ".join(plan.capacity))]
    if plan.lines:
        story += [Spacer(0, style.GAP_SMALL), printed_plan(plan)]
    else:
        story += [para(style.LEAD, text) for text in plan.empty]
    story += _rows(say(titles.DECIDE), [prose(text) for text in plan.conflicts])
    return [*story, Columns([*_sheets(plan), *_around(plan, margins), *_after(plan)])]


def _after(plan: PlanPage) -> list[Flowable]:
    return [*_find_out(plan), *_turnover(plan), *_duties(plan)]


def _rows(title: str, texts: list[Markup]) -> list[Flowable]:
    """Short texts under one hanging title, a hair line above the first."""
    kinds = [style.ROW, *[style.ROW_NEXT] * len(texts)]
    return [hung(k, "" if i else title, t, ruled=not i) for i, (k, t) in enumerate(zip(kinds, texts, strict=False))]


def _sheets(plan: PlanPage) -> list[Flowable]:
    """How to do each action that is not done; help already described is only named again."""
    done = {line.number for line in plan.lines if line.done}
    told: dict[Door, int] = {}
    sheets = [sheet for sheet in plan.sheets if sheet.number not in done]
    story: list[Flowable] = [subtitle(say(titles.ACTIONS), "actions")] if sheets else []
    return [*story, *(block for sheet in sheets for block in _sheet(sheet, told))]


def _sheet(sheet: ActionSheet, told: dict[Door, int]) -> list[Flowable]:
    doors = [_door(door, told.setdefault(door, sheet.number), sheet.number) for door in sheet.doors]
    return [
        heading(style.H3_COLUMN, f"{sheet.number}. {sheet.title}", key=f"action-{sheet.number}", level=1),
        para(style.FACTS, " · ".join(sheet.facts)),
        run_in(style.SAID, say(titles.CHANGES), prose(" ".join((sheet.summary, *sheet.why)))),
        *_steps(sheet),
        run_in(style.SAID, say(titles.DONE_WHEN), prose(sheet.done_when)),
        *(para(style.HELP, door) if i else run_in(style.HELP, say(titles.DOORS), door) for i, door in enumerate(doors)),
    ]


def _steps(sheet: ActionSheet) -> list[Flowable]:
    """Numbered steps under their title."""
    steps = [para(style.STEP, prose(step)) for step in sheet.steps]
    for i, made in enumerate(steps, 1):
        made.bulletText = str(i)
    return [para(style.SAID_KEPT, say(titles.STEPS)), *as_list(steps)] if steps else []


def _door(door: Door, first: int, number: int) -> Markup:
    if first != number:
        return joined(strong(door.name), titles.see_action(first))
    address = [BREAK, link(door.url, style.COLUMN, style.HELP.fontSize)] if door.url else []
    caution = [" ", slanted(door.caution)] if door.caution else []
    return joined(strong(door.name), ". ", door.text, *caution, " ", door.seen, *address)


def _around(plan: PlanPage, margins: PlanMargins) -> list[Flowable]:
    """What a little more would change, what a grant would, what waits, what follows, what was put aside."""
    following = [Markup(BREAK.join(map(escape, margins.following)))] if plan.lines and margins.following else []
    blocks = [
        *_titled(say(titles.MORE), [prose(" ".join(margins.margins))]),
        *_titled(say(titles.UNLOCKS), _unlocks(margins)),
        *_titled(say(titles.WAITS), [_because(item.title, lower_first(item.text)) for item in plan.refused]),
        *_titled(say(titles.FOLLOWS), following),
        *_titled(say(titles.DROPPED), [_because(item.title, item.reason) for item in plan.dropped]),
    ]
    return [subtitle(say(titles.AROUND), "around"), *blocks] if blocks else []


def _titled(title: str, texts: list[Markup]) -> list[Flowable]:
    """Short texts, the first under a hair line and its title."""
    return [para(style.SAID, text) if i else entry(style.CARD, title, text) for i, text in enumerate(texts)]


def _unlocks(margins: PlanMargins) -> list[Markup]:
    lead = [prose(margins.unlock_lead)] if margins.unlock_lead else []
    return lead + [
        joined(strong(one.title), labelled(""), one.cost, ". ", tinted(one.text, style.MUTE_HEX))
        for one in margins.unlocks
    ]


def _because(title: str, reason: str) -> Markup:
    return joined(strong(title), labelled(""), reason) if reason.strip() else strong(title)


def _find_out(plan: PlanPage) -> list[Flowable]:
    story = [subtitle(say(titles.FIND_OUT), "find-out"), para(style.SAID, prose(plan.find_out_sentence))]
    return [*story, *map(_task, plan.find_out)]


def _task(item: FindOut) -> Flowable:
    when = say(STATUSES)["done"] if item.done else item.when
    return entry(style.CARD, item.who, item.question, " ", tinted(upper_first(f"{when}."), style.MUTE_HEX))


def _turnover(plan: PlanPage) -> list[Flowable]:
    if plan.turnover is None:
        return []
    story = [subtitle(plan.turnover.title, "turnover"), para(style.LED, prose(plan.turnover.lead))]
    return [*story, *as_list([_bullet(prose(text)) for text in plan.turnover.lines])]


def _duties(plan: PlanPage) -> list[Flowable]:
    if not plan.duties:
        return []
    story = [subtitle(say(titles.DUTIES), "duties"), para(style.LED, say(titles.DUTIES_LEAD))]
    return [*story, *as_list([_bullet(x.title, " ", tinted(x.text, style.MUTE_HEX)) for x in plan.duties])]


def _bullet(*parts: str) -> Para:
    made = para(style.POINT, *parts)
    made.bulletText = "■"
    return made
