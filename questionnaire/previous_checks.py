"""The earlier assessments of an answers file, checked key by key; every check yields French sentences.

A photo of another version may name what this version no longer has: there, shapes and lengths alone are checked, and
whoever reads leaves aside what is unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from questionnaire import answers_checks as checks
from questionnaire.assessment import MODES, NAME_MAX, TEXT_MAX
from questionnaire.language import say
from questionnaire.model import Questionnaire
from questionnaire.previous import CHOSEN, HINDSIGHT, MOST_READ

REQUIRED = ("version", "mode", "answers", "done")
KEYS = (*REQUIRED, "profile", "benchmark", "notes", "evidence")
DONE_MOST, OTHER_MOST = 200, 300
_OBJECT = "attendu : un objet « { … } »."


def check_previous(questionnaire: Questionnaire, key: str, value: Any) -> Iterator[str]:
    if key == CHOSEN:
        if not checks.is_date(value):
            yield say("{value} ; attendu : le jour d’une photo, comme 2026-11-23.", value=checks.shown(value))
    elif key.startswith(HINDSIGHT):
        yield from _hindsight(questionnaire, key, value)
    elif not checks.is_date(key):
        yield f"attendu : un jour comme 2026-11-23, « {CHOSEN} » ou {HINDSIGHT}<jour>.<question>."
    elif not isinstance(value, dict):
        yield say(_OBJECT)
    else:
        yield from _photo(questionnaire, value)


def too_many(values: Mapping[str, Any]) -> Iterator[str]:
    count = sum(checks.is_date(key) for key in values)
    if count > MOST_READ:
        yield say("{count} diagnostics d’avant ; {most_read} au plus.", count=count, most_read=MOST_READ)


def _hindsight(questionnaire: Questionnaire, key: str, value: Any) -> Iterator[str]:
    day, _, name = key.removeprefix(HINDSIGHT).partition(".")
    question = questionnaire.question_by_id.get(name)
    if not checks.is_date(day) or question is None or question.type != "rubric":
        yield say("attendu : {hindsight}<jour>.<question à paliers>.", hindsight=HINDSIGHT)
    elif type(value) is not int or not 0 <= value <= question.top:
        yield say(
            "{value} n’est pas un palier ; écrivez un entier de 0 à {top}.", value=checks.shown(value), top=question.top
        )


def _photo(questionnaire: Questionnaire, value: Mapping[str, Any]) -> Iterator[str]:
    yield from (f"il manque « {name} »." for name in REQUIRED if name not in value)
    yield from (
        say("« {name} » inconnu ; attendu : {keys}.", name=checks.shown(name), keys=", ".join(KEYS))
        for name in value
        if name not in KEYS
    )
    if "mode" in value and value["mode"] not in MODES:
        yield say("« mode » : {value} ; attendu : full ou express.", value=checks.shown(value["mode"]))
    if "version" in value and not (checks.is_text(value["version"], NAME_MAX) and value["version"]):
        yield say("« version » : attendu, un texte.")
    if "done" in value and not _are_ids(value["done"]):
        yield say("« done » : attendu, une liste d’actions, chacune une fois.")
    same = value.get("version") == questionnaire.version
    for kind, check in (SAME if same else OTHER).items():
        yield from _kind(questionnaire, kind, value.get(kind, {}), check)


Check = Callable[[Questionnaire, str, Any], Iterator[str]]


def _kind(questionnaire: Questionnaire, kind: str, values: Any, check: Check) -> Iterator[str]:
    if not isinstance(values, dict) or len(values) > OTHER_MOST:
        yield f"« {kind} » : {say(_OBJECT)}"
        return
    for key, value in values.items():
        yield from (f"« {kind}.{key[:40]} » : {sentence}" for sentence in check(questionnaire, key, value))


def _piece(questionnaire: Questionnaire, key: str, value: Any) -> Iterator[str]:
    yield from checks.check_evidence(questionnaire, key, {"level": "cited", "text": value})


def _text(_questionnaire: Questionnaire, key: str, value: Any) -> Iterator[str]:
    if not checks.is_text(key, NAME_MAX) or not checks.is_text(value, TEXT_MAX):
        yield say("attendu : un texte de {text_max} caractères au plus.", text_max=TEXT_MAX)


def _any_answer(_questionnaire: Questionnaire, key: str, value: Any) -> Iterator[str]:
    """The forms that any version may have written: a step, a word, lists of words, a group of them."""
    if not checks.is_text(key, NAME_MAX) or not _plain(value):
        yield say("valeur d’une forme inconnue ; attendu : un palier, un mot ou une liste de mots.")


def _plain(value: Any, depth: int = 2) -> bool:
    if isinstance(value, list):
        return len(value) <= OTHER_MOST and all(checks.is_text(one, NAME_MAX) for one in value)
    if isinstance(value, dict) and depth:
        return len(value) <= OTHER_MOST and all(_plain(one, depth - 1) for one in value.values())
    return type(value) is int or checks.is_text(value, TEXT_MAX)


def _are_ids(value: Any) -> bool:
    texts = isinstance(value, list) and len(value) <= DONE_MOST and all(checks.is_text(one, NAME_MAX) for one in value)
    return texts and len(set(value)) == len(value)


SAME: dict[str, Check] = {
    "profile": checks.check_profile,
    "benchmark": checks.check_benchmark,
    "answers": checks.check_answers,
    "notes": checks.check_notes,
    "evidence": _piece,
}
OTHER: dict[str, Check] = dict.fromkeys(("profile", "benchmark", "answers"), _any_answer) | dict.fromkeys(
    ("notes", "evidence"), _text
)
