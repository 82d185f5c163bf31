"""How long is left: from the visitor's own pace once it is known, else from the questionnaire's estimate.

The pace is the median time between two first answers, in seconds. A gap over five minutes is a break, under two
seconds a file being read: neither counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import pairwise
from math import ceil
from statistics import median
from typing import Any

from questionnaire.assessment import Assessment, Entry
from questionnaire.model import Questionnaire
from questionnaire.routing import Route, asked_fields
from storage.store import Change

KEPT_MOST = 30  # the last answers tell the pace of today
_ENOUGH, _SHORTEST, _BREAK = 5, 2.0, 300.0
_BY_FIVE_FROM = 10


def first_answers(history: Iterable[Change]) -> tuple[datetime, ...]:
    """When single answers were first given, oldest first; what came several at once is a file, not a pace."""
    said = [one for one in history if one.entry[0] == "answers"]
    together = [one.sequence for one in said]
    first: dict[str, datetime] = {}
    for one in sorted(said, key=lambda change: change.sequence):
        if one.value is not None and together.count(one.sequence) == 1:
            first.setdefault(one.entry[1], one.at)
    return tuple(sorted(first.values()))[-KEPT_MOST:]


def noted(
    moments: tuple[datetime, ...], before: Assessment | None, changes: Mapping[Entry, Any], now: datetime
) -> tuple[datetime, ...]:
    """The moments with this save, when it holds one answer to a question that had none."""
    kept = before.answers if before else {}
    new = [key for (kind, key), value in changes.items() if kind == "answers" and value is not None and key not in kept]
    return (*moments, now)[-KEPT_MOST:] if len(new) == 1 else moments


def seconds_an_answer(content: Questionnaire, mode: str, moments: tuple[datetime, ...]) -> float:
    """One's own pace once five gaps are known; before, the estimate shared between the questions of this mode."""
    gaps = [(late - early).total_seconds() for early, late in pairwise(moments)]
    gaps = [gap for gap in gaps if _SHORTEST <= gap <= _BREAK]
    if len(gaps) >= _ENOUGH:
        return median(gaps)
    express = mode == "express"
    asked = sum(question.express for question in content.questions) if express else len(content.questions)
    return 60 * (content.minutes.express if express else content.minutes.full) / max(asked, 1)


def seconds_left(routed: Route, assessment: Assessment, moments: tuple[datetime, ...]) -> float:
    """For the questions that concern them and have no answer: 0 when all have."""
    left = len(routed.questions) - len(routed.answers)
    return left * seconds_an_answer(routed.questionnaire, assessment.mode, moments)


def seconds_of_profile(content: Questionnaire, assessment: Assessment) -> float:
    """For the fields of the profile without an answer, from the questionnaire's estimate."""
    asked = asked_fields(content, assessment)
    left = sum(field.id not in assessment.fields for field in asked)
    return 60 * content.minutes.profile * left / max(len(asked), 1)


def rounded(seconds: float) -> int:
    """Whole minutes, up; by five from ten on, for nobody knows better."""
    minutes = ceil(seconds / 60)
    return minutes if minutes <= _BY_FIVE_FROM else 5 * round(minutes / 5)
