"""Three hundred random associations printed: nothing breaks or overflows, and what is printed is what was computed."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from questionnaire.assessment import NAME_MAX, TEXT_MAX, Assessment
from questionnaire.model import Axis
from reports import style
from scoring.display import shown_interval
from scoring.engine import score
from scoring.model import AxisScore, Result, Score
from scoring.plan import make_plan
from tests.builders import shipped
from tests.reports import read_once
from tests.reports.printed import DAY, printed
from tests.reports.read_once import Print, Row, ordinary
from tests.reports.strains import COUNT, STRAINS, drawn, strain_of

LOT = 10  # associations a test, so that tests are shared out
WHOLE, NONE, DASH = "Ensemble de l’axe", "sans objet", "–"
RULES = shipped().rules.scoring


@pytest.mark.parametrize("first", range(0, COUNT, LOT))
def test_whatever_the_answers_the_report_prints_what_was_computed(first: int) -> None:
    for number in range(first, first + LOT):
        _, state = drawn(number)
        pdf = printed(shipped(), state)
        read, result = read_once.read(pdf), score(shipped(), state)
        assert [name for name, inside in read.fonts if not inside] == [], number
        assert [box for box in read.boxes if not within_the_frame(*box)] == [], number
        assert numbers_of_pages(read) == [f"{n} / {len(read.pages)}" for n in range(2, len(read.pages) + 1)], number
        assert not {"H1", "H2", "H3"} & set(read.ends), (number, read.ends)  # what is under a title would be overleaf
        for columns in style.CELL_EDGES:
            same_rows(read.rows(columns), rows_of(result, columns), number)
        for axis in shipped().axes:
            said_of_the_axis(axis, result.axis(axis.id), read.words, result.mode, number)


def within_the_frame(_: int, box: read_once.Box) -> bool:
    left, bottom, right, top = box
    across = style.SIDE - 1.5 <= left <= right <= style.SIDE + style.WIDTH + 1.5
    return across and style.FOOTER_Y - 4 <= bottom <= top <= style.PAGE[1] - 12 * style.MM


def numbers_of_pages(read: Print) -> list[str]:
    return [said for text in read.pages[1:] for said in re.findall(r"\b\d+ / \d+\b", text)]


def same_rows(found: list[Row], expected: list[Row], number: int) -> None:
    assert [row.cells for row in found] == [row.cells for row in expected], number
    for one, other in zip(found, expected, strict=True):
        assert one.title, number
        assert other.title.startswith(one.title), number


# ---- what the charts must show, from the scores themselves


def rows_of(result: Result, columns: int) -> list[Row]:
    """Two columns: the axes on the summary, then those told in words; three: an axis in numbers and its themes."""
    axes = [(axis, result.axis(axis.id)) for axis in shipped().axes]
    if columns == 2:
        alone = [(a, s) for a, s in axes if not s.evaluable and s.score.low is not None]
        return [Row(a.name, axis_cells(a, s, result)) for a, s in axes] + [
            Row(WHOLE, axis_cells(a, s, result)) for a, s in alone
        ]
    return [row for axis, scored in axes if scored.evaluable for row in rows_in_numbers(axis, scored)]


def rows_in_numbers(axis: Axis, scored: AxisScore) -> list[Row]:
    names = {theme.id: ordinary(theme.name) for theme in axis.themes}
    return [Row(WHOLE, cells(scored.score)), *(Row(names[t.id], cells(t.score)) for t in scored.themes)]


def axis_cells(axis: Axis, scored: AxisScore, result: Result) -> tuple[str, ...]:
    if scored.evaluable:
        interval, _, level = cells(scored.score)
        return interval, level
    said = NONE if scored.score.low is None else "en mots"
    by_posture = axis.id == shipped().rules.ai_axis and result.ai_posture
    return said, DASH if by_posture else level_of(scored.score)


def cells(scored: Score) -> tuple[str, str, str]:
    if scored.low is None or scored.high is None or scored.coverage is None:
        return DASH, DASH, DASH
    return shown_interval(scored.low, scored.high, RULES), f"{known(scored)} %", level_of(scored)


def known(scored: Score) -> int:
    """Half up, as one rounds by hand."""
    assert scored.coverage is not None
    return int(100 * scored.coverage + 1 / 2)


def level_of(scored: Score) -> str:
    low, high = scored.level_assured, scored.level_possible
    return DASH if low is None else f"{low}" if low == high else f"{low}, peut-être {high}"


# ---- what the sentences must say


def said_of_the_axis(axis: Axis, scored: AxisScore, words: str, mode: str, number: int) -> None:
    """The level and the interval right under what the axis is about; the level of each theme where no number is."""
    _, about, after = words.partition(ordinary(axis.about))
    assert about, number
    assert re.match(f" {level_said(scored.score)}", after), (number, after[:300])
    if scored.evaluable and scored.score.low is not None and scored.score.high is not None:
        assert f"{shown_interval(scored.score.low, scored.score.high, RULES)} sur 100" in after[:300], number
    elif mode == "full":
        names = {theme.id: ordinary(theme.name) for theme in axis.themes}
        for theme in scored.themes:
            assert re.search(f"{re.escape(names[theme.id])} {theme_said(theme.score)}", after), (number, theme.id)


def level_said(scored: Score) -> str:
    """A pattern; names of levels are between the quotes."""
    low, high = scored.level_assured, scored.level_possible
    if low is None:
        return "(?:Sans objet|Cet axe est sans objet)"
    return f"Niveau {low}, « [^»]+ »\\." if low == high else f"Au moins niveau {low}, « [^»]+ », peut-être {high}, «"


def theme_said(scored: Score) -> str:
    low, high = scored.level_assured, scored.level_possible
    if scored.coverage is None:
        return "Sans objet\\."
    if not scored.coverage:
        return "Sans réponse\\."
    return f"Niveau {low}\\." if low == high else f"Au moins niveau {low}, peut-être {high}\\."


# ---- the lot is what it is said to be


def notes_of(state: Assessment) -> list[str]:
    return [*state.all_of("notes").values(), *(edit.get("note", "") for edit in state.all_of("plan").values())]


PROOFS: dict[str, Callable[[Assessment], bool]] = {
    "none": lambda state: bool(state.answers),
    "full": lambda state: state.mode == "full",
    "express": lambda state: state.mode == "express",
    "long name": lambda state: len(state.name or "") == NAME_MAX,
    "long notes": lambda state: sum(len(note) == TEXT_MAX for note in notes_of(state)) >= 6,
    "unknown": lambda state: set(state.answers.values()) == {"unknown"},
    "not applicable": lambda state: all("not_applicable" in answer for answer in state.answers.values()),
    "highest": lambda state: {axis.score.low for axis in score(shipped(), state).axes} == {100},
    "no means": lambda state: state.fields["P12"] == {"hours_per_month": 0, "euros": 0},
    "twelve actions": lambda state: len(make_plan(shipped(), state, DAY).chosen) == 12,
}


@pytest.mark.parametrize("number", range(COUNT - len(STRAINS), COUNT), ids=strain_of)
def test_each_strain_is_there(number: int) -> None:
    strain, state = drawn(number)
    assert PROOFS[strain](state)


def test_there_are_three_hundred() -> None:
    assert COUNT == 300
    assert COUNT % LOT == COUNT % len(STRAINS) == 0
