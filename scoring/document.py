"""Results and plans as plain JSON values: the documents of `python -m scoring`. Scores stay unrounded."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from scoring.model import AxisScore, Reason, Result, Score
from scoring.plan_model import Plan, PlannedAction


def of_result(result: Result) -> dict[str, Any]:
    return {
        "questionnaire": {"id": result.questionnaire_id, "version": result.version},
        "mode": result.mode,
        "axes": {axis.id: _axis(axis, result.mode) for axis in result.axes},
        "protect_first": list(result.protect_first),
        "ai_posture": result.ai_posture.id if result.ai_posture else None,
        "ai_verdict": result.ai_verdict.text if result.ai_verdict else None,
    }


def of_plan(plan: Plan) -> dict[str, Any]:
    """`hours`, `euros` and `at_most` are the limits the plan was made under, as in the golden file."""
    return {
        "hours": plan.capacity.hours,
        "euros": plan.capacity.euros,
        "at_most": plan.capacity.at_most,
        "chosen": [_chosen(action) for action in plan.chosen],
        "refused": [{"id": refusal.id, "because": refusal.because} for refusal in plan.refused],
        "find_out": [task.id for task in plan.find_out],
        "duties": list(plan.duties),
    }


def _axis(axis: AxisScore, mode: str) -> dict[str, Any]:
    """An express result has words and intervals by axis only: its themes are left out."""
    themes = axis.themes if mode == "full" else ()
    return _score(axis.score) | {
        "evaluable": axis.evaluable,
        "partial_profile": axis.partial_profile,
        "reasons": [_reason(reason) for reason in axis.reasons],
        "themes": {theme.id: _score(theme.score) for theme in themes},
    }


def _score(score: Score) -> dict[str, Any]:
    return {
        "point": _number(score.point),
        "low": _number(score.low),
        "high": _number(score.high),
        "coverage": _number(score.coverage),
        "level_assured": score.level_assured,
        "level_possible": score.level_possible,
    }


def _reason(reason: Reason) -> dict[str, Any]:
    return {"cap": reason.cap, "because": reason.because, "level": reason.edge, "text": reason.text}


def _chosen(action: PlannedAction) -> dict[str, Any]:
    lifts = [{"theme": lift.theme, "from": float(lift.start), "to": float(lift.end)} for lift in action.lifts]
    return {"id": action.id, "month": action.month, "lifts": lifts}


def _number(value: Fraction | None) -> float | None:
    return None if value is None else float(value)
