"""What changed, on paper: each axis before and now, the changes named one by one, what hindsight says."""

from __future__ import annotations

from reportlab.platypus import Flowable, KeepTogether, Spacer

from questionnaire.language import say
from reports import change_words as words
from reports import style
from reports.content_change import AxisChangeText, ChangePage, NamedChange
from reports.flow import BREAK, heading, hung, para, section
from reports.interval_chart import IntervalChart
from reports.phrases import labelled
from reports.typesetting import prose, slanted, strong

KEY = "change"
BEFORE = "Avant"


def change_story(page: ChangePage | None) -> list[Flowable]:
    """Nothing when there is no earlier assessment."""
    if page is None:
        return []
    return [heading(style.H1, page.title, key=KEY), *change_blocks(page)]


def change_blocks(page: ChangePage) -> list[Flowable]:
    """The same without the title, for a copy that has its own."""
    story: list[Flowable] = [para(style.BODY, prose(page.lead))]
    for axis in page.axes:
        story += _axis(axis)
    story += [para(style.SMALL, prose(page.margin_note))] if page.margin_note else []
    story += [para(style.BODY, prose(page.counts))] if page.counts else []
    for group in page.named:
        story += section(group.title)
        story += [para(style.KEPT, prose(group.lead))] if group.lead else []
        story += [_change(entry) for entry in group.entries]
    return story + _hindsight(page)


def _axis(axis: AxisChangeText) -> list[Flowable]:
    told = " ".join(axis.sentences)
    if axis.scale is None:
        return [hung(style.HUNG, axis.title, strong(axis.verdict), " ", prose(told)), Spacer(0, style.GAP_SMALL)]
    text = para(style.BODY, strong(axis.verdict), " ", prose(told))
    return [KeepTogether([IntervalChart(axis.scale, axis.title), Spacer(0, style.GAP_SMALL), text])]


def _change(entry: NamedChange) -> Flowable:
    notes = [part for note in entry.notes for part in (BREAK, slanted(labelled(note.title)), note.text)]
    before = (slanted(labelled(say(BEFORE))), prose(entry.before))
    after = (slanted(labelled(say(words.NOW))), strong(entry.after))
    return hung(style.ROW, entry.short, *before, BREAK, *after, *notes, ruled=True)


def _hindsight(page: ChangePage) -> list[Flowable]:
    """Only what was said in hindsight: a question that was not asked again has nothing to show."""
    said = [one for one in page.hindsight if one.seen_again]
    if not said:
        return []
    lines = [
        hung(
            style.ROW,
            one.short,
            slanted(labelled(say("Répondu alors"))),
            prose(one.then),
            BREAK,
            slanted(labelled(page.hindsight_title)),
            strong(one.seen_again),
            ruled=True,
        )
        for one in said
    ]
    return [*section(page.hindsight_title), para(style.KEPT, prose(page.hindsight_lead)), *lines,
            para(style.SMALL, prose(page.hindsight_note))]  # fmt: skip
