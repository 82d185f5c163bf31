"""The plan and the answers as CSV that a French spreadsheet opens at once: UTF-8 with its mark, `;`, decimal comma."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from io import StringIO

from reports.case import Case
from reports.cells import Grid, Month, Value, cell_text
from reports.content import Report
from reports.workbook_answers import answers_grid
from reports.workbook_sheets import plan_grid

SEPARATOR, LINE_END, ENCODING = ";", "\r\n", "utf-8-sig"


def plan_csv(report: Report, case: Case) -> bytes:
    """One row for each action of the plan; heads alone when there is none."""
    return written(plan_grid(report, case))


def answers_csv(case: Case) -> bytes:
    """One row for each thing asked, and for each question that was left out."""
    return written(answers_grid(case))


def written(grid: Grid) -> bytes:
    """One table, its heads first."""
    text = StringIO()
    writer = csv.writer(text, delimiter=SEPARATOR, lineterminator=LINE_END)
    writer.writerow([column.head for column in grid.columns])
    writer.writerows([in_french(value) for value in row] for row in grid.rows)
    return text.getvalue().encode(ENCODING)


def in_french(value: Value) -> str:
    """« 49,6 », « 23/11/2026 », « 12/2026 »; people's text never becomes a formula."""
    if isinstance(value, str):
        return cell_text(value).in_csv
    if isinstance(value, Month):
        return f"{value.first_day:%m/%Y}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, Decimal):
        return str(value).replace(".", ",")
    return "" if value is None else str(value)
