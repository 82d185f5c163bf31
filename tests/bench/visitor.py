"""A visitor without a browser, for benches: Streamlit's own messages on a real socket, cookies from the real routes.

It does what a browser does: keeps what each element said last, sends the values of the widgets on screen, and asks
again for a part of the page as often as the server wanted.
"""

from __future__ import annotations

import asyncio
from http.cookies import SimpleCookie
from time import perf_counter
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

PATIENCE = 30.0


class _NoRedirect(HTTPRedirectHandler):
    def redirect_request(self, *_args: object, **_named: object) -> None:
        return None


_OPENER = build_opener(_NoRedirect)


class Visitor:
    """One visitor with their cookies; `open` shows a page, `choose` and `press` act on it."""

    def __init__(self, site: str) -> None:
        self.site = site
        self.cookies: dict[str, str] = {}
        self.failures: list[str] = []
        self.interrupted = 0  # requests whose run ended early for another one
        self._socket: ClientConnection | None = None
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._forget()

    async def route(self, path: str) -> str:
        """Ask a plain route, as a link does; where it leads."""
        return await asyncio.to_thread(self._route, path)

    def _route(self, path: str) -> str:
        request = Request(self.site + path, headers={"Cookie": self._cookie_line(), "Sec-Fetch-Site": "same-origin"})
        try:
            answer = _OPENER.open(request, timeout=PATIENCE)
        except HTTPError as error:
            answer = error
        with answer:
            for line in answer.headers.get_all("Set-Cookie") or []:
                self.cookies |= {name: one.value for name, one in SimpleCookie(line).items()}
            return str(answer.headers.get("Location") or answer.status)

    async def open(self, page: str = "") -> None:
        """Connect, and wait until the page is drawn."""
        self._page, self._query = page, ""
        if "?" in page:
            self._page, self._query = page.split("?", 1)
        host = urlsplit(self.site).netloc
        self._socket = await connect(
            f"ws://{host}/_stcore/stream",
            origin=self.site,  # type: ignore[arg-type]
            subprotocols=["streamlit", "PLACEHOLDER_AUTH_TOKEN"],  # type: ignore[list-item]
            additional_headers={"Cookie": self._cookie_line()},
            compression=None,
            max_size=None,
            open_timeout=PATIENCE,
        )
        self._tasks["listen"] = asyncio.create_task(self._listen())
        await self._run("")

    async def close(self) -> None:
        for task in self._tasks.values():
            task.cancel()
        self._tasks.clear()
        if self._socket:
            await self._socket.close()
        self._forget()

    async def choose(self, rank: int) -> float:
        """Take one answer of the radio drawn last; seconds until the part of the page that holds it has run."""
        fragment, element = self._newest("radio")
        radio = element.radio
        self._states[radio.id] = WidgetState(id=radio.id, string_value=radio.options[rank % len(radio.options)])
        return await self._run(fragment)

    async def drop(self, rank: int) -> None:
        """The same, asked of a part that no server knows: the press is told and nothing of it runs."""
        _, element = self._newest("radio")
        radio = element.radio
        self._states[radio.id] = WidgetState(id=radio.id, string_value=radio.options[rank % len(radio.options)])
        await self._ask("0" * 32)

    async def press(self, label: str) -> float:
        """Press a button; seconds until the part of the page that holds it has run."""
        fragment, element = self._newest("button", label)
        return await self._run(fragment, WidgetState(id=element.button.id, trigger_value=True))

    def has(self, kind: str, label: str = "") -> bool:
        return any(self._is(element, kind, label) for _, _, element in self._elements.values())

    def is_asked(self, whole: str) -> bool:
        """Whether a question is on screen: a radio, or the button that answers a whole list."""
        return self.has("radio") or self.has("button", whole)

    def words(self) -> str:
        """What the page says, part by part."""
        return "\n".join(e.markdown.body for _, _, e in self._elements.values() if e.WhichOneof("type") == "markdown")

    def _newest(self, kind: str, label: str = "") -> tuple[str, Element]:
        found = [(order, f, e) for order, f, e in self._elements.values() if self._is(e, kind, label)]
        _, fragment, element = max(found, key=lambda one: one[0])
        return fragment, element

    @staticmethod
    def _is(element: Element, kind: str, label: str) -> bool:
        return element.WhichOneof("type") == kind and label in getattr(getattr(element, kind), "label", "")

    async def _run(self, fragment: str, trigger: WidgetState | None = None) -> float:
        begun = perf_counter()
        done = asyncio.get_running_loop().create_future()
        self._waiting.append((fragment, done))
        await self._ask(fragment, trigger)
        async with asyncio.timeout(PATIENCE):
            await done
        return perf_counter() - begun

    async def _ask(self, fragment: str, trigger: WidgetState | None = None, *, again: bool = False) -> None:
        said = BackMsg()
        state = said.rerun_script
        state.page_name, state.query_string = self._page, self._query
        state.page_script_hash, state.fragment_id, state.is_auto_rerun = self._script, fragment, again
        state.widget_states.widgets.extend(self._states.values())
        if trigger:
            state.widget_states.widgets.append(trigger)
        assert self._socket
        await self._socket.send(said.SerializeToString())

    async def _listen(self) -> None:
        assert self._socket
        async for data in self._socket:
            message = ForwardMsg()
            message.ParseFromString(data)  # type: ignore[arg-type]
            self.received += 1
            self.received_bytes += len(data)
            self._take(message)

    def _take(self, message: ForwardMsg) -> None:
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self._fragments = tuple(message.metadata.run.fragment_ids)
            if not self._fragments:
                self._stop_asking_again()
                self._older = self._order
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            self._draw(tuple(message.metadata.delta_path), message)
        elif kind == "navigation":
            self._script = message.navigation.page_script_hash
        elif kind == "auto_rerun":
            self._ask_again(message.auto_rerun.fragment_id, message.auto_rerun.interval)
        elif kind == "script_finished":
            self._finish(message.script_finished)

    def _draw(self, path: tuple[int, ...], message: ForwardMsg) -> None:
        element = message.delta.new_element
        self._order += 1
        self._elements[path] = (self._order, message.delta.fragment_id, element)
        if element.WhichOneof("type") == "alert" and element.alert.format == element.alert.ERROR:
            self.failures.append(element.alert.body)
        if element.WhichOneof("type") == "exception":
            self.failures.append(element.exception.message)

    def _finish(self, status: int) -> None:
        if status == ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            self.interrupted += self._answered(self._fragments)
            return
        if not self._fragments:  # the whole page: what it did not draw again is gone
            self._elements = {p: kept for p, kept in self._elements.items() if kept[0] > self._older}
        shown = {e.radio.id for _, _, e in self._elements.values() if e.WhichOneof("type") == "radio"}
        self._states = {name: state for name, state in self._states.items() if name in shown}
        self._answered(self._fragments or tuple(fragment for fragment, _ in self._waiting))

    def _answered(self, fragments: tuple[str, ...]) -> int:
        """Whoever waits for these parts of the page has waited enough; how many did."""
        ended = [one for one in self._waiting if one[0] in fragments]
        self._waiting = [one for one in self._waiting if one not in ended]
        for _, done in ended:
            if not done.done():
                done.set_result(None)
        return len(ended)

    def _ask_again(self, fragment: str, seconds: float) -> None:
        async def again() -> None:
            while True:
                await asyncio.sleep(seconds)
                await self._ask(fragment, again=True)

        if previous := self._tasks.pop(fragment, None):
            previous.cancel()
        self._tasks[fragment] = asyncio.create_task(again())

    def _stop_asking_again(self) -> None:
        for name in [name for name in self._tasks if name != "listen"]:
            self._tasks.pop(name).cancel()

    def _forget(self) -> None:
        self._elements: dict[tuple[int, ...], tuple[int, str, Element]] = {}
        self._states: dict[str, WidgetState] = {}
        self._waiting: list[tuple[str, asyncio.Future[None]]] = []
        self._fragments: tuple[str, ...] = ()
        self._script = self._page = self._query = ""
        self._order = self._older = self.received = self.received_bytes = 0

    def _cookie_line(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())
