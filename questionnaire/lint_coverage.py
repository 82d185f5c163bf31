"""Rules on usefulness: every weak step has something to do about it, every danger a free way out."""

from __future__ import annotations

from collections.abc import Iterator

from questionnaire import walking
from questionnaire.model import Question, Questionnaire
from questionnaire.strict_yaml import Path_

Finding = tuple[Path_, str]
RESCUE_HOURS = 3


def weak_steps_have_actions(questionnaire: Questionnaire) -> Iterator[Finding]:
    target = int(questionnaire.rules.plan.default_target.value)
    for path, question in walking.questions(questionnaire):
        if question.type == "checklist":
            yield from _uncovered_options(questionnaire, path, question)
            continue
        highest = max(_steps(questionnaire, question.id), default=0)
        for step in range(min(target, question.top)):
            if highest <= step:
                yield path, f"« {question.id} » : aucune action pour qui est au palier {step} ; ajoutez-en une."


def _uncovered_options(questionnaire: Questionnaire, path: Path_, question: Question) -> Iterator[Finding]:
    moved = {o for a in questionnaire.actions for m in a.moves if m.item == question.id for o in m.options}
    for option in question.options:
        if option.id not in moved:
            yield path, f"« {question.id} » : aucune action pour l’option « {option.id} » ; ajoutez-en une."


def top_is_explained(questionnaire: Questionnaire) -> Iterator[Finding]:
    for path, question in walking.questions(questionnaire):
        reached = question.type == "checklist" or question.top in _steps(questionnaire, question.id)
        if not reached and not question.beyond:
            yield path, f"« {question.id} » : aucune action jusqu’au palier {question.top} ; écrivez « beyond »."


def critical_has_rescue(questionnaire: Questionnaire) -> Iterator[Finding]:
    """Otherwise a poor club gets a plan that leaves it without backups."""
    high = {c.id: c.high for c in questionnaire.cost_classes}
    for path, question in walking.questions(questionnaire):
        rescued = any(
            move.item == question.id
            and high.get(action.cost) == 0
            and action.hours <= RESCUE_HOURS
            and not action.after
            for action in questionnaire.actions
            for move in action.moves
        )
        if question.critical and not rescued:
            yield (
                (*path, "critical"),
                f"« {question.id} » est critique : il lui faut une action à 0 €, 3 h au plus, sans préalable.",
            )


def costs(questionnaire: Questionnaire) -> Iterator[Finding]:
    classes = {c.id: c for c in questionnaire.cost_classes}
    for i, cost in enumerate(questionnaire.cost_classes):
        if cost.low > cost.high:
            yield ("cost_classes", i), f"classe « {cost.id} » : le bas ({cost.low}) dépasse le haut ({cost.high})."
    for i, action in enumerate(questionnaire.actions):
        cost_class = classes.get(action.cost)
        if action.free_route and cost_class and cost_class.low > 0:
            yield (
                ("actions", i, "free_route"),
                f"« {action.id} » : « free_route » n’a de sens que si la classe de coût part de 0.",
            )
        if action.feasibility != 1 and not action.feasibility_rationale:
            yield (
                ("actions", i, "feasibility"),
                f"« {action.id} » : « feasibility » sans « feasibility_rationale » ; dites pourquoi.",
            )


def needs_cost_nothing(questionnaire: Questionnaire) -> Iterator[Finding]:
    """Otherwise the advice would be a shop window."""
    for i, need in enumerate(questionnaire.tools):
        if not any(option.kind in ("free", "nothing") for option in need.options):
            yield (
                ("tools", i, "options"),
                f"« {need.id} » : aucune réponse gratuite ; ajoutez une option « free » ou « nothing ».",
            )


def _steps(questionnaire: Questionnaire, question_id: str) -> set[int]:
    return {m.to_step or 0 for a in questionnaire.actions for m in a.moves if m.item == question_id}


RULES = (weak_steps_have_actions, top_is_explained, critical_has_rescue, costs, needs_cost_nothing)
