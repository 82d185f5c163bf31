"""What can be said to one scored question, as frozen values.

A step, a checklist, « je ne sais pas », « non concerné » with its reason, or nothing yet: five
different things that are never mixed up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from questionnaire.language import say
from questionnaire.model import CHECKLIST_LISTS, NA_REASONS, UNKNOWN, Question

NA_TEXT_MIN, NA_TEXT_MAX = 3, 300
UNWRITABLE = re.compile("[\0\ud800-\udfff]")  # what no file and no database can keep


@dataclass(frozen=True, slots=True)
class Step:
    value: int


@dataclass(frozen=True, slots=True)
class Checked:
    """A checklist: option ids in place, useful but absent, not useful for us."""

    in_place: frozenset[str]
    useful_but_absent: frozenset[str]
    not_useful: frozenset[str]

    @property
    def useful(self) -> int:
        return len(self.in_place) + len(self.useful_but_absent)

    @property
    def share(self) -> Fraction:
        """Share of the useful lines that are in place (0 when none is useful)."""
        return Fraction(len(self.in_place), self.useful) if self.useful else Fraction(0)


@dataclass(frozen=True, slots=True)
class Unknown:
    """« Je ne sais pas »."""


@dataclass(frozen=True, slots=True)
class NotApplicable:
    reason: str


Answer = Step | Checked | Unknown | NotApplicable


class NotAnAnswerError(ValueError):
    """The raw value is no answer to this question; each argument is a French sentence."""


def read(question: Question, raw: Any) -> Answer:
    """The answer written as `raw` (the JSON of an answers file). Raises NotAnAnswerError."""
    if raw == UNKNOWN:
        return Unknown()
    if isinstance(raw, dict) and "not_applicable" in raw:
        return _not_applicable(question, raw)
    return _step(question, raw) if question.type == "rubric" else _checked(question, raw)


def _step(question: Question, raw: Any) -> Step:
    if type(raw) is not int or not 0 <= raw <= question.top:
        raise NotAnAnswerError(
            say(
                '{raw} n’est pas un palier ; écrivez un entier de 0 à {top}, ou "unknown".',
                raw=_shown(raw),
                top=question.top,
            )
        )
    return Step(raw)


def _not_applicable(question: Question, raw: dict[str, Any]) -> NotApplicable:
    reason = raw["not_applicable"]
    if len(raw) > 1 or not isinstance(reason, str):
        raise NotAnAnswerError(say('« non concerné » s’écrit {"not_applicable": "raison"}, sans autre clé.'))
    if question.critical and question.critical.when is None:
        raise NotAnAnswerError(
            say("cette question protège des personnes ou des fichiers ; « non concerné » n’y est pas proposé.")
        )
    if reason == NA_REASONS[2] and not question.did_not_arise:
        raise NotAnAnswerError(say('la raison "did_not_arise" n’est pas proposée pour cette question.'))
    if reason not in NA_REASONS and (
        not NA_TEXT_MIN <= len(reason.strip()) <= len(reason) <= NA_TEXT_MAX or UNWRITABLE.search(reason)
    ):
        raise NotAnAnswerError(say("la raison de « non concerné » doit avoir de 3 à 300 caractères."))
    return NotApplicable(reason)


def _checked(question: Question, raw: Any) -> Checked:
    if not isinstance(raw, dict) or not set(raw) <= set(CHECKLIST_LISTS):
        raise NotAnAnswerError(say('attendu : les listes in_place, useful_but_absent et not_useful, ou "unknown".'))
    lists = [raw.get(name, []) for name in CHECKLIST_LISTS]
    if not all(isinstance(lines, list) and all(isinstance(o, str) for o in lines) for lines in lists):
        raise NotAnAnswerError(say("chaque liste contient des identifiants d’options, écrits en texte."))
    given = [option for lines in lists for option in lines]
    known = [option.id for option in question.options]
    if faults := _checklist_faults(given, known):
        raise NotAnAnswerError(*faults)
    return Checked(*(frozenset(lines) for lines in lists))


def _checklist_faults(given: list[str], known: list[str]) -> list[str]:
    twice = sorted({o for o in given if given.count(o) > 1})
    strange = sorted(set(given) - set(known))
    absent = [o for o in known if o not in given]
    return [
        *[
            say("option « {option} » inconnue ; options possibles : {known}.", option=o, known=", ".join(known))
            for o in strange
        ],
        *[say("option « {option} » rangée deux fois ; gardez-la dans une seule liste.", option=o) for o in twice],
        *[
            say("option « {option} » rangée dans aucune liste ; placez-la dans l’une des trois.", option=o)
            for o in absent
        ],
    ]


def _shown(raw: Any) -> str:
    text = repr(raw) if isinstance(raw, str) else str(raw)
    return f"« {text[:40]} »"
