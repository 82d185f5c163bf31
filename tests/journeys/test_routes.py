"""Every plain route of the app, asked in every wrong way: one French answer, nothing made, no word of the server's own."""

from __future__ import annotations

import asyncio
import http.client
import re
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from urllib.parse import quote

import pytest
from starlette.requests import Request

from tests.journeys.running import ROOT, Server
from ui import cohort_links, cookies, example_file, files, fixed, links, plain_page, room_files, workshop_links

MODULES = (cohort_links, example_file, files, fixed, links, room_files, workshop_links)
ROUTES = [route.path for module in MODULES for route in module.ROUTES]
FIXED = [route.path for route in fixed.ROUTES]
LOST = "a" * 43  # well formed, opens nothing
STRANGE = (
    "x",
    LOST,
    "a" * 6000,
    "%C3%A9",
    "%D9%A1%D9%A2%D9%A3",
    "%ED%A0%80",
    "a%2Fb",
    "<b>",
    "a%0d%0ab",
)
KEYS = ("code", "association", "numero", "role", "choix", "themes", "minutes", "profil", "de", "parties", "mode")
ALL_COOKIES = "; ".join(f"{name}={LOST}" for name in (cookies.NAME, cookies.REVIEW, cookies.COACH, cookies.PLACE))
HEADS = {
    "nobody": {},
    "unknown links": {"Cookie": ALL_COOKIES},
    "a huge cookie": {"Cookie": f"{cookies.NAME}={'.'.join([LOST] * 180)}"},
    "an odd cookie": {"Cookie": f'{cookies.NAME}="\\000é"; {cookies.PLACE}=%00; ;=;{cookies.COACH}'.encode()},
}
ENGLISH = re.compile(r"Traceback|Internal Server Error|Method Not Allowed|Not Found|Bad Request|Invalid", re.IGNORECASE)


def ask(server: Server, path: str, method: str = "GET", **headers: str | bytes) -> tuple[int, str]:
    connection = http.client.HTTPConnection("localhost", server.port, timeout=60)
    with closing(connection):
        connection.request(method, path, headers={"Accept": "text/html,*/*;q=0.8", **headers})
        answer = connection.getresponse()
        return answer.status, answer.read().decode("utf-8", "replace")


def written(server: Server) -> int:
    """How many lines the database holds."""
    with closing(sqlite3.connect(server.database.removeprefix("sqlite:///"))) as base:
        names = [name for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return sum(base.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names)


def filled(path: str, value: str = LOST) -> str:
    return re.sub(r"\{\w+\}", lambda _: quote(value, safe="%<>"), path)


def test_these_are_all_the_routes_of_the_app() -> None:
    used = re.findall(r"\*(\w+)\.ROUTES", (ROOT / "app.py").read_text(encoding="utf-8"))
    assert "exception_handlers=plain_page.FAULTS" in (ROOT / "app.py").read_text(encoding="utf-8")
    assert sorted(used) == sorted(module.__name__.rpartition(".")[2] for module in MODULES)


def test_what_no_route_expected_is_said_in_french() -> None:
    with ThreadPoolExecutor(1) as pool:  # the browser of this process keeps a loop running here
        asked = plain_page.FAULTS[500](Request({"type": "http"}), RuntimeError("secret"))
        told = pool.submit(asyncio.run, asked).result()
    assert told.status_code == 500
    assert "intactes" in bytes(told.body).decode()
    assert b"secret" not in told.body


@pytest.mark.parametrize("path", ROUTES)
def test_only_looking_makes_nothing_and_says_nothing_in_english(server: Server, path: str) -> None:
    before = written(server)
    for head in HEADS.values():
        looks = [
            ask(server, filled(path), "HEAD", **head),
            ask(server, filled(path), **head, **{"Sec-Purpose": "prefetch;prerender"}),
        ]
        for method in ("POST", "PUT", "DELETE", "OPTIONS"):
            looks.append(ask(server, filled(path), method, **head))
        for status, body in looks:
            assert status < 500, body
            assert not ENGLISH.search(body), body
    assert written(server) == before


@pytest.mark.parametrize("path", ROUTES)
def test_whatever_stands_in_the_address_gets_a_french_answer(server: Server, path: str) -> None:
    asked = {filled(path, value) for value in STRANGE}
    for value in STRANGE:
        twice = "&".join(f"{key}={value}&{key}={value}" for key in KEYS)
        asked.add(f"{filled(path)}?{twice[:8000]}")
    for address in sorted(asked):
        for name, head in HEADS.items():
            status, body = ask(server, address.replace("<", "%3C").replace(">", "%3E"), **head)
            assert status < 500, (name, address[:80], body[:300])
            assert body.startswith("%PDF") or not ENGLISH.search(body), (name, address[:80], body[:300])
            assert body.startswith("%PDF") or "<b>" not in body


@pytest.mark.parametrize("path", [path for path in ROUTES if path not in FIXED])
def test_a_base_that_does_not_answer_is_said_in_french(broken: Server, path: str) -> None:
    for cookie in ("", ALL_COOKIES):
        status, body = ask(broken, filled(path), **({"Cookie": cookie} if cookie else {}))
        assert status in {200, 303, 404, 429, 503}, (status, body[:300])
        assert not ENGLISH.search(body)


@pytest.fixture(scope="module")
def broken(server: Server) -> Server:
    """The same server once its tables are gone under it: to be used last."""
    with closing(sqlite3.connect(server.database.removeprefix("sqlite:///"))) as base:
        names = [name for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for name in names:
            if not name.startswith("sqlite_"):
                base.execute(f'DROP TABLE "{name}"')
        base.commit()
    return server
