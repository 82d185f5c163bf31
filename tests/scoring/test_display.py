"""Numbers as they are read: half up, and never across a threshold."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaire.typography import number, round_half_up
from scoring import levels
from scoring.display import planning_euros, shown_interval, shown_level, shown_score, unlock
from tests.builders import shipped

RULES = shipped().rules.scoring


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("0", "0"), ("100", "100"), ("49.6", "49,6"), ("49.5", "49,5"), ("49.99", "49,9"), ("49.4", "49"), ("50", "50"),
        ("50.4", "50"), ("24.5", "24,5"), ("74.96", "74,9"), ("75", "75"), ("0.5", "1"), ("2.5", "3"), ("35.404", "35"),
        ("1/3", "0"), ("200/3", "67"),
    ],
)  # fmt: skip
def test_a_score_is_an_integer_unless_that_would_change_its_level(value: str, shown: str) -> None:
    assert shown_score(Fraction(value), RULES) == shown


@settings(max_examples=200, deadline=None)
@given(st.fractions(0, 100))
def test_the_level_read_from_the_shown_score_is_the_level_of_the_score(value: Fraction) -> None:
    read = Fraction(shown_score(value, RULES).replace(",", "."))
    assert levels.base(read, RULES) == levels.base(value, RULES)
    assert abs(read - value) <= 1


@pytest.mark.parametrize(
    ("value", "level"), [("0", 1), ("24.99", 1), ("25", 2), ("50", 3), ("74.99", 3), ("75", 4), ("100", 4)]
)
def test_levels_are_closed_below_and_open_above(value: str, level: int) -> None:
    assert levels.base(Fraction(value), RULES) == level


@pytest.mark.parametrize(("low", "high", "shown"), [("33.7", "39.9", "34 à 40"), ("33.6", "34.2", "34")])
def test_an_interval_reads_as_two_numbers_or_one(low: str, high: str, shown: str) -> None:
    assert shown_interval(Fraction(low), Fraction(high), RULES) == shown


def test_two_levels_read_as_at_least_and_maybe() -> None:
    assert shown_level(2, 2) == "niveau 2"
    assert shown_level(1, 2) == "au moins niveau 1, peut-être 2"


@pytest.mark.parametrize(("value", "rounded"), [("2.5", 3), ("3.5", 4), ("2.4999", 2), ("-1/2", -1)])
def test_halves_go_up(value: str, rounded: int) -> None:
    assert round_half_up(Fraction(value)) == rounded


def test_large_numbers_take_thin_spaces() -> None:
    assert number(48650) == "48\u202f650"


@pytest.mark.parametrize(
    ("question", "action"), [("C41", "R11"), ("C42", "R47"), ("C44", "R48"), ("A31", "R41"), ("A32", "R49")]
)
def test_what_unlocks_a_danger_is_its_free_rescue(question: str, action: str) -> None:
    assert unlock(shipped(), question, 0).startswith(f"{action} (")


@pytest.mark.parametrize("action", shipped().actions, ids=lambda action: action.id)
def test_planning_counts_the_upper_bound_unless_a_free_route_is_named(action) -> None:
    upper = {"0": 0, "0-E": 200, "0-EE": 1000, "E": 200, "EE": 1000, "EEE": 5000, "EEEE": 15000}[action.cost]
    free = action.free_route is not None and action.cost.startswith("0")
    assert planning_euros(shipped(), action) == (0 if free else upper)
