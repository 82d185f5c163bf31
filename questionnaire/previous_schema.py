"""The JSON Schema of the earlier assessments of an answers file.

A photo may be of another version: its values are described by shape only, and the loader decides.
"""

from __future__ import annotations

from typing import Any

from questionnaire.assessment import MODES, NAME_MAX, TEXT_MAX
from questionnaire.model import Questionnaire
from questionnaire.previous import CHOSEN, HINDSIGHT
from questionnaire.previous_checks import DONE_MOST, KEYS, OTHER_MOST, REQUIRED

_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"


def of_previous(questionnaire: Questionnaire) -> dict[str, Any]:
    """Photos by day, the one that is compared, and what is said in hindsight."""
    rubrics = [question for question in questionnaire.questions if question.type == "rubric"]
    names = "|".join(question.id.replace(".", r"\.") for question in rubrics)
    steps = {"type": "integer", "minimum": 0, "maximum": max((question.top for question in rubrics), default=0)}
    return {
        "type": "object",
        "properties": {CHOSEN: {"type": "string", "format": "date", "pattern": f"^{_DAY}$"}},
        "patternProperties": {f"^{_DAY}$": _photo(), f"^{HINDSIGHT.replace('.', '')}\\.{_DAY}\\.({names})$": steps},
        "additionalProperties": False,
    }


def _photo() -> dict[str, Any]:
    values: dict[str, Any] = {"type": "object", "maxProperties": OTHER_MOST}
    texts = values | {"additionalProperties": {"type": "string", "maxLength": TEXT_MAX}}
    done = {"type": "array", "uniqueItems": True, "maxItems": DONE_MOST, "items": {"type": "string"}}
    head = {"version": {"type": "string", "minLength": 1, "maxLength": NAME_MAX}, "mode": {"enum": list(MODES)}}
    kinds = {key: texts if key in ("notes", "evidence") else values for key in KEYS if key not in (*head, "done")}
    return {
        "type": "object",
        "properties": head | {"done": done} | kinds,
        "required": list(REQUIRED),
        "additionalProperties": False,
    }
