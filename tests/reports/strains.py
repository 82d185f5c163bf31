"""Three hundred associations drawn by lot, most of them strained on purpose: the same number gives the same one."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from questionnaire.answers_file import parse
from questionnaire.assessment import NAME_MAX, TEXT_MAX, Assessment
from questionnaire.model import Questionnaire
from tests.builders import everyone_at, everything_applies, random_document, shipped

COUNT = 300
Strain = Callable[[Questionnaire, Random, dict[str, Any]], dict[str, Any]]

_NAMES = ("Association des amis du patrimoine, des savoir-faire et des fêtes de la vallée " * 3, "W" * 200)
_NOTES = ("note très longue " * 200, "Une ligne.\n" * 200, "m" * 3000)


def drawn(number: int) -> tuple[str, Assessment]:
    """The association of this number, and the strain it is under."""
    chance, strain = Random(number), strain_of(number)
    said = random_document(shipped(), chance, edited=True)
    return strain, parse(shipped(), said | STRAINS[strain](shipped(), chance, said))


def strain_of(number: int) -> str:
    return list(STRAINS)[number % len(STRAINS)]


def _long_name(_: Questionnaire, chance: Random, __: dict[str, Any]) -> dict[str, Any]:
    return {"name": chance.choice(_NAMES)[:NAME_MAX]}


def _long_notes(questionnaire: Questionnaire, chance: Random, said: dict[str, Any]) -> dict[str, Any]:
    """On questions and in the plan."""
    noted = chance.sample([question.id for question in questionnaire.questions], 4)
    planned = chance.sample([action.id for action in questionnaire.actions], 2)
    plan = said.get("plan", {}) | {name: {"status": "doing", "note": _note(chance)} for name in planned}
    return {"notes": {name: _note(chance) for name in noted}, "plan": plan}


def _note(chance: Random) -> str:
    return f"{chance.choice(_NOTES)[: TEXT_MAX - 1]}."


def _unknown(questionnaire: Questionnaire, *_: Any) -> dict[str, Any]:
    return {"answers": dict.fromkeys(questionnaire.question_by_id, "unknown")}


def _not_applicable(questionnaire: Questionnaire, *_: Any) -> dict[str, Any]:
    """What protects people may not be left out: it has no answer."""
    out = {"not_applicable": "we_have_none"}
    return {"answers": {q.id: out for q in questionnaire.questions if q.critical is None}}


def _highest(questionnaire: Questionnaire, *_: Any) -> dict[str, Any]:
    return {"answers": everyone_at(questionnaire, 3), **everything_applies()}


def _no_means(_: Questionnaire, __: Random, said: dict[str, Any]) -> dict[str, Any]:
    return {"profile": said["profile"] | {"P12": {"hours_per_month": 0, "euros": 0}}}


def _twelve_actions(questionnaire: Questionnaire, _: Random, said: dict[str, Any]) -> dict[str, Any]:
    """Everything remains to be done, with the means of a large one, and nothing decided yet."""
    means = {"P02": "250+", "P12": {"hours_per_month": 500, "euros": 50_000}}
    return {"mode": "full", "answers": everyone_at(questionnaire, 0), "profile": said["profile"] | means, "plan": {}}


STRAINS: dict[str, Strain] = {
    "none": lambda *_: {},
    "full": lambda *_: {"mode": "full"},
    "express": lambda *_: {"mode": "express"},
    "long name": _long_name,
    "long notes": _long_notes,
    "unknown": _unknown,
    "not applicable": _not_applicable,
    "highest": _highest,
    "no means": _no_means,
    "twelve actions": _twelve_actions,
}
