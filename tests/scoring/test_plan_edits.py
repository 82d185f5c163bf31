"""What the association decides about its plan stays: the optimiser works around it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from questionnaire.answers_file import parse_text
from questionnaire.assessment import Assessment
from questionnaire.plan_edits import edits
from scoring.plan import make_plan, start_of
from scoring.plan_model import Conflict, Plan, PlannedAction
from tests.builders import assessed, assessments, everyone_at, golden_club, shipped, small

START = date(2026, 11, 23)
EXAMPLES = settings(max_examples=200, deadline=None)
COPY, REGULAR, RELEVE, INVENTORY = "R11", "R12", "R24", "R06"


def club(plan: dict[str, Any] | None = None, hours: int = 4, euros: int = 0) -> Assessment:
    assessment = golden_club().put("profile", "P12", {"hours_per_month": hours, "euros": euros})
    for key, value in (plan or {}).items():
        assessment = assessment.put("plan", key, value)
    return assessment


def planned(assessment: Assessment) -> Plan:
    return make_plan(shipped(), assessment, START)


def by_id(plan: Plan) -> dict[str, PlannedAction]:
    return {action.id: action for action in plan.all}


def test_a_touched_action_stays_when_the_hours_shrink() -> None:
    kept = by_id(planned(club({RELEVE: {"role": "Trésorerie"}}, hours=0)))
    assert list(kept) == [RELEVE]
    edit = kept[RELEVE].edit
    assert edit is not None
    assert edit.role == "Trésorerie"


def test_a_touched_action_keeps_the_prerequisites_it_needs() -> None:
    plan = planned(club({REGULAR: {"role": "Bureau"}}, hours=0))
    assert [action.id for action in plan.chosen] == [COPY, REGULAR]


def test_what_is_kept_beyond_the_means_is_said_and_not_undone() -> None:
    plan = planned(
        club({RELEVE: {"euros": 250}, "own.1": {"title": "Acheter une imprimante", "hours": 50, "euros": 90}})
    )
    assert {RELEVE, "own.1"} <= set(by_id(plan))
    assert Conflict("hours", amount=13) in plan.conflicts
    assert Conflict("euros", amount=340) in plan.conflicts


def test_what_others_pay_does_not_come_out_of_the_euros() -> None:
    plan = planned(club({RELEVE: {"euros": 250, "funding": "Subvention de la commune"}}))
    assert [c for c in plan.conflicts if c.kind == "euros"] == []
    assert plan.euros == 250


def test_a_quote_takes_the_place_of_the_class_of_cost() -> None:
    """The accompanied protection costs 1,000 € by its class; 300 € by this quote."""
    answers = everyone_at(shipped(), 3) | {"C41": 2, "C43": 2, "C42": 2}
    rich = assessed(
        shipped(), answers=answers, profile={"P12": {"hours_per_month": 8, "euros": 300}}, targets={"C4": 3}
    )
    assert "R58" not in by_id(planned(rich))
    quoted = rich.put("plan", "R58", {"euros": 300})
    assert by_id(planned(quoted))["R58"].euros == 300


def test_a_dropped_action_leaves_with_its_reason_and_what_waits_for_it_waits() -> None:
    plan = planned(club({COPY: {"status": "dropped", "reason": "Déjà prévu autrement"}}))
    assert COPY not in by_id(plan)
    assert REGULAR not in by_id(plan)
    assert [(name, edit.reason) for name, edit in plan.dropped] == [(COPY, "Déjà prévu autrement")]


def test_a_kept_action_whose_prerequisite_is_dropped_is_told() -> None:
    plan = planned(club({COPY: {"status": "dropped"}, REGULAR: {"role": "Bureau"}}))
    assert REGULAR in by_id(plan)
    assert Conflict("prerequisite", action=REGULAR, other=COPY) in plan.conflicts


def test_an_action_done_keeps_its_hours_and_gives_its_place_back() -> None:
    before, after = planned(club()), planned(club({RELEVE: {"status": "done"}}))
    assert RELEVE in by_id(before)
    assert RELEVE in by_id(after)
    assert len(after.all) == len(before.all) + 1
    assert after.hours <= after.capacity.hours


def test_a_date_set_by_the_association_stays_and_a_late_prerequisite_is_told() -> None:
    plan = planned(club({COPY: {"due": "2027-05-10"}, REGULAR: {"due": "2027-03-01"}}))
    assert by_id(plan)[COPY].month == "2027-05"
    assert by_id(plan)[REGULAR].month == "2027-03"
    assert Conflict("order", action=REGULAR, other=COPY) in plan.conflicts
    assert [a.month for a in plan.all] == sorted(a.month for a in plan.all)


def test_an_own_action_takes_hours_and_a_place() -> None:
    plan = planned(club({"own.1": {"title": "Repeindre le local", "hours": 30}}))
    assert by_id(plan)["own.1"].hours == 30
    assert len(plan.all) == plan.capacity.at_most
    assert plan.hours <= plan.capacity.hours


def test_the_calendar_starts_on_the_day_that_was_kept() -> None:
    kept = club({"start": "2027-01-04"})
    assert start_of(kept, START) == date(2027, 1, 4)
    assert start_of(club(), START) == START
    assert planned(kept).chosen[0].month == "2026-11"  # an order given explicitly wins


def test_what_is_to_find_out_has_a_day_and_their_own_choice_wins() -> None:
    club_asking = club({"ask.C22": {"role": "Responsable des entraîneurs", "due": "2026-12-05"}})
    tasks = {task.id: task for task in planned(club_asking).find_out}
    assert tasks["C22"].due == date(2026, 12, 5)
    assert tasks["C34"].due == date(2027, 1, 4)
    dangers = {task.id: task.due for task in planned(golden_club(C41="unknown")).find_out}
    assert dangers["C41"] == date(2026, 12, 7)


@EXAMPLES
@given(assessments(shipped(), edited=True))
def test_no_edit_is_ever_overwritten(assessment: Assessment) -> None:
    said, plan = edits(assessment), planned(assessment)
    found = by_id(plan)
    decided = {name: e for name, e in {**said.actions, **said.own}.items() if not e.dropped}
    assert set(decided) <= set(found)
    for name, edit in decided.items():
        assert found[name].edit == edit
        assert edit.euros is None or found[name].euros == edit.euros
        assert edit.due is None or found[name].month == f"{edit.due:%Y-%m}"
    assert not {name for name, e in {**said.actions, **said.own}.items() if e.dropped} & set(found)


@EXAMPLES
@given(assessments(shipped(), edited=True))
def test_what_is_chosen_freely_stays_within_what_is_left(assessment: Assessment) -> None:
    """Unless what was kept alone passes the means, the whole plan stays within them."""
    said, plan = edits(assessment), planned(assessment)
    over = {conflict.kind for conflict in plan.conflicts}
    decided = {**said.actions, **said.own}
    paid = sum(a.euros for a in plan.all if not (a.id in decided and decided[a.id].funding))
    open_ones = [a for a in plan.all if not (a.id in decided and decided[a.id].done)]
    assert "hours" in over or plan.hours <= plan.capacity.hours
    assert "euros" in over or paid <= plan.capacity.euros
    assert "number" in over or len(open_ones) <= plan.capacity.at_most


@EXAMPLES
@given(assessments(small(), edited=True))
def test_another_questionnaire_keeps_edits_too(assessment: Assessment) -> None:
    plan = make_plan(small(), assessment, START)
    said = edits(assessment)
    assert {n for n, e in {**said.actions, **said.own}.items() if not e.dropped} <= set(by_id(plan))


@pytest.mark.parametrize("name", ["social-centre", "federation"])
def test_the_associations_of_the_tests_get_twelve_actions_spread_over_the_year(name: str) -> None:
    path = Path(__file__).parent.parent / "associations" / f"{name}.json"
    plan = planned(parse_text(shipped(), path.read_bytes()))
    months = [action.month for action in plan.chosen]
    assert len(months) == 12
    assert max(months.count(month) for month in months) <= 2
    assert not {month[5:] for month in months} & {"07", "08"}
