"""The whole content as one JSON document, for other tools."""

from __future__ import annotations

from typing import Any

from questionnaire.catalogue import Action
from questionnaire.model import Question, Questionnaire, UnscoredField
from questionnaire.values import as_plain


def exported(questionnaire: Questionnaire) -> dict[str, Any]:
    """The document of `python -m questionnaire export`."""
    return {
        "id": questionnaire.id,
        "version": questionnaire.version,
        "status": questionnaire.status,
        "profile": [_field(f) for f in questionnaire.profile],
        "benchmark": [_field(f) for f in questionnaire.benchmark],
        "axes": [
            {
                "id": axis.id,
                "name": axis.name,
                "themes": [
                    {"id": t.id, "name": t.name, "questions": [_question(q) for q in t.questions]} for t in axis.themes
                ],
            }
            for axis in questionnaire.axes
        ],
        "actions": [_action(questionnaire, a) for a in questionnaire.actions],
        "resources": as_plain_dates(questionnaire.resources),
    }


def _question(question: Question) -> dict[str, Any]:
    weight = question.weight
    said = {
        "id": question.id,
        "text": question.text,
        "why": question.why,
        "good_enough": question.good_enough,
        "type": question.type,
        "weight": weight.numerator if weight.denominator == 1 else float(weight),
        "critical": question.critical is not None,
        "express": question.express,
    }
    choices = question.anchors or [{"id": o.id, "text": o.text} for o in question.options]
    return said | {"anchors" if question.type == "rubric" else "options": list(choices)}


def _field(field: UnscoredField) -> dict[str, Any]:
    options = [{"id": o.id, "text": o.text} for o in field.options]
    parts = [{"id": p.id, "text": p.text, "options": [o.id for o in p.options]} for p in field.parts]
    return {"id": field.id, "text": field.text, "kind": field.kind, "express": field.express} | (
        {"options": options} if options else {"parts": parts} if parts else {}
    )


def _action(questionnaire: Questionnaire, action: Action) -> dict[str, Any]:
    cost = next(c for c in questionnaire.cost_classes if c.id == action.cost)
    high = 0 if action.free_route and cost.low == 0 else cost.high
    return {
        "id": action.id,
        "title": action.title,
        "hours": action.hours,
        "euros_low": cost.low,
        "euros_high": high,
        "moves": [
            {"item": m.item, "options": list(m.options)} if m.options else {"item": m.item, "to_step": m.to_step}
            for m in action.moves
        ],
        "after": list(action.after),
    }


def as_plain_dates(values: Any) -> Any:
    """Plain data whose dates are ISO texts."""
    plain = as_plain(values)
    return [{k: v.isoformat() if hasattr(v, "isoformat") else v for k, v in item.items()} for item in plain]
