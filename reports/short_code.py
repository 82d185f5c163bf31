"""The short code printed on a copy: whoever holds the paper can tell whether its figures were copied right.

It is a checksum, not a signature: anybody may compute it, and it proves nothing against a forger. It finds a
34 typed or copied as 43, a page of another report, another day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import reduce
from hashlib import sha256

from questionnaire.errors import PalierError
from questionnaire.language import say
from questionnaire.model import Questionnaire
from questionnaire.typography import counted, typeset
from reports.phrases import quoted
from scoring.display import shown_score
from scoring.model import AxisScore, Result

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O or U
READ_AS = str.maketrans("OIL", "011")
GROUP, LENGTH = 5, 10
FORMAT = "palier-code/1"
_REDUCED_BY = 0b100101  # x⁵ + x² + 1: the letters of the alphabet become the field of 32 elements


class CodeError(PalierError):
    """A code that no Palier printed, with the sentence that says why."""


@dataclass(frozen=True, slots=True)
class AxisFigures:
    """One axis as printed: « 34 » to « 40 », levels 1 and « peut-être 2 ». None for what is not printed."""

    id: str
    low: str | None
    high: str | None
    level_assured: int | None
    level_possible: int | None


@dataclass(frozen=True, slots=True)
class PrintedFigures:
    """What the code vouches for. Axes in any order."""

    questionnaire_id: str
    version: str
    mode: str
    on: date
    axes: tuple[AxisFigures, ...]


def figures_of(questionnaire: Questionnaire, result: Result, on: date, *, intervals: bool = True) -> PrintedFigures:
    """The figures as a copy dated `on` prints them; without `intervals` for a copy that prints levels only."""
    axes = tuple(_axis_figures(questionnaire, result, axis, intervals) for axis in result.axes)
    return PrintedFigures(result.questionnaire_id, result.version, result.mode, on, axes)


def code_of(figures: PrintedFigures) -> str:
    """Ten characters in two groups, « 7K3QF-9M2XA »: nine of SHA-256 (45 bits) and one that checks them."""
    digest = int.from_bytes(sha256(_spelt(figures).encode()).digest()[:6], "big")
    values = [digest >> (5 * i) & 31 for i in range(LENGTH - 1)]
    code = "".join(ALPHABET[value] for value in [*values, _check_value(values)])
    return f"{code[:GROUP]}-{code[GROUP:]}"


def check(code: str, typed: PrintedFigures) -> bool:
    """Whether the code is the one of these figures. Raises CodeError when the code itself is miscopied.

    Capitals, spaces and dashes do not count; O is read 0, I and L are read 1. Any single wrong character,
    and any two characters swapped, are found without looking at the figures.
    """
    return _letters(code) == _letters(code_of(typed))


def _axis_figures(questionnaire: Questionnaire, result: Result, axis: AxisScore, intervals: bool) -> AxisFigures:
    """As the summary prints it: no interval where no number may be read, no level where a posture stands for it."""
    score, rules = axis.score, questionnaire.rules
    low, high = (score.low, score.high) if intervals and axis.evaluable else (None, None)
    posture = axis.id == rules.ai_axis and result.ai_posture is not None and not axis.evaluable
    return AxisFigures(
        axis.id,
        None if low is None else shown_score(low, rules.scoring),
        None if high is None else shown_score(high, rules.scoring),
        None if posture else score.level_assured,
        None if posture else score.level_possible,
    )


def _spelt(figures: PrintedFigures) -> str:
    """One line of text; « 49.6 » typed for « 49,6 » is the same figure, and one edge alone stands for both."""
    head = [FORMAT, figures.questionnaire_id, figures.version, figures.mode, figures.on.isoformat()]
    return "|".join([*head, *sorted(map(_spelt_axis, figures.axes))])


def _spelt_axis(axis: AxisFigures) -> str:
    low, high = (None if edge is None else edge.strip().replace(".", ",") for edge in (axis.low, axis.high))
    edges = (low, high or low, axis.level_assured, axis.level_possible or axis.level_assured)
    return " ".join([axis.id, *("-" if edge is None else str(edge) for edge in edges)])


def _letters(code: str) -> str:
    """The ten characters of a code, as the alphabet spells them. Raises CodeError."""
    letters = re.sub(r"[\s\u2010-\u2015\u2212-]", "", code).upper().translate(READ_AS)
    strange = [letter for letter in letters if letter not in ALPHABET]
    if strange:
        raise CodeError(
            typeset(
                say(
                    "Le caractère {strange} n’existe dans aucun code : relisez-le sur le papier.",
                    strange=quoted(strange[0]),
                )
            )
        )
    if len(letters) != LENGTH:
        found = counted(len(letters), "caractère", "caractères")
        raise CodeError(
            typeset(
                say(
                    "Un code compte {length} caractères, celui-ci {found} : relisez-le sur le papier.",
                    length=LENGTH,
                    found=found,
                )
            )
        )
    *values, last = [ALPHABET.index(letter) for letter in letters]
    if _check_value(values) != last:
        raise CodeError(
            typeset(say("Ce code est mal recopié : un de ses caractères n’est pas le bon, ou deux sont inversés."))
        )
    return letters


def _check_value(values: list[int]) -> int:
    """Each value times a different power of x, added: one change or one swap always changes the sum."""
    return reduce(lambda total, value: _times_x(total ^ value), values, 0)


def _times_x(value: int) -> int:
    return value << 1 ^ (_REDUCED_BY if value & 16 else 0)
