"""The record of a workshop in an answers file, checked key by key: counts that add up, and none that tells who voted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from questionnaire.answers import NotAnAnswerError, read
from questionnaire.answers_checks import shown
from questionnaire.language import say
from questionnaire.model import Question, Questionnaire
from questionnaire.shape_checks import Check, day, object_of, one_of, text, whole
from questionnaire.workshop_record import ROLES, SESSION, VOTE

VOTES_MIN = 4  # under it no count by answer is kept: it would tell who said what
VOTES_MAX = 120  # sixty people on a screen, sixty on paper
ASKED_MAX = 1000
MINORITY_MAX = 1000
SCOPES = ("full", "express", "themes")

SESSION_PARTS: dict[str, Check] = {
    "date": day,
    "participants": partial(whole, 1, VOTES_MAX),
    "asked": partial(whole, 1, ASKED_MAX),
    "scope": partial(one_of, SCOPES),
}


def check_workshop(questionnaire: Questionnaire, key: str, value: Any) -> Iterator[str]:
    question = questionnaire.question_by_id.get(key.removeprefix(VOTE)) if key.startswith(VOTE) else None
    if key == SESSION:
        yield from object_of(SESSION_PARTS, value, needs=("date", "participants"))
    elif question is None:
        yield f"inconnu dans un atelier ; attendu : {SESSION}, ou {VOTE}<question de ce questionnaire>."
    else:
        faults = list(object_of(_parts(question), value, needs=("first",)))
        yield from faults or _moves(value)


def _parts(question: Question) -> Mapping[str, Check]:
    return {
        "first": partial(_ballot, question),
        "second": partial(_ballot, question),
        "movers": partial(whole, 0, VOTES_MAX),
        "compared": partial(whole, VOTES_MIN, VOTES_MAX),
        "decided": partial(_answer, question),
        "minority": partial(text, most=MINORITY_MAX),
        "open": _flag,
        "roles": partial(object_of, dict.fromkeys(ROLES, partial(whole, 0, question.top))),
    }


def _ballot(question: Question, value: Any) -> Iterator[str]:
    count = partial(whole, 0, VOTES_MAX)
    parts: dict[str, Check] = {
        "votes": partial(whole, 1, VOTES_MAX),
        "steps": partial(_steps, question.top + 1),
        "unknown": count,
        "not_applicable": count,
    }
    faults = list(object_of(parts, value, needs=("votes",)))
    yield from faults or _adds_up(value)


def _steps(length: int, value: Any) -> Iterator[str]:
    if not isinstance(value, list) or len(value) != length:
        yield say("attendu : une liste de {length} nombres, un par palier.", length=length)
    else:
        for given in value:
            yield from whole(0, VOTES_MAX, given)


def _adds_up(value: Mapping[str, Any]) -> Iterator[str]:
    if value["votes"] < VOTES_MIN:
        if set(value) != {"votes"}:
            yield say(
                "moins de {votes_min} votes : « votes » seul est gardé, le détail dirait qui a voté quoi.",
                votes_min=VOTES_MIN,
            )
    elif "steps" not in value:
        yield say("il manque « steps » ; attendu : un nombre de votes par palier.")
    elif sum(value["steps"]) + value.get("unknown", 0) + value.get("not_applicable", 0) > value["votes"]:
        yield say("le détail dépasse « votes » ; attendu : un vote par personne.")


def _moves(value: Mapping[str, Any]) -> Iterator[str]:
    """Somebody can only have changed between two votes."""
    if ("movers" in value) != ("compared" in value):
        yield say("« movers » et « compared » vont ensemble.")
    elif value.get("movers", 0) > value.get("compared", 0):
        yield say("« movers » dépasse « compared ».")
    if "compared" in value and "second" not in value:
        yield say("« compared » va avec « second » : il faut deux votes pour comparer.")


def _answer(question: Question, value: Any) -> Iterator[str]:
    try:
        read(question, value)
    except NotAnAnswerError as refused:
        yield from refused.args


def _flag(value: Any) -> Iterator[str]:
    if not isinstance(value, bool):
        yield say("{value} ; attendu : true ou false.", value=shown(value))
