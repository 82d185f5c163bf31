"""From votes to a proposal, to what is shown, to the order of discussion."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaire.answers import Checked, NotApplicable, Step, Unknown, read
from questionnaire.typography import tidy
from scoring import engine
from tests.builders import checklist, golden, shipped, small
from tests.workshop.rooms import as_raws, club_votes, revealed
from workshop import agenda, ballots
from workshop.agreement import agreement
from workshop.ballots import count, read_tally, step_of, written
from workshop.model import Choice, Refusal, Tally
from workshop.naming import sentence
from workshop.proposal import TALK_ABOUT_REASON, TALK_ABOUT_SCOPE, propose
from workshop.reveal import by_role, change, shown
from workshop.roles import ROLES

EXAMPLES = settings(max_examples=200, deadline=None)
RUBRICS = [q for q in shipped().questions if q.type == "rubric"]
RUBRIC = next(q for q in RUBRICS if q.critical is None)
LISTED = next(q for q in shipped().questions if q.type == "checklist")
AWAY = {"not_applicable": "we_have_none"}


def tallied(*raws: Any) -> Tally:
    return count(RUBRIC, [read(RUBRIC, raw) for raw in raws])


def lists(*raws: Any) -> Tally:
    return count(LISTED, [read(LISTED, raw) for raw in raws])


# ---- proposals


@pytest.mark.parametrize(
    ("raws", "expected"),
    [
        ((1, 2), Step(1)),
        ((0, 3, 3), Step(3)),
        ((1, "unknown"), Step(1)),
        ((1, "unknown", "unknown"), Unknown()),
        ((AWAY, AWAY), NotApplicable("we_have_none")),
        ((AWAY, AWAY, "unknown"), NotApplicable("we_have_none")),
        ((AWAY, "unknown", "unknown"), Unknown()),
        ((), None),
    ],
)
def test_the_proposal_is_cautious(raws: tuple[Any, ...], expected: Any) -> None:
    assert propose(RUBRIC, tallied(*raws)).answer == expected


def test_answers_beside_not_applicable_are_to_be_discussed() -> None:
    assert propose(RUBRIC, tallied(AWAY, 2, 2, "unknown", "unknown", "unknown")) == TALK_ABOUT_SCOPE
    assert propose(RUBRIC, tallied(AWAY, "unknown")).kind == "answer"
    assert propose(RUBRIC, tallied({"not_applicable": "Jean s’en charge"})) == TALK_ABOUT_REASON


def test_a_list_is_brought_together_line_by_line() -> None:
    options = [option.id for option in LISTED.options]
    proposed = propose(LISTED, lists(checklist(LISTED, 2, 1), checklist(LISTED, 1, 1), checklist(LISTED, 1, 0))).answer
    assert isinstance(proposed, Checked)
    assert proposed.in_place == {options[0]}
    assert proposed.useful_but_absent == {options[1]}
    assert proposed.not_useful == set(options[2:])


@EXAMPLES
@given(st.lists(st.integers(0, 2**20), min_size=1, max_size=12))
def test_a_proposed_list_can_be_kept_as_an_answer(seeds: list[int]) -> None:
    names = [option.id for option in LISTED.options]
    raws = [checklist(LISTED, s % (len(names) + 1), (s // 64) % (len(names) + 1 - s % (len(names) + 1))) for s in seeds]
    proposed = propose(LISTED, lists(*raws)).answer
    assert proposed is not None
    assert read(LISTED, written(LISTED, proposed)) == proposed


def test_a_list_has_the_step_of_its_share_and_none_under_three_useful_lines() -> None:
    found = [
        step_of(LISTED, read(LISTED, checklist(LISTED, a, b))) for a, b in ((0, 3), (1, 2), (2, 1), (3, 0), (2, 0))
    ]
    assert found == [0, 1, 2, 3, None]
    assert ballots.USEFUL_LINES_MIN == engine.USEFUL_LINES_MIN
    assert lists(checklist(LISTED, 2, 0)).narrow == 1


# ---- paper


@EXAMPLES
@given(st.lists(st.integers(0, 3), min_size=1, max_size=30), st.integers(0, 5))
def test_paper_counts_give_what_the_same_votes_give_on_screens(steps: list[int], unknown: int) -> None:
    keyed = read_tally(RUBRIC, {"steps": [steps.count(i) for i in range(4)], "unknown": unknown}, False)
    assert keyed == tallied(*steps, *["unknown"] * unknown)


BAD = (
    None, {}, {"steps": [1, 2]}, {"steps": [1, 2, 3, -1]}, {"steps": [True, 0, 0, 0]}, {"steps": [61, 0, 0, 0]},
    {"steps": [0, 0, 0, 0]}, {"steps": [1, 0, 0, 0], "autre": 1}, {"steps": [30, 30, 1, 0]}, {"lines": {}, "unknown": 1},
)  # fmt: skip


@pytest.mark.parametrize("raw", BAD, ids=str)
def test_a_faulty_paper_count_is_refused(raw: Any) -> None:
    assert isinstance(read_tally(RUBRIC, raw, False), Refusal)


def test_a_paper_list_is_counted_line_by_line() -> None:
    same = {option.id: [3, 1, 0] for option in LISTED.options}
    keyed = read_tally(LISTED, {"lines": same, "unknown": 2}, False)
    assert isinstance(keyed, Tally)
    assert (keyed.said, keyed.n) == (4, 6)
    assert propose(LISTED, keyed).kind == "answer"
    uneven = same | {LISTED.options[0].id: [3, 0, 0]}
    assert isinstance(read_tally(LISTED, {"lines": uneven}, False), Refusal)
    assert isinstance(read_tally(RUBRIC, {"steps": [4, 0, 0, 0], "not_applicable": 1}, True), Refusal)


# ---- what is shown


def test_the_golden_votes_are_discussed_in_their_order() -> None:
    said = golden()["workshop"]
    room = revealed({name: club_votes(name) for name in said})
    points = agenda.order(shipped(), room)
    heat = sorted((name for name in said if said[name]["priority"]), key=lambda name: -said[name]["priority"])
    assert [point.question for point in points] == heat
    assert len(agenda.top(shipped(), revealed({q.id: [0, 0, 3, 3] for q in RUBRICS[:9]}))) == 5


def test_a_small_group_still_has_something_to_discuss() -> None:
    first, second, third = [q.id for q in RUBRICS[:3]]
    room = revealed({first: [2, 2], second: [0, 3], third: [1, "unknown"]})
    assert {point.question: point.priority for point in agenda.order(shipped(), room)} == {second: None, third: None}


def test_under_four_votes_only_dots_are_shown() -> None:
    found = shown(shipped(), revealed({RUBRIC.id: [0, 3, 3]}), RUBRIC.id)
    assert found is not None
    assert (found.n, found.agreement, found.r_wg) == (3, None, None)
    assert "trop peu" in found.sentence


SENTENCES = [
    ([0] * 4 + [3] * 4, "coupée en deux"),
    ([0, 0, 1, 1, 2, 2, 3], "dispersées"),
    ([1, 2, 2, 2, 2, 2, 3, 2], "plutôt d’accord"),
    ([1] * 8, "même réponse"),
    ([1, *["unknown"] * 5], "ne sait pas"),
    (["unknown"] * 5, "ne sait"),
    ([AWAY, 1, 1, 1], "non concernées"),
    ([AWAY] * 4, "Personne ne se dit concerné"),
]


@pytest.mark.parametrize(("raws", "words"), SENTENCES, ids=[words for _, words in SENTENCES])
def test_a_sentence_names_the_disagreement(raws: list[Any], words: str) -> None:
    found = shown(shipped(), revealed({RUBRIC.id: raws}), RUBRIC.id)
    assert found is not None
    assert words in found.sentence
    assert found.sentence.endswith(".")


@EXAMPLES
@given(st.lists(st.one_of(st.integers(0, 3), st.sampled_from(["unknown", AWAY])), max_size=12))
def test_every_vote_has_a_sentence_and_typography(raws: list[Any]) -> None:
    votes = tallied(*raws)
    said = sentence(RUBRIC, votes, agreement(votes.steps))
    assert said
    assert said == tidy(said)


def roles(*groups: tuple[str, int]) -> list[str]:
    return [role for role, size in groups for _ in range(size)]


def test_a_difference_by_role_needs_three_people_each() -> None:
    seats = roles(("council", 4), ("employee", 3))
    room = revealed({RUBRIC.id: [0, 0, 0, 1, 3, 3, 2]}, Choice("full", roles=True), seats)
    assert [(group.role, group.tally.n) for group in by_role(shipped(), room, RUBRIC.id)] == [
        ("council", 4),
        ("employee", 3),
    ]
    found = shown(shipped(), room, RUBRIC.id)
    assert found is not None
    assert "pour les salariés" in found.sentence


def test_two_people_are_not_found_by_taking_the_others_away() -> None:
    seats = roles(("council", 4), ("board", 3), ("employee", 2))
    room = revealed({RUBRIC.id: [0, 0, 0, 1, 2, 2, 2, 3, 3]}, Choice("full", roles=True), seats)
    assert [(group.role, group.tally.n) for group in by_role(shipped(), room, RUBRIC.id)] == [("council", 4), (None, 5)]
    alone = revealed(
        {RUBRIC.id: [0, 0, 0, 1, 3, 3]}, Choice("full", roles=True), roles(("council", 4), ("employee", 2))
    )
    assert by_role(shipped(), alone, RUBRIC.id) == ()


@EXAMPLES
@given(st.lists(st.tuples(st.sampled_from([role.id for role in ROLES]), st.integers(0, 3)), min_size=1, max_size=14))
def test_no_group_shown_or_left_over_is_under_three(said: list[tuple[str, int]]) -> None:
    room = revealed({RUBRIC.id: [step for _, step in said]}, Choice("full", roles=True), [role for role, _ in said])
    groups = by_role(shipped(), room, RUBRIC.id)
    assert all(group.tally.n >= 3 for group in groups)
    assert sum(group.tally.n for group in groups) in (0, len(said))


def test_without_roles_no_group_is_shown() -> None:
    assert by_role(shipped(), revealed({RUBRIC.id: as_raws([3, 3, 0, 0])}), RUBRIC.id) == ()
    assert change(shipped(), revealed({RUBRIC.id: [1, 1]}), RUBRIC.id) is None


def test_another_questionnaire_of_five_steps_is_voted_too() -> None:
    question = next(q for q in small().questions if q.type == "rubric")
    votes = count(question, [read(question, step) for step in (0, 4, 4, 4, 4)])
    assert votes.steps == (1, 0, 0, 0, 4)
    assert propose(question, votes).answer == Step(4)
