"""A process that writes as ten visitors would, and says each save once it is durable: to be killed at any moment."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from itertools import count
from threading import Lock

from storage.opening import open_store
from storage.store import Store

_voice = Lock()


def write(store: Store, visitor: int, first: int) -> None:
    """Answer after answer, for ever; each is told only after it was acknowledged."""
    known = 0
    for number in count(first):
        changes = {("answers", str(number)): number, ("notes", str(number)): "é" * 300}
        saved = store.save(f"{visitor:064d}", changes, questionnaire=("q", "1"), now=datetime.now(UTC), known=known)
        known = saved.sequence
        with _voice:
            print(visitor, number, flush=True)


def main() -> None:
    address, first, visitors = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    store = open_store(address)
    with ThreadPoolExecutor(visitors) as pool:
        for visitor in range(visitors):
            pool.submit(write, store, visitor, first)


if __name__ == "__main__":
    main()
