"""Rules on references: whatever is named exists, and conditions look backwards."""

from __future__ import annotations

from collections.abc import Iterator

from questionnaire import walking
from questionnaire.catalogue import Action, Move
from questionnaire.model import Question, Questionnaire
from questionnaire.rules import Duty
from questionnaire.strict_yaml import Path_
from questionnaire.values import Condition, Sourced
from questionnaire.welcome import Word

Finding = tuple[Path_, str]


def sources(questionnaire: Questionnaire) -> Iterator[Finding]:
    for path, model in walking.models(questionnaire):
        reference = model.reference if isinstance(model, Sourced | Duty | Word) else None
        if reference and reference not in questionnaire.reference_by_id:
            yield (*path, "reference"), f"référence « {reference} » inconnue ; ajoutez-la dans questionnaire.yaml."


def conditions(questionnaire: Questionnaire) -> Iterator[Finding]:
    for path, leaf in walking.conditions(questionnaire):
        if leaf.question and leaf.question not in questionnaire.question_by_id:
            yield path, f"question « {leaf.question} » inconnue dans une condition."
        if leaf.field:
            yield from _field_leaf(questionnaire, path, leaf)


def _field_leaf(questionnaire: Questionnaire, path: Path_, leaf: Condition) -> Iterator[Finding]:
    field = questionnaire.field_by_id.get(leaf.field or "")
    if field is None:
        yield path, f"champ « {leaf.field} » inconnu dans une condition."
        return
    name = f"{field.id}.{leaf.part}" if leaf.part else field.id
    asked = next((part for part in field.parts if part.id == leaf.part), None) if leaf.part else field
    if asked is None:
        yield path, f"« {field.id} » n’a pas de partie « {leaf.part} » ; « part » nomme une partie d’un groupe."
    elif asked.kind not in ("choice", "choices"):
        yield path, f"champ « {name} » : une condition porte sur un choix, pas sur un nombre, un texte ou un groupe."
    else:
        known = {option.id for option in asked.options}
        for option in sorted({*(leaf.has_any or ()), *(leaf.not_in or ())} - known):
            yield path, f"option « {option} » inconnue dans « {name} »."


def backwards(questionnaire: Questionnaire) -> Iterator[Finding]:
    """A condition only looks at what was asked before: fields in order, then questions in order."""
    order = {name: i for i, name in enumerate([*questionnaire.field_by_id, *questionnaire.question_by_id])}
    for path, part in walking.asked(questionnaire):
        critical = part.critical if isinstance(part, Question) else None
        for where, condition in (("when", part.when), ("critical", critical.when if critical else None)):
            for leaf in condition.leaves() if condition else ():
                name = leaf.field or leaf.question or ""
                if order.get(name, -1) >= order[part.id]:
                    yield (
                        (*path, where),
                        f"« {part.id} » dépend de « {name} », demandé après ; une condition regarde en arrière.",
                    )


def actions(questionnaire: Questionnaire) -> Iterator[Finding]:
    classes = {c.id for c in questionnaire.cost_classes}
    for i, action in enumerate(questionnaire.actions):
        path: Path_ = ("actions", i)
        if action.cost not in classes:
            yield (*path, "cost"), f"« {action.id} » : classe de coût « {action.cost} » inconnue."
        for name in action.after:
            if name not in questionnaire.action_by_id:
                yield (*path, "after"), f"« {action.id} » : action préalable « {name} » inconnue."
        for name in action.resources:
            if name not in questionnaire.resource_by_id:
                yield (*path, "resources"), f"« {action.id} » : ressource « {name} » inconnue dans resources.yaml."
        yield from _moves(questionnaire, path, action)


def _moves(questionnaire: Questionnaire, path: Path_, action: Action) -> Iterator[Finding]:
    items = [move.item for move in action.moves]
    for i, move in enumerate(action.moves):
        sentence = _move_fault(questionnaire, move)
        if items.count(move.item) > 1:
            sentence = f"question « {move.item} » citée deux fois"
        if sentence:
            yield (*path, "moves", i), f"« {action.id} » : {sentence}."


def _move_fault(questionnaire: Questionnaire, move: Move) -> str | None:
    question = questionnaire.question_by_id.get(move.item)
    if question is None:
        return f"question « {move.item} » inconnue"
    if question.type == "rubric":
        if move.options or move.to_step is None or move.to_step > question.top:
            return f"« {move.item} » se fait avancer par « to_step », de 1 à {question.top}"
        return None
    known = {option.id for option in question.options}
    if move.to_step is not None or not move.options or not set(move.options) <= known:
        return f"« {move.item} » se fait avancer par « options », parmi {', '.join(sorted(known))}"
    return None


def rules(questionnaire: Questionnaire) -> Iterator[Finding]:
    """Whatever rules.yaml names exists: axes, themes, questions, fields, options, parts."""
    data = questionnaire.rules
    axes = {axis.id for axis in questionnaire.axes}
    named: list[tuple[Path_, str, set[str]]] = [
        (("plan", "axis_factors"), axis, axes) for axis in data.plan.axis_factors
    ]
    named += [(("plan", "axis_limits"), limit.axis, axes) for limit in data.plan.axis_limits]
    named += [(("ai_axis",), data.ai_axis, axes)] if data.ai_axis else []
    named += [(("roles_field",), data.roles_field, set(questionnaire.field_by_id))] if data.roles_field else []
    named += [
        (("ai_verdict", i), q, set(questionnaire.question_by_id))
        for i, s in enumerate(data.ai_verdict)
        for q in s.missing
    ]
    named += [*_perception(questionnaire), *_opportunities(questionnaire), *_capacity(questionnaire)]
    for path, name, known in named:
        if name not in known:
            yield ("rules", *path), f"« {name} » inconnu ; valeurs possibles : {', '.join(sorted(known))}."


def _perception(questionnaire: Questionnaire) -> Iterator[tuple[Path_, str, set[str]]]:
    levels = {str(level.number) for level in questionnaire.rules.scoring.levels}
    for i, said in enumerate(questionnaire.rules.perception):
        field = questionnaire.field_by_id.get(said.field)
        yield ("perception", i), said.field, set(questionnaire.field_by_id)
        yield ("perception", i), said.axis, {axis.id for axis in questionnaire.axes}
        yield ("perception", i), said.option, {o.id for o in field.options} if field else {said.option}
        for level in said.levels:
            yield ("perception", i), str(level), levels


def _opportunities(questionnaire: Questionnaire) -> Iterator[tuple[Path_, str, set[str]]]:
    opportunities = questionnaire.rules.opportunities
    if not opportunities:
        return
    yield ("opportunities",), opportunities.field, set(questionnaire.field_by_id)
    field = questionnaire.field_by_id.get(opportunities.field)
    for i, match in enumerate(opportunities.matches):
        yield ("opportunities", "matches", i), match.option, {o.id for o in field.options} if field else set()
        for theme in match.themes:
            yield ("opportunities", "matches", i), theme, set(questionnaire.theme_by_id)


def _capacity(questionnaire: Questionnaire) -> Iterator[tuple[Path_, str, set[str]]]:
    capacity = questionnaire.rules.plan.capacity
    field = questionnaire.field_by_id.get(capacity.field)
    yield ("plan", "capacity"), capacity.field, set(questionnaire.field_by_id)
    for part in (capacity.hours_part, capacity.euros_part):
        yield ("plan", "capacity"), part, {p.id for p in field.parts} if field else set()


RULES = (sources, conditions, backwards, actions, rules)
