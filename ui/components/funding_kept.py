"""The request as it is kept in the answers: one value, with only what was said."""

from __future__ import annotations

from typing import Any

from questionnaire.assessment import Assessment
from questionnaire.plan_edits import PLAN, REQUEST

Line = dict[str, Any]


def request_of(assessment: Assessment) -> dict[str, Any]:
    return dict(assessment.all_of(PLAN).get(REQUEST) or {})


def payers(assessment: Assessment) -> list[Line]:
    """Who else pays, or is asked."""
    return list(request_of(assessment).get("cofunding", []))


def put(assessment: Assessment, said: dict[str, Any]) -> Assessment:
    """The request with these parts said, the same assessment when they say nothing new; nothing is kept of nothing."""
    value = {name: given for name, given in (request_of(assessment) | said).items() if given not in (None, "", [])}
    return assessment if value == request_of(assessment) else assessment.put(PLAN, REQUEST, value or None)
