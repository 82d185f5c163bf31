"""`python -m scoring [--plan] [--start AAAA-MM-JJ] RÉPONSES.json…`: results as JSON, for coaches and other tools."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from questionnaire.assessment import Assessment
from questionnaire.editions import Editions, editions
from questionnaire.errors import AnswersError, PalierError
from questionnaire.model import Questionnaire
from questionnaire.settings import Settings
from scoring import document
from scoring.engine import score
from scoring.plan import make_plan, start_of

USAGE = """Usage : python -m scoring [--plan] [--start AAAA-MM-JJ] RÉPONSES.json [AUTRES.json …]
  --plan    ajoute le plan d’action
  --start   premier jour du calendrier du plan (celui gardé dans le fichier, sinon aujourd’hui)"""


@dataclass(frozen=True)
class Order:
    """What was asked on the command line."""

    files: tuple[Path, ...]
    plan: bool
    start: date | None


class WrongUsageError(ValueError):
    """The command line cannot be understood; the message is a French sentence."""


def main(arguments: list[str]) -> int:
    try:
        order = ordered(arguments)
    except WrongUsageError as error:
        print(f"{error}\n{USAGE}", file=sys.stderr)
        return 2
    try:
        known = editions(Settings().questionnaire)
    except PalierError as error:
        print(error, file=sys.stderr)
        return 1
    read = [_read(known, path) for path in order.files]
    if None in read:
        return 1
    results = [_answer(*one, order) for one in read if one]
    print(json.dumps(results if len(results) > 1 else results[0], ensure_ascii=False, indent=1))
    return 0


def ordered(arguments: list[str]) -> Order:
    """The order behind the arguments. Raises WrongUsageError."""
    rest = list(arguments)
    files: list[Path] = []
    plan, start = False, None
    while rest:
        word = rest.pop(0)
        if word == "--plan":
            plan = True
        elif word == "--start":
            start = _date(rest.pop(0) if rest else "")
        elif word.startswith("-"):
            raise WrongUsageError(f"Option « {word} » inconnue.")
        else:
            files.append(Path(word))
    if not files:
        raise WrongUsageError("Indiquez au moins un fichier de réponses.")
    return Order(tuple(files), plan, start)


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise WrongUsageError(f"« {text} » n’est pas une date ; écrivez-la comme 2026-12-01.") from None


def _read(known: Editions, path: Path) -> tuple[Questionnaire, Assessment] | None:
    """The assessment in `path` with the version it answers, or None once its faults are told."""
    try:
        return known.read(path.read_bytes())
    except OSError:
        print(f"{path} : fichier absent ou illisible ; vérifiez son nom.", file=sys.stderr)
    except AnswersError as error:
        for fault in error.faults:
            print(f"{path} : {fault}", file=sys.stderr)
    return None


def _answer(questionnaire: Questionnaire, assessment: Assessment, order: Order) -> dict[str, Any]:
    result = document.of_result(score(questionnaire, assessment))
    if not order.plan:
        return result
    start = order.start or start_of(assessment, date.today())
    return result | {"plan": document.of_plan(make_plan(questionnaire, assessment, start))}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
