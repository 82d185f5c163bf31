"""The invariants of the framework (C.11), on random valid assessments. The number in a name is the invariant's."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from questionnaire.answers import Step, Unknown
from questionnaire.answers_file import export_text, parse, parse_text
from questionnaire.assessment import Assessment
from questionnaire.model import Question, Questionnaire
from questionnaire.routing import route
from scoring import benchmark, document
from scoring.engine import score
from scoring.model import AxisScore, Result, Score
from scoring.plan import make_plan
from tests.builders import assessments, checklist, documents, everyone_at, everything_applies, shipped, small, values_of
from tests.builders import document as file_of

QUESTIONS = st.sampled_from([question.id for question in shipped().questions])
EXAMPLES = settings(max_examples=200, deadline=None)


def scores(result: Result) -> list[Score]:
    """Every interval of a result: axes, then themes."""
    return [axis.score for axis in result.axes] + [t.score for axis in result.axes for t in axis.themes]


def numbers(result: Result) -> list[Any]:
    """Everything that weights may move, and nothing else."""
    return [(s.low, s.high, s.point, s.coverage, s.level_assured, s.level_possible) for s in scores(result)]


def canonical(result: Result) -> str:
    return json.dumps(document.of_result(result), sort_keys=True)


def rebuilt(content: Questionnaire, change: Any) -> Questionnaire:
    """The content with each theme passed through `change`."""
    axes = tuple(a.model_copy(update={"themes": tuple(change(t) for t in a.themes)}) for a in content.axes)
    return remade(content, axes=axes)


def remade(content: Questionnaire, **changes: Any) -> Questionnaire:
    """A changed content, made anew: a plain copy would keep the look-up tables of the first."""
    return Questionnaire.model_construct(
        **{name: getattr(content, name) for name in Questionnaire.model_fields} | changes
    )


def without(content: Questionnaire, name: str) -> Questionnaire:
    def change(theme: Any) -> Any:
        return theme.model_copy(update={"questions": tuple(q for q in theme.questions if q.id != name)})

    return remade(rebuilt(content, change), rules=SILENT)


SILENT = shipped().rules.model_copy(update={"ai_posture": (), "ai_verdict": ()})  # they name questions that may be gone


def not_lower(after: Any, before: Any) -> bool:
    return before is None or after is None or after >= before


# ---- 1. bounds


@EXAMPLES
@given(assessments(shipped()))
def test_1_bounds_hold_and_levels_are_ordered(assessment: Assessment) -> None:
    for s in scores(score(shipped(), assessment)):
        if s.low is None:
            assert (s.high, s.point, s.coverage, s.level_assured, s.level_possible) == (None,) * 5
            continue
        assert 0 <= s.low <= s.high <= 100
        assert 0 <= s.coverage <= 1
        assert 1 <= s.level_assured <= s.level_possible <= 4
        assert s.point is None or s.low <= s.point <= s.high


@EXAMPLES
@given(assessments(small()))
def test_1_bounds_hold_in_the_small_questionnaire_too(assessment: Assessment) -> None:
    for s in scores(score(small(), assessment)):
        assert s.low is None or (0 <= s.low <= s.high <= 100 and 1 <= s.level_assured <= s.level_possible <= 3)


@EXAMPLES
@given(assessments(shipped()))
def test_1_a_point_needs_three_fifths_everywhere_and_express_has_none(assessment: Assessment) -> None:
    for axis in score(shipped(), assessment).axes:
        themes = axis.applicable_themes
        covered = bool(themes) and all(t.score.coverage >= Fraction(3, 5) for t in themes)
        assert (axis.score.point is not None) == (covered and assessment.mode == "full")
        assert not (axis.evaluable and assessment.mode == "express")


# ---- 2. raising one answer never lowers anything


def raised(question: Question, answer: Any) -> Any:
    """The same answer one notch better, or None when there is no better."""
    if question.type == "rubric":
        return answer + 1 if type(answer) is int and answer < question.top else None
    if isinstance(answer, dict) and answer.get("useful_but_absent"):
        first, *rest = answer["useful_but_absent"]
        return answer | {"in_place": [*answer["in_place"], first], "useful_but_absent": rest}
    return None


@EXAMPLES
@given(documents(shipped()), QUESTIONS, st.data())
def test_2_raising_one_answer_never_lowers_anything(data: dict[str, Any], name: str, draw: st.DataObject) -> None:
    question = shipped().question_by_id[name]
    middle = (
        st.integers(0, question.top - 1)
        if question.type == "rubric"
        else st.integers(0, 3).map(lambda n: checklist(question, n, 2))
    )
    data["answers"][name] = draw.draw(middle)
    before = score(shipped(), parse(shipped(), data))
    data["answers"][name] = raised(question, data["answers"][name])
    after = score(shipped(), parse(shipped(), data))
    for old, new in zip(scores(before), scores(after), strict=True):
        for part in ("low", "high", "point", "level_assured", "level_possible"):
            assert not_lower(getattr(new, part), getattr(old, part)), part


# ---- 3. a "don't know" never beats an honest answer


@EXAMPLES
@given(documents(shipped()), QUESTIONS, st.integers(0, 3))
def test_3_answering_a_dont_know_stays_inside_its_interval(data: dict[str, Any], name: str, step: int) -> None:
    question = shipped().question_by_id[name]
    data["answers"][name] = "unknown"
    doubt = score(shipped(), parse(shipped(), data))
    said = step if question.type == "rubric" else checklist(question, step, len(question.options) - step)
    data["answers"][name] = said
    answered = score(shipped(), parse(shipped(), data))
    for wide, narrow in zip(scores(doubt), scores(answered), strict=True):
        if wide.low is None:
            assert narrow.low is None
            continue
        assert wide.low <= narrow.low <= narrow.high <= wide.high
        assert wide.level_assured <= narrow.level_assured <= narrow.level_possible <= wide.level_possible
        assert step > 0 or (wide.low, wide.level_assured) == (narrow.low, narrow.level_assured)


@EXAMPLES
@given(documents(shipped()), QUESTIONS)
def test_3_leaving_a_question_scores_as_not_knowing(data: dict[str, Any], name: str) -> None:
    data["answers"][name] = "unknown"
    doubt = score(shipped(), parse(shipped(), data))
    del data["answers"][name]
    assert numbers(score(shipped(), parse(shipped(), data))) == numbers(doubt)


# ---- 4. « non concerné » leaves no trace

FREE = [question.id for question in shipped().questions if question.critical is None]
FREE_THEMES = [theme for theme in shipped().themes if all(q.critical is None for q in theme.questions)]


@EXAMPLES
@given(documents(shipped()), st.sampled_from(FREE))
def test_4_a_question_not_applicable_is_a_question_that_does_not_exist(data: dict[str, Any], name: str) -> None:
    data["answers"][name] = {"not_applicable": "we_have_none"}
    assessment = parse(shipped(), data)
    left = without(shipped(), name)
    assert said(score(left, assessment)) == said(score(shipped(), assessment))


def said(result: Result) -> list[Any]:
    """The numbers of what applies."""
    return [row for row in numbers(result) if row[0] is not None]


@EXAMPLES
@given(documents(shipped(), mode="full"), st.sampled_from(FREE_THEMES))
def test_4_a_theme_not_applicable_is_a_theme_that_does_not_exist(data: dict[str, Any], theme: Any) -> None:
    data["answers"] |= {question.id: {"not_applicable": "we_have_none"} for question in theme.questions}
    assessment = parse(shipped(), data)
    axes = tuple(
        a.model_copy(update={"themes": tuple(t for t in a.themes if t.id != theme.id)}) for a in shipped().axes
    )
    left = remade(shipped(), axes=axes, rules=SILENT)
    whole = score(shipped(), assessment)
    assert [axis.score for axis in score(left, assessment).axes] == [axis.score for axis in whole.axes]
    assert whole.theme(theme.id).score.low is None


# ---- 5. order changes nothing


@EXAMPLES
@given(documents(shipped()), st.randoms(use_true_random=False))
def test_5_the_order_of_the_file_and_of_the_questions_changes_nothing(data: dict[str, Any], chance: Any) -> None:
    first = score(shipped(), parse(shipped(), data))
    shuffled = {
        kind: dict(chance.sample(list(v.items()), len(v))) if isinstance(v, dict) else v for kind, v in data.items()
    }
    assert canonical(score(shipped(), parse(shipped(), shuffled))) == canonical(first)

    def change(theme: Any) -> Any:
        return theme.model_copy(update={"questions": tuple(chance.sample(theme.questions, len(theme.questions)))})

    moved = rebuilt(shipped(), change)
    assert numbers(score(moved, parse(moved, data))) == numbers(first)


@settings(max_examples=200, deadline=None)
@given(assessments(shipped()), st.randoms(use_true_random=False))
def test_5_the_order_of_the_actions_changes_no_plan(assessment: Assessment, chance: Any) -> None:
    moved = remade(shipped(), actions=tuple(chance.sample(shipped().actions, len(shipped().actions))))
    assert (
        make_plan(moved, assessment, date(2026, 12, 1)).chosen
        == make_plan(shipped(), assessment, date(2026, 12, 1)).chosen
    )


# ---- 6. only the proportions of weights count


@EXAMPLES
@given(assessments(shipped()), st.sampled_from(shipped().themes), st.fractions(Fraction(1, 9), 9))
def test_6_multiplying_the_weights_of_a_theme_changes_nothing(
    assessment: Assessment, theme: Any, factor: Fraction
) -> None:
    def change(found: Any) -> Any:
        heavier = tuple(q.model_copy(update={"weight": q.weight * factor}) for q in found.questions)
        return found.model_copy(update={"questions": heavier}) if found.id == theme.id else found

    assert numbers(score(rebuilt(shipped(), change), assessment)) == numbers(score(shipped(), assessment))


@EXAMPLES
@given(documents(shipped()), QUESTIONS)
def test_6_a_question_asked_twice_at_half_weight_changes_nothing(data: dict[str, Any], name: str) -> None:
    def change(found: Any) -> Any:
        twice = []
        for q in found.questions:
            half = q.model_copy(update={"weight": q.weight / 2})
            twice += [half, half.model_copy(update={"id": f"{name}-bis"})] if q.id == name else [q]
        return found.model_copy(update={"questions": tuple(twice)})

    doubled = rebuilt(shipped(), change)
    before = score(shipped(), parse(shipped(), data))
    if name in data["answers"]:
        data["answers"][f"{name}-bis"] = data["answers"][name]
    assert numbers(score(doubled, parse(doubled, data))) == numbers(before)


# ---- 7. the ends and the same step everywhere


@EXAMPLES
@given(documents(shipped(), mode="full"), st.integers(0, 3))
def test_7_the_same_step_everywhere_is_that_step_everywhere(data: dict[str, Any], step: int) -> None:
    data["answers"] = everyone_at(shipped(), step)
    for name, answer in data["answers"].items():
        if isinstance(answer, dict):
            data["answers"][name] = {"not_applicable": "we_have_none"}
    result = score(shipped(), parse(shipped(), data))
    for s in scores(result):
        assert s.low is None or (s.low, s.high, s.point, s.coverage) == (
            Fraction(100 * step, 3),
            Fraction(100 * step, 3),
            Fraction(100 * step, 3),
            1,
        )
    assert step < 3 or all(s.level_assured in (None, 4) for s in scores(result))
    assert step > 0 or all(s.level_possible in (None, 1) for s in scores(result))


def test_7_everything_in_place_is_a_hundred_and_nothing_in_place_is_zero() -> None:
    for step, number, level in ((3, 100, 4), (0, 0, 1)):
        data = file_of(shipped(), answers=everyone_at(shipped(), step), **everything_applies())
        for s in scores(score(shipped(), parse(shipped(), data))):
            assert (s.low, s.high, s.point, s.level_assured, s.level_possible) == (number, number, number, level, level)


def test_7_nothing_answered_is_the_whole_scale() -> None:
    for axis in score(shipped(), parse(shipped(), file_of(shipped()))).axes:
        s = axis.score
        assert (s.low, s.high, s.coverage, s.point, s.level_assured, s.level_possible) == (0, 100, 0, None, 1, 4)
        assert not axis.evaluable


# ---- 8. caps


def capped(axis: AxisScore, routed: Any, edge: str) -> int:
    """The level told again from the sentence of the framework: base, criticals, weakest theme."""
    caps = [axis.base_assured if edge == "assured" else axis.base_possible]
    for question in _questions_of(axis.id):
        if question.id in routed.critical:
            answer = routed.answers.get(question.id)
            step = answer.value if isinstance(answer, Step) else 0 if edge == "assured" else 3
            caps += {0: [2], 1: [3]}.get(step, [])
    levels = [t.score.level_assured if edge == "assured" else t.score.level_possible for t in axis.applicable_themes]
    return min([*caps, min(levels) + 2])


def _questions_of(axis_id: str) -> tuple[Question, ...]:
    return next(axis.questions for axis in shipped().axes if axis.id == axis_id)


@EXAMPLES
@given(assessments(shipped()))
def test_8_levels_are_the_lowest_of_score_criticals_and_weakest_theme(assessment: Assessment) -> None:
    routed = route(shipped(), assessment)
    for axis in score(shipped(), assessment).axes:
        if axis.score.low is None:
            assert axis.reasons == ()
            continue
        assert axis.score.level_assured == capped(axis, routed, "assured")
        assert axis.score.level_possible == capped(axis, routed, "possible")


@EXAMPLES
@given(assessments(shipped()))
def test_8_only_the_caps_that_bind_are_told_and_the_number_never_moves(assessment: Assessment) -> None:
    calm = remade(shipped(), axes=tuple(_uncritical(axis) for axis in shipped().axes))
    for axis, plain in zip(score(shipped(), assessment).axes, score(calm, assessment).axes, strict=True):
        assert (axis.score.low, axis.score.high, axis.score.point) == (
            plain.score.low,
            plain.score.high,
            plain.score.point,
        )
        for edge, level, base in (
            ("assured", axis.score.level_assured, axis.base_assured),
            ("possible", axis.score.level_possible, axis.base_possible),
        ):
            told = [reason for reason in axis.reasons if reason.edge == edge]
            assert bool(told) == (level != base)
            assert {reason.cap for reason in told} <= {level}


def _uncritical(axis: Any) -> Any:
    themes = tuple(
        t.model_copy(update={"questions": tuple(q.model_copy(update={"critical": None}) for q in t.questions)})
        for t in axis.themes
    )
    return axis.model_copy(update={"themes": themes})


@EXAMPLES
@given(assessments(shipped()))
def test_8_what_to_protect_first_is_every_critical_question_at_zero(assessment: Assessment) -> None:
    routed = route(shipped(), assessment)
    at_zero = [name for name in routed.ids if name in routed.critical and assessment.answers.get(name) == 0]
    assert list(score(shipped(), assessment).protect_first) == at_zero


# ---- 9 and 10. the same again, and there and back


@EXAMPLES
@given(assessments(shipped()))
def test_9_the_same_answers_give_the_same_bytes(assessment: Assessment) -> None:
    assert canonical(score(shipped(), assessment)) == canonical(score(shipped(), assessment))


@EXAMPLES
@given(assessments(shipped()))
def test_10_exporting_and_importing_gives_the_same_result(assessment: Assessment) -> None:
    again = parse_text(shipped(), export_text(assessment))
    assert score(shipped(), again) == score(shipped(), assessment)


# ---- 14. what is not scored never scores

ROWS = benchmark.load_rows(shipped())
NEVER_IN_A_CONDITION = sorted(set(shipped().field_by_id) - {"P02", "P03", "P08", "P09", "P15", "P16", "X03", "X03B"})


@EXAMPLES
@given(documents(shipped()), st.sampled_from(NEVER_IN_A_CONDITION), st.data())
def test_14_a_field_outside_conditions_never_changes_a_score(
    data: dict[str, Any], name: str, draw: st.DataObject
) -> None:
    before = score(shipped(), parse(shipped(), data))
    kind = "profile" if name.startswith("P") else "benchmark"
    data[kind][name] = draw.draw(values_of(shipped().field_by_id[name]))
    assert numbers(score(shipped(), parse(shipped(), data))) == numbers(before)


@EXAMPLES
@given(documents(shipped()), st.sampled_from(sorted(shipped().field_by_id)), st.data())
def test_14_any_field_changes_scores_only_through_what_is_asked(
    data: dict[str, Any], name: str, draw: st.DataObject
) -> None:
    first = parse(shipped(), data)
    kind = "profile" if name.startswith("P") else "benchmark"
    second = first.put(kind, name, draw.draw(values_of(shipped().field_by_id[name])))
    before, after = route(shipped(), first), route(shipped(), second)
    assume((before.ids, before.critical) == (after.ids, after.critical))
    assert numbers(score(shipped(), first)) == numbers(score(shipped(), second))


@EXAMPLES
@given(assessments(shipped()))
def test_14_a_contextual_or_outdated_row_never_stands_beside_an_answer(assessment: Assessment) -> None:
    routed = route(shipped(), assessment)
    contextual = tuple(row.model_copy(update={"comparability": "contextual"}) for row in ROWS)
    assert benchmark.compare(contextual, routed, assessment, date(2026, 12, 1)) == ()
    assert benchmark.compare(ROWS, routed, assessment, date(2040, 1, 1)) == ()


# ---- 15. every state has its words


RANKS = ("au-dessus", "en dessous", "mieux que", "meilleur", "centile", "quartile", "conforme", "grâce à votre score")


@EXAMPLES
@given(assessments(shipped()))
def test_15_every_state_has_its_words_and_none_ranks(assessment: Assessment) -> None:
    result = score(shipped(), assessment)
    plan = make_plan(shipped(), assessment, date(2026, 12, 1))
    assert result.ai_posture is not None
    assert result.ai_verdict is not None
    told = [
        result.ai_posture.text, result.ai_verdict.text, *[r.text for axis in result.axes for r in axis.reasons],
        *[refusal.because for refusal in plan.refused], *plan.duties,
    ]  # fmt: skip
    assert all(text.strip() and "{" not in text and "None" not in text for text in told)
    assert not [text for text in told for word in RANKS if word in text.lower()]
    for axis in result.axes:
        words = _axis_words(axis)
        assert words == [] or all(words)


def _axis_words(axis: AxisScore) -> list[str]:
    if axis.score.low is None:
        return []
    content = next(a for a in shipped().axes if a.id == axis.id)
    return [content.interpretations[str(level)] for level in (axis.score.level_assured, axis.score.level_possible)]


@EXAMPLES
@given(assessments(shipped()))
def test_15_the_verdict_that_names_what_is_missing_names_something(assessment: Assessment) -> None:
    verdict = score(shipped(), assessment).ai_verdict
    assert verdict.id != "not_yet" or "«" in verdict.text


@EXAMPLES
@given(assessments(shipped()))
def test_unknown_questions_are_those_asked_and_answered_unknown(assessment: Assessment) -> None:
    routed = route(shipped(), assessment)
    assert set(score(shipped(), assessment).unknown) == {i for i in routed.ids if routed.answers.get(i) == Unknown()}
