"""Two columns: read in order, even, no title at a foot, nothing lost when a page is too short."""

from __future__ import annotations

from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from reports import style
from reports.columns import Columns
from reports.entries import Ruled, entry, subtitle
from reports.flow import Para, para
from tests.reports.printed import words_of

style.register_fonts()
LONG = "un mot après l’autre " * 400


def texts(count: int) -> list[Flowable]:
    return [entry(style.ANSWER, f"Réponse {i}", "Une question, puis ce qui a été répondu.") for i in range(count)]


def columns(blocks: list[Flowable]) -> Columns:
    made = Columns(blocks)
    made.wrap(style.WIDTH, style.HEIGHT)
    return made


def blocks_of(made: Columns) -> list[list[Flowable]]:
    assert made.sides is not None
    return [[block for block, _ in side] for side in made.sides]


@pytest.mark.parametrize("count", [0, 1, 2, 7, 12])
def test_blocks_keep_their_order_and_the_first_column_is_the_longer(count: int) -> None:
    blocks = texts(count)
    first, second = blocks_of(columns(blocks))
    assert [*first, *second] == blocks
    assert len(first) in (len(second), len(second) + 1)


def test_a_title_is_never_the_last_of_a_column() -> None:
    for before in range(1, 9):
        blocks = [*texts(before), subtitle("Un titre"), *texts(9 - before)]
        first, _ = blocks_of(columns(blocks))
        assert isinstance(first[-1], Ruled)
        for part in Columns(blocks).split(style.WIDTH, 150):
            assert isinstance(part, Columns)
            assert all(not side or isinstance(side[-1], Ruled) for side in blocks_of(columns_again(part)))


def columns_again(part: Columns) -> Columns:
    part.wrap(style.WIDTH, style.HEIGHT)
    return part


def test_a_long_text_alone_fills_both_columns_evenly() -> None:
    block = para(style.CARD, LONG[:2000])
    made = columns([block])
    assert made.sides is not None
    (_, left), (_, right) = (side[0] for side in made.sides)
    assert abs(left - right) < 3 * style.TABLE_LEADING


def test_what_does_not_fit_goes_on_and_nothing_is_lost() -> None:
    left: list[Flowable] = [Columns([*texts(3), para(style.CARD, LONG), *texts(40)])]
    out = BytesIO()
    canvas = Canvas(out)
    while left:
        page, *left = left
        if page.wrap(style.WIDTH, 300)[1] > 300:
            page, *left = page.split(style.WIDTH, 300)
        assert page.wrap(style.WIDTH, 300)[1] <= 300
        page.drawOn(canvas, 0, 0)
        canvas.showPage()
    canvas.save()
    read = words_of(out.getvalue())
    assert read.count("Une question, puis") == 43
    assert read.count("après") == 400


def test_a_short_entry_is_not_cut_and_a_long_one_has_one_rule() -> None:
    short, long = entry(style.ANSWER, "Court", "oui"), entry(style.ANSWER, "Long", LONG)
    for block in (short, long):
        block.wrap(style.COLUMN, style.HEIGHT)
    assert short.split(style.COLUMN, 8) == []
    first, second = long.split(style.COLUMN, 100)
    assert [first.ruled, second.ruled] == [True, False]
    first.wrap(style.COLUMN, style.HEIGHT)


def test_too_little_room_is_left_alone() -> None:
    assert Columns(texts(9)).split(style.WIDTH, style.LEAST_COLUMN - 1) == []


def test_texts_of_a_column_are_read_aloud() -> None:
    assert all(isinstance(block, Para) and block.node.kind == "P" for block in texts(2))
