"""The connection behind a socket is told not to hold small messages back, as the real server opens it."""

from __future__ import annotations

import asyncio
import socket
from concurrent.futures import ThreadPoolExecutor

import uvicorn
from starlette.types import Receive, Scope, Send
from websockets.asyncio.client import connect

from ui.promptness import at_once


def test_a_socket_opened_as_streamlit_does_is_made_prompt() -> None:
    with ThreadPoolExecutor(1) as pool:  # a process with a browser keeps a loop running in its first thread
        before, after = pool.submit(asyncio.run, _seen()).result()
    assert before == 0, "asyncio le fait désormais : ui/promptness.py ne sert plus"
    assert after != 0


async def _seen() -> tuple[int, int]:
    found: list[int] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            held = send.__self__.transport.get_extra_info("socket")  # type: ignore[attr-defined]
            found.append(held.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            at_once(send)
            found.append(held.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            await receive()
            await send({"type": "websocket.accept"})
            await send({"type": "websocket.close", "code": 1000})

    with socket.socket(socket.AF_INET) as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        server = uvicorn.Server(uvicorn.Config(app, lifespan="off", log_level="error"))
        task = asyncio.create_task(server.serve(sockets=[listening]))
        async with connect(f"ws://127.0.0.1:{listening.getsockname()[1]}/") as opened:
            await opened.wait_closed()
        server.should_exit = True
        await task
    return found[0], found[1]
