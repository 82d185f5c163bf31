"""Paper counts as they are typed: each fault names its field, and what is right is what the rules read."""

from __future__ import annotations

import pytest

from tests.builders import shipped
from workshop import paper
from workshop.ballots import read_tally
from workshop.model import Tally

RUBRIC = next(q for q in shipped().questions if q.type == "rubric")
LIST = next(q for q in shipped().questions if q.type == "checklist")
NAMES = {field: f"champ {field}" for q in (RUBRIC, LIST) for field in paper.fields(q, critical=False)}


def typed(question, default: str = "", **said: str) -> dict[str, str]:  # type: ignore[no-untyped-def]
    return dict.fromkeys(paper.fields(question, critical=False), default) | said


def test_a_count_is_read_and_shown_again() -> None:
    said = typed(RUBRIC) | {"0": "2", "3": " 1 ", "unknown": "4"}
    raw = paper.read_fields(RUBRIC, said, NAMES)
    assert raw == {"steps": [2, 0, 0, 1], "unknown": 4, "not_applicable": 0}
    kept = read_tally(RUBRIC, raw, critical=False)
    assert isinstance(kept, Tally)
    assert paper.read_fields(RUBRIC, paper.typed(RUBRIC, kept, critical=False), NAMES) == raw


def test_a_list_is_counted_line_by_line() -> None:
    said = typed(LIST) | {f"{option.id}/{i}": str(i) for option in LIST.options for i in range(3)}
    raw = paper.read_fields(LIST, said, NAMES)
    assert isinstance(raw, dict)
    kept = read_tally(LIST, raw, critical=False)
    assert isinstance(kept, Tally)
    assert (kept.n, paper.typed(LIST, kept, critical=False)) == (
        3,
        said
        | {"unknown": "0", "not_applicable": "0"}
        | {field: value or "0" for field, value in said.items() if "/" in field},
    )
    only_unknown = paper.read_fields(LIST, typed(LIST, unknown="3"), NAMES)
    assert isinstance(read_tally(LIST, only_unknown, critical=False), Tally)


@pytest.mark.parametrize("wrong", ["-1", "deux", "1,5", "61", "1e1", "٣", "²"])
def test_what_is_no_count_is_told_with_its_field(wrong: str) -> None:
    told = paper.read_fields(RUBRIC, typed(RUBRIC) | {"1": wrong}, NAMES)
    assert isinstance(told, str)
    assert "champ 1" in told
    assert wrong in told


def test_lines_that_do_not_count_the_same_people_are_told() -> None:
    first, second = LIST.options[:2]
    told = paper.read_fields(LIST, typed(LIST) | {f"{first.id}/0": "3", f"{second.id}/0": "2"}, NAMES)
    assert isinstance(told, str)
    assert second.text in told


def test_nothing_typed_and_more_than_a_room_are_refused() -> None:
    assert isinstance(paper.read_fields(RUBRIC, typed(RUBRIC), NAMES), str)
    raw = paper.read_fields(RUBRIC, typed(RUBRIC) | {"0": "40", "1": "40"}, NAMES)
    assert not isinstance(read_tally(RUBRIC, raw, critical=False), Tally)


def test_a_critical_question_has_no_field_for_not_concerned() -> None:
    assert "not_applicable" not in paper.fields(RUBRIC, critical=True)
