"""Which questions are asked: three-valued conditions, then every condition of the real content."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import given, settings

from questionnaire.answers import NotApplicable, Step, Unknown
from questionnaire.conditions import Facts, evaluate, holds, may_hold
from questionnaire.routing import asked_fields, route
from questionnaire.values import Condition
from tests.builders import assessed, assessments, golden, golden_club, shipped, small

T, F, U = True, False, None
LEAF = {T: "oui", F: "non", U: "manquant"}
FACTS = Facts({"oui": "a", "non": "b"})


def leaf(truth: bool | None) -> dict[str, Any]:
    return {"field": LEAF[truth], "has_any": ["a"]}


def truth_of(condition: dict[str, Any], facts: Facts = FACTS) -> bool | None:
    return evaluate(Condition.model_validate(condition), facts)


OR = {(T, T): T, (T, F): T, (T, U): T, (F, T): T, (F, F): F, (F, U): U, (U, T): T, (U, F): U, (U, U): U}
AND = {(T, T): T, (T, F): F, (T, U): U, (F, T): F, (F, F): F, (F, U): F, (U, T): U, (U, F): F, (U, U): U}


@pytest.mark.parametrize("pair", list(itertools.product((T, F, U), repeat=2)), ids=str)
def test_or_and_and_follow_the_three_valued_tables(pair: tuple[bool | None, bool | None]) -> None:
    leaves = [leaf(truth) for truth in pair]
    assert (truth_of({"any": leaves}), truth_of({"all": leaves})) == (OR[pair], AND[pair])


@pytest.mark.parametrize(("inside", "outside"), [(T, F), (F, T), (U, U)])
def test_not_turns_what_is_known_and_keeps_what_is_unknown(inside: bool | None, outside: bool | None) -> None:
    assert truth_of({"not": leaf(inside)}) is outside


@pytest.mark.parametrize(("truth", "holding", "possible"), [(T, True, True), (F, False, False), (U, False, True)])
def test_what_is_unknown_may_hold_and_does_not_hold(truth: bool | None, holding: bool, possible: bool) -> None:
    condition = Condition.model_validate(leaf(truth))
    assert (holds(condition, FACTS), may_hold(condition, FACTS)) == (holding, possible)


def test_no_condition_always_holds() -> None:
    assert evaluate(None, FACTS) is True


@pytest.mark.parametrize("fallback", [True, False])
def test_if_unknown_replaces_only_what_is_unknown(fallback: bool) -> None:
    assert [truth_of(leaf(t) | {"if_unknown": fallback}) for t in (T, F, U)] == [True, False, fallback]


@pytest.mark.parametrize(
    ("value", "has_any", "not_in"),
    [("a", T, F), ("b", F, T), (["a", "b"], T, F), (["b"], F, T), ([], F, T), (None, U, U)],
)
def test_a_field_is_compared_by_its_options_and_an_empty_list_says_none_of_these(
    value: Any, has_any: Any, not_in: Any
) -> None:
    facts = Facts({"f": value})
    assert truth_of({"field": "f", "has_any": ["a"]}, facts) is has_any
    assert truth_of({"field": "f", "not_in": ["a"]}, facts) is not_in


@pytest.mark.parametrize(
    ("answer", "at_least", "below", "cautious_at_least", "cautious_below"),
    [
        (Step(1), F, T, F, T),
        (Step(2), T, F, T, F),
        (Unknown(), U, U, F, T),
        (None, U, U, F, T),
        (NotApplicable("we_have_none"), F, F, F, F),
    ],
)
def test_a_question_is_compared_by_its_step_and_what_is_unknown_never_helps(
    answer: Any, at_least: Any, below: Any, cautious_at_least: Any, cautious_below: Any
) -> None:
    answers = {} if answer is None else {"q": answer}
    forms = ({"question": "q", "at_least": 2}, {"question": "q", "below": 2})
    assert [truth_of(form, Facts({}, answers)) for form in forms] == [at_least, below]
    assert [truth_of(form, Facts({}, answers, cautious=True)) for form in forms] == [cautious_at_least, cautious_below]


def test_a_question_that_is_out_satisfies_nothing() -> None:
    facts = Facts({}, {"q": Step(3)}, frozenset({"q"}), cautious=True)
    assert truth_of({"question": "q", "at_least": 0}, facts) is False
    assert truth_of({"question": "q", "below": 9}, facts) is False


# ---- the conditions of the real content, as the contract writes them

PROFILE = "profile"
BENCHMARK = "benchmark"
NO_USE = ("none", "refused")
CONDITIONS = {
    "C22": [(PROFILE, {"P03": p3, "P02": p2}, p3 not in ("0-5", "6-20") or p2 != "0")
            for p3 in ("0-5", "6-20", "21-50", "51-200", "200+") for p2 in ("0", "1-2", "250+")]
    + [(PROFILE, {}, True), (PROFILE, {"P03": "0-5"}, True), (PROFILE, {"P02": "0"}, True), (PROFILE, {"P02": "3-9"}, True)],
    "C51": [(PROFILE, {"P09": ["online_content"]}, True), (PROFILE, {"P09": ["equipment"]}, False), (PROFILE, {"P09": []}, False), (PROFILE, {}, True)],
    "C53": [(PROFILE, {"P09": ["equipment"]}, True), (PROFILE, {"P09": ["online_content"]}, True), (PROFILE, {"P09": ["grants"]}, False), (PROFILE, {"P09": []}, False), (PROFILE, {}, True)],
    **{q: [(PROFILE, {"P16": v}, v != "no") for v in ("yes", "no", "unknown")] + [(PROFILE, {}, True)] for q in ("F12", "F43")},
    **{q: [(PROFILE, {"P15": v}, v != "no") for v in ("yes", "no", "unknown")] + [(PROFILE, {}, True)] for q in ("F32", "F33")},
    **{q: [(PROFILE, {"P09": ["paid_subscriptions"]}, True), (PROFILE, {"P09": ["equipment"]}, False), (PROFILE, {"P09": []}, False), (PROFILE, {}, True)] for q in ("F22", "F42")},
    "F31": [(PROFILE, {"P09": ["grants"]}, True), (PROFILE, {"P09": ["donations"]}, False), (PROFILE, {"P09": []}, False), (PROFILE, {}, True)],
    "F41": [(PROFILE, {"P09": ["equipment"]}, True), (PROFILE, {"P09": ["paid_subscriptions"]}, True), (PROFILE, {"P09": ["sales"]}, False), (PROFILE, {}, True)],
    **{q: [(BENCHMARK, {"X03": v}, v in ("used", "individual", "unknown")) for v in ("used", "individual", "unknown", "considering", *NO_USE)]
       + [(BENCHMARK, {}, True)] for q in ("A12", "A23", "A32", "A51", "A52")},
    **{q: [(BENCHMARK, {"X03": v}, v not in NO_USE) for v in ("used", "individual", "unknown", "considering", *NO_USE)]
       + [(BENCHMARK, {}, True)] for q in ("A13", "A22", "A41")},
    "A33": [(BENCHMARK, {"X03": v, "X03B": b}, v in ("used", "individual", "unknown") and b != "no")
            for v in ("used", "individual", "unknown", "considering", *NO_USE) for b in ("yes", "no", "unknown")]
    + [(BENCHMARK, {}, True), (BENCHMARK, {"X03": "used"}, True), (BENCHMARK, {"X03": "none"}, False), (BENCHMARK, {"X03B": "no"}, False)],
}  # fmt: skip
CASES = [(question, *case) for question, cases in CONDITIONS.items() for case in cases]


@pytest.mark.parametrize(("question", "part", "said", "asked"), CASES, ids=lambda v: str(v).replace(" ", ""))
def test_a_question_is_asked_exactly_when_the_contract_says(
    question: str, part: str, said: dict[str, Any], asked: bool
) -> None:
    assert (question in route(shipped(), assessed(shipped(), **{part: said})).ids) is asked


def test_every_other_question_has_no_condition() -> None:
    assert {q.id for q in shipped().questions if q.when} == set(CONDITIONS)


def test_the_golden_file_leaves_out_exactly_what_the_profile_leaves_out() -> None:
    inside = route(shipped(), golden_club()).ids
    assert [q.id for q in shipped().questions if q.id not in inside] == golden()["out_by_profile"]


def test_an_empty_profile_keeps_every_question() -> None:
    assert route(shipped(), assessed(shipped())).ids == tuple(q.id for q in shipped().questions)


@pytest.mark.parametrize(
    ("profile", "critical"),
    [
        ({"P08": [who], "P09": []}, who in ("minors", "vulnerable", "patients"))
        for who in ("members", "minors", "vulnerable", "patients", "general_public")
    ]
    + [
        ({"P08": [], "P09": ["sensitive_data"]}, True),
        ({"P08": [], "P09": []}, False),
        ({}, True),
        ({"P08": ["members"]}, True),
        ({"P09": ["grants"]}, True),
        ({"P08": ["minors"]}, True),
    ],
    ids=str,
)
def test_personal_data_are_critical_unless_the_profile_is_known_to_hold_no_one_at_risk(
    profile: dict[str, Any], critical: bool
) -> None:
    assert ("C44" in route(shipped(), assessed(shipped(), profile=profile)).critical) is critical


def test_the_other_criticals_need_no_condition_and_leave_with_their_question() -> None:
    user = route(shipped(), assessed(shipped(), benchmark={"X03": "used"}, profile={"P08": [], "P09": []}))
    non_user = route(shipped(), assessed(shipped(), benchmark={"X03": "none"}, profile={"P08": [], "P09": []}))
    assert user.critical == {"C41", "C42", "A31", "A32"}
    assert non_user.critical == {"C41", "C42", "A31"}


EXPRESS = ["C21", "C32", "C41", "C42", "C44", "C52", "F11", "F21", "F31", "A11", "A21", "A31"]
MINI_PROFILE = {"P02", "P03", "P04", "P05", "P08", "P09", "P12", "X07", "X01", "X03"}


def test_express_asks_its_twelve_questions_and_its_mini_profile() -> None:
    express = assessed(shipped(), mode="express")
    assert list(route(shipped(), express).ids) == EXPRESS
    assert {field.id for field in asked_fields(shipped(), express)} == MINI_PROFILE


def test_the_full_form_asks_every_field_whose_condition_may_hold() -> None:
    asked = {field.id for field in asked_fields(shipped(), assessed(shipped(), benchmark={"X03": "none"}))}
    assert asked == set(shipped().field_by_id) - {"X03B"}


def test_opportunities_come_first_among_the_unscored_questions() -> None:
    assert shipped().benchmark[0].id == "X07"


def test_a_stored_answer_whose_question_is_out_stays_in_the_file_and_never_counts() -> None:
    assessment = assessed(shipped(), benchmark={"X03": "none"}, answers={"A12": 3})
    assert assessment.answers["A12"] == 3
    assert "A12" not in route(shipped(), assessment).answers


def test_not_applicable_said_before_a_question_became_critical_does_not_count() -> None:
    calm = assessed(shipped(), profile={"P08": [], "P09": []}, answers={"C44": {"not_applicable": "we_have_none"}})
    alarmed = calm.put("profile", "P08", ["minors"])
    assert route(shipped(), calm).answers["C44"] == NotApplicable("we_have_none")
    assert "C44" not in route(shipped(), alarmed).answers


@pytest.mark.parametrize(("step", "asked"), [(0, False), (1, True), (4, True), ("unknown", True), (None, True)])
def test_the_small_questionnaire_routes_on_an_earlier_question(step: Any, asked: bool) -> None:
    answers = {} if step is None else {"cles": step}
    assert ("menage" in route(small(), assessed(small(), answers=answers)).ids) is asked


@pytest.mark.parametrize(("place", "asked"), [("salle", True), ("aucun", False), ("unknown", True)])
def test_the_small_questionnaire_routes_on_a_field(place: str, asked: bool) -> None:
    assert ("visite" in route(small(), assessed(small(), profile={"lieu": place})).ids) is asked


@settings(max_examples=200, deadline=None)
@given(assessments(shipped()))
def test_routing_keeps_order_and_counts_only_answers_of_questions_that_are_in(assessment) -> None:
    routed = route(shipped(), assessment)
    assert [q.id for q in shipped().questions if q.id in routed.ids] == list(routed.ids)
    assert set(routed.answers) <= set(routed.ids)
    assert routed.critical <= set(routed.ids)
