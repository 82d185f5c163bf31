"""The worked example of the framework, number by number."""

from __future__ import annotations

from typing import Any

import pytest

from questionnaire.routing import route
from scoring.engine import score
from scoring.model import AxisScore, Score
from scoring.sensitivity import unchanged, variants
from tests.builders import assessed, everyone_at, everything_applies, golden, golden_club, shipped

NUMBERS = ("point", "low", "high", "coverage")


def assert_numbers(found: Score, expected: dict[str, Any]) -> None:
    told = {name: float(getattr(found, name)) for name in NUMBERS}
    assert told == pytest.approx({name: expected[name] for name in NUMBERS}, abs=1e-4)


def assert_axis(found: AxisScore, expected: dict[str, Any]) -> None:
    assert_numbers(found.score, expected)
    assert (found.score.level_assured, found.score.level_possible) == (
        expected["level_assured"],
        expected["level_possible"],
    )
    assert [{"cap": r.cap, "because": r.because, "level": r.edge} for r in found.reasons] == expected["reasons"]


@pytest.mark.parametrize("axis_id", golden()["axes"])
def test_each_axis_of_the_golden_club_has_its_numbers(axis_id: str) -> None:
    assert_axis(score(shipped(), golden_club()).axis(axis_id), golden()["axes"][axis_id]["axis"])


@pytest.mark.parametrize(
    ("axis_id", "theme_id"), [(a, t) for a, axis in golden()["axes"].items() for t in axis["themes"]]
)
def test_each_theme_of_the_golden_club_has_its_numbers(axis_id: str, theme_id: str) -> None:
    expected = golden()["axes"][axis_id]["themes"][theme_id]
    found = score(shipped(), golden_club()).theme(theme_id)
    assert_numbers(found.score, expected)
    assert sum(c.weight for c in found.contributions if c.applicable) == expected["weight"]


def test_a_theme_that_does_not_apply_has_no_number_at_all() -> None:
    golden_themes = {t for axis in golden()["axes"].values() for t in axis["themes"]}
    themes = [t for axis in score(shipped(), golden_club()).axes for t in axis.themes if t.id not in golden_themes]
    assert [(t.id, t.score.low, t.score.high, t.score.point, t.score.coverage) for t in themes] == [
        ("A5", None, None, None, None)
    ]


def test_the_golden_club_leaves_out_what_routing_leaves_out() -> None:
    inside = route(shipped(), golden_club()).ids
    assert [q.id for q in shipped().questions if q.id not in inside] == golden()["out_by_profile"]


VARIANTS = {
    "C41 becomes 1": {"C41": 1},
    "C41 becomes 3": {"C41": 3},
    "C22 becomes 2 and C34 becomes 0": {"C22": 2, "C34": 0},
}


@pytest.mark.parametrize("name", VARIANTS)
def test_each_variant_of_the_golden_club_has_its_numbers(name: str) -> None:
    assert_axis(score(shipped(), golden_club(**VARIANTS[name])).axis("C"), golden()["variants_of_C"][name])


def test_everything_transmitted_without_a_backup_is_level_two_for_one_reason() -> None:
    name = "every applicable question of all axes at 3, everything applies, but C41 at 0"
    answers = everyone_at(shipped(), 3) | {"C41": 0}
    found = score(shipped(), assessed(shipped(), answers=answers, **everything_applies()))
    assert_axis(found.axis("C"), golden()["variants_of_C"][name])
    assert found.protect_first == ("C41",)
    assert {found.axis(other).score.level_assured for other in ("F", "A")} == {4}


def test_the_reason_names_the_score_the_danger_and_the_way_out() -> None:
    answers = everyone_at(shipped(), 3) | {"C41": 0}
    found = score(shipped(), assessed(shipped(), answers=answers, **everything_applies()))
    text = found.axis("C").reasons[0].text.replace("\u202f", " ")
    assert text.startswith("Score 95, niveau 2 : ")
    assert text.endswith("Pour débloquer : R11 (1 h, 0 €).")


SENSITIVITY = {
    "base": "base",
    "geometric, floor 1": "geometric",
    "power mean 0.5": "power_half",
    "equal question weights": "equal_weights",
    "spacing 0/45/75/100": "fast_start",
    "spacing 0/20/55/100": "slow_start",
    "unknown as step 0": "unknown_at_zero",
}


@pytest.mark.parametrize("name", SENSITIVITY)
def test_each_sensitivity_variant_of_the_golden_club_has_its_point_and_level(name: str) -> None:
    found = {v.id: v for v in variants(shipped(), golden_club(), "C")}[SENSITIVITY[name]]
    expected = golden()["sensitivity_of_C_point"][name]
    assert float(found.point) == pytest.approx(expected["point"], abs=1e-4)
    assert found.level == expected["level_without_gates"]


def test_the_level_of_the_golden_club_is_unchanged_in_six_variants_of_seven() -> None:
    found = variants(shipped(), golden_club(), "C")
    assert (len(found), unchanged(found)) == (7, 6)


def test_the_golden_club_is_not_using_ai_by_default_and_protects_its_files_first() -> None:
    found = score(shipped(), golden_club())
    assert (found.ai_posture.id, found.ai_verdict.id) == ("default_non_use", "no_need")
    assert found.protect_first == ("C41",)
