"""Margins, what a grant would unlock and what follows are true plans, compared with plans made directly."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings

from questionnaire.assessment import Assessment
from scoring.margins import margins, what_if
from scoring.plan import make_plan
from scoring.plan_model import Plan
from tests.builders import assessed, assessments, everyone_at, golden_club, shipped

START = date(2026, 11, 23)


def club(hours: int, euros: int = 0) -> Assessment:
    return golden_club().put("profile", "P12", {"hours_per_month": hours, "euros": euros})


def ids(plan: Plan) -> set[str]:
    return {action.id for action in plan.all}


def test_five_hours_more_give_what_a_plan_with_fifteen_hours_gives() -> None:
    """Ten months of one hour, then fifteen hours in all: the difference is told action by action."""
    margin = margins(shipped(), club(hours=1)).more_hours
    assert margin.hours == 5
    before = ids(make_plan(shipped(), club(hours=1), START))
    after = (before | set(margin.entering)) - set(margin.leaving)
    assert sum(shipped().action_by_id[name].hours for name in after) <= 15
    assert after != before


def test_money_alone_changes_a_plan_that_money_limits() -> None:
    answers = everyone_at(shipped(), 3) | {"C23": 2}
    poor = assessed(
        shipped(),
        answers=answers,
        targets={"C2": 3},
        profile={"P02": "1-2", "P12": {"hours_per_month": 8, "euros": 700}},
    )
    found = margins(shipped(), poor)
    assert found.more_euros.entering == ("R54",)
    assert [(u.id, u.fits, u.quoted, u.euros_high) for u in found.unlocked] == [("R54", True, False, 1000)]


def test_what_is_already_overspent_is_made_up_for_before_more_money_opens_anything() -> None:
    """Training costs up to 1,000 €. With 700 €, 300 € more open it; not when 100 € more than the 700 are spent."""
    answers = everyone_at(shipped(), 3) | {"C23": 2}
    means = {"P02": "1-2", "P12": {"hours_per_month": 8, "euros": 700}}
    poor = assessed(shipped(), answers=answers, targets={"C2": 3}, profile=means)
    assert margins(shipped(), poor).more_euros.entering == ("R54",)
    spent = poor.put("plan", "own.1", {"title": "Imprimante", "euros": 800})
    assert margins(shipped(), spent).more_euros.entering == ()


def test_a_typed_quote_is_the_price_of_what_a_grant_unlocks() -> None:
    answers = everyone_at(shipped(), 3) | {"C23": 2}
    poor = assessed(shipped(), answers=answers, targets={"C2": 3}, profile={"P12": {"hours_per_month": 8, "euros": 0}})
    dropped = poor.put("plan", "R54", {"status": "dropped", "euros": 640})
    assert margins(shipped(), dropped).unlocked == ()  # what they set aside is not offered again


def test_what_follows_is_never_in_the_plan_nor_already_done() -> None:
    plan, found = make_plan(shipped(), club(hours=4), START), margins(shipped(), club(hours=4))
    assert found.following
    assert not ids(plan) & set(found.following)
    order = list(found.following)
    for name in order:
        assert all(
            before not in order or order.index(before) < order.index(name)
            for before in shipped().action_by_id[name].after
        )


def test_what_if_compares_two_true_plans_and_writes_nothing() -> None:
    now, then = club(hours=1), club(hours=8)
    told = what_if(shipped(), now, then)
    before, after = ids(make_plan(shipped(), now, START)), ids(make_plan(shipped(), then, START))
    assert (set(told.entering), set(told.leaving)) == (after - before, before - after)
    assert (told.hours, told.euros) == (70, 0)


@settings(max_examples=60, deadline=None)
@given(assessments(shipped(), edited=True))
def test_margins_hold_for_any_association(assessment: Assessment) -> None:
    plan, found = make_plan(shipped(), assessment, START), margins(shipped(), assessment)
    for margin in (found.more_hours, found.more_euros):
        assert set(margin.leaving) <= ids(plan)
        assert not set(margin.entering) & ids(plan)
    dropped = {name for name, _ in plan.dropped}
    assert not dropped & {*found.following, *(u.id for u in found.unlocked)}
    assert all(shipped().action_by_id[u.id].grant and u.lifts for u in found.unlocked)
