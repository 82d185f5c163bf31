"""One runner for the cases a non-programmer can read, write and dispute: `tests/scoring/cases/*.yaml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from questionnaire.assessment import Assessment
from questionnaire.model import Questionnaire
from scoring.engine import score
from scoring.sensitivity import unchanged, variants
from tests.builders import assessed, shipped, small

FOLDER = Path(__file__).parent / "cases"
CONTENT = {"petit": small, "livré": shipped}


def cases(file: str) -> list[dict[str, Any]]:
    return yaml.safe_load((FOLDER / file).read_text(encoding="utf-8"))


def built(case: dict[str, Any]) -> tuple[Questionnaire, Assessment]:
    content = CONTENT[case["questionnaire"]]()
    said = {kind: case[kind] for kind in ("mode", "profile", "benchmark") if kind in case}
    answers = {name: _whole(content, name, value) for name, value in case["answers"].items()}
    return content, assessed(content, answers=answers, **said)


def _whole(content: Questionnaire, name: str, value: Any) -> Any:
    """Lines of a checklist that a case leaves out are not useful."""
    if not isinstance(value, dict) or "in_place" not in value:
        return value
    named = {option for options in value.values() for option in options}
    rest = [o.id for o in content.question_by_id[name].options if o.id not in named]
    return value | {"not_useful": [*value.get("not_useful", []), *rest]}


@pytest.mark.parametrize("case", cases("sensibilite.yaml"), ids=lambda case: case["name"])
def test_seven_ways_of_counting(case: dict[str, Any]) -> None:
    found = variants(*built(case), case["axis"])
    told = {v.id: None if v.point is None else [float(v.point), v.level] for v in found}
    assert len(found) == 7
    for name, expected in case["expected"].items():
        assert told[name] == (None if expected is None else pytest.approx(expected, abs=1e-4)), name
    assert unchanged(found) == case["unchanged"]


@pytest.mark.parametrize("case", cases("niveaux.yaml"), ids=lambda case: case["name"])
def test_intervals_levels_and_what_holds_them(case: dict[str, Any]) -> None:
    axis = score(*built(case)).axis(case["axis"])
    assert [float(axis.score.low), float(axis.score.high)] == pytest.approx(case["interval"], abs=1e-4)
    assert [axis.score.level_assured, axis.score.level_possible] == case["levels"]
    assert [reason.because for reason in axis.reasons] == case["because"]
