"""The plan on the web page: one table, how to do each action, what waits, what to find out."""

from __future__ import annotations

from itertools import groupby

from questionnaire.language import say
from reports import part_titles as titles
from reports.content import ActionSheet, Door, PlanLine, PlanMargins, PlanPage
from reports.phrases import labelled, lower_first, upper_first
from reports.plan_edit_words import STATUSES
from reports.web_markup import (
    NOTHING,
    Html,
    body,
    described,
    items,
    joined,
    link,
    paragraphs,
    row,
    section,
    spaced,
    table,
    tag,
)

ACTION = titles.PLAN_HEADS.index("Action")


def plan_part(plan: PlanPage, margins: PlanMargins) -> Html:
    table_or_words = plan_table(plan) if plan.lines else paragraphs(plan.empty, "lead")
    return section(
        plan.title,
        paragraphs([*plan.said, " ".join(plan.capacity)]),
        table_or_words,
        section(say(titles.DECIDE), items(plan.conflicts), level=3),
        section(say(titles.ACTIONS), *_sheets(plan), level=3),
        _around(plan, margins),
        _find_out(plan),
        _turnover(plan),
        _duties(plan),
        key="plan",
    )


def plan_table(plan: PlanPage) -> Html:
    """The actions under the time they belong to; the total last."""
    heads = say(titles.PLAN_HEADS)
    bodies = []
    for horizon, lines in groupby(plan.lines, key=lambda line: line.horizon):
        title = tag("th", horizon, scope="rowgroup", role="rowheader", colspan=str(len(heads)), class_="band")
        bodies.append(body([tag("tr", title, role="row", class_="horizon"), *map(_line, lines)]))
    count, hours, euros = plan.total
    total = row(heads, ("", count, "", "", "", hours, euros), first=ACTION)
    return table(plan.title, heads, [*bodies, body([total], "tfoot")], "plan cards quiet")


def _line(line: PlanLine) -> Html:
    """What is done says so instead of its priority; one of their own has no priority."""
    under = [line.effect, labelled(say("Payé par")) + line.funding if line.funding else ""]
    note = tag("span", tag("i", labelled(say("Note"))), line.note, class_="under") if line.note.strip() else ""
    title = tag("strong", line.title) if line.protects else line.title
    action = joined([title, *(tag("span", text, class_="under") for text in under if text), note])
    state = [] if line.own or line.done else [line.priority_word]
    state += [line.status] if not state or line.status != say(STATUSES)["todo"] else []
    cells = (str(line.number), action, ", ".join(state), line.lead, line.month, line.hours, line.euros)
    return row(say(titles.PLAN_HEADS), cells, first=ACTION, kind="done" if line.done else "")


def _sheets(plan: PlanPage) -> list[Html]:
    """How to do each action that is not done; help already described is only named again."""
    done = {line.number for line in plan.lines if line.done}
    told: dict[Door, int] = {}
    return [_sheet(sheet, told) for sheet in plan.sheets if sheet.number not in done]


def _sheet(sheet: ActionSheet, told: dict[Door, int]) -> Html:
    doors = [_door(door, told.setdefault(door, sheet.number), sheet.number) for door in sheet.doors]
    parts = (
        (say(titles.CHANGES), [" ".join((sheet.summary, *sheet.why))]),
        (say(titles.STEPS), [items(sheet.steps, "ol")]),
        (say(titles.DONE_WHEN), [sheet.done_when]),
        (say(titles.DOORS), doors),
    )
    title = tag("h4", f"{sheet.number}. {sheet.title}", id=f"action-{sheet.number}")
    return tag("article", title, tag("p", " · ".join(sheet.facts), class_="small"), described(parts))


def _door(door: Door, first: int, number: int) -> Html:
    name = tag("strong", door.name)
    return joined([name, titles.see_action(first)]) if first != number else joined([name, ". ", help_words(door)])


def help_words(door: Door) -> Html:
    """What a resource offers, its caution, when it was seen, where."""
    said = [door.text, tag("i", door.caution) if door.caution else "", door.seen, link(door.url) if door.url else ""]
    return spaced(said)


def _around(plan: PlanPage, margins: PlanMargins) -> Html:
    waits = [_because(item.title, lower_first(item.text)) for item in plan.refused]
    unlocks = [joined([_because(one.title, one.cost), ". ", one.text]) for one in margins.unlocks]
    lead = [margins.unlock_lead] if unlocks else []
    return section(
        say(titles.AROUND),
        section(say(titles.MORE), paragraphs(margins.margins), level=4),
        section(say(titles.UNLOCKS), paragraphs(lead), items(unlocks), level=4),
        section(say(titles.WAITS), items(waits), level=4),
        section(say(titles.FOLLOWS), items(margins.following if plan.lines else ()), level=4),
        section(say(titles.DROPPED), items([_because(item.title, item.reason) for item in plan.dropped]), level=4),
        level=3,
    )


def _because(title: str, reason: str) -> Html:
    said = [labelled(""), reason] if reason.strip() else []
    return joined([tag("strong", title), *said])


def _find_out(plan: PlanPage) -> Html:
    heads = say(titles.ASK_HEADS)
    rows = [
        row(heads, (item.question, item.who, upper_first(say(STATUSES)["done"] if item.done else item.when)))
        for item in plan.find_out
    ]
    asked = [table(say(titles.FIND_OUT), heads, [body(rows)], "cards quiet")] if rows else []
    return section(say(titles.FIND_OUT), paragraphs([plan.find_out_sentence]), *asked, level=3)


def _turnover(plan: PlanPage) -> Html:
    if plan.turnover is None:
        return NOTHING
    return section(plan.turnover.title, paragraphs([plan.turnover.lead]), items(plan.turnover.lines), level=3)


def _duties(plan: PlanPage) -> Html:
    told = [joined([item.title, " ", tag("span", item.text, class_="small")]) for item in plan.duties]
    return section(say(titles.DUTIES), paragraphs([say(titles.DUTIES_LEAD)]), items(told), level=3) if told else NOTHING
