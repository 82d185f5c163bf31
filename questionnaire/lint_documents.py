"""Rules on what comes with a plan: routes, tools, sheets and missions only name what exists."""

from __future__ import annotations

from collections.abc import Iterator

from questionnaire.model import Questionnaire
from questionnaire.strict_yaml import Path_

Finding = tuple[Path_, str]


def doors(questionnaire: Questionnaire) -> Iterator[Finding]:
    """The resource of a funding route or of a tool is in resources.yaml."""
    named: list[tuple[Path_, str | None]] = [
        (("funding_routes", i), route.resource) for i, route in enumerate(questionnaire.funding_routes)
    ]
    for i, need in enumerate(questionnaire.tools):
        named += [(("tools", i, "options", j), option.resource) for j, option in enumerate(need.options)]
    for path, name in named:
        if name and name not in questionnaire.resource_by_id:
            yield (*path, "resource"), f"ressource « {name} » inconnue dans resources.yaml."


def departures(questionnaire: Questionnaire) -> Iterator[Finding]:
    turnover = questionnaire.documents.turnover
    for i, line in enumerate(turnover.lines if turnover else ()):
        if line.question and line.question not in questionnaire.question_by_id:
            where: Path_ = ("documents", "turnover", "lines", i, "question")
            yield where, f"« {line.id} » : question « {line.question} » inconnue."


def missions(questionnaire: Questionnaire) -> Iterator[Finding]:
    """A mission brief is made of the action and of what documents.yaml says of every mission."""
    rules = questionnaire.documents.mission
    for i, action in enumerate(questionnaire.actions):
        where: Path_ = ("actions", i, "mission")
        if action.mission and rules is None:
            yield where, f"« {action.id} » : une mission demande « mission » dans documents.yaml ; écrivez-la."
        elif action.mission and rules and action.mission.length not in rules.lengths:
            yield (
                (*where, "length"),
                f"« {action.id} » : durée « {action.mission.length} » absente de « lengths », dans documents.yaml.",
            )


RULES = (doors, departures, missions)
