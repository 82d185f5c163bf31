"""Memory of one process while visitors come, answer and leave: megabytes a session, and whether it goes on growing.

Closed sessions are kept by Streamlit for `server.disconnectedSessionTTL` (900 s), 128 at most: they are part of the
first figure's crowd, not a leak. The second half of the time says whether memory is flat.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from dataclasses import dataclass, field
from time import perf_counter

import psutil

from tests.bench.figures import Figure, busy, table
from tests.bench.load import Told, answer, begin
from tests.journeys.running import Server, serving

MINUTES, SESSIONS, COMING, ANSWERS = 2.0, 100, 8, 10
A_SESSION_MB, GROWTH = 0.3, 0.02
SAMPLE_S = 2.0


@dataclass
class Soaked:
    """Megabytes: before anybody, with `SESSIONS` open, then (minutes, megabytes) as visitors come and go."""

    before: float = 0.0
    opened: float = 0.0
    samples: list[tuple[float, float]] = field(default_factory=list)
    visits: int = 0
    told: Told = field(default_factory=Told)


async def soak(site: str, process: psutil.Process, minutes: float) -> Soaked:
    soaked = Soaked()
    await _visit(site, soaked)  # the first page of a process loads what all share
    soaked.before = _megabytes(process)
    there = [await begin(site) for _ in range(SESSIONS)]
    for rank in range(3):
        for one in there:
            await answer(one, soaked.told, rank, reading=0)
    soaked.opened = _megabytes(process)
    await asyncio.gather(*(one.close() for one in there))
    begun = perf_counter()
    until = begun + 60 * minutes
    watching = asyncio.create_task(_watch(process, soaked, begun, until))
    await asyncio.gather(*(_come_and_go(site, soaked, until) for _ in range(COMING)), watching)
    return soaked


async def _come_and_go(site: str, soaked: Soaked, until: float) -> None:
    while perf_counter() < until:
        await _visit(site, soaked)


async def _visit(site: str, soaked: Soaked) -> None:
    visitor = await begin(site)
    for rank in range(ANSWERS):
        await answer(visitor, soaked.told, rank % 4, reading=0.02)
    soaked.told.errors.extend(visitor.failures)
    await visitor.close()
    soaked.visits += 1


async def _watch(process: psutil.Process, soaked: Soaked, begun: float, until: float) -> None:
    while perf_counter() < until:
        soaked.samples.append(((perf_counter() - begun) / 60, _megabytes(process)))
        await asyncio.sleep(SAMPLE_S)


def _megabytes(process: psutil.Process) -> float:
    return float(process.memory_info().rss) / 2**20


def slope(samples: list[tuple[float, float]]) -> float:
    """Megabytes a minute, by least squares; the samples are (minutes, megabytes)."""
    middle = sum(at for at, _ in samples) / len(samples)
    level = sum(size for _, size in samples) / len(samples)
    spread = sum((at - middle) ** 2 for at, _ in samples)
    return sum((at - middle) * (size - level) for at, size in samples) / spread


def measure(minutes: float = MINUTES) -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder, serving(Server(f"sqlite:///{folder}/bench.sqlite3")) as server:
        assert server.process
        soaked = asyncio.run(soak(server.url, psutil.Process(server.process.pid), minutes))
    each = (soaked.opened - soaked.before) / SESSIONS
    later = soaked.samples[len(soaked.samples) // 2 :]
    growth = slope(later) * minutes / 2
    level = later[0][1]
    shown = f"{slope(later):+.2f} Mo par minute ; {soaked.samples[0][1]:.0f}, {level:.0f} puis {later[-1][1]:.0f} Mo"
    errors = len(soaked.told.errors)
    return [
        Figure(
            f"mémoire d’une session, {SESSIONS} ouvertes",
            f"≤ {A_SESSION_MB} Mo",
            f"{each:.2f} Mo",
            each <= A_SESSION_MB,
        ),
        Figure(
            f"mémoire pendant {minutes:.0f} min de visites, seconde moitié",
            f"croissance ≤ {GROWTH:.0%}",
            shown,
            growth <= GROWTH * level,
        ),
        Figure("  visites ; erreurs", "0 erreur", f"{soaked.visits} ; {errors} ; {busy()}", errors == 0),
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=MINUTES)
    print(table(measure(parser.parse_args().minutes)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
