"""Shapes of JSON values, checked: every check yields French sentences.

Objects and lists are checks made of smaller ones, so that every fault comes back at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from questionnaire.answers_checks import is_date, shown
from questionnaire.assessment import TEXT_MAX
from questionnaire.language import say
from questionnaire.plan_edits import LINE_MAX

Check = Callable[[Any], Iterator[str]]

DAYS = re.compile(r"20\d\d-.*")  # a calendar must be able to add months to any date kept
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # no document, no workbook holds it


def object_of(parts: Mapping[str, Check], value: Any, needs: tuple[str, ...] = ()) -> Iterator[str]:
    """An object made of these parts, those of `needs` always there."""
    if not isinstance(value, dict):
        yield say("attendu : un objet « { … } ».")
        return
    for name in needs:
        if name not in value:
            yield say("il manque « {name} » ; attendu : {parts}.", name=name, parts=", ".join(parts))
    for name, given in value.items():
        if name in parts:
            yield from (f"« {name} » : {sentence}" for sentence in parts[name](given))
        else:
            yield say("« {name} » inconnu ; attendu : {parts}.", name=name, parts=", ".join(parts))


def list_of(check: Check, most: int, value: Any) -> Iterator[str]:
    """A list of at most so many lines, each checked."""
    if not isinstance(value, list):
        yield say("attendu : une liste « [ … ] ».")
        return
    if len(value) > most:
        yield say("{value} lignes ; {most} au plus.", value=len(value), most=most)
    for i, given in enumerate(value, 1):
        yield from (say("ligne {rank}, {sentence}", rank=i, sentence=sentence) for sentence in check(given))


def one_of(known: tuple[str, ...], value: Any) -> Iterator[str]:
    """One of these words."""
    if value not in known:
        yield say("{value} ; attendu : {known}.", value=shown(value), known=", ".join(known))


def whole(low: int, high: int, value: Any) -> Iterator[str]:
    """A whole number between two others, both allowed."""
    if type(value) is not int or not low <= value <= high:
        yield say(
            "{value} ; attendu : un nombre entier de {low} à {high}.", value=shown(value), low=low, high=figure(high)
        )


def day(value: Any) -> Iterator[str]:
    """A day of this century."""
    if not is_date(value) or not DAYS.fullmatch(value):
        yield say("{value} ; attendu : une date comme 2026-11-23, de 2000 à 2099.", value=shown(value))


def text(value: Any, most: int = TEXT_MAX) -> Iterator[str]:
    """A text that can be printed."""
    if not isinstance(value, str) or len(value) > most:
        yield say("attendu : un texte de {most} caractères au plus.", most=figure(most))
    elif bad := UNPRINTABLE.search(value):
        yield say(
            "caractère invisible (U+{group:04X}) ; attendu : un texte que l’on puisse imprimer.", group=ord(bad.group())
        )


def said(value: Any) -> Iterator[str]:
    """A short text that cannot be left blank; spaces around it do not count."""
    if not isinstance(value, str) or not 1 <= len(value.strip()) <= LINE_MAX:
        yield say("attendu : un texte de 1 à {line_max} caractères.", line_max=LINE_MAX)
    else:
        yield from text(value, most=len(value))


def figure(number: int) -> str:
    return f"{number:,}".replace(",", "\u202f")
