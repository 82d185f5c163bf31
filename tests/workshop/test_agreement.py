"""Agreement: the published example, the golden votes, and the invariants of the method (C.11, 12)."""

from __future__ import annotations

from fractions import Fraction
from statistics import median_low, variance

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.builders import golden, shipped
from workshop import agreement as measured
from workshop.agreement import agreement, priority, r_wg
from workshop.proposal import lower_median

EXAMPLES = settings(max_examples=300, deadline=None)
COUNTS = st.lists(st.integers(0, 20), min_size=3, max_size=7)
VOTES = st.lists(st.integers(0, 3), min_size=1, max_size=60)


def counts_of(votes: list[int]) -> list[int]:
    return [votes.count(step) for step in range(4)]


def test_the_published_example_has_its_value() -> None:
    said = golden()["agreement_published_example"]
    assert float(agreement(said["votes"]) or 0) == pytest.approx(said["agreement"], abs=1e-7)


@pytest.mark.parametrize("name", golden()["workshop"])
def test_each_golden_vote_has_its_numbers(name: str) -> None:
    said, question = golden()["workshop"][name], shipped().question_by_id[name]
    votes = said["votes"]
    found = (
        agreement(votes),
        measured.variance(votes),
        r_wg(votes),
        priority(votes, said["unknown"], question.weight, question.critical is not None),
    )
    expected = [said[key] for key in ("agreement", "variance", "r_wg", "priority")]
    assert [float(number) for number in found if number is not None] == pytest.approx(expected, abs=1e-4)
    assert lower_median(votes) == said["lower_median"]


@EXAMPLES
@given(COUNTS)
def test_agreement_is_bounded_and_blind_to_direction_and_size(counts: list[int]) -> None:
    assume(sum(counts) >= 4)
    found = agreement(counts)
    assert found is not None
    assert -1 <= found <= 1
    assert found == agreement(counts[::-1]) == agreement([7 * count for count in counts])
    assert r_wg(counts) == r_wg(counts[::-1])
    assert 0 <= (r_wg(counts) or 0) <= 1


@EXAMPLES
@given(st.integers(3, 7), st.integers(0, 6), st.integers(4, 60))
def test_agreement_is_one_at_consensus_zero_when_even_and_minus_one_in_two_halves(size: int, step: int, n: int) -> None:
    assert agreement([n if i == step % size else 0 for i in range(size)]) == 1
    assert agreement([n] * size) == 0
    assert agreement([n, *[0] * (size - 2), n]) == -1


@EXAMPLES
@given(VOTES, st.randoms(use_true_random=False))
def test_the_order_of_the_votes_changes_nothing(votes: list[int], chance: object) -> None:
    shuffled = list(votes)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert agreement(counts_of(votes)) == agreement(counts_of(shuffled))


@EXAMPLES
@given(st.lists(st.integers(0, 3), max_size=3), st.integers(0, 9))
def test_under_four_votes_there_is_no_index(votes: list[int], unknown: int) -> None:
    counts = counts_of(votes)
    assert [agreement(counts), r_wg(counts), priority(counts, unknown, Fraction(3), True)] == [None] * 3


@EXAMPLES
@given(VOTES, st.integers(0, 59))
def test_the_lower_median_was_voted_and_follows_each_vote(votes: list[int], which: int) -> None:
    middle = lower_median(counts_of(votes))
    assert middle == median_low(votes)
    raised = list(votes)
    raised[which % len(votes)] = min(3, raised[which % len(votes)] + 1)
    assert lower_median(counts_of(raised)) >= middle


@EXAMPLES
@given(st.lists(st.integers(0, 3), min_size=4, max_size=60))
def test_the_variance_is_the_usual_one(votes: list[int]) -> None:
    assert measured.variance(counts_of(votes)) == variance([Fraction(vote) for vote in votes])


@EXAMPLES
@given(st.lists(st.integers(0, 3), min_size=4, max_size=30), st.integers(0, 30))
def test_priority_grows_with_what_is_not_known_and_when_critical(votes: list[int], unknown: int) -> None:
    counts, weight = counts_of(votes), Fraction(2)
    usual = priority(counts, unknown, weight, False)
    assert usual is not None
    assert usual <= (priority(counts, unknown + 1, weight, False) or 0)
    assert priority(counts, unknown, weight, True) == usual * Fraction(3, 2)


def test_two_steps_have_no_pattern() -> None:
    assert agreement([5, 5]) is None
