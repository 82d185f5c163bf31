"""The record of a workshop in an answers file: what is kept comes back, and what would tell on people is refused."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaire.answers_file import export_text, parse, parse_text
from questionnaire.assessment import Assessment, from_entries
from questionnaire.errors import AnswersError
from questionnaire.model import Question, Questionnaire
from questionnaire.workshop_checks import MINORITY_MAX, VOTES_MAX, VOTES_MIN
from questionnaire.workshop_record import ROLES, session_of, voted_of
from tests.builders import assessed, document, random_answer, shipped, small

SESSION = {"date": "2026-11-23", "participants": 7, "asked": 12, "scope": "express"}
RUBRIC = next(q for q in shipped().questions if q.type == "rubric")
KEY = f"vote.{RUBRIC.id}"
FIRST = {"votes": 7, "steps": [2, 2, 2, 0], "unknown": 1}


def random_ballot(question: Question, chance: Random) -> dict[str, Any]:
    votes = chance.choice((1, 3, VOTES_MIN, 12, VOTES_MAX))
    if votes < VOTES_MIN:
        return {"votes": votes}
    steps = [0] * (question.top + 1)
    for _ in range(votes // 2):
        steps[chance.randint(0, question.top)] += 1
    return {"votes": votes, "steps": steps, "unknown": chance.randint(0, votes // 2)}


def random_vote(question: Question, chance: Random) -> dict[str, Any]:
    said: dict[str, Any] = {"first": random_ballot(question, chance)}
    if chance.random() < 0.5:
        said |= {"second": random_ballot(question, chance), "movers": chance.randint(0, 5), "compared": 5}
    if chance.random() < 0.7:
        said |= {"decided": random_answer(question, chance), "open": chance.random() < 0.3}
        said |= {"minority": chance.choice(("", "Deux personnes pensent <b>plus haut</b> 🎭\n& « non »"))}
    if chance.random() < 0.3:
        said["roles"] = {role: chance.randint(0, question.top) for role in chance.sample(ROLES, 2)}
    return said


def random_workshop(questionnaire: Questionnaire, seed: int) -> dict[str, Any]:
    chance = Random(seed)
    votes = {f"vote.{q.id}": random_vote(q, chance) for q in questionnaire.questions if chance.random() < 0.4}
    return {"session": SESSION} | votes


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 2**32), st.sampled_from([shipped, small]))
def test_a_record_goes_out_and_comes_back_the_same(seed: int, make: Any) -> None:
    content = make()
    said = random_workshop(content, seed)
    kept = assessed(content, workshop=said)
    assert kept.all_of("workshop") == said
    assert parse_text(content, export_text(kept)) == kept
    assert from_entries(content.id, content.version, kept.entries()) == kept
    assert len(voted_of(content, kept)) == len(said) - 1


def test_what_is_read_of_a_record() -> None:
    decided = {"first": FIRST, "decided": 1, "open": True, "minority": "non", "roles": {"council": 0, "others": 3}}
    kept = assessed(shipped(), workshop={"session": SESSION, KEY: decided})
    session, [(question, voted)] = session_of(kept), voted_of(shipped(), kept)
    assert session is not None
    assert (session.on.isoformat(), session.participants, session.asked) == ("2026-11-23", 7, 12)
    assert (question, voted.first.steps, voted.first.unknown, voted.second) == (RUBRIC, (2, 2, 2, 0), 1, None)
    assert (voted.decided, voted.open_point, voted.roles) == (1, True, {"council": 0, "others": 3})
    assert session_of(assessed(shipped())) is None


FAULTS: dict[str, tuple[Any, str]] = {
    "session.participants": ({"session": SESSION | {"participants": 0}}, "nombre entier de 1 à 120"),
    "session.name": ({"session": SESSION | {"names": ["Camille"]}}, "« names » inconnu"),
    "session.date": ({"session": {"participants": 3}}, "il manque « date »"),
    "unknown question": ({"vote.nulle": {"first": FIRST}}, "inconnu dans un atelier"),
    "unknown part": ({"seat.1": 3}, "inconnu dans un atelier"),
    "a seat": ({KEY: {"first": FIRST, "ballots": {"s1": 2}}}, "« ballots » inconnu"),
    "no first": ({KEY: {"decided": 1}}, "il manque « first »"),
    "too few": ({KEY: {"first": {"votes": 3, "steps": [1, 1, 1, 0]}}}, "dirait qui a voté quoi"),
    "too many": ({KEY: {"first": {"votes": 4, "steps": [3, 3, 0, 0]}}}, "dépasse « votes »"),
    "no step": ({KEY: {"first": {"votes": 4}}}, "il manque « steps »"),
    "steps": ({KEY: {"first": {"votes": 4, "steps": [4, 0]}}}, "une liste de 4 nombres"),
    "true": ({KEY: {"first": {"votes": 4, "steps": [4, 0, 0, True]}}}, "« True »"),
    "movers": ({KEY: {"first": FIRST, "second": FIRST, "movers": 6, "compared": 5}}, "dépasse « compared »"),
    "few compared": ({KEY: {"first": FIRST, "second": FIRST, "movers": 1, "compared": 1}}, "de 4 à 120"),
    "no second": ({KEY: {"first": FIRST, "movers": 1, "compared": 5}}, "va avec « second »"),
    "alone": ({KEY: {"first": FIRST, "second": FIRST, "movers": 1}}, "vont ensemble"),
    "decided": ({KEY: {"first": FIRST, "decided": 9}}, "« decided »"),
    "open": ({KEY: {"first": FIRST, "open": "oui"}}, "true ou false"),
    "minority": ({KEY: {"first": FIRST, "minority": "a" * (MINORITY_MAX + 1)}}, "1 000 caractères au plus".replace(" 000", "\u202f000")),
    "invisible": ({KEY: {"first": FIRST, "minority": "a\x01"}}, "U+0001"),
    "roles": ({KEY: {"first": FIRST, "roles": {"treasurer": 1}}}, "« treasurer » inconnu"),
    "role step": ({KEY: {"first": FIRST, "roles": {"council": 4}}}, "de 0 à 3"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_what_is_wrong_is_said_in_french_with_its_path(name: str) -> None:
    said, words = FAULTS[name]
    with pytest.raises(AnswersError) as refused:
        assessed(shipped(), workshop=said)
    [fault] = refused.value.faults
    assert str(fault).startswith(f"workshop.{next(iter(said))}")
    assert words in str(fault)


def test_the_first_format_has_no_workshop() -> None:
    data = document(shipped(), workshop={"session": SESSION}) | {"format": "palier-answers/1"}
    with pytest.raises(AnswersError, match="workshop"):
        parse(shipped(), data)


def test_a_workshop_alone_says_something() -> None:
    bare = Assessment(small().id, small().version)
    assert bare.put("workshop", "session", SESSION).says_something
