"""The end of a workshop: an ordinary assessment, its record, and a cohort nobody can be found in."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaire.answers_file import export_text, parse_text
from scoring.engine import score
from tests.builders import checklist, golden_club, shipped
from tests.workshop.rooms import accepted, done, revealed, seated
from workshop.cohort import CELL_MIN, Counts, Row, pairs, published, shared, table
from workshop.cohort_words import sentence
from workshop.ending import assessment, records
from workshop.intents import Cast, Close, Consent, Discuss, Next, Reveal, Revote, Settle, WriteNote
from workshop.model import Actor, Choice, Workshop

EXAMPLES = settings(max_examples=200, deadline=None)
RUBRICS = [q.id for q in shipped().questions if q.type == "rubric"]
FIRST, SECOND = RUBRICS[:2]
LISTED = next(q for q in shipped().questions if q.type == "checklist")
SEVERAL = Choice("express", several=True)


def settled() -> Workshop:
    room = done(revealed({FIRST: [0, 0, 3, 3], SECOND: [1, 1, 1, 1]}), Next(0), Discuss(0, FIRST), Revote(0))
    for i, step in enumerate([0, 1, 1, 3]):
        room = accepted(room, Cast(FIRST, step, 2), Actor(f"s{i}"))
    return done(
        room, Reveal(0), Settle(0, FIRST, 1, "Une personne pense plus haut", True), WriteNote(0, FIRST, "Voir le contrat"),
        Close(0),
    )  # fmt: skip


def test_what_was_settled_becomes_an_ordinary_assessment() -> None:
    ended = assessment(shipped(), settled(), golden_club())
    assert ended.answers == {**golden_club().answers, FIRST: 1}
    assert "point ouvert" in ended.all_of("notes")[FIRST]
    assert "Une personne pense plus haut" in ended.all_of("notes")[FIRST]
    assert parse_text(shipped(), export_text(ended)).kept == ended.kept
    assert score(shipped(), ended)
    assert assessment(shipped(), settled(), ended) == ended
    assert dict(assessment(shipped(), settled()).answers) == {FIRST: 1}


def test_the_record_keeps_before_after_and_who_moved() -> None:
    first, second = records(shipped(), settled())
    assert first.change is not None
    assert first.after is not None
    assert (first.before.agreement, first.change.movers, first.decision and first.decision.open_point) == (-1, 2, True)
    assert (second.after, second.change, second.decision) == (None, None, None)


def test_each_association_gets_its_own_answers() -> None:
    room = revealed({FIRST: [0, 3, 2], LISTED.id: [checklist(LISTED, 1, 1)] * 3}, SEVERAL, association=["A", "B", "B"])
    ended = {name: assessment(shipped(), room, association=name) for name in ("A", "B")}
    assert [ended[name].answers[FIRST] for name in ("A", "B")] == [0, 2]
    assert ended["A"].answers[LISTED.id] == checklist(LISTED, 1, 1)
    assert (ended["A"].mode, records(shipped(), room)) == ("express", ())
    room = done(room, WriteNote(0, FIRST, "B hésite"))
    assert assessment(shipped(), room, association="A").all_of("notes") == {}


# ---- the cohort

CELLS = ("weak", "strong", "unknown", "none")


def compositions(total: int) -> list[Counts]:
    return [
        Counts(a, b, c, total - a - b - c)
        for a in range(total + 1)
        for b in range(total + 1 - a)
        for c in range(total + 1 - a - b)
    ]


@pytest.mark.parametrize("total", range(1, 27))
def test_no_hidden_count_is_found_by_solving_the_totals_even_knowing_the_rule(total: int) -> None:
    """Every room of that size, grouped by what is shown of it: a hidden cell always keeps several values."""
    seen: dict[Row, list[Counts]] = defaultdict(list)
    for counts in compositions(total):
        seen[published("q", counts)].append(counts)
    for row, rooms in seen.items():
        for cell in CELLS:
            values = {getattr(counts, cell) for counts in rooms}
            assert (getattr(row, cell) is not None) == (len(values) == 1)
        assert row.weak_at_least is None or row.weak_at_least <= min(counts.weak for counts in rooms)


@EXAMPLES
@given(st.lists(st.integers(0, 60), min_size=4, max_size=4))
def test_no_count_shown_nor_what_they_leave_is_under_five(cells: list[int]) -> None:
    row = published("q", Counts(*cells))
    shown = {f.name: getattr(row, f.name) for f in fields(row) if f.name in (*CELLS, "no_step")}
    counted = [number for number in shown.values() if number is not None]
    assert all(number >= CELL_MIN for number in counted)
    left = row.total - sum(shown[cell] or 0 for cell in CELLS)
    assert left == 0 or left >= CELL_MIN or not counted
    assert sentence(row).endswith(".")


def room_of(votes: list[Any], others: list[Any] | None = None) -> Workshop:
    said = {FIRST: votes} | ({SECOND: others} if others else {})
    return revealed(said, SEVERAL, association=[f"Asso {i:02d}" for i in range(len(votes))])


def test_the_room_sees_what_most_have_in_common() -> None:
    room = room_of([0] * 9 + [3] * 6, [1] * 14 + [3])
    assert [(row.question, row.weak, row.weak_at_least) for row in shared(shipped(), room)] == [
        (SECOND, None, 11),
        (FIRST, 9, None),
    ]
    assert [row.total for row in table(shipped(), room)] == [15, 15]
    assert table(shipped(), revealed({FIRST: [0, 1]})) == ()
    assert "masqué" in sentence(table(shipped(), room_of([0, 1, 2]))[0])


def test_only_those_who_agreed_are_named() -> None:
    room = room_of([0, 3, "unknown", 3])
    for seat in ("s0", "s1", "s2"):
        room = accepted(room, Consent(True), Actor(seat))
    (pair,) = pairs(shipped(), room)
    assert (pair.knows, pair.seeks) == (("Asso 01",), ("Asso 00", "Asso 02"))
    room = accepted(room, Consent(False), Actor("s1"))
    assert pairs(shipped(), room) == ()


def test_two_people_of_one_association_must_both_agree() -> None:
    room = revealed({FIRST: [0, 3, 3]}, SEVERAL, association=["A", "B", "B"])
    room = accepted(accepted(room, Consent(True), Actor("s0")), Consent(True), Actor("s1"))
    assert pairs(shipped(), room) == ()
    assert pairs(shipped(), accepted(room, Consent(True), Actor("s2")))[0].knows == ("B",)
    assert len(seated(Workshop(**{**room.__dict__, "seats": {}}), 1, association=["C"]).seats) == 1
