"""The sheet of what changed since an earlier assessment: a row for each axis, then one for each change named."""

from __future__ import annotations

from collections.abc import Iterator

from questionnaire.language import say
from reports.cells import Column, Grid, Row
from reports.content_change import AxisChangeText, ChangePage
from reports.phrases import labelled

AXIS, IN_HINDSIGHT = "Axe", "Avec le recul"


def change_grid(page: ChangePage) -> Grid:
    columns = (
        Column(say("Lecture"), 30), Column(say("Repère"), 9), Column(say("Axe ou question"), 50), Column(say("Avant"), 44),
        Column(say("Aujourd’hui"), 44), Column(say("Remarque"), 60),
    )  # fmt: skip
    return Grid(page.title, columns, tuple(_rows(page)))


def _rows(page: ChangePage) -> Iterator[Row]:
    for axis in page.axes:
        yield (say(AXIS), axis.id, axis.title, *_scores(axis), " ".join((axis.verdict, *axis.sentences)))
    for group in page.named:
        for entry in group.entries:
            notes = "\n".join(f"{labelled(note.title)}{note.text}" for note in entry.notes)
            yield (group.title, entry.id, entry.question, entry.before, entry.after, notes)
        if not group.entries:
            yield (group.title, "", "", "", "", group.lead)
    for one in page.hindsight:
        if one.seen_again:
            yield (say(IN_HINDSIGHT), one.id, one.question, one.then, "", one.seen_again)


def _scores(axis: AxisChangeText) -> tuple[str, str]:
    """As printed on the two lines of the scale; nothing where no number may be compared."""
    if axis.scale is None:
        return "", ""
    before, now = axis.scale.rows
    return before.cells[0], now.cells[0]
