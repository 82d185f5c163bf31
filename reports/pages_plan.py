"""The plan: one table, a sheet for each action still to do, then what surrounds it, what to ask, the duties."""

from __future__ import annotations

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer

from reports import part_titles as titles
from reports import style
from reports.content import ActionSheet, Door, FindOut, PlanMargins, PlanPage
from reports.flow import BREAK, Para, as_list, heading, hung, joined, para, section
from reports.french import lower_first, upper_first
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
    story += _rows(titles.DECIDE, [prose(text) for text in plan.conflicts])
    return [*story, *_sheets(plan), *_around(plan, margins), *_find_out(plan), *_turnover(plan), *_duties(plan)]


def _rows(title: str, texts: list[Markup]) -> list[Flowable]:
    """Short texts under one hanging title, a hair line above the first."""
    kinds = [style.ROW, *[style.ROW_NEXT] * len(texts)]
    return [hung(k, "" if i else title, t, ruled=not i) for i, (k, t) in enumerate(zip(kinds, texts, strict=False))]


def _sheets(plan: PlanPage) -> list[Flowable]:
    """How to do each action that is not done; help already described is only named again."""
    done = {line.number for line in plan.lines if line.done}
    told: dict[Door, int] = {}
    sheets = [sheet for sheet in plan.sheets if sheet.number not in done]
    story: list[Flowable] = [*section(titles.ACTIONS, "actions", room=style.ROOM_FOR_FIRST)] if sheets else []
    for i, sheet in enumerate(sheets):
        story += [CondPageBreak(style.HEIGHT * style.ROOM_FOR_SHEET)] if i else []
        story += _sheet(sheet, told)
    return story


def _sheet(sheet: ActionSheet, told: dict[Door, int]) -> list[Flowable]:
    story: list[Flowable] = [
        heading(style.H3, f"{sheet.number}. {sheet.title}", key=f"action-{sheet.number}", level=1),
        para(style.SMALL_KEPT, " · ".join(sheet.facts)),
        hung(style.HOW, titles.CHANGES, prose(" ".join((sheet.summary, *sheet.why)))),
    ]
    story += _steps(sheet)
    story.append(hung(style.HOW, titles.DONE_WHEN, prose(sheet.done_when)))
    doors = [_door(door, told.setdefault(door, sheet.number), sheet.number) for door in sheet.doors]
    return story + [hung(style.SMALL_HUNG, "" if i else titles.DOORS, d) for i, d in enumerate(doors)]


def _steps(sheet: ActionSheet) -> list[Flowable]:
    """Numbered steps; the first carries the hanging title."""
    steps: list[Para] = []
    for i, step in enumerate(sheet.steps, 1):
        made = hung(style.HOW_STEP, titles.STEPS if i == 1 else "", prose(step))
        made.bulletText = str(i)
        steps.append(made)
    return [*as_list(steps), Spacer(0, style.GAP_LINE)]


def _door(door: Door, first: int, number: int) -> Markup:
    if first != number:
        return joined(strong(door.name), titles.see_action(first))
    address = [BREAK, link(door.url, style.TEXT, style.TABLE_SIZE)] if door.url else []
    caution = [" ", slanted(door.caution)] if door.caution else []
    return joined(strong(door.name), ". ", door.text, *caution, " ", door.seen, *address)


def _around(plan: PlanPage, margins: PlanMargins) -> list[Flowable]:
    """What a little more would change, what a grant would, what waits, what follows, what was put aside."""
    following = [Markup(BREAK.join(map(escape, margins.following)))] if plan.lines and margins.following else []
    rows = [
        *_rows(titles.MORE, [prose(" ".join(margins.margins))]),
        *_rows(titles.UNLOCKS, _unlocks(margins)),
        *_rows(titles.WAITS, [_because(item.title, lower_first(item.text)) for item in plan.refused]),
        *_rows(titles.FOLLOWS, following),
        *_rows(titles.DROPPED, [_because(item.title, item.reason) for item in plan.dropped]),
    ]
    return [*section(titles.AROUND, "around"), *rows] if rows else []


def _unlocks(margins: PlanMargins) -> list[Markup]:
    lead = [prose(margins.unlock_lead)] if margins.unlock_lead else []
    return lead + [
        joined(strong(one.title), titles.labelled(""), one.cost, ". ", tinted(one.text, style.MUTE_HEX))
        for one in margins.unlocks
    ]


def _because(title: str, reason: str) -> Markup:
    return joined(strong(title), titles.labelled(""), reason) if reason.strip() else strong(title)


def _find_out(plan: PlanPage) -> list[Flowable]:
    """A long name in the margin must not be parted from its question."""
    story = [*section(titles.FIND_OUT, "find-out"), para(style.BODY, prose(plan.find_out_sentence))]
    return story + [KeepTogether(_task(item)) for item in plan.find_out]


def _task(item: FindOut) -> Flowable:
    when = STATUSES["done"] if item.done else item.when
    return hung(style.ROW, item.who, item.question, " ", tinted(upper_first(f"{when}."), style.MUTE_HEX), ruled=True)


def _turnover(plan: PlanPage) -> list[Flowable]:
    if plan.turnover is None:
        return []
    story = [*section(plan.turnover.title, "turnover"), para(style.KEPT, prose(plan.turnover.lead))]
    return [*story, *as_list([_bullet(prose(text)) for text in plan.turnover.lines])]


def _duties(plan: PlanPage) -> list[Flowable]:
    if not plan.duties:
        return []
    story = section(titles.DUTIES, "duties")
    story.append(para(style.KEPT, titles.DUTIES_LEAD))
    return [*story, *as_list([_bullet(x.title, " ", tinted(x.text, style.MUTE_HEX)) for x in plan.duties])]


def _bullet(*parts: str) -> Para:
    made = para(style.BULLET, *parts)
    made.bulletText = "■"
    return made
