"""A real server in public mode: what it refuses, what it hides, what it writes in its log."""

from __future__ import annotations

import http.client
import json
import os
import re
import secrets
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.builders import PUBLIC_SITE
from tests.journeys.running import ROOT, Server, free_port, serving

HOST = PUBLIC_SITE["PALIER_URL"].removeprefix("https://")
METRICS = "/_stcore/metrics"


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("public")
    log = folder / "server.log"
    with serving(Server(f"sqlite:///{folder}/p.sqlite3", environment=PUBLIC_SITE, log=log)) as running:
        yield running


def ask(server: Server, path: str, method: str = "GET") -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("localhost", server.port, timeout=20)
    connection.request(method, path)
    answer = connection.getresponse()
    answer.body = answer.read()  # type: ignore[attr-defined]
    connection.close()
    return answer


def handshake(server: Server, origin: str | None, host: str) -> int:
    """The status that answers a real opening of Streamlit's socket: 101 when it opens."""
    lines = [
        "GET /_stcore/stream HTTP/1.1",
        f"Host: {host}",
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        *([f"Origin: {origin}"] if origin else []),
    ]
    with socket.create_connection(("localhost", server.port), timeout=20) as opened:
        opened.sendall("\r\n".join([*lines, "", ""]).encode())
        return int(opened.recv(64).split()[1])


def refusal(**environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(free_port())]
    return subprocess.run(
        command, cwd=ROOT, env=os.environ | environment, capture_output=True, text=True, timeout=60, check=False
    )


def test_an_incomplete_public_site_does_not_start_and_says_all_it_lacks() -> None:
    given = {"PALIER_MODE": "public", "PALIER_COOKIE_SECRET": "trop court", "PALIER_PUBLISHER": "Une association"}
    done = refusal(**given)
    missing = re.findall(r"^Il manque (\w+)", done.stderr, flags=re.MULTILINE)
    assert done.returncode == 1
    assert missing == [name for name in PUBLIC_SITE if name not in ("PALIER_MODE", "PALIER_PUBLISHER")]
    assert "Traceback" not in done.stderr
    assert "trop court" not in done.stderr


def test_a_mistyped_variable_stops_the_start() -> None:
    done = refusal(PALIER_MODDE="public")
    assert done.returncode == 1
    assert "Vouliez-vous dire PALIER_MODE" in done.stderr
    assert "Traceback" not in done.stderr


STARTED = """
import app, asyncio
from streamlit.web.server.server_util import get_cookie_secret

async def life():
    asked, told = asyncio.Queue(), asyncio.Queue()
    running = asyncio.create_task(app.app({"type": "lifespan", "asgi": {"version": "3.0"}}, asked.get, told.put))
    await asked.put({"type": "lifespan.startup"})
    print((await told.get())["type"], get_cookie_secret())
    await asked.put({"type": "lifespan.shutdown"})
    await running

asyncio.run(life())
"""


def test_the_cookie_secret_reaches_the_server(tmp_path: Path) -> None:
    environment = os.environ | PUBLIC_SITE | {"DATABASE_URL": f"sqlite:///{tmp_path}/p.sqlite3"}
    command = [sys.executable, "-c", STARTED]
    told = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=True)
    assert told.stdout.strip() == f"lifespan.startup.complete {PUBLIC_SITE['PALIER_COOKIE_SECRET']}"


def test_the_cookie_is_always_for_https_only(public: Server) -> None:
    cookie = ask(public, "/commencer").headers["set-cookie"]
    assert cookie.startswith("__Host-palier=")
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=lax"} <= set(cookie.split("; "))


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "OPTIONS"])
@pytest.mark.parametrize("path", [METRICS, f"{METRICS}/", f"/{METRICS}", f"{METRICS}?families=x", "/_stcore/%6Detrics"])
def test_the_figures_of_the_server_are_closed(public: Server, method: str, path: str) -> None:
    answer = ask(public, path, method)
    assert answer.status == 404
    assert b"session" not in answer.body  # type: ignore[attr-defined]
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_the_figures_are_there_on_ones_own_computer(server: Server) -> None:
    assert ask(server, METRICS).status == 200


@pytest.mark.parametrize("path", ["/", "/mentions", "/sante", "/palier.css", "/questions"])
def test_head_says_what_get_would_without_a_body(public: Server, path: str) -> None:
    head, whole = ask(public, path, "HEAD"), ask(public, path)
    assert (head.status, head.body) == (200, b"")  # type: ignore[attr-defined]
    assert (whole.status, whole.headers["content-type"]) == (200, head.headers["content-type"])


@pytest.mark.parametrize(
    "origin", ["https://ailleurs.exemple", f"http://{HOST}", f"https://{HOST}:8443", "http://localhost:3000", "null"]
)
def test_a_page_of_another_site_opens_no_socket(public: Server, origin: str) -> None:
    assert handshake(public, origin, HOST) == 403


@pytest.mark.parametrize("origin", [f"https://{HOST}", f"https://{HOST}:443", None])
def test_our_own_pages_open_it(public: Server, origin: str | None) -> None:
    assert handshake(public, origin, HOST) == 101


def test_our_own_pages_open_it_even_when_a_proxy_changes_the_host(public: Server) -> None:
    assert handshake(public, f"https://{HOST}", "app-1:8501") == 101


def test_on_ones_own_computer_another_site_opens_no_socket_either(server: Server) -> None:
    host = f"localhost:{server.port}"
    assert handshake(server, f"http://{host}", host) == 101
    assert handshake(server, "https://ailleurs.exemple", host) == 403
    assert handshake(server, "http://localhost:1", host) == 403


def test_the_public_log_is_json_and_holds_no_link_and_no_address(public: Server) -> None:
    token = secrets.token_urlsafe(32)
    begun = ask(public, "/commencer").headers["set-cookie"].split(";")[0].partition("=")[2]
    for path in (f"/r/{token}", f"/r/{token}/", f"/r/{token}?a=b", f"/{token}", "/lien-inconnu"):
        ask(public, path)
        ask(public, path, "HEAD")
    handshake(public, f"https://{HOST}", HOST)
    handshake(public, f"https://{token}.exemple", HOST)
    text = Path(public.log or "").read_text(encoding="utf-8")
    assert [secret for secret in (token, begun, "127.0.0.1", "::1") if secret in text] == []
    lines = [json.loads(line) for line in text.splitlines() if line.startswith("{")]
    assert {"started", "socket refused, foreign origin"} <= {line["event"] for line in lines}
    assert {line["level"] for line in lines} <= {"INFO", "WARNING", "ERROR"}
    assert all(datetime.fromisoformat(line["time"]).tzinfo == UTC for line in lines)


def test_the_local_log_holds_no_link_either(server: Server) -> None:
    token = secrets.token_urlsafe(32)
    ask(server, f"/r/{token}")
    handshake(server, None, f"localhost:{server.port}")
    text = Path(server.log or "").read_text(encoding="utf-8")
    assert "started" in text
    assert token not in text
