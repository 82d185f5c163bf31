"""What a funding request adds up to: the charges of the plan over one to three years, and who pays, to the same total.

Valued volunteer time stands on both sides, apart from the euros, as in an association's accounts.
"""

from __future__ import annotations

from dataclasses import dataclass

from questionnaire.funding import Nature
from questionnaire.model import Questionnaire
from questionnaire.plan_edits import Cofunding, Request
from scoring.plan_model import Plan, PlannedAction

UPKEEP = "upkeep"
MONTHS = 12


@dataclass(frozen=True, slots=True)
class Charge:
    """One line of spending: an action of the plan, or its upkeep; euros for each year."""

    id: str
    nature: Nature
    euros: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Balance:
    """Charges = own + cofunding + asked. `excess`: what is promised beyond the charges, then nothing is asked."""

    years: int
    charges: tuple[Charge, ...]
    own: int
    cofunding: tuple[Cofunding, ...]
    asked: int
    excess: int
    volunteer_hours: int
    volunteer_euros: int

    @property
    def total(self) -> int:
        return sum(sum(charge.euros) for charge in self.charges)

    @property
    def by_year(self) -> tuple[int, ...]:
        return tuple(sum(charge.euros[year] for charge in self.charges) for year in range(self.years))


def balance(questionnaire: Questionnaire, plan: Plan, request: Request) -> Balance:
    """The request of this plan. What is done is paid already and stays out."""
    waiting = [a for a in plan.all if not (a.edit and a.edit.done)]
    charges = [_charge(questionnaire, plan, a, request.years) for a in waiting if a.euros]
    if request.upkeep_euros:
        charges.append(Charge(UPKEEP, "functioning", (request.upkeep_euros,) * request.years))
    total = sum(sum(charge.euros) for charge in charges)
    promised = request.own_euros + sum(line.euros for line in request.cofunding)
    hours = sum(a.hours for a in waiting)
    return Balance(
        request.years,
        tuple(charges),
        request.own_euros,
        request.cofunding,
        asked=max(0, total - promised),
        excess=max(0, promised - total),
        volunteer_hours=hours,
        volunteer_euros=hours * request.volunteer_hourly_euros,
    )


def _charge(questionnaire: Questionnaire, plan: Plan, planned: PlannedAction, years: int) -> Charge:
    """The whole cost falls in the year in which the action is planned, the last one at the latest."""
    action = questionnaire.action_by_id.get(planned.id)
    year, month = map(int, planned.month.split("-"))
    after_start = (year - plan.start.year) * MONTHS + month - plan.start.month
    falls = min(max(after_start // MONTHS, 0), years - 1)
    euros = tuple(planned.euros if i == falls else 0 for i in range(years))
    return Charge(planned.id, action.nature if action else "functioning", euros)
