"""The plan and the themes as tables with French columns: printed in the PDF, shown and exported elsewhere."""

from __future__ import annotations

import pandas as pd

from reports.content import AxisPage, PlanPage

PLAN_COLUMNS = ("N°", "Action", "Effet", "Priorité", "Qui mène", "Mois", "Heures", "Euros")
THEME_COLUMNS = ("Thème", "Fourchette", "Connu", "Niveau")


def plan_table(plan: PlanPage) -> pd.DataFrame:
    """One row for each chosen action, in calendar order; no row when there is none."""
    rows = [
        (x.number, x.title, x.effect, x.priority_word, x.lead, x.month, x.hours, x.euros) for x in plan.lines
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=list(PLAN_COLUMNS))


def theme_table(axis: AxisPage) -> pd.DataFrame:
    """One row for each theme of an axis; no row where the axis is told in words."""
    rows = [(row.title, *row.cells) for row in axis.scale.rows[1:]] if axis.scale else []
    return pd.DataFrame(rows, columns=list(THEME_COLUMNS))
