"""The record that travels with the assessment: for each revealed question, counts and the decision; never a seat.

A count by answer is only kept from four votes: under it, it would tell who said what.
"""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from questionnaire.model import Question, Questionnaire
from questionnaire.shape_checks import UNPRINTABLE
from questionnaire.workshop_checks import VOTES_MIN
from questionnaire.workshop_record import OTHERS, SESSION, VOTE
from workshop.ballots import written
from workshop.model import Tally, Workshop
from workshop.proposal import lower_median
from workshop.reveal import ROLE_MIN, Change, Group, Shown

FRANCE = ZoneInfo("Europe/Paris")


def session(workshop: Workshop, votes: int) -> dict[str, Any]:
    """`votes`: the most that one question had, people on paper included."""
    return {
        "date": workshop.opened_at.astimezone(FRANCE).date().isoformat(),
        "participants": max(len(workshop.seats), votes),
        "asked": len(workshop.questions),
        "scope": workshop.choice.scope,
    }


def voted(
    questionnaire: Questionnaire, workshop: Workshop, before: Shown, after: Shown | None, change: Change | None
) -> dict[str, Any] | None:
    """The record of one revealed question; None when nobody voted on it."""
    if not before.n:
        return None
    question = questionnaire.question_by_id[before.question]
    said: dict[str, Any] = {"first": counts(before.tally)}
    if after and after.n:
        said["second"] = counts(after.tally)
        if change and change.compared >= VOTES_MIN:
            said |= {"movers": change.movers, "compared": change.compared}
    if roles := middles(before.groups):
        said["roles"] = roles
    return said | _decision(workshop, question)


def _decision(workshop: Workshop, question: Question) -> dict[str, Any]:
    decision = workshop.settled.get(question.id)
    if decision is None:
        return {}
    minority = UNPRINTABLE.sub("", decision.minority)
    said = {"decided": written(question, decision.answer), "open": decision.open_point}
    return said | ({"minority": minority} if minority else {})


def counts(tally: Tally) -> dict[str, Any]:
    if tally.n < VOTES_MIN:
        return {"votes": tally.n}
    said = {"votes": tally.n, "steps": list(tally.steps)}
    apart = {"unknown": tally.unknown, "not_applicable": tally.not_applicable}
    return said | {name: count for name, count in apart.items() if count}


def middles(groups: tuple[Group, ...]) -> dict[str, int]:
    """The step in the middle of each group where three people at least gave one, only when groups differ."""
    large = [group for group in groups if sum(group.tally.steps) >= ROLE_MIN]
    found = {group.role or OTHERS: lower_median(group.tally.steps) for group in large}
    return found if len(set(found.values())) > 1 else {}


def record(
    questionnaire: Questionnaire, workshop: Workshop, shown: list[tuple[Shown, Shown | None, Change | None]]
) -> dict[str, Any]:
    """Every key of the part `workshop` of an answers file; empty when nothing was voted."""
    said = {f"{VOTE}{one[0].question}": voted(questionnaire, workshop, *one) for one in shown}
    kept = {key: value for key, value in said.items() if value}
    most = max((one[0].n for one in shown), default=0)
    return {SESSION: session(workshop, most)} | kept if kept else {}
