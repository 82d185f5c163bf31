"""The plan: what was said, one table, one sheet for each action, then what waits, what to ask, the duties."""

from __future__ import annotations

from reportlab.platypus import CondPageBreak, Flowable, LongTable, Paragraph, Spacer, TableStyle

from questionnaire.typography import THIN
from reports import style
from reports.charts import Squares
from reports.content import ActionSheet, Door, PlanPage
from reports.flow import BREAK, heading, hung, joined, para, section
from reports.tables import plan_table
from reports.typesetting import link, plain, prose, slanted, strong, tinted

HEADS = ("N°", "Action", "Priorité", "Qui mène", "Mois", "Heures", "Euros")


def plan_story(plan: PlanPage) -> list[Flowable]:
    story: list[Flowable] = [
        CondPageBreak(style.HEIGHT * style.ROOM_FOR_PLAN),
        heading(style.H1, plan.title, key="plan"),
    ]
    story += [
        para(style.BODY if i else style.LEAD, prose(text) if i else strong(text)) for i, text in enumerate(plan.said)
    ]
    story += [para(style.BODY, " ".join(plan.capacity))]
    if plan.lines:
        story += [Spacer(0, style.GAP_SMALL), _table(plan)]
        story += [*section("Action par action", room=style.ROOM_FOR_FIRST)]
        story += [f for sheet in plan.sheets for f in _sheet(sheet)]
    else:
        story += [para(style.LEAD, text) for text in plan.empty]
    return [*story, *_refused(plan), *_find_out(plan), *_duties(plan)]


def _table(plan: PlanPage) -> LongTable:
    """Horizontal rules only, header repeated, hours and euros flush right, the total kept with the last row."""
    frame = plan_table(plan)
    rows = [list(map(plain, HEADS))]
    for row, line in zip(frame.itertuples(index=False), plan.lines, strict=True):
        number, title, effect, _, lead, month, hours, euros = row
        action = para(style.CELL, strong(title) if line.protects else title, BREAK, tinted(effect, style.MUTE_HEX))
        rows.append(
            [
                str(number),
                action,
                Squares(line.priority, line.priority_word),
                para(style.CELL, lead),
                month,
                hours,
                euros,
            ]
        )
    count, hours, euros = plan.total
    rows.append(["", plain(count), "", "", "", hours, euros])
    return LongTable(rows, colWidths=style.PLAN_WIDTHS, repeatRows=1, splitInRow=1, style=_TABLE_STYLE, hAlign="LEFT")


_TABLE_STYLE = TableStyle([
    ("FONT", (0, 0), (-1, -1), style.REGULAR, style.TABLE_SIZE + 0.5, style.TABLE_LEADING),
    ("FONT", (0, 0), (-1, 0), style.REGULAR, style.TABLE_SIZE, style.TABLE_LEADING),
    ("TEXTCOLOR", (0, 0), (-1, 0), style.MUTE),
    ("TEXTCOLOR", (0, 1), (-1, -1), style.INK),
    ("FONT", (0, -1), (-1, -1), style.SEMIBOLD, style.TABLE_SIZE + 0.5, style.TABLE_LEADING),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("ALIGN", (5, 0), (6, -1), "RIGHT"),
    ("LINEBELOW", (0, 0), (-1, -2), style.THIN_LINE, style.RULE),
    ("LINEBELOW", (0, -1), (-1, -1), style.THIN_LINE, style.INK),
    ("LINEABOVE", (0, -1), (-1, -1), style.THIN_LINE, style.INK),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), style.CELL_PAD),
    ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), style.TABLE_PAD),
    ("BOTTOMPADDING", (0, 0), (-1, -1), style.TABLE_PAD),
    ("NOSPLIT", (0, -2), (-1, -1)),
])  # fmt: skip


def _sheet(sheet: ActionSheet) -> list[Flowable]:
    facts = " · ".join(sheet.facts)
    story: list[Flowable] = [
        *([CondPageBreak(style.HEIGHT * style.ROOM_FOR_SHEET)] if sheet.number > 1 else []),
        heading(style.H3, f"{sheet.number}. {sheet.title}", key=f"action-{sheet.number}", level=1),
        para(style.SMALL_KEPT, facts),
        hung(style.HUNG, "Ce que cela change", prose(" ".join((sheet.summary, *sheet.why)))),
    ]
    story += _steps(sheet)
    story.append(hung(style.HUNG, "C’est fait quand", prose(sheet.done_when)))
    return story + [_door(door, "Où trouver de l’aide" if i == 0 else "") for i, door in enumerate(sheet.doors)]


def _steps(sheet: ActionSheet) -> list[Flowable]:
    """Numbered steps; the first carries the hanging title."""
    story: list[Flowable] = []
    for i, step in enumerate(sheet.steps, 1):
        made = hung(style.HUNG_STEP, "Comment faire" if i == 1 else "", prose(step))
        made.bulletText = str(i)
        story.append(made)
    return [*story, Spacer(0, style.GAP_LINE)]


def _door(door: Door, title: str) -> Flowable:
    address = [BREAK, link(door.url, style.TEXT, style.TABLE_SIZE)] if door.url else []
    caution = [BREAK, slanted(door.caution)] if door.caution else []
    return hung(
        style.SMALL_HUNG, title, joined(strong(door.name), ". ", door.text), *caution, *address, BREAK, door.seen
    )


def _refused(plan: PlanPage) -> list[Flowable]:
    if not plan.refused:
        return []
    story = section("La suite, quand ces actions seront faites", "later")
    return story + [
        para(style.BODY, strong(item.title), f"{THIN}: ", item.text[:1].lower() + item.text[1:])
        for item in plan.refused
    ]


def _find_out(plan: PlanPage) -> list[Flowable]:
    story = [*section("Qui saurait répondre ?", "find-out"), para(style.BODY, prose(plan.find_out_sentence))]
    return story + [hung(style.ENTRY, item.who, prose(item.question), ruled=True) for item in plan.find_out]


def _duties(plan: PlanPage) -> list[Flowable]:
    if not plan.duties:
        return []
    story = section("À part : des obligations à vérifier", "duties")
    story.append(para(style.BODY, "Ces rappels ne dépendent pas de vos réponses notées et ne s’échangent contre rien."))
    return story + [
        _bullet(para(style.BULLET, item.title, " ", tinted(item.text, style.MUTE_HEX))) for item in plan.duties
    ]


def _bullet(made: Paragraph) -> Paragraph:
    made.bulletText = "■"
    return made
