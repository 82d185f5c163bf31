"""Short blocks set in two columns, read down the first, then down the second.

The drawing order is the reading order. Columns are as even as whole blocks allow; when the page is too short,
both are filled to its foot and the rest goes on to the next page.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise, starmap, zip_longest

from reportlab.platypus import Flowable

from reports import style

Piece = tuple[Flowable, float]  # a block and its height
Sides = tuple[list[Piece], list[Piece]]


class Columns(Flowable):  # type: ignore[misc]  # reportlab is untyped
    """Two columns of blocks; `spaceAfter` keeps what follows off the longer one."""

    spaceBefore, spaceAfter = style.GAP_SMALL + 4, style.GAP_SMALL  # noqa: N815  # ReportLab’s names

    def __init__(self, blocks: Iterable[Flowable]) -> None:
        super().__init__()
        self.pieces = [_measured(block) for block in blocks]
        self.sides: Sides | None = None  # once they are chosen

    @classmethod
    def of(cls, first: list[Piece], second: list[Piece]) -> Columns:
        """Columns whose content is already chosen."""
        columns = cls(())
        columns.pieces, columns.sides = [*first, *second], (first, second)
        return columns

    @classmethod
    def _rest(cls, pieces: list[Piece]) -> Columns:
        columns = cls(())
        columns.pieces = pieces
        return columns

    def wrap(self, _width: float, height: float) -> tuple[float, float]:
        self.height = _height_of(self.pieces) / 2
        if self.sides or self.height <= height:  # what is too tall in any case is not evened for nothing
            self.sides = self.sides or _even(self.pieces)
            self.height = max(map(_height_of, self.sides))
        return style.WIDTH, self.height

    def split(self, _width: float, height: float) -> list[Flowable]:
        if height < style.LEAST_COLUMN:
            return []
        first, left = _filled(self.pieces, height)
        second, left = _filled(left, height)
        if not first or (left and not second):
            return []
        return [Columns.of(first, second), Columns._rest(left)] if left else [Columns.of(first, second)]

    def draw(self) -> None:
        for x, side in zip((0, style.WIDTH - style.COLUMN), self.sides or ((), ()), strict=True):
            top, above = self.height, 0.0
            for i, (block, height) in enumerate(side):
                top -= height + (max(above, block.getSpaceBefore()) if i else 0)
                block.drawOn(self.canv, x, top)
                above = block.getSpaceAfter()


def side_by_side(first: Iterable[Flowable], second: Iterable[Flowable]) -> Columns:
    """What is said at the left, what goes with it at the right."""
    return Columns.of([*map(_measured, first)], [*map(_measured, second)])


def _measured(block: Flowable) -> Piece:
    return block, block.wrap(style.COLUMN, style.HEIGHT)[1]


def _height_of(side: list[Piece]) -> float:
    """Blocks and the gaps between them; none above the first nor under the last."""
    return sum(height for _, height in side) + sum(starmap(_gap, pairwise(side)))


def _gap(above: Piece, below: Piece) -> float:
    return float(max(above[0].getSpaceAfter(), below[0].getSpaceBefore()))


def _even(pieces: list[Piece]) -> Sides:
    """Where the taller of both columns is the least tall: between two blocks, else inside the one at the middle."""
    first, second = _cut_between(pieces)
    uneven = abs(_height_of(first) - _height_of(second))
    if uneven <= style.UNEVEN:
        return first, second
    shorter, longer = _filled(pieces, _height_of(pieces) / 2 + style.TABLE_LEADING)
    closer = abs(_height_of(shorter) - _height_of(longer)) < uneven
    return (shorter, longer) if closer else (first, second)


def _cut_between(pieces: list[Piece]) -> Sides:
    """The best cut between two blocks, the lower one of two as good; a title is never the last of the first column."""
    whole, best, least, used = _height_of(pieces), len(pieces), float("inf"), 0.0
    for i, (piece, after) in enumerate(zip_longest(pieces, pieces[1:]), 1):
        used += piece[1]
        gap = _gap(piece, after) if after else 0.0
        taller = max(used, whole - used - gap)
        if taller <= least and not piece[0].getKeepWithNext():
            best, least = i, taller
        used += gap
    return pieces[:best], pieces[best:]


def _filled(pieces: list[Piece], height: float) -> Sides:
    """As many blocks as the height holds, the last one cut where it may be; then what is left."""
    count, room = _how_many(pieces, height)
    if count == len(pieces):
        return pieces, []
    taken, block, left = pieces[:count], pieces[count][0], pieces[count + 1 :]
    parts = block.split(style.COLUMN, room) if room > 0 else []
    again = _measured(block)  # a paragraph that was cut, or would not be, forgets its lines
    if len(parts) > 1:
        return [*taken, _measured(parts[0])], [*map(_measured, parts[1:]), *left]
    left = [again, *left]
    while taken and taken[-1][0].getKeepWithNext():
        left.insert(0, taken.pop())
    return taken, left


def _how_many(pieces: list[Piece], height: float) -> tuple[int, float]:
    """Whole blocks that fit, and the room left for a part of the next one."""
    room = height
    for i, piece in enumerate(pieces):
        gap = _gap(pieces[i - 1], piece) if i else 0.0
        if piece[1] + gap > room:
            return i, room - gap
        room -= piece[1] + gap
    return len(pieces), room
