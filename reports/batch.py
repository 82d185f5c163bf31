"""Many reports at once, on several processes: for a coach who brings a whole room's files home."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import suppress
from functools import cache
from multiprocessing import get_context
from pathlib import Path

from questionnaire.answers_file import parse_text
from questionnaire.errors import PalierError
from questionnaire.loading import SHIPPED, load
from questionnaire.model import Questionnaire
from questionnaire.settings import Settings
from reports import style
from reports.command import Wish
from reports.service import copy_pdf
from scoring.benchmark import Row, load_rows


def content() -> tuple[Questionnaire, tuple[Row, ...]]:
    """The questionnaire of the settings, with its published figures. Raises ContentError."""
    return _read(Path(Settings().questionnaire or SHIPPED))


@cache
def _read(folder: Path) -> tuple[Questionnaire, tuple[Row, ...]]:
    """Once in each process: reading the content takes longer than a report."""
    questionnaire = load(folder)
    return questionnaire, load_rows(questionnaire)


def one(wish: Wish, path: Path) -> bytes:
    """The PDF of one answers file. Raises AnswersError, ContentError or OSError."""
    questionnaire, rows = content()
    return copy_pdf(questionnaire, parse_text(questionnaire, path.read_bytes()), rows, wish.on, wish.copy, wish.parts)


def many(wish: Wish, folder: Path) -> int:
    """Every file's PDF in `folder`, under the same name; answers how many were refused. Progress on standard error."""
    folder.mkdir(parents=True, exist_ok=True)
    refused = 0
    for rank, (path, trouble) in enumerate(_written(wish, folder), 1):
        refused += bool(trouble)
        print(f"{rank}/{len(wish.answers)} {path.name}{' : ' + trouble if trouble else ''}", file=sys.stderr)
    return refused


def _written(wish: Wish, folder: Path) -> Iterator[tuple[Path, str]]:
    """Where a process can be copied, the content and the fonts are read once, before the copies."""
    copied = sys.platform == "linux"
    if copied:
        _make_ready()
    method = get_context("fork" if copied else "spawn")
    with ProcessPoolExecutor(min(wish.jobs, len(wish.answers)), method, initializer=_make_ready) as pool:
        waited = {pool.submit(_write, wish, path, folder): path for path in wish.answers}
        for done in as_completed(waited):
            yield waited[done], done.result()


def _make_ready() -> None:
    """What every report needs. A faulty content is told by the first report that asks for it."""
    with suppress(PalierError):
        content()
    style.register_fonts()
    gc.freeze()  # what is read once is not to be looked through at every report


def _write(wish: Wish, path: Path, folder: Path) -> str:
    """What went wrong, in French; empty when the PDF is there."""
    try:
        (folder / path.with_suffix(".pdf").name).write_bytes(one(wish, path))
    except PalierError as error:
        return str(error)
    except OSError as error:
        return f"« {error.filename} » : fichier illisible ou impossible à écrire."
    return ""
