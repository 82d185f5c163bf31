"""`kill -9` at any moment, under ten writers: every acknowledged answer is found, none is half written."""

from __future__ import annotations

import subprocess
import sys
import time
from collections import defaultdict
from contextlib import closing
from pathlib import Path
from random import Random

from storage.opening import open_store
from storage.store import Store
from tests.faults.reached import Reached

ROOT = Path(__file__).resolve().parents[2]
WRITERS, STEP = 10, 1_000_000  # each life numbers its answers from a new million


def killed(address: str, kills: int, seed: int = 1) -> Reached:
    """Start, kill after a moment drawn at random, look; again."""
    random, acknowledged, lost, torn, slowest = Random(seed), defaultdict(set), 0, 0, 0.0
    for life in range(kills):
        for visitor, number in _one_life(address, life, random.uniform(0.02, 0.5)):
            acknowledged[visitor].add(number)
        begun = time.perf_counter()
        with closing(open_store(address)) as store:
            slowest = max(slowest, time.perf_counter() - begun)
            found = {visitor: _answers(store, visitor) for visitor in acknowledged}
        lost += sum(len(said - found[visitor][0]) for visitor, said in acknowledged.items())
        torn += sum(answers != notes for answers, notes in found.values())
    total = sum(map(len, acknowledged.values()))
    return Reached(
        f"kill -9, {kills} fois sous {WRITERS} écrivains",
        "0 réponse acquittée perdue ; reprise ≤ 10 s",
        f"{lost} perdue sur {total}, {torn} à moitié écrite ; reprise {slowest:.2f} s au pire",
        lost == torn == 0 and total > 0,
    )


def _one_life(address: str, life: int, seconds: float) -> list[tuple[int, int]]:
    """What a writing process said to have kept before it was killed; the time runs from its first word."""
    command = [sys.executable, "-m", "tests.faults.writing", address, str(life * STEP), str(WRITERS)]
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)
    assert child.stdout
    first = child.stdout.readline()
    time.sleep(seconds)
    child.kill()
    lines = (first + child.communicate()[0]).split(b"\n")[:-1]  # the last one may be cut
    return [(int(visitor), int(number)) for visitor, number in map(bytes.split, lines)]


def _answers(store: Store, visitor: int) -> tuple[set[int], set[int]]:
    record = store.load(f"{visitor:064d}")
    entries = record.entries if record else {}
    answers, notes = ({int(key) for kind, key in entries if kind == name} for name in ("answers", "notes"))
    return answers, notes
