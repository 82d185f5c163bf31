"""A request adds up: charges equal resources, to the euro, over one to three years."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings

from questionnaire.assessment import Assessment
from questionnaire.plan_edits import Cofunding, Request, edits
from scoring.plan import make_plan
from scoring.request import UPKEEP, balance
from tests.builders import assessments, golden_club, shipped

START = date(2026, 11, 23)
BOUGHT = {
    "R24": {"euros": 300},
    "own.1": {"title": "Imprimante", "hours": 2, "euros": 120, "due": "2027-12-15"},
    "own.2": {"title": "Déjà payé", "euros": 999, "status": "done"},
}


def club() -> Assessment:
    assessment = golden_club()
    for key, value in BOUGHT.items():
        assessment = assessment.put("plan", key, value)
    return assessment


def test_charges_equal_own_cofunding_and_what_is_asked() -> None:
    request = Request(years=3, own_euros=100, cofunding=(Cofunding("Commune", 150, "granted"),), upkeep_euros=50)
    sums = balance(shipped(), make_plan(shipped(), club(), START), request)
    charges = {charge.id: charge.euros for charge in sums.charges}
    assert charges["R24"] == (300, 0, 0)
    assert charges["own.1"] == (0, 120, 0)  # December 2027 is the second year
    assert charges[UPKEEP] == (50, 50, 50)
    assert "own.2" not in charges
    assert (sums.total, sums.by_year, sums.asked, sums.excess) == (570, (350, 170, 50), 320, 0)


def test_more_promised_than_needed_asks_nothing_and_says_by_how_much() -> None:
    sums = balance(shipped(), make_plan(shipped(), club(), START), Request(own_euros=1000))
    assert (sums.total, sums.asked, sums.excess) == (420, 0, 580)


def test_volunteer_time_is_valued_at_their_own_rate_only() -> None:
    plan = make_plan(shipped(), club(), START)
    assert balance(shipped(), plan, Request()).volunteer_euros == 0
    sums = balance(shipped(), plan, Request(volunteer_hourly_euros=12))
    assert sums.volunteer_hours == plan.hours
    assert sums.volunteer_euros == 12 * plan.hours


@settings(max_examples=200, deadline=None)
@given(assessments(shipped(), edited=True))
def test_any_request_balances(assessment: Assessment) -> None:
    request = edits(assessment).request
    sums = balance(shipped(), make_plan(shipped(), assessment, START), request)
    promised = sums.own + sum(line.euros for line in sums.cofunding)
    assert sums.total + sums.excess == promised + sums.asked
    assert sums.asked == 0 or sums.excess == 0
    assert sum(sums.by_year) == sums.total
