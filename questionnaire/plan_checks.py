"""The plan and the edited sheets of an answers file, checked key by key; every check yields French sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from questionnaire import plan_edits as limits
from questionnaire.language import say
from questionnaire.model import Questionnaire
from questionnaire.plan_edits import ASK, BRIEF, BRIEF_PARTS, CHARTER, LINE_MAX, OWN, OWN_MAX, REQUEST, START
from questionnaire.shape_checks import Check, day, list_of, object_of, one_of, said, text, whole

OWN_KEY = re.compile(rf"{re.escape(OWN)}[1-9]\d?", re.ASCII)


def check_plan(questionnaire: Questionnaire, key: str, value: Any) -> Iterator[str]:
    if unknown := _unknown(questionnaire, key):
        yield unknown
    else:
        yield from edit_faults(key, value)


def check_texts(questionnaire: Questionnaire, key: str, value: Any) -> Iterator[str]:
    if _may_be_edited(questionnaire, key):
        yield from text(value)
    else:
        yield (
            say(
                "texte inconnu ; attendu : {charter}<article de la charte> ou {brief}<action à confier>.<partie> "
                "(parties : {brief_parts}).",
                charter=CHARTER,
                brief=BRIEF,
                brief_parts=", ".join(BRIEF_PARTS),
            )
        )


def text_keys(questionnaire: Questionnaire) -> tuple[str, ...]:
    """Every sheet text that may be edited: the articles of the charter, the parts of each mission brief."""
    charter = questionnaire.documents.charter
    articles = [f"{CHARTER}{article.id}" for article in charter.articles] if charter else []
    missions = [action.id for action in questionnaire.actions if action.mission]
    return (*articles, *(f"{BRIEF}{name}.{part}" for name in missions for part in BRIEF_PARTS))


def _may_be_edited(questionnaire: Questionnaire, key: str) -> bool:
    """Whether `key` is one of `text_keys`, without listing them: a hostile file asks it a hundred thousand times."""
    if key.startswith(CHARTER):
        charter, name = questionnaire.documents.charter, key.removeprefix(CHARTER)
        return charter is not None and any(article.id == name for article in charter.articles)
    name, _, part = key.removeprefix(BRIEF).rpartition(".")
    action = questionnaire.action_by_id.get(name) if key.startswith(BRIEF) else None
    return action is not None and action.mission is not None and part in BRIEF_PARTS


def edit_faults(key: str, value: Any) -> Iterator[str]:
    """What is wrong with one value of the plan, whatever the catalogue; nothing when it may be kept."""
    if key == START:
        yield from day(value)
    elif key == REQUEST:
        yield from object_of(REQUEST_PARTS, value)
    elif key.startswith(OWN):
        yield from _own(key, value)
    elif value == {}:
        yield say("rien n’est dit ; attendu au moins : {key}.", key=", ".join(_parts_of(key)))
    else:
        yield from object_of(_parts_of(key), value)


def _unknown(questionnaire: Questionnaire, key: str) -> str | None:
    if key in (START, REQUEST) or key.startswith(OWN):
        return None
    if key.startswith(ASK):
        known = key.removeprefix(ASK) in questionnaire.question_by_id
        return (
            None if known else say("question inconnue de ce questionnaire ; vérifiez ce qui suit « {ask} ».", ask=ASK)
        )
    if key in questionnaire.action_by_id:
        return None
    return say(
        "action inconnue de ce catalogue ; les vôtres s’écrivent {own}1 à {own}{own_max}.", own=OWN, own_max=OWN_MAX
    )


def _parts_of(key: str) -> Mapping[str, Check]:
    return ASK_PARTS if key.startswith(ASK) else ACTION_PARTS


def _own(key: str, value: Any) -> Iterator[str]:
    if not OWN_KEY.fullmatch(key):
        yield say("une action à vous s’écrit {own}1 à {own}{own_max}.", own=OWN, own_max=OWN_MAX)
    yield from object_of(OWN_PARTS, value, needs=("title",))


_line = partial(text, most=LINE_MAX)
_euros = partial(whole, 0, limits.EUROS_MAX)

_COMMON: dict[str, Check] = {"role": _line, "due": day, "note": text}
ASK_PARTS: dict[str, Check] = {"status": partial(one_of, limits.ASK_STATUSES), **_COMMON}
ACTION_PARTS: dict[str, Check] = {
    "status": partial(one_of, limits.STATUSES),
    **_COMMON,
    "euros": _euros,
    "funding": _line,
    "reason": text,
}
OWN_PARTS: dict[str, Check] = {"title": said, "hours": partial(whole, 0, limits.HOURS_MAX), **ACTION_PARTS}
COFUNDING_PARTS: dict[str, Check] = {
    "name": said,
    "euros": _euros,
    "status": partial(one_of, limits.COFUNDING_STATUSES),
}
REQUEST_PARTS: dict[str, Check] = {
    "years": partial(whole, 1, limits.YEARS_MAX),
    "need": text,
    "own_euros": _euros,
    "cofunding": partial(
        list_of, partial(object_of, COFUNDING_PARTS, needs=("name", "euros", "status")), limits.COFUNDING_MAX
    ),
    "upkeep_euros": _euros,
    "volunteer_hourly_euros": partial(whole, 0, limits.HOURLY_MAX),
    "indicators": partial(list_of, said, limits.INDICATORS_MAX),
    "measured_on": day,
}
