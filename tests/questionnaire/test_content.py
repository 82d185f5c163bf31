"""The shipped content, item by item; the failing id is the name of the test."""

from __future__ import annotations

import re
from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest
import yaml

from questionnaire import walking
from questionnaire.loading import SHIPPED, check
from questionnaire.strict_yaml import read
from tests.builders import shipped

TABLE = yaml.safe_load((Path(__file__).parent / "framework_table.yaml").read_text(encoding="utf-8"))
QUESTIONS, ACTIONS = TABLE["questions"], TABLE["actions"]
EXPRESS = {"C21", "C32", "C41", "C42", "C44", "C52", "F11", "F21", "F31", "A11", "A21", "A31"}
PROFILE = {f"P{i:02}" for i in (*range(1, 11), 12, 14, 15, 16, 17, 18)}
BENCHMARK = {"X01", "X02", "X03", "X03B", "X04", "X05", "X06", "X07"}
OPTIONS = {
    "P01": "law_1901 alsace_moselle rup foundation undeclared other",
    "P05": "sport culture leisure social_health education environment solidarity rights economy other",
    "P07": "none member head",
    "P10": "president board treasurer director employee volunteer coach",
    "P14": "keep share_ourselves",
    "X02": "board volunteers employees outside nobody unknown",
    "X04": "none human technical financial strategic unknown",
    "X06": "transparency discrimination privacy human_link footprint none unknown",
    "P02": "0 1-2 3-9 10-49 50-249 250+",
    "P03": "0-5 6-20 21-50 51-200 200+",
    "P04": "<1k 1-10k 10-50k 50-200k 200-500k >500k",
    "P08": "members minors vulnerable patients general_public",
    "P09": "donations grants sales sensitive_data online_content equipment paid_subscriptions",
    "P15": "yes no unknown",
    "P16": "yes no unknown",
    "P17": "yes no unknown",
    "X01": "beginner on_track experienced unknown",
    "X03": "used individual considering refused none unknown",
    "X03B": "yes no unknown",
    "X07": "dues registrations accounting grants volunteers scheduling informing following_people reaching_absent none",
    "C31": "visibility network management collaboration mobilisation services governance",
    "F21": "solidarity_prices free_software refurbished public_services federation_offer",
}
SEVERAL = {"P08", "P09", "P10", "X02", "X04", "X06", "X07"}
RESCUES = {"C41": "R11", "C42": "R47", "C44": "R48", "A31": "R41", "A32": "R49"}


def test_the_shipped_content_has_no_problem() -> None:
    assert [str(problem) for problem in check()] == []


def test_the_counts_are_those_of_the_framework() -> None:
    content = shipped()
    assert [axis.id for axis in content.axes] == ["C", "F", "A"]
    assert [len(axis.questions) for axis in content.axes] == [16, 11, 13]
    assert [len(axis.themes) for axis in content.axes] == [5, 4, 5]
    assert set(QUESTIONS) == {question.id for question in content.questions}
    assert {field.id for field in content.benchmark} == BENCHMARK
    assert {field.id for field in content.profile} == PROFILE
    assert sorted(action.id for action in content.actions) == [f"R{i:02}" for i in range(1, 67)]


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_has_the_weight_flags_and_shape_of_the_framework(name: str) -> None:
    question = shipped().question_by_id[name]
    critical = "never" if question.critical is None else "when" if question.critical.when else "always"
    found = {
        "theme": shipped().theme_of[name].id,
        "weight": question.weight,
        "express": question.express,
        "critical": critical,
        "type": question.type,
    }
    assert found == QUESTIONS[name] | {"weight": Fraction(QUESTIONS[name]["weight"])}
    assert question.type == "checklist" or len(question.anchors) == 4


@pytest.mark.parametrize("name", ACTIONS)
def test_an_action_has_the_effort_cost_and_moves_of_the_framework(name: str) -> None:
    action = shipped().action_by_id[name]
    found = {
        "hours": action.hours,
        "cost": action.cost,
        "quote": action.quote,
        "saves_money": action.saves_money,
        "horizon": action.horizon,
        "after": list(action.after),
        "moves": {move.item: list(move.options) or move.to_step for move in action.moves},
    }
    assert found == ACTIONS[name]


@pytest.mark.parametrize("name", OPTIONS)
def test_options_have_the_ids_of_the_contract(name: str) -> None:
    asked = shipped().field_by_id.get(name) or shipped().question_by_id[name]
    assert [option.id for option in asked.options] == OPTIONS[name].split()


@pytest.mark.parametrize("name", sorted(PROFILE | BENCHMARK))
def test_a_field_is_of_the_kind_of_the_contract(name: str) -> None:
    kind = (
        "group"
        if name in ("P06", "P12")
        else "integer"
        if name in ("P18", "X05")
        else "choices"
        if name in SEVERAL
        else "choice"
    )
    assert shipped().field_by_id[name].kind == kind


def test_express_is_the_twelve_of_the_framework() -> None:
    assert {question.id for question in shipped().questions if question.express} == EXPRESS
    assert {name for name, row in QUESTIONS.items() if row["express"]} == EXPRESS


@pytest.mark.parametrize("name", [name for name, row in QUESTIONS.items() if row["critical"] != "never"])
def test_a_critical_question_caps_levels_and_has_its_free_and_short_rescue(name: str) -> None:
    question = shipped().question_by_id[name]
    rescue = shipped().action_by_id[RESCUES[name]]
    assert question.critical.caps == {"0": 2, "1": 3}
    assert (rescue.cost, rescue.after, rescue.hours <= 3) == ("0", (), True)
    assert [(move.item, move.to_step) for move in rescue.moves] == [(name, 1)]


@pytest.mark.parametrize("name", [name for name, row in QUESTIONS.items() if row["critical"] == "never"])
def test_any_other_question_caps_nothing(name: str) -> None:
    assert shipped().question_by_id[name].critical is None


def test_only_the_question_of_the_need_may_not_have_arisen() -> None:
    assert [question.id for question in shipped().questions if question.did_not_arise] == ["A11"]


def test_levels_have_the_names_and_thresholds_of_the_framework() -> None:
    levels = [(level.number, level.starts_at, level.name) for level in shipped().rules.scoring.levels]
    assert levels == [
        (1, 0, "Point de départ"),
        (2, 25, "En construction"),
        (3, 50, "Solide"),
        (4, 75, "Transmissible"),
    ]


def test_the_figures_of_the_method_are_those_of_the_framework() -> None:
    scoring, plan = shipped().rules.scoring, shipped().rules.plan
    assert (scoring.theme_point_coverage.value, scoring.axis_point_coverage.value) == (Fraction(3, 5), Fraction(3, 5))
    assert (scoring.axis_answered_min.value, scoring.weakest_theme_allowance.value) == (6, 2)
    assert (scoring.partial_profile_above.value, scoring.border_margin.value) == (Fraction(1, 5), 7)
    assert (plan.default_target.value, plan.critical_urgency.value, plan.heavy_urgency.value) == (2, 2, Fraction(3, 2))
    assert {axis: figure.value for axis, figure in plan.axis_factors.items()} == {"C": Fraction(5, 4), "F": 1, "A": 1}
    assert (plan.capacity.default_hours_per_month, plan.capacity.default_euros, plan.capacity.months) == (4, 0, 10)
    assert shipped().rules.opportunities.bonus == Fraction(11, 10)


def test_cost_classes_have_the_bounds_of_the_framework() -> None:
    upper = {cost.id: cost.high for cost in shipped().cost_classes}
    assert upper == {"0": 0, "0-E": 200, "0-EE": 1000, "E": 200, "EE": 1000, "EEE": 5000, "EEEE": 15000}


@pytest.mark.parametrize("theme", [theme.id for theme in shipped().themes])
def test_themes_weigh_the_same(theme: str) -> None:
    assert shipped().theme_by_id[theme].weight == 1


def test_no_sentence_of_the_content_is_written_twice() -> None:
    told = [
        sentence.strip()
        for path, text in walking.texts(shipped())
        if path[-1] in ("why", "good_enough", "beyond", "about", "note", "summary", "done_when", "meaning", "detail")
        or "interpretations" in path
        for sentence in re.split(r"(?<=[.!?])\s+", text)
    ]
    assert [s for s, count in Counter(told).items() if count > 1 and len(s.split()) > 4] == []


def test_no_french_text_lacks_its_space_before_high_punctuation() -> None:
    stuck = re.compile(r"[^\s\u202f\d][;!?»](?:\s|$)|[A-Za-zÀ-ÿ]:\s|«(?!\u202f)")
    assert [(path, text) for path, text in walking.texts(shipped()) if stuck.search(text)] == []


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*.yaml")), ids=lambda path: path.stem)
def test_each_shipped_file_is_strict_yaml_without_accent_in_its_name(path: Path) -> None:
    assert path.name.isascii()
    assert isinstance(read(path).data, dict)
