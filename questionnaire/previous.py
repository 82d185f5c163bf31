"""Earlier assessments kept with this one, as dated photos, to read the change from one to the other.

A photo holds what a comparison needs and nothing more: mode, profile, answers, what was noted beside them, the
actions already done. Never the name, the plan itself, the sheets, nor who signed a piece.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from questionnaire.answers_checks import is_date
from questionnaire.assessment import Assessment
from questionnaire.plan_edits import edits

PREVIOUS = "previous"  # the kind of the answers file
CHOSEN, HINDSIGHT = "chosen", "hindsight."  # keys that are no photo: which one is compared, what is said in hindsight
MOST = 5  # photos that a page lets one keep
MOST_READ = 10  # two devices may each have kept some before they met: what was written is always read again
KINDS = ("profile", "benchmark", "answers", "notes")  # kept in a photo as they are


@dataclass(frozen=True)
class Photo:
    """One earlier assessment, as it was on `day`; `done`: the actions of the catalogue said to be done by then."""

    day: date
    assessment: Assessment
    done: frozenset[str]


def taken(assessment: Assessment) -> dict[str, Any]:
    """The raw photo of an assessment as it is now."""
    kept = {kind: dict(assessment.all_of(kind)) for kind in KINDS}
    evidence = {key: piece.get("text", "") for key, piece in assessment.all_of("evidence").items()}
    done = sorted(key for key, edit in edits(assessment).actions.items() if edit.done)
    head = {"version": assessment.version, "mode": assessment.mode, "done": done}
    said = kept | {"evidence": {key: text for key, text in evidence.items() if text}}
    return head | {kind: values for kind, values in said.items() if values or kind == "answers"}


def photos(assessment: Assessment) -> tuple[Photo, ...]:
    """The photos kept, oldest first."""
    held = assessment.all_of(PREVIOUS)
    days = sorted(key for key in held if is_date(key))
    return tuple(_photo(assessment.questionnaire_id, day, held[day]) for day in days)


def compared(assessment: Assessment, on: date) -> Photo | None:
    """The photo chosen to be compared; else the last one before the day `on`; None without one."""
    held, chosen = photos(assessment), assessment.all_of(PREVIOUS).get(CHOSEN)
    found = [photo for photo in held if photo.day.isoformat() == chosen] or [p for p in held if p.day < on]
    return found[-1] if found else None


def hindsight(assessment: Assessment, photo: Photo) -> dict[str, int]:
    """By question, the step where they would now place themselves as they were on that day."""
    start = hindsight_key(photo.day, "")
    held = assessment.all_of(PREVIOUS).items()
    return {key.removeprefix(start): step for key, step in held if key.startswith(start)}


def hindsight_key(day: date, question_id: str) -> str:
    return f"{HINDSIGHT}{day.isoformat()}.{question_id}"


def without(assessment: Assessment, photo: Photo) -> Assessment:
    """The assessment once this photo, and all that was said about it, is taken away."""
    day, start = photo.day.isoformat(), hindsight_key(photo.day, "")
    for key, value in assessment.all_of(PREVIOUS).items():
        if key == day or key.startswith(start) or (key == CHOSEN and value == day):
            assessment = assessment.put(PREVIOUS, key, None)
    return assessment


def _photo(questionnaire_id: str, day: str, value: Mapping[str, Any]) -> Photo:
    evidence = {key: {"level": "cited", "text": text} for key, text in value.get("evidence", {}).items()}
    kept = {kind: value.get(kind, {}) for kind in KINDS} | {"evidence": evidence}
    made = Assessment(questionnaire_id, value["version"], mode=value["mode"], updated_on=day, kept=kept)
    return Photo(date.fromisoformat(day), made, frozenset(value["done"]))
