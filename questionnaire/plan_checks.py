"""The plan and the edited sheets of an answers file, checked key by key; every check yields French sentences.

A part is checked by a `Check`; objects and lists are checks made of smaller ones, so that every fault comes back at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from questionnaire import plan_edits as limits
from questionnaire.answers_checks import is_date, shown
from questionnaire.assessment import TEXT_MAX
from questionnaire.model import Questionnaire
from questionnaire.plan_edits import ASK, BRIEF, BRIEF_PARTS, CHARTER, LINE_MAX, OWN, OWN_MAX, REQUEST, START

Check = Callable[[Any], Iterator[str]]

OWN_KEY = re.compile(rf"{re.escape(OWN)}[1-9]\d?", re.ASCII)
DAYS = re.compile(r"20\d\d-.*")  # a calendar must be able to add months to any date kept
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # no document, no workbook holds it


def check_plan(questionnaire: Questionnaire, key: str, value: Any) -> Iterator[str]:
    if unknown := _unknown(questionnaire, key):
        yield unknown
    else:
        yield from edit_faults(key, value)


def check_texts(questionnaire: Questionnaire, key: str, value: Any) -> Iterator[str]:
    if key in text_keys(questionnaire):
        yield from _text(value)
    else:
        yield (
            f"texte inconnu ; attendu : {CHARTER}<article de la charte> ou {BRIEF}<action à confier>.<partie> "
            f"(parties : {', '.join(BRIEF_PARTS)})."
        )


def text_keys(questionnaire: Questionnaire) -> tuple[str, ...]:
    """Every sheet text that may be edited: the articles of the charter, the parts of each mission brief."""
    charter = questionnaire.documents.charter
    articles = [f"{CHARTER}{article.id}" for article in charter.articles] if charter else []
    missions = [action.id for action in questionnaire.actions if action.mission]
    return (*articles, *(f"{BRIEF}{name}.{part}" for name in missions for part in BRIEF_PARTS))


def edit_faults(key: str, value: Any) -> Iterator[str]:
    """What is wrong with one value of the plan, whatever the catalogue; nothing when it may be kept."""
    if key == START:
        yield from _day(value)
    elif key == REQUEST:
        yield from _object(REQUEST_PARTS, value)
    elif key.startswith(OWN):
        yield from _own(key, value)
    elif value == {}:
        yield f"rien n’est dit ; attendu au moins : {', '.join(_parts_of(key))}."
    else:
        yield from _object(_parts_of(key), value)


def _unknown(questionnaire: Questionnaire, key: str) -> str | None:
    if key in (START, REQUEST) or key.startswith(OWN):
        return None
    if key.startswith(ASK):
        known = key.removeprefix(ASK) in questionnaire.question_by_id
        return None if known else f"question inconnue de ce questionnaire ; vérifiez ce qui suit « {ASK} »."
    if key in questionnaire.action_by_id:
        return None
    return f"action inconnue de ce catalogue ; les vôtres s’écrivent {OWN}1 à {OWN}{OWN_MAX}."


def _parts_of(key: str) -> Mapping[str, Check]:
    return ASK_PARTS if key.startswith(ASK) else ACTION_PARTS


def _own(key: str, value: Any) -> Iterator[str]:
    if not OWN_KEY.fullmatch(key):
        yield f"une action à vous s’écrit {OWN}1 à {OWN}{OWN_MAX}."
    yield from _object(OWN_PARTS, value, needs=("title",))


def _object(parts: Mapping[str, Check], value: Any, needs: tuple[str, ...] = ()) -> Iterator[str]:
    if not isinstance(value, dict):
        yield "attendu : un objet « { … } »."
        return
    for name in needs:
        if name not in value:
            yield f"il manque « {name} » ; attendu : {', '.join(parts)}."
    for name, given in value.items():
        if name in parts:
            yield from (f"« {name} » : {sentence}" for sentence in parts[name](given))
        else:
            yield f"« {name} » inconnu ; attendu : {', '.join(parts)}."


def _list(check: Check, most: int, value: Any) -> Iterator[str]:
    if not isinstance(value, list):
        yield "attendu : une liste « [ … ] »."
        return
    if len(value) > most:
        yield f"{len(value)} lignes ; {most} au plus."
    for i, given in enumerate(value, 1):
        yield from (f"ligne {i}, {sentence}" for sentence in check(given))


def _one_of(known: tuple[str, ...], value: Any) -> Iterator[str]:
    if value not in known:
        yield f"{shown(value)} ; attendu : {', '.join(known)}."


def _whole(low: int, high: int, value: Any) -> Iterator[str]:
    if type(value) is not int or not low <= value <= high:
        yield f"{shown(value)} ; attendu : un nombre entier de {low} à {_figure(high)}."


def _day(value: Any) -> Iterator[str]:
    if not is_date(value) or not DAYS.fullmatch(value):
        yield f"{shown(value)} ; attendu : une date comme 2026-11-23, de 2000 à 2099."


def _text(value: Any, most: int = TEXT_MAX) -> Iterator[str]:
    if not isinstance(value, str) or len(value) > most:
        yield f"attendu : un texte de {_figure(most)} caractères au plus."
    elif bad := UNPRINTABLE.search(value):
        yield f"caractère invisible (U+{ord(bad.group()):04X}) ; attendu : un texte que l’on puisse imprimer."


def _said(value: Any) -> Iterator[str]:
    """A short text that cannot be left blank; spaces around it do not count."""
    if not isinstance(value, str) or not 1 <= len(value.strip()) <= LINE_MAX:
        yield f"attendu : un texte de 1 à {LINE_MAX} caractères."
    else:
        yield from _text(value, most=len(value))


def _figure(number: int) -> str:
    return f"{number:,}".replace(",", "\u202f")


_line = partial(_text, most=LINE_MAX)
_euros = partial(_whole, 0, limits.EUROS_MAX)

_COMMON: dict[str, Check] = {"role": _line, "due": _day, "note": _text}
ASK_PARTS: dict[str, Check] = {"status": partial(_one_of, limits.ASK_STATUSES), **_COMMON}
ACTION_PARTS: dict[str, Check] = {
    "status": partial(_one_of, limits.STATUSES),
    **_COMMON,
    "euros": _euros,
    "funding": _line,
    "reason": _text,
}
OWN_PARTS: dict[str, Check] = {"title": _said, "hours": partial(_whole, 0, limits.HOURS_MAX), **ACTION_PARTS}
COFUNDING_PARTS: dict[str, Check] = {
    "name": _said,
    "euros": _euros,
    "status": partial(_one_of, limits.COFUNDING_STATUSES),
}
REQUEST_PARTS: dict[str, Check] = {
    "years": partial(_whole, 1, limits.YEARS_MAX),
    "need": _text,
    "own_euros": _euros,
    "cofunding": partial(
        _list, partial(_object, COFUNDING_PARTS, needs=("name", "euros", "status")), limits.COFUNDING_MAX
    ),
    "upkeep_euros": _euros,
    "volunteer_hourly_euros": partial(_whole, 0, limits.HOURLY_MAX),
    "indicators": partial(_list, _said, limits.INDICATORS_MAX),
    "measured_on": _day,
}
