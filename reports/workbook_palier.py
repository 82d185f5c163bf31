"""The last sheet of the workbook, for Palier itself: the answers file, and a print of each row people may change.

The other sheets are in words: nothing could be read back from them without loss. This one is what is reopened; the
prints tell when the sheets that people read no longer say the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from questionnaire.answers_file import document
from questionnaire.language import LANGUAGES, say, speaking
from questionnaire.typography import tidy
from reports.case import Case
from reports.cells import Column, Grid, Row
from reports.workbook_answers import ANSWERS
from reports.workbook_prints import FORMAT, PALIER, PIECE_MAX, plain, row_print

HEAD = tidy(
    "Cette feuille sert à rouvrir vos réponses dans Palier, sans rien perdre. N’y touchez pas : "
    "pour changer une réponse, rouvrez ce classeur dans Palier."
)
ONE_LINE = 15.0  # points: each cell would else open over the whole screen
NAMED_BY: dict[str, tuple[str, ...]] = {  # sheets that tell what people said; the first of these cells names a row
    ANSWERS: ("Repère", "Question"),
    "Plan": ("N°",),
    "À chercher": ("Repère",),
    "Demande": (),
}
_MARK = "000/000 "


def named_by() -> dict[str, tuple[str, ...]]:
    """`NAMED_BY` in the language spoken here."""
    return {say(sheet): say(heads) for sheet, heads in NAMED_BY.items()}


def known_sheets() -> frozenset[str]:
    """Those sheets, in every language a workbook may have been made in."""
    found: set[str] = set()
    for spoken in LANGUAGES:
        with speaking(spoken):
            found |= named_by().keys()
    return frozenset(found)


def palier_grid(case: Case, shown: Iterable[Grid]) -> Grid:
    """`shown` are the sheets that people read."""
    said = {
        "palier": FORMAT,
        "answers": document(case.assessment),
        "sheets": {grid.name: _prints(grid) for grid in shown if grid.name in named_by()},
    }
    return Grid(PALIER, (Column(say(HEAD), 90),), tuple((piece,) for piece in pieces(_letters(said))), ONE_LINE)


def pieces(text: str) -> list[str]:
    """The text cut in cells, each with its rank: they may be sorted, and one that is lost is missed."""
    size = PIECE_MAX - len(_MARK)
    cut = [text[start : start + size] for start in range(0, len(text), size)]
    return [f"{rank}/{len(cut)} {piece}" for rank, piece in enumerate(cut, 1)]


def _letters(said: object) -> str:
    """JSON in plain letters: nothing that a cell refuses, joins or takes for a code (« _x0041_ »)."""
    return json.dumps(said, separators=(",", ":")).replace("_", "\\u005f").replace("\x7f", "\\u007f")


def _prints(grid: Grid) -> dict[str, object]:
    heads = [column.head for column in grid.columns]
    places = [heads.index(head) for head in named_by()[grid.name]]
    return {"heads": heads, "rows": [(_name(row, places), row_print(row)) for row in grid.rows]}


def _name(row: Row, places: list[int]) -> str:
    return next((str(row[place]) for place in places if plain(row[place])), "")
