"""A row of the cohort in one sentence, which tells nothing of a small number."""

from __future__ import annotations

from questionnaire.language import say
from questionnaire.typography import tidy, typeset
from workshop.cohort import Row

HIDDEN = tidy("masqué : moins de 5 associations")


def sentence(row: Row) -> str:
    """One row in French; what is hidden is said to be."""
    if row.weak is not None:
        return typeset(
            say("{weak} associations sur {total} en sont aux premiers paliers.", weak=row.weak, total=row.total)
        )
    if row.weak_at_least is not None:
        return typeset(
            say(
                "Au moins {weak_at_least} associations sur {total} en sont aux premiers paliers.",
                weak_at_least=row.weak_at_least,
                total=row.total,
            )
        )
    return typeset(
        say(
            "Sur {total} associations, le nombre est {hidden}, d’un côté ou de l’autre.",
            total=row.total,
            hidden=say(HIDDEN),
        )
    )
