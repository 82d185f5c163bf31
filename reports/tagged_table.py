"""A table that is read aloud as one: rows, cells, heads with their scope; rules, bands and repeated heads are decoration.

ReportLab tells a table's `renderCB` when each row and cell begins and ends, also when the table goes on to
another page; this listener turns it into nodes.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Any

from reportlab.platypus import Table

from reports.flow import Para
from reports.tagging import Node, TaggedCanvas


class TableTags:
    """To be given as `renderCB`. `heads`: rows of column heads; `titles`: rows that head those below them;
    `row_heads`: columns that head their row."""

    def __init__(self, heads: int = 1, titles: frozenset[int] = frozenset(), row_heads: int = 0) -> None:
        self._heads, self._titles, self._row_heads = heads, titles, row_heads
        self._table = Node("Table")
        self._row: Node | None = None
        self._rank = -1  # of the current row, repeated heads left out
        self._continued = False
        self._open: AbstractContextManager[None] | None = None

    def __call__(self, table: Table, event: str, *told: Any) -> None:
        if not isinstance(table.canv, TaggedCanvas):
            return
        if event == "startTable":
            self._continued = self._rank >= 0
        elif event in ("startBG", "startLines"):
            self._enter(table.canv.artifact())
        elif event == "startRow":
            self._start_row(told[0])
        elif event == "startCell":
            self._start_cell(table, *told[:3])
        elif event in ("endBG", "endLines", "endCell"):
            self._leave()

    def _start_row(self, row: int) -> None:
        if self._continued and row < self._heads:
            self._row = None
        else:
            self._rank += 1
            self._row = Node("TR", self._table)

    def _start_cell(self, table: Table, row: int, column: int, value: Any) -> None:
        if self._row is None:
            self._enter(table.canv.artifact())
            return
        cell = self._cell(column, _width(table, row, column))
        cell.place(table.canv.root)
        blocks = [b for b in (value if isinstance(value, list | tuple) else [value]) if isinstance(b, Para)]
        for block in blocks:
            block.node.parent = block.node.parent or cell
        if not blocks and value != "":
            self._enter(table.canv.tagged(cell))

    def _cell(self, column: int, spans: int) -> Node:
        if self._rank < self._heads or self._rank in self._titles:
            return Node("TH", self._row, scope="Column", spans=spans)
        if column < self._row_heads:
            return Node("TH", self._row, scope="Row", spans=spans)
        return Node("TD", self._row, spans=spans)

    def _enter(self, context: AbstractContextManager[None]) -> None:
        context.__enter__()
        self._open = context

    def _leave(self) -> None:
        if self._open is not None:
            self._open.__exit__(None, None, None)
        self._open = None


class DrawnBox:
    """A table used only to draw a box round paragraphs: they are read, the box is decoration."""

    def __init__(self) -> None:
        self._open: AbstractContextManager[None] | None = None

    def __call__(self, table: Table, event: str, *_told: Any) -> None:
        if not isinstance(table.canv, TaggedCanvas):
            return
        if event in ("startBG", "startLines"):
            self._open = table.canv.artifact()
            self._open.__enter__()
        elif event in ("endBG", "endLines") and self._open is not None:
            self._open.__exit__(None, None, None)
            self._open = None


def _width(table: Table, row: int, column: int) -> int:
    """How many columns a cell covers."""
    covered = getattr(table, "_spanRanges", {}).get((column, row))
    return covered[2] - covered[0] + 1 if covered else 1
