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

from questionnaire.assessment import Assessment
from questionnaire.editions import Editions, editions
from questionnaire.errors import PalierError
from questionnaire.language import language, speaking
from questionnaire.model import Questionnaire
from questionnaire.settings import Settings
from reports import style
from reports.command import Wish
from reports.service import copy_pdf
from scoring.benchmark import Row, load_rows


def known() -> Editions:
    """The questionnaire of the settings in all its versions, in the language spoken here, read once in each process. Raises ContentError."""
    return editions(Settings().questionnaire, language())


def rows_of(questionnaire: Questionnaire) -> tuple[Row, ...]:
    """The published figures of one of these versions."""
    return _rows(language())[questionnaire.version]


@cache
def _rows(spoken: str) -> dict[str, tuple[Row, ...]]:
    return {one.version: load_rows(one, language=spoken) for one in known().known}


def read(path: Path) -> tuple[Questionnaire, Assessment, tuple[Row, ...]]:
    """An answers file, with the version it answers and its figures. Raises AnswersError, ContentError or OSError."""
    questionnaire, assessment = known().read(path.read_bytes())
    return questionnaire, assessment, rows_of(questionnaire)


def one(wish: Wish, path: Path) -> bytes:
    """The PDF of one answers file. Raises AnswersError, ContentError or OSError."""
    with speaking(wish.language):
        return copy_pdf(*read(path), wish.on, wish.copy, wish.parts, known().known)


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
        _rows(language())
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
