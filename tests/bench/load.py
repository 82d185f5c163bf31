"""One process, 300 visitors who each answer a question every 5 seconds: how long an answer takes, how busy the server.

An answer is two requests: the choice, written before it is confirmed, and « Continuer ». A visitor who reaches the
last question begins another assessment. The visitors live in a process of their own; no browser.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import tempfile
from dataclasses import dataclass, field
from time import perf_counter

import psutil

from tests.bench.figures import Figure, busy, cpu_seconds, milliseconds, table
from tests.bench.visitor import Visitor
from tests.faults.reached import percentile
from tests.journeys.running import Server, serving
from ui import wording

VISITORS, EVERY, SECONDS, READING = 300, 5.0, 60.0, 1.0
P95_MS = 500


@dataclass
class Told:
    """Seconds taken by each request of the steady state, and what went wrong."""

    choices: list[float] = field(default_factory=list)
    moves: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


async def begin(site: str) -> Visitor:
    visitor = Visitor(site)
    await visitor.route("/commencer?mode=full")
    await visitor.open("questions")
    return visitor


async def answer(visitor: Visitor, told: Told, rank: int, reading: float = READING) -> None:
    """Choose, read, go on; the last question leads back to a new assessment."""
    whole_list = visitor.has("button", wording.UNKNOWN)
    told.choices.append(await (visitor.press(wording.UNKNOWN) if whole_list else visitor.choose(rank)))
    await asyncio.sleep(reading)
    if visitor.has("button", wording.CONTINUE):
        told.moves.append(await visitor.press(wording.CONTINUE))
        return
    await visitor.close()
    await visitor.route("/commencer?mode=full&autre=1")
    await visitor.open("questions")


async def visit(visitor: Visitor, told: Told, late: float, until: float) -> None:
    await asyncio.sleep(late)
    rank = 0
    while perf_counter() < until:
        begun = perf_counter()
        try:
            await answer(visitor, told, rank % 4)
        except Exception as error:  # whatever it is, it is a failure seen by a visitor
            told.errors.append(f"{type(error).__name__} {error}")
        rank += 1
        await asyncio.sleep(max(0.0, EVERY - (perf_counter() - begun)))
    told.errors.extend(visitor.failures)


async def crowd(site: str, server: psutil.Process, visitors: int, seconds: float) -> tuple[Told, float]:
    """What was told over the steady state, and the cores that the server used meanwhile."""
    chance, told = random.Random(1), Told()
    there = [await begin(site) for _ in range(visitors)]
    begun, spent = perf_counter(), cpu_seconds(server)
    until = begun + seconds
    await asyncio.gather(*(visit(one, told, chance.uniform(0, EVERY), until) for one in there))
    cores = (cpu_seconds(server) - spent) / (perf_counter() - begun)
    await asyncio.gather(*(one.close() for one in there))
    return told, cores


def measure(visitors: int = VISITORS, seconds: float = SECONDS) -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder, serving(Server(f"sqlite:///{folder}/bench.sqlite3")) as server:
        assert server.process
        process = psutil.Process(server.process.pid)
        told, cores = asyncio.run(crowd(server.url, process, visitors, seconds))
        size = process.memory_info().rss / 2**20
    for error in told.errors[:5]:
        print("  ", error)
    both = told.choices + told.moves
    who = f"{visitors} personnes, une question toutes les {EVERY:.0f} s, un processus"
    kept = 1000 * percentile(both, 95) < P95_MS and not told.errors
    reached = f"{milliseconds(both)} ms ; {len(told.errors)} erreur sur {len(both)}"
    return [
        Figure(f"{who} : médiane / p95 / p99", f"p95 < {P95_MS} ms, 0 erreur", reached, kept),
        Figure("  choisir ; continuer", "", f"{milliseconds(told.choices)} ; {milliseconds(told.moves)} ms"),
        Figure("  serveur", "", f"{cores:.2f} cœur, {size:.0f} Mo ; {busy()}"),
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--visitors", type=int, default=VISITORS)
    parser.add_argument("--seconds", type=float, default=SECONDS)
    asked = parser.parse_args()
    print(table(measure(asked.visitors, asked.seconds)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
