"""A backup made while people answer, then restored: the same rows, and what was deleted in between stays deleted."""

from __future__ import annotations

import threading
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from questionnaire.settings import Retention
from storage.backing_up import backup, read
from storage.opening import open_store
from storage.purging import purge
from storage.restoring import restore
from storage.store import StorageError, Store
from tests.faults.reached import Reached

VISITORS = 40
NOW = datetime(2026, 3, 29, 1, 30, tzinfo=UTC)  # the hour that clocks skip in France
DRIFTS = (*(timedelta(hours=hours) for hours in (-25, -1, 0, 1, 25)), timedelta(days=365 * 20))


def restored(kind: str, address: str, folder: Path) -> Reached:
    """Under a writer: back up, delete one assessment, damage nothing, restore, compare row by row."""
    file, slowest = folder / f"{kind}.sauvegarde", [0.0]
    with closing(open_store(address)) as store:
        _fill(store)
        stop = threading.Event()
        writer = threading.Thread(target=_write, args=(store, stop, slowest))
        writer.start()
        begun = time.perf_counter()
        backup(address, file)
        seconds = time.perf_counter() - begun
        stop.set()
        writer.join()
        store.delete(_link(0))
    restore(address, file, True, lambda _sentence: None)
    again = folder / f"{kind}-relu.sauvegarde"
    with closing(open_store(address)) as store:
        back, gone = store.load(_link(1)), store.load(_link(0))
    backup(address, again)
    held, found = read(file).counts["assessment"], read(again).counts["assessment"]
    return Reached(
        f"Sauvegarde sous charge puis remise ({kind})",
        "lignes identiques ; ce qui a été effacé le reste",
        f"{found} diagnostics sur {held}, l’effacé {'absent' if gone is None else 'REVENU'} ; {seconds:.1f} s, "
        f"réponse la plus lente pendant ce temps {slowest[0]:.2f} s",
        back is not None and gone is None and found == held - 1,
    )


def clocks(address: str) -> Reached:
    """The purge with clocks that drift, over a change of hour and by twenty years: nothing recent ever goes."""
    with closing(open_store(address)) as store:
        _fill(store)
        wrong = refused = 0
        for drift in DRIFTS:
            try:
                wrong += purge(store, NOW + drift, Retention()).assessments
            except StorageError:
                refused += 1
        kept = sum(store.load(_link(visitor)) is not None for visitor in range(VISITORS))
    return Reached(
        "Horloge fausse pendant la purge (±1 h, ±25 h, +20 ans, heure d’été)",
        "0 purge à tort",
        f"{wrong} purgé à tort, {kept} gardés sur {VISITORS} ; {refused} purges refusées avec une phrase",
        wrong == 0 and kept == VISITORS,
    )


def _link(visitor: int) -> str:
    return f"{visitor:064d}"


def _fill(store: Store) -> None:
    for visitor in range(VISITORS):
        changes = {("answers", f"Q{number}"): number for number in range(40)} | {("notes", "Q1"): "é" * 1000}
        store.save(_link(visitor), changes, questionnaire=("q", "1"), now=NOW)


def _write(store: Store, stop: threading.Event, slowest: list[float]) -> None:
    number = 0
    while not stop.is_set():
        number += 1
        begun = time.perf_counter()
        store.save(_link(number % VISITORS), {("answers", "Q1"): number}, questionnaire=("q", "1"), now=NOW)
        slowest[0] = max(slowest[0], time.perf_counter() - begun)
