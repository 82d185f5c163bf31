"""Published figures: sourced, like for like, never contextual, never out of date."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from questionnaire.errors import ContentError
from questionnaire.routing import route
from scoring.benchmark import FOLDER, Comparison, Row, compare, load_rows
from tests.builders import assessed, checklist, shipped, small

ROWS = load_rows(shipped())
TODAY = date(2026, 12, 1)
LINES = shipped().question_by_id["C31"]


def compared(rows: tuple[Row, ...] = ROWS, today: date = TODAY, **said: Any) -> dict[str, Comparison]:
    assessment = assessed(shipped(), **said)
    return {c.row.id: c for c in compare(rows, route(shipped(), assessment), assessment, today)}


def row_of(field: str) -> Row:
    return next(row for row in ROWS if row.maps_to.field == field)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_a_row_points_at_something_asked_and_its_shares_at_its_options(row: Row) -> None:
    target = row.maps_to
    if target.field:
        known = {option.id for option in shipped().field_by_id[target.field].options}
        assert {share.option for share in row.shares} <= known
        assert {option for reading in row.readings for option in reading.map} <= known
    else:
        assert target.option in {option.id for option in shipped().question_by_id[target.question].options}
        assert {share.option for share in row.shares} <= {"in_place", "useful_but_absent", "not_useful"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_shares_and_what_is_not_broken_down_make_a_hundred(row: Row) -> None:
    total = sum(share.percent for share in row.shares)
    assert total + row.not_broken_down == 100 if row.not_broken_down is not None else total <= 100


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_every_loaded_row_is_close_never_exact_and_dated(row: Row) -> None:
    assert row.comparability == "close"
    assert row.fieldwork.from_ <= row.fieldwork.to < row.verified_on < row.valid_until


def test_the_three_labels_are_those_of_the_study() -> None:
    row = row_of("X01")
    assert {s.option: s.percent for s in row.shares} == {"beginner": 23, "on_track": 47, "experienced": 26}
    assert (row.not_broken_down, row.n) == (4, 2285)


@pytest.mark.parametrize("said", ["beginner", "on_track", "experienced"])
def test_an_answer_is_marked_on_its_own_share(said: str) -> None:
    comparison = compared(benchmark={"X01": said})[row_of("X01").id]
    assert comparison.said == said
    assert [mark.share.option for mark in comparison.marks] == [said]


@pytest.mark.parametrize(
    "said", [{}, {"X01": "unknown"}, {"X03": "unknown"}, {"X04": ["unknown"]}, {"X04": []}], ids=str
)
def test_what_is_unknown_or_unsaid_is_compared_with_nothing(said: dict[str, Any]) -> None:
    assert compared(benchmark=said) == {}


def test_a_contextual_row_is_never_compared() -> None:
    contextual = tuple(row.model_copy(update={"comparability": "contextual"}) for row in ROWS)
    said = {"benchmark": {"X01": "on_track", "X03": "used", "X04": ["none"]}, "answers": {"C31": checklist(LINES, 7)}}
    assert compared(contextual, **said) == {}
    assert len(compared(**said)) == len(ROWS)


def test_a_row_is_compared_until_its_last_day_and_not_after() -> None:
    row = row_of("X01")
    said = {"benchmark": {"X01": "on_track"}}
    assert row.id in compared(today=row.valid_until, **said)
    assert row.id not in compared(today=date.fromordinal(row.valid_until.toordinal() + 1), **said)


@pytest.mark.parametrize(
    ("said", "marks"),
    [
        ("used", ["used", "used"]),
        ("individual", ["used", None]),
        ("considering", ["considering", "considering"]),
        ("none", [None, None]),
    ],
)
def test_ai_use_is_read_with_and_without_individual_uses(said: str, marks: list[str | None]) -> None:
    comparison = compared(benchmark={"X03": said})[row_of("X03").id]
    assert [mark.share and mark.share.option for mark in comparison.marks] == marks


@pytest.mark.parametrize(("in_place", "said"), [(7, "in_place"), (0, "useful_but_absent")])
def test_a_checklist_is_compared_line_by_line(in_place: int, said: str) -> None:
    found = compared(answers={"C31": checklist(LINES, in_place, 7 - in_place)})
    assert {c.said for c in found.values()} == {said}
    assert len(found) == 4


def test_a_checklist_not_known_is_compared_with_nothing() -> None:
    assert compared(answers={"C31": "unknown"}) == {}


def test_a_questionnaire_without_rows_compares_nothing() -> None:
    assert load_rows(small()) == ()


FILE = (FOLDER / "diagnostic-numerique.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("find", "replace", "words"),
    [
        ("percent: 23}", "percent: 24}", "doivent faire 100"),
        ("n: 2285", "n: 0", "plus grand que 0"),
        ("    publisher:", "    publishers:", "« publishers » inconnue"),
        ("comparability: close", "comparability: similar", "valeurs possibles"),
        ("valid_until: 2028-11-04", "valid_until: jamais", "une date"),
        ("percent: 26}", "percent: 260}", "au plus égal à 100"),
    ],
    ids=lambda value: value.strip(),
)
def test_a_row_badly_written_is_refused_with_its_line(tmp_path: Path, find: str, replace: str, words: str) -> None:
    (tmp_path / "diagnostic-numerique.yaml").write_text(FILE.replace(find, replace, 1), encoding="utf-8")
    with pytest.raises(ContentError) as refused:
        load_rows(shipped(), tmp_path)
    assert any(words in p.sentence.replace("\u202f", " ") and p.line > 1 for p in refused.value.problems), refused.value
