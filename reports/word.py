"""The plan and the summary as a Word document, to correct and complete. The same report and day give the same bytes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import BytesIO

from docx.document import Document

from questionnaire.language import say
from questionnaire.typography import tidy
from reports import part_titles as titles
from reports.archives import settled
from reports.content import ActionSheet, Door, PlanLine, PlanMargins, PlanPage, Report, Summary
from reports.phrases import labelled, lower_first, upper_first
from reports.plan_edit_words import STATUSES
from reports.word_back import method, request, sources, workshop
from reports.word_document import new_document
from reports.word_parts import (
    SMALL,
    Cell,
    Columns,
    Piece,
    bullets,
    heading,
    label,
    link,
    paragraph,
    steps,
    table,
    texts,
)

COPY_NOTE = tidy("Exemplaire de travail : à relire et à corriger avant de le transmettre.")
AXES = Columns(("Axe", "Fourchette", "Niveau"), (9.4, 3.8, 3.8))
PLAN = Columns(titles.PLAN_HEADS, (0.9, 6.2, 2.3, 2.8, 1.9, 1.3, 1.6), right=(5, 6))
ASK = Columns(titles.ASK_HEADS, (8.6, 5.0, 3.4))


def build_docx(report: Report, on: date) -> bytes:
    document = new_document(report, on)
    _cover(document, report)
    _summary(document, report.summary)
    _plan(document, report.plan)
    _sheets(document, report.plan)
    _around(document, report.plan, report.margins)
    _find_out(document, report.plan)
    _turnover_and_duties(document, report.plan)
    request(document, report.funding.request)
    workshop(document, report.workshop)
    method(document, report.method)
    sources(document, report.sources)
    made = BytesIO()
    document.save(made)
    return settled(made.getvalue(), on)


def _cover(document: Document, report: Report) -> None:
    cover = report.cover
    paragraph(document, Piece(f"{cover.brand} – {cover.subtitle}", "mute"))
    heading(document, cover.name, 0)
    paragraph(document, Piece(cover.kind, "strong"))
    texts(document, cover.facts)
    for text in (cover.caution, say(COPY_NOTE)):
        paragraph(document, Piece(text, "note"))


def _summary(document: Document, summary: Summary) -> None:
    heading(document, summary.title, 1)
    paragraph(document, summary.lead)
    heading(document, summary.axes_title, 2)
    rows: list[list[Cell]] = []
    for row in summary.axes.rows:
        told = [Piece(row.title, "strong"), *(Piece(text, "mute") for text in (row.sub, row.note) if text)]
        rows.append([told, *row.cells])
    table(document, summary.axes_title, AXES, rows)
    paragraph(document, summary.interval_note, style=SMALL)
    heading(document, summary.protect_title, 2)
    bullets(document, ([Piece(item.text, "strong"), Piece(f" → {item.remedy}")] for item in summary.protect))
    if summary.protect_sentence:
        paragraph(document, summary.protect_sentence)


def _plan(document: Document, plan: PlanPage) -> None:
    heading(document, plan.title, 1)
    texts(document, (*plan.said, " ".join(plan.capacity)))
    if plan.lines:
        count, hours, euros = plan.total
        rows = [_line(line) for line in plan.lines] + [["", count, "", "", "", hours, euros]]
        table(document, plan.title, PLAN, rows, total=1)
    else:
        texts(document, plan.empty)
    _listed(document, say(titles.DECIDE), [[Piece(text)] for text in plan.conflicts], 2)


def _line(line: PlanLine) -> list[Cell]:
    """What is done says so instead of its priority; one of their own has no priority."""
    under = [Piece(line.effect, "mute")]
    under += [Piece(f"{labelled(say('Payé par'))}{line.funding}", "mute")] if line.funding else []
    under += [Piece(f"{labelled(say('Note'))}{line.note}", "note")] if line.note.strip() else []
    state = [Piece(line.priority_word)] if not (line.own or line.done) else []
    state += [Piece(line.status, "mute" if state else "")]
    title = Piece(line.title, "strong" if line.protects else "")
    return [str(line.number), [title, *under], state, line.lead, line.month, line.hours, line.euros]


def _sheets(document: Document, plan: PlanPage) -> None:
    """How to do each action that is not done; help already described is only named again."""
    done = {line.number for line in plan.lines if line.done}
    sheets = [sheet for sheet in plan.sheets if sheet.number not in done]
    told: dict[Door, int] = {}
    if sheets:
        heading(document, say(titles.ACTIONS), 2)
    for sheet in sheets:
        _sheet(document, sheet, told)


def _sheet(document: Document, sheet: ActionSheet, told: dict[Door, int]) -> None:
    heading(document, f"{sheet.number}. {sheet.title}", 3)
    paragraph(document, Piece(" · ".join(sheet.facts), "mute"))
    paragraph(document, label(say(titles.CHANGES)), " ".join((sheet.summary, *sheet.why)))
    paragraph(document, label(say(titles.STEPS)))
    steps(document, sheet.steps)
    paragraph(document, label(say(titles.DONE_WHEN)), sheet.done_when)
    if sheet.doors:
        paragraph(document, label(say(titles.DOORS)))
    for door in sheet.doors:
        _door(document, door, told.setdefault(door, sheet.number), sheet.number)


def _door(document: Document, door: Door, first: int, number: int) -> None:
    name = Piece(door.name, "strong")
    if first != number:
        paragraph(document, name, titles.see_action(first), style="ListBullet")
        return
    said = " ".join(text for text in (door.text, door.caution, door.seen) if text)
    made = paragraph(document, name, f". {said} ", style="ListBullet")
    link(document, made, door.url)


def _around(document: Document, plan: PlanPage, margins: PlanMargins) -> None:
    waits = [_because(item.title, lower_first(item.text)) for item in plan.refused]
    _listed(document, say(titles.WAITS), waits, 2)
    following = margins.following if plan.lines else ()
    _listed(document, say(titles.FOLLOWS), [[Piece(title)] for title in following], 2)
    _listed(document, say(titles.DROPPED), [_because(item.title, item.reason) for item in plan.dropped], 2)
    _listed(document, say(titles.MORE), [[Piece(text)] for text in margins.margins], 2)
    unlocks = [[*_because(one.title, one.cost), Piece(f". {one.text}", "mute")] for one in margins.unlocks]
    _listed(document, say(titles.UNLOCKS), unlocks, 2, margins.unlock_lead)


def _find_out(document: Document, plan: PlanPage) -> None:
    heading(document, say(titles.FIND_OUT), 2)
    paragraph(document, plan.find_out_sentence)
    rows: list[list[Cell]] = [
        [item.question, item.who, upper_first(say(STATUSES)["done"] if item.done else item.when)]
        for item in plan.find_out
    ]
    if rows:
        table(document, say(titles.FIND_OUT), ASK, rows)


def _turnover_and_duties(document: Document, plan: PlanPage) -> None:
    if plan.turnover:
        _listed(document, plan.turnover.title, [[Piece(t)] for t in plan.turnover.lines], 2, plan.turnover.lead)
    duties = [[Piece(f"{item.title} "), Piece(item.text, "mute")] for item in plan.duties]
    _listed(document, say(titles.DUTIES), duties, 2, say(titles.DUTIES_LEAD))


def _listed(document: Document, title: str, items: Sequence[Sequence[Piece]], level: int, lead: str = "") -> None:
    """A title and its list; nothing when the list is empty."""
    if items:
        heading(document, title, level)
        texts(document, [lead] if lead else [])
        bullets(document, items)


def _because(title: str, reason: str) -> list[Piece]:
    return [Piece(title, "strong"), Piece(f"{labelled('')}{reason}")] if reason.strip() else [Piece(title, "strong")]
