"""The network is cut while somebody answers: the same question after it, nothing said to be kept is lost, and it is told.

The browser goes through a small relay, which hangs up and refuses everybody for as long as the cut lasts.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import monotonic

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.faults.reached import Reached
from tests.journeys import gestures as do
from tests.journeys.presses import WATCH
from tests.journeys.running import Server, free_port, launch, serving, settle
from ui.scripts import LOST

SHOWN_MS, BACK_MS = 20_000, 60_000


@dataclass
class Relay:
    """What stands between a browser and the server, on a port of its own."""

    to: int
    port: int = field(default_factory=free_port)
    is_cut: bool = False
    _open: list[socket.socket] = field(default_factory=list)

    def cut(self) -> None:
        self.is_cut = True
        for one in self._open:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
        self._open.clear()

    def mend(self) -> None:
        self.is_cut = False

    def serve(self, listener: socket.socket) -> None:
        while True:
            try:
                caller, _ = listener.accept()
            except OSError:  # closed: the end
                return
            if self.is_cut:
                caller.close()
                continue
            with suppress(OSError):
                called = socket.create_connection(("127.0.0.1", self.to))
                self._open += [caller, called]
                for pair in ((caller, called), (called, caller)):
                    threading.Thread(target=_pour, args=pair, daemon=True).start()


@contextmanager
def relayed(to: int) -> Iterator[Relay]:
    relay = Relay(to)
    with closing(socket.create_server(("127.0.0.1", relay.port))) as listener:
        threading.Thread(target=relay.serve, args=(listener,), daemon=True).start()
        yield relay
        relay.cut()


def _pour(source: socket.socket, sink: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            sink.sendall(data)
    for one in (source, sink):
        with suppress(OSError):
            one.shutdown(socket.SHUT_RDWR)


def cut_off(folder: Path, seconds: Sequence[float]) -> Reached:
    """One visitor for each cut, all at once; and one more whose server is another when the network comes back."""
    database = f"sqlite:///{folder / 'network.sqlite3'}"
    with serving(Server(database)) as server, serving(Server(database)) as other, sync_playwright() as playwright:
        browser = launch(playwright)
        with _visitors(browser, server, len(seconds) + 1) as visitors:
            start = monotonic()
            told = [visitor.loses() for visitor in visitors]
            order = sorted(zip(seconds, visitors, strict=False), key=lambda pair: pair[0])
            moved = visitors[-1]
            moved.relay.to = other.port  # another replica answers
            same = [moved.comes_back()]
            for length, visitor in order:
                visitor.page.wait_for_timeout(max(0.0, length - (monotonic() - start)) * 1000)
                same.append(visitor.comes_back())
        browser.close()
    lasting = " / ".join(f"{length:g}" for length in sorted(seconds))
    return Reached(
        f"Réseau coupé {lasting} s, puis un autre processus",
        "même question, rien de gardé n’est perdu, la personne l’apprend",
        f"{sum(same)} visites sur {len(same)} reprises à la même question, {sum(told)} sur {len(told)} averties",
        all(same) and all(told),
    )


@dataclass
class _Visitor:
    """Somebody at the second question, with one answer before it and one on it."""

    page: Page
    relay: Relay
    server: Server

    def begins(self) -> None:
        do.first_question(self.page, self._near)
        do.answer(self.page, do.shown_question(self.page), 1)
        do.go_on(self.page)
        do.answer(self.page, do.shown_question(self.page), 2)

    @property
    def _near(self) -> Server:
        """The server as this browser sees it."""
        return replace(self.server, port=self.relay.port)

    def loses(self) -> bool:
        """The network goes: it is said in French, and nothing can be answered that would not be kept."""
        self.relay.cut()
        told = self.page.get_by_role("dialog", name=LOST)
        expect(told).to_contain_text("attendez avant de répondre", timeout=SHOWN_MS)
        choices = self.page.get_by_test_id("stRadio").first.locator("input")
        return all(choices.nth(i).is_disabled() for i in range(choices.count()))

    def comes_back(self) -> bool:
        """The network is there: the page goes on by itself; what is answered then is kept with the rest."""
        before = self.page.get_by_role("heading", level=2).first.inner_text()
        self.relay.mend()
        expect(self.page.get_by_role("dialog")).to_have_count(0, timeout=BACK_MS)
        settle(self.page)
        here = do.shown_question(self.page)
        chosen = self.page.locator("[data-testid=stRadioOption] input:checked").count()
        do.pick(self.page, here.text, here.anchors[0])
        expect(self.page.get_by_text("Enregistré")).to_be_visible()
        self.page.wait_for_timeout(500)
        self.page.reload()
        do.wait_for_question(self.page)
        again = do.shown_question(self.page)
        kept = self.page.locator("[data-testid=stRadioOption] input:checked").count()
        radio = self.page.get_by_test_id("stRadioOption").filter(has=self.page.locator("input:checked"))
        return before == here.text == again.text and chosen == kept == 1 and radio.inner_text() == here.anchors[0]


@contextmanager
def _visitors(browser: Browser, server: Server, count: int) -> Iterator[list[_Visitor]]:
    made: list[_Visitor] = []
    with _relays(server.port, count) as relays:
        for relay in relays:
            context = browser.new_context(locale="fr-FR", viewport={"width": 360, "height": 740})
            context.add_init_script(WATCH)
            visitor = _Visitor(context.new_page(), relay, server)
            visitor.begins()
            made.append(visitor)
        yield made
        for visitor in made:
            visitor.page.context.close()


@contextmanager
def _relays(to: int, count: int) -> Iterator[list[Relay]]:
    if not count:
        yield []
        return
    with relayed(to) as first, _relays(to, count - 1) as others:
        yield [first, *others]
