"""A disk that fills up, and files damaged in four ways: never a false « enregistré », never an empty replacement."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from storage.opening import open_store
from storage.sql import SqlStore
from storage.store import StorageError, Store
from tests.faults.reached import Reached

MINE, PAGE = "a" * 64, 4096
ROOM = 20  # pages left before the disk is full


def full(folder: Path) -> Reached:
    """SQLite's own ceiling stands for the disk; then the disk is given room again, and nothing is restarted."""
    with closing(open_store(f"sqlite:///{folder / 'full.sqlite3'}")) as store:
        assert isinstance(store, SqlStore)
        kept, seconds = _until_refused(store)
        false = sorted(set(_kept(store)) ^ set(kept))
        _pragma(store, "max_page_count = 1000000")
        _save(store, 10**6)
        back = 10**6 in _kept(store)
    return Reached(
        "Disque plein",
        "jamais un faux « enregistré » ; dit en ≤ 2 s ; repart sans relance",
        f"{len(false)} faux sur {len(kept)} ; dit en {seconds:.2f} s ; repart {'sans' if back else 'pas sans'} relance",
        not false and back,
    )


def _until_refused(store: SqlStore) -> tuple[list[int], float]:
    """What was acknowledged before the refusal, and the seconds that the refusal took."""
    _save(store, 0)
    _pragma(store, f"max_page_count = {_pragma(store, 'page_count') + ROOM}")
    kept, number = [0], 0
    while True:
        number += 1
        begun = time.perf_counter()
        try:
            _save(store, number)
        except StorageError:
            return kept, time.perf_counter() - begun
        kept.append(number)


def _save(store: Store, number: int) -> None:
    store.save(MINE, {("notes", str(number)): "é" * 1000}, questionnaire=("q", "1"), now=datetime.now(UTC))


def _kept(store: Store) -> list[int]:
    record = store.load(MINE)
    return [int(key) for _, key in record.entries] if record else []


def _pragma(store: SqlStore, setting: str) -> int:
    with store.engine.connect() as connection:
        result = connection.exec_driver_sql(f"PRAGMA {setting}")
        return int(result.scalar() or 0) if result.returns_rows else 0


def _flipped(file: Path) -> None:
    with file.open("r+b") as handle:
        handle.seek(PAGE * (file.stat().st_size // (2 * PAGE)))
        handle.write(Random(1).randbytes(PAGE))


def _truncated(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2 + 100)


def _zero_header(file: Path) -> None:
    with file.open("r+b") as handle:
        handle.write(bytes(100))


def _text(file: Path) -> None:
    file.write_bytes("Ceci n’est pas une base.\n".encode() * 1000)


DAMAGES: tuple[Callable[[Path], None], ...] = (_flipped, _truncated, _zero_header, _text)


def damaged(folder: Path) -> Reached:
    """Each damage is found at the start, refused, and the file left as it is, with the backup to restore named."""
    refused, untouched, slowest = 0, 0, 0.0
    for rank, damage in enumerate(DAMAGES):
        file = folder / f"damaged-{rank}.sqlite3"
        with closing(open_store(f"sqlite:///{file}")) as store:
            for number in range(200):
                _save(store, number)
        damage(file)
        before, begun = file.read_bytes(), time.perf_counter()
        try:
            open_store(f"sqlite:///{file}").close()
        except StorageError as error:
            refused += "sauvegarde" in str(error)
        slowest = max(slowest, time.perf_counter() - begun)
        untouched += file.read_bytes() == before
    return Reached(
        "Fichier abîmé, de quatre façons",
        "trouvé en ≤ 5 s, refusé, la sauvegarde à remettre est dite",
        f"{refused} refusés sur {len(DAMAGES)}, {untouched} laissés intacts ; {slowest:.2f} s au pire",
        refused == untouched == len(DAMAGES),
    )
