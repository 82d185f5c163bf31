"""The published JSON Schemas: one for each format of answers files, one for the content, made from the loaded model.

A schema helps an editor or another tool; the loader alone decides (a schema cannot say everything).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from questionnaire import plan_edits as limits
from questionnaire.answers import NA_TEXT_MAX, NA_TEXT_MIN
from questionnaire.answers_checks import EVIDENCE_LEVELS, IDENTITY_KEYS, IDENTITY_MAX, SEEN_BY_MAX
from questionnaire.answers_file import FORMAT, READ, REQUIRED, kinds_of
from questionnaire.assessment import MODES, NAME_MAX, TEXT_MAX
from questionnaire.model import CHECKLIST_LISTS, UNKNOWN, Part, Question, Questionnaire, UnscoredField
from questionnaire.plan_checks import text_keys
from questionnaire.previous_schema import of_previous
from questionnaire.workshop_checks import ASKED_MAX, MINORITY_MAX, SCOPES, VOTES_MAX, VOTES_MIN
from questionnaire.workshop_record import ROLES, SESSION, VOTE

ROOM = Path(__file__).parent
DRAFT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]

_NOTE: Schema = {"type": "string", "maxLength": TEXT_MAX}
_LINE: Schema = {"type": "string", "maxLength": limits.LINE_MAX}
_SAID: Schema = {"type": "string", "pattern": rf"^\s*\S([\s\S]{{0,{limits.LINE_MAX - 2}}}\S)?\s*$"}  # never blank
_DAY: Schema = {"type": "string", "format": "date", "pattern": r"^20[0-9]{2}-[0-9]{2}-[0-9]{2}$"}


def published(questionnaire: Questionnaire) -> dict[Path, str]:
    """Each schema file with the text it must hold."""
    schemas = {
        ROOM / "answers-1.schema.json": of_answers(questionnaire, READ[0]),
        ROOM / "answers-2.schema.json": of_answers(questionnaire),
        ROOM / "content" / "schema.json": of_content(),
    }
    return {path: json.dumps(schema, ensure_ascii=False, indent=1) + "\n" for path, schema in schemas.items()}


def of_content() -> Schema:
    """The assembled content: each YAML file of a questionnaire holds some of these keys, axis files one axis each."""
    return {"$schema": DRAFT} | Questionnaire.model_json_schema(by_alias=True)


def of_answers(questionnaire: Questionnaire, file_format: str = FORMAT) -> Schema:
    """An answers file to this questionnaire, in one of the formats that are read."""
    seen_by = {"type": "string", "maxLength": SEEN_BY_MAX}
    levels = {"enum": list(EVIDENCE_LEVELS)}
    evidence = _object({"level": levels, "text": _NOTE, "seen_by": seen_by}, required=["level"])
    head = _object({"id": {"const": questionnaire.id}, "version": {"const": questionnaire.version}}, ["id", "version"])
    kinds = {
        "profile": _object({f.id: _field(f) for f in questionnaire.profile}),
        "benchmark": _object({f.id: _field(f) for f in questionnaire.benchmark}),
        "answers": _object({q.id: _answer(q) for q in questionnaire.questions}),
        "targets": _object({t.id: _integer(1, max(q.top for q in t.questions)) for t in questionnaire.themes}),
        "notes": {"type": "object", "additionalProperties": _NOTE},
        "evidence": _object({q.id: evidence for q in questionnaire.questions}),
        "identity": _object({key: {"type": "string", "maxLength": IDENTITY_MAX} for key in IDENTITY_KEYS}),
        "plan": _plan(questionnaire),
        "texts": _object(dict.fromkeys(text_keys(questionnaire), _named("text"))),
        "workshop": _workshop(questionnaire),
        "previous": of_previous(questionnaire),
    }
    said = {
        "format": {"const": file_format},
        "questionnaire": head,
        "mode": {"enum": list(MODES)},
        "name": {"type": "string", "maxLength": NAME_MAX},
        "updated_on": {"type": "string", "format": "date"},
    }
    return (
        {"$schema": DRAFT, "title": f"{file_format}, {questionnaire.id} {questionnaire.version}"}
        | _object(said | {kind: kinds[kind] for kind in kinds_of(file_format)}, list(REQUIRED))
        | ({"$defs": _edits() | _votes(questionnaire)} if "plan" in kinds_of(file_format) else {})
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


def _edits() -> Schema:
    """What may be said of an action, of one of their own, of a thing to find out; named once, used for each id."""
    ask = {"role": _LINE, "due": _DAY, "note": _NOTE}
    action = ask | {"euros": _integer(0, limits.EUROS_MAX), "funding": _LINE, "reason": _NOTE}
    action["status"] = {"enum": list(limits.STATUSES)}
    own = action | {"title": _SAID, "hours": _integer(0, limits.HOURS_MAX)}
    return {
        "action": _object(action) | {"minProperties": 1},
        "own": _object(own, ["title"]),
        "ask": _object(ask | {"status": {"enum": list(limits.ASK_STATUSES)}}) | {"minProperties": 1},
        "text": _NOTE,
    }


def _plan(questionnaire: Questionnaire) -> Schema:
    actions = dict.fromkeys((action.id for action in questionnaire.actions), _named("action"))
    asks = {f"{limits.ASK}{question.id}": _named("ask") for question in questionnaire.questions}
    said = _object(actions | asks | {limits.START: _DAY, limits.REQUEST: _request()})
    return said | {"patternProperties": {r"^own\.[1-9][0-9]?$": _named("own")}}


def _workshop(questionnaire: Questionnaire) -> Schema:
    """The record of a workshop: its session, then the votes on each question, in counts only."""
    session = {"date": _DAY, "participants": _integer(1, VOTES_MAX), "asked": _integer(1, ASKED_MAX)}
    head = _object(session | {"scope": {"enum": list(SCOPES)}}, ["date", "participants"])
    return _object({SESSION: head} | {f"{VOTE}{q.id}": _named(f"voted.{q.top}") for q in questionnaire.questions})


def _votes(questionnaire: Questionnaire) -> Schema:
    return {f"voted.{top}": _voted(top) for top in sorted({q.top for q in questionnaire.questions})}


def _voted(top: int) -> Schema:
    """One question of so many steps; what was decided is left to the loader, question by question."""
    votes = _integer(0, VOTES_MAX)
    steps = {"type": "array", "minItems": top + 1, "maxItems": top + 1, "items": votes}
    many = {"votes": _integer(VOTES_MIN, VOTES_MAX), "steps": steps, "unknown": votes, "not_applicable": votes}
    few = _object({"votes": _integer(1, VOTES_MIN - 1)}, ["votes"])
    ballot: Schema = {"anyOf": [few, _object(many, ["votes", "steps"])]}
    said = {"first": ballot, "second": ballot, "movers": votes, "compared": _integer(VOTES_MIN, VOTES_MAX)}
    said |= {"decided": {}, "open": {"type": "boolean"}, "minority": {"type": "string", "maxLength": MINORITY_MAX}}
    return _object(said | {"roles": _object(dict.fromkeys(ROLES, _integer(0, top)))}, ["first"])


def _named(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _request() -> Schema:
    euros = _integer(0, limits.EUROS_MAX)
    payer = {"name": _SAID, "euros": euros, "status": {"enum": list(limits.COFUNDING_STATUSES)}}
    return _object(
        {
            "years": _integer(1, limits.YEARS_MAX),
            "need": _NOTE,
            "own_euros": euros,
            "cofunding": {"type": "array", "maxItems": limits.COFUNDING_MAX, "items": _object(payer, list(payer))},
            "upkeep_euros": euros,
            "volunteer_hourly_euros": _integer(0, limits.HOURLY_MAX),
            "indicators": {"type": "array", "maxItems": limits.INDICATORS_MAX, "items": _SAID},
            "measured_on": _DAY,
        }
    )


def _integer(low: int, high: int | None) -> Schema:
    return {"type": "integer", "minimum": low} | ({} if high is None else {"maximum": high})


def _object(properties: Schema, required: list[str] | None = None) -> Schema:
    said = {"type": "object", "properties": properties, "additionalProperties": False}
    return said | ({"required": required} if required else {})
