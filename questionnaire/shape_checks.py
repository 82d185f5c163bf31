"""Shapes of JSON values, checked: every check yields French sentences.

Objects and lists are checks made of smaller ones, so that every fault comes back at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from questionnaire.answers_checks import is_date, shown
from questionnaire.assessment import TEXT_MAX
from questionnaire.plan_edits import LINE_MAX

Check = Callable[[Any], Iterator[str]]

DAYS = re.compile(r"20\d\d-.*")  # a calendar must be able to add months to any date kept
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # no document, no workbook holds it


def object_of(parts: Mapping[str, Check], value: Any, needs: tuple[str, ...] = ()) -> Iterator[str]:
    """An object made of these parts, those of `needs` always there."""
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


def list_of(check: Check, most: int, value: Any) -> Iterator[str]:
    """A list of at most so many lines, each checked."""
    if not isinstance(value, list):
        yield "attendu : une liste « [ … ] »."
        return
    if len(value) > most:
        yield f"{len(value)} lignes ; {most} au plus."
    for i, given in enumerate(value, 1):
        yield from (f"ligne {i}, {sentence}" for sentence in check(given))


def one_of(known: tuple[str, ...], value: Any) -> Iterator[str]:
    """One of these words."""
    if value not in known:
        yield f"{shown(value)} ; attendu : {', '.join(known)}."


def whole(low: int, high: int, value: Any) -> Iterator[str]:
    """A whole number between two others, both allowed."""
    if type(value) is not int or not low <= value <= high:
        yield f"{shown(value)} ; attendu : un nombre entier de {low} à {figure(high)}."


def day(value: Any) -> Iterator[str]:
    """A day of this century."""
    if not is_date(value) or not DAYS.fullmatch(value):
        yield f"{shown(value)} ; attendu : une date comme 2026-11-23, de 2000 à 2099."


def text(value: Any, most: int = TEXT_MAX) -> Iterator[str]:
    """A text that can be printed."""
    if not isinstance(value, str) or len(value) > most:
        yield f"attendu : un texte de {figure(most)} caractères au plus."
    elif bad := UNPRINTABLE.search(value):
        yield f"caractère invisible (U+{ord(bad.group()):04X}) ; attendu : un texte que l’on puisse imprimer."


def said(value: Any) -> Iterator[str]:
    """A short text that cannot be left blank; spaces around it do not count."""
    if not isinstance(value, str) or not 1 <= len(value.strip()) <= LINE_MAX:
        yield f"attendu : un texte de 1 à {LINE_MAX} caractères."
    else:
        yield from text(value, most=len(value))


def figure(number: int) -> str:
    return f"{number:,}".replace(",", "\u202f")
