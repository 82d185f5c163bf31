"""Two devices on one assessment, their gestures interleaved at random, and clocks that jump: the order is the store's."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta
from random import Random

from questionnaire.assessment import difference, from_entries
from storage.opening import open_store
from storage.store import Store
from tests.builders import shipped
from tests.faults.reached import Reached
from ui.visit import merge

KEYS = tuple(question.id for question in shipped().questions[:6])
NOON = datetime(2026, 3, 28, 12, tzinfo=UTC)  # the night before the clocks change in France


def interleaved(kind: str, address: str, times: int, seed: int = 1) -> Reached:
    """`times` interleavings of 12 gestures; each device knows only what it was told. Its clock jumps ±1 h."""
    random, wrong, untold = Random(seed), 0, 0
    with closing(open_store(address)) as store:
        for number in range(times):
            expected, missed = _one(store, f"{number:064d}", random)
            record = store.load(f"{number:064d}")
            wrong += not record or dict(record.entries) != expected
            untold += missed
    return Reached(
        f"Deux appareils ({kind}), {times} entrelacements, horloges à ±1 h",
        "la dernière réponse est gardée, question par question ; l’autre appareil l’apprend aussitôt",
        f"{wrong} diagnostic faux, {untold} changement non signalé",
        wrong == untold == 0,
    )


def _one(store: Store, capability: str, random: Random) -> tuple[dict[tuple[str, str], object], int]:
    """The entries that must be there in the end, and how many foreign changes were not told on the next gesture."""
    blank = from_entries(shipped().id, shipped().version, {})
    seen, known = [blank, blank], [0, 0]
    expected: dict[tuple[str, str], object] = {}
    missed = 0
    for _ in range(12):
        device = random.randrange(2)
        said = seen[device].put("answers", random.choice(KEYS), random.choice([0, 1, 2, 3, "unknown", None]))
        changes = difference(seen[device] if known[device] else None, said)
        if not changes:
            continue
        moment = NOON + timedelta(minutes=random.randint(-60, 60))
        of = (said.questionnaire_id, said.version)
        saved = store.save(capability, changes, questionnaire=of, now=moment, known=known[device])
        expected = {e: v for e, v in (expected | changes).items() if v is not None}
        seen[device], _ = merge(said, changes, saved.others)
        known[device] = saved.sequence
        missed += seen[device].entries() != expected
    return expected, missed
