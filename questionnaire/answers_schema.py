"""The two published JSON Schemas: one for answers files, one for the content, both made from the loaded model.

A schema helps an editor or another tool; the loader alone decides (a schema cannot say everything).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from questionnaire.answers import NA_TEXT_MAX, NA_TEXT_MIN
from questionnaire.answers_checks import EVIDENCE_LEVELS, IDENTITY_KEYS, IDENTITY_MAX
from questionnaire.answers_file import FORMAT, REQUIRED
from questionnaire.assessment import MODES, NAME_MAX, TEXT_MAX
from questionnaire.model import CHECKLIST_LISTS, UNKNOWN, Part, Question, Questionnaire, UnscoredField

ROOM = Path(__file__).parent
DRAFT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]


def published(questionnaire: Questionnaire) -> dict[Path, str]:
    """Each schema file with the text it must hold."""
    schemas = {
        ROOM / "answers-1.schema.json": of_answers(questionnaire),
        ROOM / "content" / "schema.json": of_content(),
    }
    return {path: json.dumps(schema, ensure_ascii=False, indent=1) + "\n" for path, schema in schemas.items()}


def of_content() -> Schema:
    """The assembled content: each YAML file of a questionnaire holds some of these keys, axis files one axis each."""
    return {"$schema": DRAFT} | Questionnaire.model_json_schema(by_alias=True)


def of_answers(questionnaire: Questionnaire) -> Schema:
    """An answers file to this questionnaire."""
    note = {"type": "string", "maxLength": TEXT_MAX}
    evidence = _object({"level": {"enum": list(EVIDENCE_LEVELS)}, "text": note}, required=["level"])
    head = _object({"id": {"const": questionnaire.id}, "version": {"const": questionnaire.version}}, ["id", "version"])
    kinds = {
        "profile": _object({f.id: _field(f) for f in questionnaire.profile}),
        "benchmark": _object({f.id: _field(f) for f in questionnaire.benchmark}),
        "answers": _object({q.id: _answer(q) for q in questionnaire.questions}),
        "targets": _object({t.id: _integer(1, max(q.top for q in t.questions)) for t in questionnaire.themes}),
        "notes": {"type": "object", "additionalProperties": note},
        "evidence": _object({q.id: evidence for q in questionnaire.questions}),
        "identity": _object({key: {"type": "string", "maxLength": IDENTITY_MAX} for key in IDENTITY_KEYS}),
    }
    said = {
        "format": {"const": FORMAT},
        "questionnaire": head,
        "mode": {"enum": list(MODES)},
        "name": {"type": "string", "maxLength": NAME_MAX},
        "updated_on": {"type": "string", "format": "date"},
    }
    return {"$schema": DRAFT, "title": f"{FORMAT}, {questionnaire.id} {questionnaire.version}"} | _object(
        said | kinds, list(REQUIRED)
    )


def _answer(question: Question) -> Schema:
    reason = {"type": "string", "minLength": NA_TEXT_MIN, "maxLength": NA_TEXT_MAX}
    forms: list[Schema] = [{"const": UNKNOWN}]
    if question.critical is None or question.critical.when is not None:
        forms.append(_object({"not_applicable": reason}, ["not_applicable"]))
    if question.type == "rubric":
        return {"anyOf": [_integer(0, question.top), *forms]}
    lines = {"type": "array", "uniqueItems": True, "items": {"enum": [o.id for o in question.options]}}
    return {"anyOf": [_object(dict.fromkeys(CHECKLIST_LISTS, lines)), *forms]}


def _field(field: UnscoredField | Part) -> Schema:
    options = {"enum": [option.id for option in field.options]}
    match field.kind:
        case "choice":
            return options
        case "integer":
            return _integer(field.minimum or 0, field.maximum)
        case "choices":
            most = {"maxItems": field.max_choices} if isinstance(field, UnscoredField) and field.max_choices else {}
            return {"type": "array", "uniqueItems": True, "items": options} | most
        case "group":
            return _object({p.id: _field(p) for p in field.parts} if isinstance(field, UnscoredField) else {})
    pattern = {"pattern": field.pattern} if isinstance(field, Part) and field.pattern else {}
    return {"type": "string", "maxLength": IDENTITY_MAX} | pattern


def _integer(low: int, high: int | None) -> Schema:
    return {"type": "integer", "minimum": low} | ({} if high is None else {"maximum": high})


def _object(properties: Schema, required: list[str] | None = None) -> Schema:
    said = {"type": "object", "properties": properties, "additionalProperties": False}
    return said | ({"required": required} if required else {})
