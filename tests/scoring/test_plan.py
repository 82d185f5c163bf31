"""The plan keeps every limit, whatever the association says."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from questionnaire.answers import NotApplicable, Step
from questionnaire.assessment import Assessment
from questionnaire.routing import route
from scoring import capacity
from scoring.plan import make_plan
from scoring.plan_model import Plan
from tests.builders import assessed, assessments, everyone_at, everything_applies, golden_club, shipped, small

START = date(2026, 12, 1)
EXAMPLES = settings(max_examples=200, deadline=None)
HEAVY = ("10-49", "50-249", "250+")
RESCUES = {"C41": "R11", "C42": "R47", "C44": "R48", "A31": "R41", "A32": "R49"}
random_ones = given(assessments(shipped()))


def planned(assessment: Assessment) -> Plan:
    return make_plan(shipped(), assessment, START)


def ids(plan: Plan) -> list[str]:
    return [action.id for action in plan.chosen]


def reached(assessment: Assessment, action_id: str) -> bool:
    """The state named by an action is there already: at its step, in place, or not applicable."""
    routed = route(shipped(), assessment)
    for move in shipped().action_by_id[action_id].moves:
        answer = routed.answers.get(move.item)
        if move.item not in routed.ids or isinstance(answer, NotApplicable):
            continue
        if move.to_step is not None and not (isinstance(answer, Step) and answer.value >= move.to_step):
            return False
        if move.options and (
            answer is None or set(move.options) & getattr(answer, "useful_but_absent", set(move.options))
        ):
            return False
    return True


@EXAMPLES
@random_ones
def test_hours_euros_and_number_stay_within_what_was_said(assessment: Assessment) -> None:
    plan, profile = planned(assessment), assessment.all_of("profile")
    means = profile.get("P12", {})
    staff = profile.get("P02", "0")
    actions = [shipped().action_by_id[name] for name in ids(plan)]
    factor = 2 if staff in HEAVY else 1
    assert sum(action.hours * factor for action in actions) == plan.hours <= 10 * means.get("hours_per_month", 4)
    assert plan.euros <= means.get("euros", 0)
    most = 3 if assessment.mode == "express" else 12 if staff in HEAVY else 5 if staff == "0" else 8
    assert len(actions) <= most


@EXAMPLES
@random_ones
def test_prerequisites_are_there_already_or_come_before(assessment: Assessment) -> None:
    order = ids(planned(assessment))
    for place, name in enumerate(order):
        for before in shipped().action_by_id[name].after:
            assert before in order[:place] or reached(assessment, before), (name, before)


@EXAMPLES
@random_ones
def test_no_action_is_chosen_for_nothing(assessment: Assessment) -> None:
    """Each action lifts a question below its target, or is awaited by a chosen one."""
    plan = planned(assessment)
    routed, targets = route(shipped(), assessment), assessment.all_of("targets")
    for name in ids(plan):
        useful = False
        for move in shipped().action_by_id[name].moves:
            answer = routed.answers.get(move.item)
            below = targets.get(shipped().theme_of[move.item].id, 2)
            if answer is None or isinstance(answer, NotApplicable):
                continue
            useful |= not isinstance(answer, Step) or answer.value < min(below, move.to_step)
        awaited = any(name in shipped().action_by_id[other].after for other in ids(plan))
        assert useful or awaited, name


@EXAMPLES
@random_ones
def test_without_ai_use_no_action_on_its_axis_but_for_a_danger(assessment: Assessment) -> None:
    routed, use = route(shipped(), assessment), assessment.fields.get("X03")
    on_axis = []
    for name in ids(planned(assessment)):
        moves = shipped().action_by_id[name].moves
        lifts = any(m.item in routed.critical and routed.answers.get(m.item) == Step(0) for m in moves)
        if any(shipped().axis_of[m.item].id == "A" for m in moves) and not lifts:
            on_axis.append(name)
    assert len(on_axis) <= {"none": 0, "refused": 0, "considering": 1}.get(use, 99)


@EXAMPLES
@random_ones
def test_a_danger_whose_rescue_fits_never_stays(assessment: Assessment) -> None:
    plan, routed = planned(assessment), route(shipped(), assessment)
    lifted = {move.item for name in ids(plan) for move in shipped().action_by_id[name].moves}
    left = plan.capacity.hours - plan.hours
    room = plan.capacity.at_most - len(plan.chosen)
    factor = 2 if assessment.fields.get("P02") in HEAVY else 1
    for name in routed.critical:
        if routed.answers.get(name) == Step(0) and name not in lifted:
            rescue = shipped().action_by_id[RESCUES[name]]
            assert rescue.hours * factor > left or room < 1, name


@EXAMPLES
@random_ones
def test_dangers_come_before_anything_else_can_take_their_place(assessment: Assessment) -> None:
    """An action that protects nothing is chosen only when every danger at 0 is lifted, or its rescue alone is too long."""
    plan, routed = planned(assessment), route(shipped(), assessment)
    dangers = [n for n in routed.critical if routed.answers.get(n) == Step(0)]
    factor = 2 if assessment.fields.get("P02") in HEAVY else 1
    needed = sum(shipped().action_by_id[RESCUES[n]].hours for n in dangers) * factor
    if len(dangers) <= plan.capacity.at_most and needed <= plan.capacity.hours and not _unknown_dangers(assessment):
        lifted = {move.item for name in ids(plan) for move in shipped().action_by_id[name].moves}
        assert set(dangers) <= lifted


def _unknown_dangers(assessment: Assessment) -> bool:
    return any(assessment.answers.get(name) == "unknown" for name in RESCUES)


@EXAMPLES
@random_ones
def test_the_same_answers_give_the_same_plan_and_true_lifts(assessment: Assessment) -> None:
    plan = planned(assessment)
    assert plan == planned(assessment)
    assert all(0 <= lift.start < lift.end <= 100 for action in plan.chosen for lift in action.lifts)
    assert [action.month for action in plan.chosen] == sorted(action.month for action in plan.chosen)
    if assessment.all_of("profile").get("P18") != 8:  # a decision waits for the assembly, even one held in August
        assert not [action.month for action in plan.chosen if action.month.endswith("-08")]


@EXAMPLES
@random_ones
def test_what_is_unknown_is_to_be_found_out_and_what_is_unanswered_is_left_alone(assessment: Assessment) -> None:
    plan, routed = planned(assessment), route(shipped(), assessment)
    assert [task.id for task in plan.find_out] == [
        name for name in routed.ids if assessment.answers.get(name) == "unknown"
    ]


@EXAMPLES
@given(assessments(small()))
def test_the_small_questionnaire_has_plans_within_its_own_limits(assessment: Assessment) -> None:
    plan, means = make_plan(small(), assessment, START), assessment.fields.get("moyens", {})
    assert plan.hours <= 6 * means.get("heures", 2)
    assert plan.euros <= means.get("argent", 0)
    most = 1 if assessment.mode == "express" else 3 if assessment.fields.get("lieu") == "salle" else 2
    assert len(plan.chosen) <= most
    no_place = assessment.fields.get("lieu") == "aucun"
    assert not (no_place and "K5" in ids(plan))


@pytest.mark.parametrize(
    ("staff", "most"), [(None, 5), ("0", 5), ("1-2", 8), ("3-9", 8), ("10-49", 12), ("50-249", 12), ("250+", 12)]
)
def test_the_number_of_actions_follows_the_staff(staff: str | None, most: int) -> None:
    profile = {} if staff is None else {"P02": staff}
    assert capacity.at_most(shipped(), assessed(shipped(), profile=profile)) == most
    assert capacity.at_most(shipped(), assessed(shipped(), profile=profile, mode="express")) == 3


def test_zero_hours_and_zero_euros_give_an_empty_plan_and_what_stops_it() -> None:
    club = golden_club().put("profile", "P12", {"hours_per_month": 0, "euros": 0})
    plan = planned(club)
    assert plan.chosen == ()
    assert (plan.capacity.hours, plan.capacity.euros, plan.capacity.assumed) == (0, 0, False)
    assert plan.refused


def test_means_left_unsaid_are_four_hours_a_month_and_no_euro_and_said_to_be_assumed() -> None:
    means = planned(golden_club()).capacity
    assert (means.hours, means.euros, means.hours_per_month, means.assumed) == (40, 0, 4, True)


def test_one_hour_a_month_first_copies_the_files() -> None:
    club = golden_club().put("profile", "P12", {"hours_per_month": 1, "euros": 0})
    assert planned(club).chosen[0].id == "R11"


def test_hours_count_double_from_ten_employees() -> None:
    said: dict[str, Any] = {"answers": everyone_at(shipped(), 3) | {"C41": 0}}
    small_one = planned(assessed(shipped(), **said, profile={"P02": "0"}))
    large_one = planned(assessed(shipped(), **said, profile={"P02": "10-49"}))
    assert {a.id: a.hours for a in small_one.chosen}["R11"] == 1
    assert {a.id: a.hours for a in large_one.chosen}["R11"] == 2


def test_everything_in_place_leaves_nothing_to_do() -> None:
    plan = planned(assessed(shipped(), answers=everyone_at(shipped(), 3), **everything_applies()))
    assert (plan.chosen, plan.refused, plan.find_out) == ((), (), ())


def test_a_refusal_for_lack_of_ai_use_says_so_in_the_words_of_the_rules() -> None:
    answers = everyone_at(shipped(), 3) | {"A11": 0}
    plan = planned(assessed(shipped(), answers=answers, benchmark={"X03": "none"}))
    assert plan.chosen == ()
    assert [(r.id, r.because.startswith("sans usage d’intelligence artificielle")) for r in plan.refused] == [
        ("R35", True)
    ]


def test_the_calendar_starts_on_the_given_day_and_skips_august() -> None:
    club = golden_club()
    months = [a.month for a in make_plan(shipped(), club, date(2027, 8, 3)).chosen]
    assert months[0] == "2027-09"
