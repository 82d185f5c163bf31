"""A paper count as it was typed, a field a number: what a move can be made of, or which field to correct."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from questionnaire.language import say
from questionnaire.model import Question
from questionnaire.typography import typeset
from workshop.model import SEATS_MAX, Tally

UNKNOWN, NOT_APPLICABLE = "unknown", "not_applicable"
Typed = Mapping[str, str]  # by field: the step's number, « option/0 » to « option/2 », unknown, not_applicable


def fields(question: Question, critical: bool) -> tuple[str, ...]:
    """Every number to type for this question, in the order of its answers."""
    lines = tuple(f"{option.id}/{i}" for option in question.options for i in range(3))
    steps = () if question.type == "checklist" else tuple(str(step) for step in range(question.top + 1))
    return (*steps, *lines, UNKNOWN) if critical else (*steps, *lines, UNKNOWN, NOT_APPLICABLE)


def read_fields(question: Question, typed: Typed, names: Mapping[str, str]) -> dict[str, Any] | str:
    """The raw count of a `KeyTally`, or the French sentence that names the field to correct. An empty field is 0."""
    numbers: dict[str, int] = {}
    for field, text in typed.items():
        kept = text.strip()
        if kept and not (kept.isascii() and kept.isdigit() and len(kept) < 4 and int(kept) <= SEATS_MAX):
            said = say(
                "« {names} » : « {kept} » ne va pas. Écrivez un nombre entier, de 0 à {seats_max}.",
                names=names[field],
                kept=kept[:20],
                seats_max=SEATS_MAX,
            )
            return typeset(said)
        numbers[field] = int(kept or 0)
    if not any(numbers.values()):
        return typeset(say("Aucun vote n’est compté : écrivez au moins un nombre."))
    return _uneven(question, numbers) or _raw(question, numbers)


def _raw(question: Question, numbers: Mapping[str, int]) -> dict[str, Any]:
    apart = {name: numbers[name] for name in (UNKNOWN, NOT_APPLICABLE) if name in numbers}
    if question.type == "checklist":
        lines = {option.id: [numbers[f"{option.id}/{i}"] for i in range(3)] for option in question.options}
        return apart | ({"lines": lines} if any(map(sum, lines.values())) else {})
    return apart | {"steps": [numbers[str(step)] for step in range(question.top + 1)]}


def _uneven(question: Question, numbers: Mapping[str, int]) -> str | None:
    """Each person sorted every line: the first line that does not count as many as the one before it."""
    totals = [(option.text, sum(numbers[f"{option.id}/{i}"] for i in range(3))) for option in question.options]
    for (_, before), (text, total) in pairwise(totals):
        if total != before:
            first = say(
                "Chaque ligne doit compter les mêmes personnes : {before} à la première, {total} à « {text} ».",
                before=before,
                total=total,
                text=text,
            )
            return typeset(say("{first} Vérifiez ces lignes.", first=first))
    return None


def typed(question: Question, tally: Tally | None, critical: bool) -> dict[str, str]:
    """What to show in the fields: the count already typed, else nothing."""
    if tally is None:
        return dict.fromkeys(fields(question, critical), "")
    lines = {f"{option}/{i}": str(counts[i]) for option, counts in tally.lines for i in range(3)}
    steps = {} if question.type == "checklist" else {str(i): str(count) for i, count in enumerate(tally.steps)}
    apart = {UNKNOWN: str(tally.unknown), NOT_APPLICABLE: str(tally.not_applicable)}
    return {field: (steps | lines | apart).get(field, "0") for field in fields(question, critical)}
