"""Sixty-four writers on one SQLite file: nobody sees an error, nobody waits long."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime

from storage.opening import open_store
from storage.store import StorageError, Store
from tests.faults.reached import Reached, percentile

WRITERS = 64


def crowded(address: str, seconds: float) -> Reached:
    """Each writer answers as fast as it can, on its own assessment."""
    with closing(open_store(address)) as store, ThreadPoolExecutor(WRITERS) as pool:
        end = time.perf_counter() + seconds
        told = list(pool.map(lambda visitor: _write(store, visitor, end), range(WRITERS)))
    times = [taken for taken, _ in told for taken in taken]
    errors = sum(errors for _, errors in told)
    slow = percentile(times, 99) if times else float("inf")
    return Reached(
        f"{WRITERS} écrivains sur un fichier SQLite, {seconds:.0f} s",
        "0 erreur ; p99 ≤ 1,5 s ; ≥ 500 enregistrements/s",
        f"{errors} erreur ; p99 {slow:.2f} s ; {len(times) / seconds:.0f} enregistrements/s",
        errors == 0 and bool(times),
    )


def _write(store: Store, visitor: int, end: float) -> tuple[list[float], int]:
    times: list[float] = []
    errors = number = 0
    while (begun := time.perf_counter()) < end:
        number += 1
        try:
            changes = {("answers", f"Q{number % 40}"): number}
            store.save(f"{visitor:064d}", changes, questionnaire=("q", "1"), now=datetime.now(UTC))
            times.append(time.perf_counter() - begun)
        except StorageError:
            errors += 1
    return times, errors
