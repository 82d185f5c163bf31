"""What the tests of exported files share: a report with its case, hostile words in every place, strained states."""

from __future__ import annotations

from functools import cache
from typing import Any

from questionnaire.assessment import Assessment
from questionnaire.model import Questionnaire
from reports import service
from reports.case import Case
from reports.compose import compose
from reports.content import Report
from scoring.margins import margins
from tests.builders import assessed, at_step, everyone_at, shipped, small
from tests.reports.printed import DAY, club, rows_of

FORMULAS = {
    "equals": "=1+1",
    "at": "@SUM(A1)",
    "minus": "-2+3",
    "plus": "+33 1 02",
    "wide": "＝1",
    "wide at": "＠SUM(A1)",
    "small form": "﹦1+1",
    "tab": "\tx",
    "line end": "\n=1+1",
    "return": "\r\n=1+1",
    "spaces": "   =cmd|'/C calc'!A0",
    "no-break": "\u00a0=1",
    "zero width": "\u200b=1",
    "byte order": "\ufeff=1",
}
TEXTS = {
    "markup": "<b>Club</b> & fils ]]>",
    "unclosed": '"><script>alert(1)</script>',
    "image": '<img src="http://exemple.org/x.png" onerror="alert(1)">',
    "entity": "&amp; &#61; %3D",
    "emoji": "Foot ⚽ du Lac 👩‍👩‍👧",
    "escape": "_x003D_1+1",
    "error": "#N/A",
    "number": "12",
    "date": "2026-11-23",
    "long": "é" * 2000,
    "word": "W" * 200,
    "lines": "deux\nlignes",
}
HOSTILE = FORMULAS | TEXTS


def both(questionnaire: Questionnaire, assessment: Assessment) -> tuple[Report, Case]:
    """The composed report, and the case it was composed from."""
    case = service.case_of(questionnaire, assessment, rows_of(questionnaire.id), DAY)
    return compose(case, margins(questionnaire, assessment)), case


@cache
def club_both() -> tuple[Report, Case]:
    return both(shipped(), club())


def saying(text: str) -> Assessment:
    """The same text wherever people may write, as far as a line may hold it."""
    line = text[:200]
    questions = shipped().questions
    action = shipped().actions[0].id
    own = {"title": f"A{line}"[:200] if not line.strip() else line, "hours": 3, "euros": 250, "due": "2027-01-15"}
    edit = {"role": line, "funding": line, "note": text, "status": "doing", "euros": 1250, "due": "2027-02-03"}
    request = {
        "years": 3, "need": text, "own_euros": 100, "upkeep_euros": 60, "volunteer_hourly_euros": 12,
        "cofunding": [{"name": line, "euros": 40, "status": "asked"}], "indicators": [line],
    }  # fmt: skip
    unknown = {questions[1].id: "unknown"}
    return assessed(
        shipped(),
        name=line,
        answers=everyone_at(shipped(), 1) | unknown | {questions[2].id: {"not_applicable": f"oui {text}"[:300]}},
        notes={questions[0].id: text, f"{questions[0].id}.wording": text},
        evidence={questions[0].id: {"level": "cited", "text": text}},
        identity={"approvals": line},
        plan={
            "own.1": own | {"note": text, "role": line},
            action: edit,
            f"ask.{questions[1].id}": {"role": line, "note": text},
            shipped().actions[1].id: {"status": "dropped", "reason": text},
            "request": request,
        },
    )


@cache
def said(text: str) -> tuple[Report, Case]:
    return both(shipped(), saying(text))


def strained(questionnaire: Questionnaire) -> dict[str, Assessment]:
    """States that leave something empty, or fill it to the brim."""
    means: dict[str, Any] = {"P02": "250+", "P12": {"hours_per_month": 200, "euros": 50000}}
    profile = means if questionnaire.id == shipped().id else {}
    own = {f"own.{i}": {"title": f"Action {i}", "hours": 5, "note": "longue note " * 160} for i in range(1, 13)}
    none = {q.id: {"not_applicable": "we_have_none"} for q in questionnaire.questions if not q.critical}
    return {
        "nothing": assessed(questionnaire),
        "nothing, express": assessed(questionnaire, mode="express"),
        "unknown": assessed(questionnaire, answers={q.id: "unknown" for q in questionnaire.questions}),
        "not applicable": assessed(questionnaire, answers=none),
        "lowest, express": assessed(questionnaire, mode="express", answers=everyone_at(questionnaire, 0)),
        "highest": assessed(questionnaire, answers={q.id: at_step(q, q.top) for q in questionnaire.questions}),
        "twelve actions": assessed(questionnaire, profile=profile, answers=everyone_at(questionnaire, 0), plan=own),
    }


STATES = {
    f"{q.id}, {name}": (q, state) for q in (shipped(), small()) for name, state in strained(q).items()
}  # fmt: skip
