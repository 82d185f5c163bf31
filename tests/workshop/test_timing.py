"""The facilitator's guide: the two-hour default, and a warning whenever the choice does not fit."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workshop.rooms import START
from workshop.model import Choice
from workshop.timing import duration, guide, left


def test_two_hours_hold_an_express_workshop() -> None:
    found = guide(Choice(), 12)
    assert [part.minutes for part in found.parts] == [10, 15, 40, 10, 30, 10, 5]
    assert (found.total, found.available, found.warning) == (120, 120, None)


def test_the_whole_questionnaire_does_not_fit_and_the_guide_says_what_to_do() -> None:
    found = guide(Choice("full"), 40)
    assert found.total == 155
    assert found.warning is not None
    plain = found.warning.replace("\u202f", " ")
    assert plain.startswith("Ce choix demande 2 h 35 ; vous avez 2 h. Il manque 35 min : ")
    assert "1 discussion" not in plain
    assert "limitez-vous à une discussion, passez en express ou prévoyez deux séances." in plain


def test_several_associations_share_instead_of_discussing() -> None:
    found = guide(Choice(several=True), 12)
    assert [part.id for part in found.parts] == ["welcome", "votes", "shared", "pairs", "plan", "commitments", "margin"]
    assert found.total == 105


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 60), st.integers(15, 720), st.booleans(), st.sampled_from(["full", "express", "themes"]))
def test_the_guide_warns_exactly_when_it_does_not_fit(questions: int, minutes: int, several: bool, scope: str) -> None:
    found = guide(Choice(scope, ("C1", "C2"), several=several, minutes=minutes), questions)  # type: ignore[arg-type]
    assert found.total == sum(part.minutes for part in found.parts)
    assert (found.warning is None) == (found.total <= minutes)
    assert found.total <= guide(Choice(several=several), questions + 1).total


def test_durations_and_the_timer() -> None:
    assert [duration(m).replace("\u202f", " ") for m in (45, 120, 125)] == ["45 min", "2 h", "2 h 05"]
    assert left(START, START + timedelta(minutes=3)) == timedelta(minutes=5)
    assert left(START, START + timedelta(minutes=9)) < timedelta(0)
