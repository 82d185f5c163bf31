"""The answers file looked up in a stranger's workbook, and what was changed by hand in the sheets people read.

Anything out of shape raises whatever it raises: the child turns it into « abîmé ». Runs in the child process of
`xlsx_extracting`.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from openpyxl import load_workbook

from questionnaire.answers_json import SIZE_MAX as ANSWERS_MAX
from reports.child import RefusalError
from reports.workbook_prints import FORMAT, PALIER, plain, row_print
from reports.xlsx_archive import texts_of

ROWS_MAX, COLUMNS_MAX = 2_000, 40  # a workbook of Palier has 150 rows and 13 columns
PIECES_MAX = 200
NAMES_TOLD, NAME_MAX = 200, 80
USUAL = {"Résultats", "Réponses"}  # sheets by which a workbook of Palier is known without its last one
_PIECE = re.compile(r"(\d{1,3})/(\d{1,3}) (.*)", re.DOTALL)
Changes = dict[str, list[str] | None]


def read(data: bytes) -> dict[str, Any]:
    """`answers`, the text of the answers file; `changed`, by sheet, the names of rows (None: no such sheet any more)."""
    book = load_workbook(texts_of(data), read_only=True, data_only=True, keep_links=False)
    if PALIER not in book.sheetnames:
        raise RefusalError("stripped" if set(book.sheetnames) >= USUAL else "foreign")
    said = _said(book[PALIER])
    return {"answers": _answers(said["answers"]), "changed": dict(_changed(book, said["sheets"]))}


def _said(sheet: Any) -> dict[str, Any]:
    """What the pieces make once put in order; each must be there, once."""
    cells = (row[0] for row in sheet.iter_rows(min_row=2, max_row=PIECES_MAX + 1, max_col=1, values_only=True))
    found = [piece for cell in cells if isinstance(cell, str) and (piece := _PIECE.fullmatch(cell))]
    ranks = {int(piece[1]): piece[3] for piece in found}
    wanted = {int(piece[2]) for piece in found}
    if wanted != {len(found)} or set(ranks) != set(range(1, len(found) + 1)):
        raise RefusalError("damaged")
    said: dict[str, Any] = json.loads("".join(ranks[rank] for rank in sorted(ranks)), object_pairs_hook=_once)
    if said["palier"] != FORMAT:
        raise RefusalError("foreign")
    return said


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A key said twice is refused here: the file written again would hide it from the checks that follow."""
    if len(dict(pairs)) < len(pairs):
        raise RefusalError("damaged")
    return dict(pairs)


def _answers(said: dict[str, Any]) -> str:
    """As `answers_file.export_text` writes it."""
    text = json.dumps(said, ensure_ascii=False, indent=1) + "\n"
    if len(text.encode()) > ANSWERS_MAX:
        raise RefusalError("long_answers")
    return text


def _changed(book: Any, sheets: dict[str, Any]) -> Iterator[tuple[str, list[str] | None]]:
    for name, told in sheets.items():
        if name not in book.sheetnames:
            yield name, None
            continue
        seen = Counter(_prints(book[name], told["heads"]))
        lost = [row for row, print_ in told["rows"] if not _taken(seen, print_)]
        if lost or seen.total():
            yield name, [str(row)[:NAME_MAX] for row in lost[:NAMES_TOLD]]


def _taken(seen: Counter[str], print_: str) -> bool:
    seen[print_] -= 1
    if seen[print_] >= 0:
        return True
    del seen[print_]
    return False


def _prints(sheet: Any, heads: list[str]) -> Iterator[str]:
    """The prints of the rows as they are shown now, in any order; columns are known by their head."""
    rows = sheet.iter_rows(max_row=ROWS_MAX + 1, max_col=COLUMNS_MAX, values_only=True)
    places = {plain(head): place for place, head in reversed(list(enumerate(next(rows, ()))))}
    columns = [places.get(plain(head), COLUMNS_MAX) for head in heads]
    for row in rows:
        cells = [(*row, *[None] * (COLUMNS_MAX + 1))[column] for column in columns]
        if any(map(plain, cells)):
            yield row_print(cells)
