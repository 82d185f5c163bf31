"""First load of the home page beside the smallest Streamlit page: bytes received, and time to the first heading.

A real Chromium, in turns. Cold: a new profile, nothing in its cache. Warm: the same address again in that profile.
Bytes are those that came over the network, headers and socket included.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass
from statistics import median
from time import perf_counter

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.bench.answer_cpu import BARE
from tests.bench.figures import Figure, busy, table
from tests.journeys.running import Server, launch, serving, settle

ROUNDS, TARGET = 9, 1.2
HEADING = "[data-testid=stMain] :is(h1, h2, h3)"
HEAVY = "plotly"  # drawn by a few pages only: its name in an address fetched here would be a mistake


@dataclass(frozen=True)
class Load:
    """One load of a page: seconds to the heading, bytes received until it settled, addresses asked."""

    seconds: float
    received: int
    asked: tuple[str, ...]


def load(context: BrowserContext, url: str) -> Load:
    page = context.new_page()
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    sizes: list[int] = []
    asked: list[str] = []
    network.on("Network.loadingFinished", lambda said: sizes.append(int(said["encodedDataLength"])))
    network.on("Network.webSocketFrameReceived", lambda said: sizes.append(_frame(said["response"])))
    network.on("Network.requestWillBeSent", lambda said: asked.append(str(said["request"]["url"])))
    begun = perf_counter()
    page.goto(url, wait_until="commit")
    page.locator(HEADING).first.wait_for()
    seconds = perf_counter() - begun
    settle(page)
    page.wait_for_load_state("networkidle")
    page.close()
    return Load(seconds, sum(sizes), tuple(asked))


def _frame(response: dict[str, str | int]) -> int:
    """Bytes of one socket message; binary ones are told in base64."""
    length = len(str(response["payloadData"]))
    return length * 3 // 4 if response["opcode"] == 2 else length


def rounds(browser: Browser, urls: dict[str, str]) -> list[dict[str, Load]]:
    """For each turn, « accueil à froid », « vide à froid », « accueil à chaud »…"""
    told = []
    for _ in range(ROUNDS):
        one: dict[str, Load] = {}
        for name, url in urls.items():
            context = browser.new_context(locale="fr-FR")
            one[f"{name} à froid"] = load(context, url)
            one[f"{name} à chaud"] = load(context, url)
            context.close()
        told.append(one)
    return told[1:]  # the first one also warms the servers and the browser


def measure() -> list[Figure]:
    bare = Server("", script=BARE, environment={"STREAMLIT_RUNNER_POST_SCRIPT_GC": "false"})
    with (
        tempfile.TemporaryDirectory() as folder,
        sync_playwright() as playwright,
        serving(Server(f"sqlite:///{folder}/bench.sqlite3")) as real,
        serving(bare),
    ):
        browser = launch(playwright)
        told = rounds(browser, {"accueil": real.url, "vide": bare.url})
        browser.close()
    figures = [figure for kind in ("à froid", "à chaud") for figure in _compared(told, kind)]
    heavy = sorted({url for one in told for name, found in one.items() for url in found.asked if HEAVY in url.lower()})
    return [*figures, Figure("  tracé de graphiques chargé à l’accueil", "non", ", ".join(heavy) or "non", not heavy)]


def _compared(told: list[dict[str, Load]], kind: str) -> list[Figure]:
    pairs = [(one[f"accueil {kind}"], one[f"vide {kind}"]) for one in told]
    times = median(home.seconds / bare.seconds for home, bare in pairs)
    sizes = median(home.received / bare.received for home, bare in pairs)
    spent = [1000 * median(side.seconds for side in sides) for sides in zip(*pairs, strict=True)]
    came = [median(side.received for side in sides) / 1000 for sides in zip(*pairs, strict=True)]
    goal = f"≤ {TARGET}"
    return [
        Figure(
            f"accueil {kind}, premier titre à l’écran",
            f"{goal} fois la page nue",
            f"{times:.2f} ({spent[0]:.0f} contre {spent[1]:.0f} ms ; {busy()})",
            times <= TARGET,
        ),
        Figure(
            "  octets reçus",
            goal if kind == "à froid" else "",
            f"{sizes:.2f} ({came[0]:.0f} contre {came[1]:.0f} ko)",
            sizes <= TARGET if kind == "à froid" else None,
        ),
    ]


if __name__ == "__main__":
    print(table(measure()))
    sys.exit(0)
