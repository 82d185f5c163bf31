"""The short code: made from what is printed, stable, deaf to how it is typed, awake to what is miscopied."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaire.assessment import Assessment
from reports.compose_axes import summary_table
from reports.service import case_of
from reports.short_code import ALPHABET, AxisFigures, CodeError, PrintedFigures, check, code_of, figures_of
from scoring.engine import score
from tests.builders import assessed, assessments, everyone_at, shipped, small
from tests.reports.printed import DAY, club, questionnaire_of, rows_of

EDGES = st.one_of(st.none(), st.integers(0, 100).map(str), st.sampled_from(["24,9", "49,6"]))
LEVELS = st.one_of(st.none(), st.integers(1, 4))
FIGURES = st.builds(
    PrintedFigures,
    st.sampled_from(["diagnostic-numerique", "petit"]),
    st.sampled_from(["1", "2"]),
    st.sampled_from(["full", "express"]),
    st.dates(date(2020, 1, 1), date(2100, 1, 1)),
    st.tuples(*(st.builds(AxisFigures, st.just(name), EDGES, EDGES, LEVELS, LEVELS) for name in "CFA")),
)


def figures(state: Assessment, *, intervals: bool = True) -> PrintedFigures:
    questionnaire = questionnaire_of(state)
    return figures_of(questionnaire, score(questionnaire, state), DAY, intervals=intervals)


def test_the_club_s_figures() -> None:
    made = figures(club())
    assert made.axes == (
        AxisFigures("C", "34", "40", 2, 2),
        AxisFigures("F", "19", "26", 1, 2),
        AxisFigures("A", None, None, None, None),
    )


def test_a_printed_code_stays_good() -> None:
    """Papers with this code are in drawers: another way to compute it needs another `FORMAT`."""
    axes = (
        AxisFigures("C", "34", "40", 2, 2),
        AxisFigures("F", "49,6", "60", 2, 3),
        AxisFigures("A", None, None, 1, 1),
    )
    assert code_of(PrintedFigures("diagnostic-numerique", "1", "full", DAY, axes)) == "T712F-38HWZ"


@settings(max_examples=40, deadline=None)
@given(st.one_of(assessments(shipped()), assessments(small())))
def test_the_figures_are_those_of_the_summary(state: Assessment) -> None:
    questionnaire = questionnaire_of(state)
    rows = summary_table(case_of(questionnaire, state, rows_of(questionnaire.id), DAY)).rows
    for axis, row in zip(figures(state).axes, rows, strict=True):
        assert re.findall(r"[\d,]+\d|\d", row.cells[0]) == list(dict.fromkeys(filter(None, (axis.low, axis.high))))
        levels = [str(level) for level in (axis.level_assured, axis.level_possible) if level is not None]
        assert re.findall(r"\d", row.cells[1]) == list(dict.fromkeys(levels))


def test_a_copy_of_levels_only_has_its_own_code() -> None:
    levels = figures(club(), intervals=False)
    assert all(axis.low is None and axis.high is None for axis in levels.axes)
    assert [axis.level_possible for axis in levels.axes] == [2, 2, None]
    assert code_of(levels) != code_of(figures(club()))


def test_an_express_copy_vouches_for_its_levels() -> None:
    one, three = (assessed(small(), mode="express", answers=everyone_at(small(), step)) for step in (1, 3))
    assert all(axis.low is None for axis in figures(one).axes)
    assert code_of(figures(one)) != code_of(figures(three))


@settings(deadline=None)
@given(FIGURES)
def test_a_code_is_short_and_speaks_no_ambiguous_letter(made: PrintedFigures) -> None:
    assert re.fullmatch(f"[{ALPHABET}]{{5}}-[{ALPHABET}]{{5}}", code_of(made))
    assert not set("ILOU") & set(code_of(made))
    assert check(code_of(made), made)


@settings(deadline=None)
@given(FIGURES, st.data())
def test_one_character_wrong_or_two_swapped_is_a_miscopied_code(made: PrintedFigures, data: st.DataObject) -> None:
    letters = list(code_of(made).replace("-", ""))
    place, other = data.draw(st.lists(st.integers(0, 9), min_size=2, max_size=2, unique=True))
    letter = data.draw(st.sampled_from(sorted(set(ALPHABET) - {letters[place]})))
    with pytest.raises(CodeError, match="mal recopié"):
        check("".join([*letters[:place], letter, *letters[place + 1 :]]), made)
    if letters[place] != letters[other]:
        letters[place], letters[other] = letters[other], letters[place]
        with pytest.raises(CodeError, match="mal recopié"):
            check("".join(letters), made)


@settings(deadline=None)
@given(FIGURES, FIGURES)
def test_other_figures_have_another_code(one: PrintedFigures, other: PrintedFigures) -> None:
    assert check(code_of(one), other) == (code_of(one) == code_of(other))


@pytest.mark.parametrize(
    "typed",
    [
        {"on": date(2026, 11, 24)},
        {"version": "2"},
        {"mode": "express"},
        {"axes": (AxisFigures("C", "43", "40", 2, 2), *figures(club()).axes[1:])},
        {"axes": (AxisFigures("C", "34", "40", 2, 3), *figures(club()).axes[1:])},
        {"axes": figures(club()).axes[1:]},
    ],
    ids=["day", "version", "mode", "a score", "a level", "an axis forgotten"],
)
def test_a_figure_typed_wrong_is_found(typed: dict[str, object]) -> None:
    made = figures(club())
    assert not check(code_of(made), replace(made, **typed))  # type: ignore[arg-type]


def test_how_it_is_typed_does_not_matter() -> None:
    axis = AxisFigures("C", "49,6", "49,6", 2, 2)
    made = PrintedFigures("petit", "1", "full", DAY, (axis, AxisFigures("F", "10", "20", 1, 1)))
    code = code_of(made)
    spaced = code.lower().replace("-", " – ").replace("0", "o").replace("1", "l")
    loosely = replace(made, axes=(made.axes[1], AxisFigures("C", " 49.6 ", None, 2, None)))
    assert check(spaced, loosely)


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("", "compte 10 caractères, celui-ci 0 caractère :"),
        ("7K3QF-9M2X", "celui-ci 9 caractères"),
        ("7K3QF-9M2XAA", "celui-ci 11 caractères"),
        ("7K3QF-9M2XU", "« U » n’existe dans aucun code"),
        ("7K3QF/9M2XA", "« / » n’existe dans aucun code"),
        ("é" * 10, "« É » n’existe"),
    ],
)  # fmt: skip
def test_a_code_out_of_shape_says_what_to_look_at(code: str, sentence: str) -> None:
    with pytest.raises(CodeError) as error:
        check(code, figures(club()))
    assert sentence in str(error.value).replace("\u202f", " ")
