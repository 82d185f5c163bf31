"""What a workshop leaves in the assessment: counts, the decision, never a seat nor a vote that could be told apart."""

from __future__ import annotations

import json
from typing import Any

from questionnaire.answers_file import export_text, parse_text
from questionnaire.workshop_checks import SCOPES, VOTES_MAX
from questionnaire.workshop_record import OTHERS, ROLES
from tests.builders import golden_club, shipped
from tests.workshop.rooms import done, revealed
from tests.workshop.test_ending import FIRST, SECOND, SEVERAL, settled
from workshop.ending import assessment
from workshop.intents import Close, Settle
from workshop.model import SEATS_MAX, Choice, Tally
from workshop.recording import counts
from workshop.roles import ROLE_BY_ID


def recorded(**said: Any) -> dict[str, Any]:
    return dict(assessment(shipped(), **said).all_of("workshop"))


def test_the_record_says_before_after_moved_and_decided() -> None:
    found = recorded(workshop=settled())
    assert found["session"] == {"date": "2026-11-23", "participants": 4, "asked": 2, "scope": "full"}
    assert found[f"vote.{FIRST}"] == {
        "first": {"votes": 4, "steps": [2, 0, 0, 2]},
        "second": {"votes": 4, "steps": [1, 2, 0, 1]},
        "movers": 2,
        "compared": 4,
        "decided": 1,
        "open": True,
        "minority": "Une personne pense plus haut",
    }
    assert found[f"vote.{SECOND}"] == {"first": {"votes": 4, "steps": [0, 4, 0, 0]}}


def test_a_seat_never_leaves_the_room_and_the_file_reopens() -> None:
    ended = assessment(shipped(), settled(), golden_club())
    text = export_text(ended)
    assert '"s0"' not in text
    assert parse_text(shipped(), text).kept == ended.kept
    assert parse_text(shipped(), json.dumps(json.loads(text))).kept == ended.kept


def test_under_four_votes_only_their_number_is_kept() -> None:
    found = recorded(workshop=done(revealed({FIRST: [0, 3, 3]}), Settle(0, FIRST, 3)))
    assert found[f"vote.{FIRST}"] == {"first": {"votes": 3}, "decided": 3, "open": False}


def test_groups_are_kept_from_three_people_with_a_step_and_when_they_differ() -> None:
    votes = [0, 0, 0, 3, 3, 3]
    three = ["council"] * 3 + ["volunteer"] * 3
    roles = Choice("full", roles=True)
    assert recorded(workshop=revealed({FIRST: votes}, roles, three))[f"vote.{FIRST}"]["roles"] == {
        "council": 0,
        "volunteer": 3,
    }
    silent = revealed({FIRST: [0, "unknown", "unknown", 3, 3, 3]}, roles, three)
    assert "roles" not in recorded(workshop=silent)[f"vote.{FIRST}"]
    two = revealed({FIRST: [0, 0, 3, 3, 3, 3]}, roles, ["council"] * 2 + ["volunteer"] * 4)
    assert "roles" not in recorded(workshop=two)[f"vote.{FIRST}"]


def test_a_second_workshop_replaces_the_record_of_the_first_and_a_cohort_leaves_it() -> None:
    first = assessment(shipped(), settled())
    again = assessment(shipped(), done(revealed({SECOND: [1, 1, 1, 1]}), Close(0)), first)
    assert set(again.all_of("workshop")) == {"session", f"vote.{SECOND}"}
    several = revealed({FIRST: [0, 3]}, SEVERAL, association=["A", "B"])
    assert assessment(shipped(), several, first, "A").all_of("workshop") == first.all_of("workshop")
    assert recorded(workshop=several, association="A") == {}


def test_nothing_invisible_goes_into_the_file() -> None:
    room = done(revealed({FIRST: [0, 3, 3, 3]}), Settle(0, FIRST, 3, "a\x01b"))
    found = assessment(shipped(), room)
    assert found.all_of("workshop")[f"vote.{FIRST}"]["minority"] == "ab"


def test_the_file_and_the_room_have_the_same_limits() -> None:
    assert {*ROLE_BY_ID, OTHERS} == set(ROLES)
    assert VOTES_MAX == 2 * SEATS_MAX
    assert set(SCOPES) == {"full", "express", "themes"}
    assert counts(Tally((60, 0, 0, 60))) == {"votes": 120, "steps": [60, 0, 0, 60]}
