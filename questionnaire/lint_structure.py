"""Rules on the structure: unique identifiers, ordered anchors, complete levels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from questionnaire import walking
from questionnaire.model import Questionnaire
from questionnaire.strict_yaml import Path_

Finding = tuple[Path_, str]


def unique_ids(questionnaire: Questionnaire) -> Iterator[Finding]:
    groups: list[list[tuple[Path_, str]]] = [
        [(path, part.id) for path, part in (*walking.asked(questionnaire), *walking.scored(questionnaire))]
    ]
    for name in ("actions", "resources", "references", "cost_classes", "funding_routes", "tools", "doors", "glossary"):
        groups.append([((name, i), part.id) for i, part in enumerate(getattr(questionnaire, name))])
    for path, part in walking.asked(questionnaire):
        groups.append([((*path, "options", i), option.id) for i, option in enumerate(part.options)])
    for path, field in walking.fields(questionnaire):
        groups.append([((*path, "parts", i), part.id) for i, part in enumerate(field.parts)])
    groups += _sheet_lines(questionnaire)
    for group in groups:
        yield from _repeated(group)


def _sheet_lines(questionnaire: Questionnaire) -> Iterator[list[tuple[Path_, str]]]:
    """The lines of each sheet of documents.yaml."""
    for sheet, lines in (("turnover", "lines"), ("handover", "rows"), ("charter", "articles"), ("mission", "terms")):
        written = getattr(questionnaire.documents, sheet)
        if written:
            yield [(("documents", sheet, lines, i), part.id) for i, part in enumerate(getattr(written, lines))]


def _repeated(group: Iterable[tuple[Path_, str]]) -> Iterator[Finding]:
    seen: set[str] = set()
    for path, name in group:
        if name in seen:
            yield (*path, "id"), f"identifiant « {name} » déjà pris ; un identifiant ne sert qu’une fois."
        seen.add(name)


def anchors(questionnaire: Questionnaire) -> Iterator[Finding]:
    for path, question in walking.questions(questionnaire):
        rubric = question.type == "rubric"
        if rubric and len(question.anchors) < 2:
            yield (*path, "anchors"), f"« {question.id} » : au moins deux « anchors », du plus fragile au plus abouti."
        if rubric == bool(question.options):
            yield (
                (*path, "options" if rubric else "type"),
                f"« {question.id} » : un « rubric » a des « anchors », une « checklist » a des « options ».",
            )
        if not rubric and len(question.options) < 3:
            yield (*path, "options"), f"« {question.id} » : au moins trois « options » dans une « checklist »."
        for text, count in Counter(question.anchors).items():
            if count > 1:
                yield (
                    (*path, "anchors"),
                    f"« {question.id} » : l’ancre « {text} » est répétée ; chacune doit exclure les autres.",
                )


def critical(questionnaire: Questionnaire) -> Iterator[Finding]:
    levels = {level.number for level in questionnaire.rules.scoring.levels}
    for path, question in walking.questions(questionnaire):
        if not question.critical:
            continue
        where = (*path, "critical")
        if question.type != "rubric":
            yield where, f"« {question.id} » : seule une question à paliers peut être critique."
        steps = {str(i) for i in range(question.top)}
        for step, cap in question.critical.caps.items():
            if step not in steps or cap not in levels:
                yield where, f"« {question.id} » : plafond « {step}: {cap} » impossible ; palier puis niveau existants."
        if set(question.critical.because) != set(question.critical.caps) or "0" not in question.critical.caps:
            yield where, f'« {question.id} » : « because » explique chaque palier de « caps », le palier "0" compris.'


def levels(questionnaire: Questionnaire) -> Iterator[Finding]:
    rules = questionnaire.rules.scoring.levels
    where: Path_ = ("rules", "scoring", "levels")
    starts = [level.starts_at for level in rules]
    if starts[0] != 0 or starts != sorted(set(starts)) or starts[-1] >= 100:
        yield where, f"seuils « {starts} » ; ils commencent à 0 et montent, sous 100."
    if [level.number for level in rules] != list(range(1, len(rules) + 1)):
        yield where, "les niveaux se numérotent 1, 2, 3… dans l’ordre."


def interpretations(questionnaire: Questionnaire) -> Iterator[Finding]:
    wanted = {str(level.number) for level in questionnaire.rules.scoring.levels}
    for path, part in walking.scored(questionnaire):
        if set(part.interpretations) != wanted:
            yield (
                (*path, "interpretations"),
                f"« {part.id} » : une interprétation par niveau ({', '.join(sorted(wanted))}).",
            )


def fields(questionnaire: Questionnaire) -> Iterator[Finding]:
    for path, field in walking.fields(questionnaire):
        if field.kind in ("choice", "choices") and len(field.options) < 2:
            yield (*path, "options"), f"« {field.id} » : au moins deux « options »."
        if (field.kind == "group") != bool(field.parts):
            yield (*path, "kind"), f"« {field.id} » : « parts » va avec le type « group », et lui seul."
        strange = set(field.exclusive) - {option.id for option in field.options}
        for option in sorted(strange):
            yield (*path, "exclusive"), f"« {field.id} » : option « {option} » inconnue dans « exclusive »."


RULES = (unique_ids, anchors, critical, levels, interpretations, fields)
