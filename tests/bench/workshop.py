"""A workshop of sixty phones on one process: how long a vote takes, how soon the coach sees it counted.

Everybody joins by the plain routes, and every page asks again as often as the server wants, as browsers do.
"""

from __future__ import annotations

import asyncio
import random
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from time import perf_counter

import psutil

from questionnaire.editions import alone
from storage.opening import open_store
from storage.rooms import Rooms
from tests.bench.figures import Figure, busy, cpu_seconds, milliseconds, table
from tests.bench.visitor import Visitor
from tests.builders import shipped
from tests.faults.reached import percentile
from tests.journeys.running import Server, serving
from tests.storage.postgresql import new_database
from ui import services, wording, wording_workshop

PHONES, QUESTIONS, WITHIN = 60, 5, 8.0  # seconds over which a room votes
VOTE_S, SEEN_S = 1.0, 2.0


class Told:
    def __init__(self) -> None:
        self.votes: list[float] = []
        self.seen: list[float] = []
        self.followed: list[float] = []
        self.cores = 0.0
        self.interrupted = 0


async def workshop(sites: list[str], database: str, processes: list[psutil.Process]) -> Told:
    """Seconds of each vote, of each count until the coach sees it, of each phone until it shows the next question."""
    told, coach = Told(), Visitor(sites[0])
    await coach.route("/atelier/ouvrir?choix=express&minutes=120")
    code = _code(database, coach)
    phones = [Visitor(sites[rank % len(sites)]) for rank in range(PHONES)]
    await asyncio.gather(*(_join(phone, code) for phone in phones))
    await coach.open("animer")
    begun, spent = perf_counter(), sum(map(cpu_seconds, processes))
    await coach.press(wording_workshop.OPEN_VOTE)
    for rank in range(QUESTIONS):
        await _vote_on_one(coach, phones, told, random.Random(rank))
        if rank + 1 < QUESTIONS:
            await coach.press(wording_workshop.REVEAL)
            await asyncio.sleep(3)
            await coach.press(wording_workshop.NEXT)
    told.cores = (sum(map(cpu_seconds, processes)) - spent) / (perf_counter() - begun)
    await asyncio.gather(*(one.close() for one in (coach, *phones)))
    told.interrupted = sum(phone.interrupted for phone in phones)
    failures = [failure for one in (coach, *phones) for failure in one.failures]
    assert not failures, failures[:3]
    return told


def _code(database: str, coach: Visitor) -> str:
    """The code on the coach's screen, read from the room: it is drawn in plain HTML there."""
    store = open_store(database)
    try:
        held = Rooms(store, alone(shipped())).held(services.capability(coach.cookies["palier-atelier"]))  # type: ignore[arg-type]
        assert held
        return held.code
    finally:
        store.close()


async def _join(phone: Visitor, code: str) -> None:
    led = await phone.route(f"/atelier/rejoindre?code={code}")
    assert led == "/voter", led
    await phone.open("voter")


async def _vote_on_one(coach: Visitor, phones: list[Visitor], told: Told, chance: random.Random) -> None:
    """Every phone votes at its own moment; whenever the coach's count moves, the votes behind it are seen."""
    opened, committed = perf_counter(), list[float]()

    async def vote(phone: Visitor) -> None:
        while not phone.is_asked(wording.UNKNOWN):  # the phone learns of the question by asking again
            await asyncio.sleep(0.02)
        told.followed.append(perf_counter() - opened)
        await asyncio.sleep(chance.uniform(0, WITHIN))
        lines = phone.has("button", wording.UNKNOWN)
        told.votes.append(await (phone.press(wording.UNKNOWN) if lines else phone.choose(chance.randrange(4))))
        committed.append(perf_counter())

    voting = [asyncio.create_task(vote(phone)) for phone in phones]
    seen = 0
    while seen < len(phones):
        await asyncio.sleep(0.02)
        for failed in [one for one in voting if one.done() and one.exception()]:
            failed.result()
        count = re.search(r"Votes reçus\D*(\d+) sur", coach.words())
        now = perf_counter()
        shown = int(count[1]) if count else 0
        told.seen.extend(max(0.0, now - at) for at in committed[seen:shown])
        seen = max(seen, min(shown, len(committed)))
    await asyncio.gather(*voting)


@contextmanager
def _servers(database: str, count: int) -> Iterator[list[Server]]:
    with ExitStack() as stack:
        yield [stack.enter_context(serving(Server(database))) for _ in range(count)]


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        figures = _measured(f"sqlite:///{folder}/bench.sqlite3", 1, "un processus, SQLite")
    return figures + _measured(new_database(), 2, "deux processus, PostgreSQL")


def _measured(database: str, count: int, where: str) -> list[Figure]:
    with _servers(database, count) as servers:
        processes = [psutil.Process(server.process.pid) for server in servers if server.process]
        told = asyncio.run(workshop([server.url for server in servers], database, processes))
    vote, seen = percentile(told.votes, 95), percentile(told.seen, 95)
    many = f"{PHONES} téléphones, {where}"
    shown = f"{milliseconds(told.votes)} ms sur {len(told.votes)} votes"
    return [
        Figure(f"{many} : un vote, médiane / p95 / p99", f"p95 ≤ {VOTE_S:.0f} s", shown, vote <= VOTE_S),
        Figure("  compté chez l’animateur", f"p95 ≤ {SEEN_S:.0f} s", f"{milliseconds(told.seen)} ms", seen <= SEEN_S),
        Figure("  question suivante sur les téléphones", "", f"{milliseconds(told.followed)} ms"),
        Figure("  votes dont l’exécution a été écourtée par une autre", "", str(told.interrupted)),
        Figure("  serveur", "", f"{told.cores:.2f} cœur ; {busy()}"),
    ]


if __name__ == "__main__":
    print(table(measure()))
    sys.exit(0)
