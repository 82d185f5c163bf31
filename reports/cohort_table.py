"""The table of a workshop of several associations, as rows of words and numbers: for a page, for a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence

from questionnaire.language import say
from questionnaire.model import Questionnaire
from questionnaire.typography import tidy, typeset
from reports.cells import Column, Grid, Value
from reports.csv_tables import written
from workshop.cohort import Row
from workshop.cohort_words import sentence

HEADS = tuple(
    tidy(head)
    for head in (
        "Question",
        "Associations ayant répondu",
        "Aux premiers paliers",
        "Aux paliers suivants",
        "Ne savent pas",
        "Sans réponse sur l’échelle",
        "En une phrase",
    )
)

HIDDEN = tidy("masqué")  # under five, or would give back one that is


def cohort_grid(questionnaire: Questionnaire, rows: Sequence[Row]) -> Grid:
    """One row for each revealed question; what is hidden says so."""
    return Grid(
        typeset(say("Atelier")),
        tuple(Column(head, 40 if head in (say(HEADS)[0], say(HEADS)[-1]) else 14) for head in say(HEADS)),
        tuple(_row(questionnaire.question_by_id[row.question].text, row) for row in rows),
    )


def cohort_csv(questionnaire: Questionnaire, rows: Sequence[Row]) -> bytes:
    return written(cohort_grid(questionnaire, rows))


def _row(text: str, row: Row) -> tuple[Value, ...]:
    least = (
        typeset(say("au moins {weak_at_least}", weak_at_least=row.weak_at_least))
        if row.weak_at_least is not None
        else say(HIDDEN)
    )
    cells = (row.strong, row.unknown, row.none)
    return (text, row.total, least if row.weak is None else row.weak, *map(_or_hidden, cells), sentence(row))


def _or_hidden(count: int | None) -> Value:
    return say(HIDDEN) if count is None else count
