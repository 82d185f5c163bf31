"""The table of a workshop of several associations as a file, and the sheet one leaves with."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pikepdf
import pytest

from reports.cohort_table import HEADS, HIDDEN, cohort_csv, cohort_grid
from reports.promise_sheet import promise_pdf
from tests.builders import shipped
from tests.workshop.test_ending import CELLS, compositions
from workshop.cohort import CELL_MIN, published
from workshop.promise import ACTION_MAX, Promise

FIRST = shipped().questions[0].id
ON = date(2026, 11, 23)


@pytest.mark.parametrize("total", [4, 9, 12, 20])
def test_no_printed_number_is_under_five_but_the_number_of_associations(total: int) -> None:
    for counts in compositions(total):
        ((text, answered, *cells, said),) = cohort_grid(shipped(), [published(FIRST, counts)]).rows
        assert (text, answered) == (shipped().questions[0].text, total)
        shown = dict(zip(CELLS, cells, strict=True))
        assert all(cell == getattr(counts, name) >= CELL_MIN for name, cell in shown.items() if isinstance(cell, int))
        assert all(cell == HIDDEN or "au moins" in str(cell) for cell in shown.values() if not isinstance(cell, int))
        assert str(said).endswith(".")


def test_the_file_opens_in_a_french_spreadsheet() -> None:
    data = cohort_csv(shipped(), [published(FIRST, compositions(4)[0])])
    head, row, end = data.decode("utf-8-sig").split("\r\n")
    assert (head.split(";")[0], row.count(HIDDEN) >= 4, end) == (HEADS[0], True, "")


@pytest.mark.parametrize(
    "action", ["Sauvegarder <b>la liste</b> & l’essayer", "mot " * (ACTION_MAX // 4), "x" * ACTION_MAX]
)
def test_the_sheet_is_one_page_and_the_same_twice(action: str) -> None:
    promise = Promise(action, date(2026, 12, 1), "Zoé <trésorière>")
    pdf = promise_pdf(promise, "Club & Cie", "Effacé dans 30 jours.", ON)
    assert pdf == promise_pdf(promise, "Club & Cie", "Effacé dans 30 jours.", ON)

    with pikepdf.open(BytesIO(pdf)) as opened:
        assert len(opened.pages) == 1
