"""What changed between two assessments: the cases of `cases/evolution.yaml`, then what must hold whatever was said."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaire.assessment import Assessment
from questionnaire.model import Questionnaire
from scoring.change import change, margin_squared
from scoring.change_model import Change
from tests.builders import assessed, assessments, everyone_at, everything_applies, shipped, small
from tests.scoring.test_cases import cases

EXAMPLES = settings(max_examples=200, deadline=None)
PAIRS = {"livré": (shipped(), assessments(shipped())), "petit": (small(), assessments(small()))}
OPPOSITE = {
    "up": "down", "down": "up", "learned": "forgotten", "forgotten": "learned", "appeared": "gone", "gone": "appeared",
}  # fmt: skip
contents = pytest.mark.parametrize("which", PAIRS)


def told(found: Change) -> dict[str, list[str]]:
    kinds = dict.fromkeys(c.kind for c in found.questions if c.kind != "same")
    return {kind: sorted(c.question for c in found.of(kind)) for kind in kinds}


@pytest.mark.parametrize("case", cases("evolution.yaml"), ids=lambda case: case["name"])
def test_what_is_read_from_one_assessment_to_the_next(case: dict[str, Any]) -> None:
    content, mode = shipped(), case.get("mode", "full")
    before, after = (assessed(content, mode=mode, answers=case[when]) for when in ("before", "after"))
    found = change(content, before, after, done=case.get("done", ()))
    axis = next(one for one in found.axes if one.id == case["axis"])
    assert axis.verdict == case["verdict"]
    if "scores" in case:
        assert [float(axis.before), float(axis.after)] == pytest.approx(case["scores"], abs=1e-4)
    if "coverage" in case:
        assert float(axis.coverage) == pytest.approx(case["coverage"])
    assert told(found) == {kind: sorted(names) for kind, names in case["changes"].items()}
    explained = {c.question: float(c.explained) for c in found.questions}
    for name, points in case.get("explained", {}).items():
        assert explained[name] == pytest.approx(points, abs=1e-4)


def test_the_margin_is_the_one_that_the_method_page_prints() -> None:
    rules = shipped().rules.change
    assert rules
    assert float(margin_squared(rules)) == pytest.approx((1.28 * 2**0.5 * 18 * 0.15**0.5) ** 2)
    content = shipped()
    nothing = Assessment(content.id, content.version)
    assert float(change(content, nothing, nothing).margin) == pytest.approx(12.6195, abs=1e-3)


def two(said: st.SearchStrategy[Assessment], draw: st.DataObject) -> tuple[Any, Any]:
    return draw.draw(said), draw.draw(said)


@contents
@EXAMPLES
@given(draw=st.data())
def test_the_same_assessment_twice_shows_no_change(which: str, draw: st.DataObject) -> None:
    content, said = PAIRS[which]
    one = draw.draw(said)
    found = change(content, one, one, done=[action.id for action in content.actions])
    assert told(found) == {}
    for axis in found.axes:
        assert axis.before == axis.after
        assert axis.explained == 0
        assert axis.verdict in ("stable", "not_comparable")


@contents
@EXAMPLES
@given(draw=st.data())
def test_read_backwards_every_change_is_its_opposite(which: str, draw: st.DataObject) -> None:
    content, said = PAIRS[which]
    before, after = two(said, draw)
    there, back = change(content, before, after), change(content, after, before)
    for one, other in zip(there.questions, back.questions, strict=True):
        assert other.kind == OPPOSITE.get(one.kind, one.kind)
    for ahead, behind in zip(there.axes, back.axes, strict=True):
        assert (ahead.before, ahead.after, ahead.coverage) == (behind.after, behind.before, behind.coverage)
        assert behind.verdict == OPPOSITE.get(ahead.verdict, ahead.verdict)


@contents
@EXAMPLES
@given(draw=st.data(), step=st.integers(0, 3))
def test_answering_what_was_unknown_moves_no_compared_score(which: str, draw: st.DataObject, step: int) -> None:
    content, said = PAIRS[which]
    before = draw.draw(said)
    rubrics = [q for q in content.questions if q.type == "rubric"]
    name = draw.draw(st.sampled_from(rubrics)).id
    before = before.put("answers", name, "unknown")
    after = before.put("answers", name, step)
    found = change(content, before, after)
    assert not found.of("down", "up", "moved")
    for axis in found.axes:
        assert axis.before == axis.after
        assert axis.verdict not in ("down", "up")


@contents
@EXAMPLES
@given(draw=st.data(), chance=st.randoms(use_true_random=False))
def test_the_order_of_what_was_said_changes_nothing(which: str, draw: st.DataObject, chance: Any) -> None:
    content, said = PAIRS[which]
    before, after = two(said, draw)
    mixed = list(after.answers.items())
    chance.shuffle(mixed)
    again = Assessment(content.id, content.version, after.mode, kept={**after.kept, "answers": dict(mixed)})
    done = [action.id for action in content.actions]
    assert change(content, before, after, done=done) == change(content, before, again, done=reversed(done))


@contents
@EXAMPLES
@given(draw=st.data())
def test_scores_shares_and_explained_parts_stay_in_bounds(which: str, draw: st.DataObject) -> None:
    content, said = PAIRS[which]
    before, after = two(said, draw)
    found = change(content, before, after, done=[action.id for action in content.actions])
    for axis in found.axes:
        assert (axis.before is None) == (axis.after is None) == (axis.matched == 0)
        assert axis.coverage is None or 0 <= axis.coverage <= 1
        assert 0 <= axis.explained <= 100
        assert axis.before is None or 0 <= axis.before <= 100
        assert axis.verdict == "not_comparable" or axis.matched >= 6
    for one in found.questions:
        assert 0 <= one.explained <= max(one.difference or Fraction(0), Fraction(0))
        assert bool(one.actions) == (one.explained > 0)


def test_a_question_of_another_shape_is_compared_with_nothing() -> None:
    content = shipped()
    answers = {"answers": everyone_at(content, 1), **everything_applies()}
    one = assessed(content, **answers)
    axis = content.axes[0]
    theme = axis.themes[0]
    changed = theme.questions[0].model_copy(update={"anchors": theme.questions[0].anchors[:3]})
    themes = (theme.model_copy(update={"questions": (changed, *theme.questions[1:])}), *axis.themes[1:])
    axes = (axis.model_copy(update={"themes": themes}), *content.axes[1:])
    fields = {name: getattr(content, name) for name in Questionnaire.model_fields}
    former = Questionnaire.model_construct(**fields | {"axes": axes})
    found = change(content, one, one, former=former)
    assert changed.id not in [c.question for c in found.questions]
    assert found.axes[0].coverage is not None
    assert found.axes[0].coverage < 1


def test_three_questions_are_looked_at_again_the_weightiest_change_first() -> None:
    content = shipped()
    answers = everyone_at(content, 1)
    before = assessed(content, answers=answers, **everything_applies())
    after = assessed(content, answers=answers | {"C12": 3, "C41": 2, "F33": 0}, **everything_applies())
    weights = {name: content.question_by_id[name].weight for name in ("C12", "C41", "F33")}
    moved = {"C12": 2 * weights["C12"], "C41": weights["C41"], "F33": weights["F33"]}
    first = sorted(moved, key=lambda name: (-moved[name], -weights[name]))
    assert change(content, before, after).hindsight == tuple(first)


def test_a_content_without_rules_names_changes_and_gives_no_figure() -> None:
    content = small()
    assert content.rules.change is None
    before, after = (assessed(content, answers=everyone_at(content, step)) for step in (0, 4))
    found = change(content, before, after)
    assert {axis.verdict for axis in found.axes} == {"not_comparable"}
    assert found.of("up")
    assert found.hindsight == ()
