"""A file being made beside the one it will become: private, and gone whatever happens."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_ENDS = ("", "-wal", "-shm", "-journal")
_STALE_SECONDS = 24 * 3600


@contextmanager
def part_of(path: Path) -> Iterator[Path]:
    """An empty file that only its owner reads, in the folder of `path`; nothing of it stays behind. May raise OSError.

    What a kill left there is swept a day later: it may hold answers that were deleted since.
    """
    folder, prefix = path.absolute().parent, f".{path.name}."
    handle, name = tempfile.mkstemp(dir=folder, prefix=prefix, suffix=".new")
    os.close(handle)
    _sweep(folder, prefix)
    try:
        yield Path(name)
    finally:
        _remove(name)


def _sweep(folder: Path, prefix: str) -> None:
    for left in folder.iterdir():
        with suppress(OSError):
            if left.name.startswith(prefix) and left.suffix == ".new" and _age(left) > _STALE_SECONDS:
                _remove(str(left))


def _age(path: Path) -> float:
    return time.time() - path.stat().st_mtime


def _remove(name: str) -> None:
    for end in _ENDS:
        with suppress(FileNotFoundError):
            os.unlink(f"{name}{end}")
