"""Rules on the order of actions: prerequisites never turn in a circle, and some plan can hold each action with them."""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from questionnaire.model import Questionnaire
from questionnaire.plan_edits import ASK, OWN, REQUEST, START
from questionnaire.strict_yaml import Path_

Finding = tuple[Path_, str]
Graph = dict[str, list[str]]


def prerequisites(questionnaire: Questionnaire) -> Iterator[Finding]:
    if circle := _circle(_graph(questionnaire)):
        first = next(i for i, a in enumerate(questionnaire.actions) if a.id in circle)
        yield (
            ("actions", first, "after"),
            f"actions préalables en boucle : {' → '.join(circle)} ; retirez l’une d’elles.",
        )


def reachable(questionnaire: Questionnaire) -> Iterator[Finding]:
    """An action comes into a plan with all its prerequisites: no plan may be too small for all of them."""
    graph = _graph(questionnaire)
    if _circle(graph):
        return
    limits = questionnaire.rules.plan
    most = max([int(limits.at_most_otherwise.value), *(limit.number for limit in limits.at_most)])
    ranks = {name: rank for rank, name in enumerate(TopologicalSorter(graph).static_order())}
    for i, action in enumerate(questionnaire.actions):
        chain = sorted(_together(graph, action.id), key=lambda name: -ranks[name])
        if len(chain) > most:
            yield (
                ("actions", i, "after"),
                f"« {action.id} » demande {len(chain)} actions ({' → '.join(chain)}) ; "
                f"aucun plan n’en tient plus de {most} : raccourcissez « after ».",
            )


def reserved_ids(questionnaire: Questionnaire) -> Iterator[Finding]:
    """In an answers file, these keys of the plan are no action of the catalogue."""
    for i, action in enumerate(questionnaire.actions):
        if action.id in (START, REQUEST) or action.id.startswith((OWN, ASK)):
            yield ("actions", i, "id"), f"identifiant « {action.id} » réservé au plan ; donnez-en un autre à l’action."


def _graph(questionnaire: Questionnaire) -> Graph:
    known = questionnaire.action_by_id
    return {a.id: [name for name in a.after if name in known] for a in questionnaire.actions}


def _circle(graph: Graph) -> list[str]:
    """A circle, each action followed by one of its prerequisites; empty when there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(reversed(error.args[1]))
    return []


def _together(graph: Graph, name: str) -> set[str]:
    """The action and everything it needs, near or far."""
    needed: set[str] = set()
    todo = [name]
    while todo:
        current = todo.pop()
        if current not in needed:
            needed.add(current)
            todo += graph[current]
    return needed


RULES = (prerequisites, reachable, reserved_ids)
