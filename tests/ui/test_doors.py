"""The plain addresses of one browser: the assessment that the page showed, whatever the other tabs did meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from http.cookies import SimpleCookie
from typing import Any

import pytest
from starlette.requests import Request
from starlette.responses import Response

from storage.memory import MemoryStore
from storage.store import StorageError
from ui import cookies, erasing, files, links, services, shell

Headers = tuple[tuple[str, str], ...]
FIRST, SECOND, THIRD = ("a" * 43, "b" * 43, "c" * 43)


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> MemoryStore:
    """Two assessments, each with its name."""
    fresh = MemoryStore()
    monkeypatch.setattr(services, "store", lambda: fresh)
    content = services.questionnaire()
    for token, name in ((FIRST, "Un"), (SECOND, "Deux")):
        changes = {("head", "name"): name, ("answers", "C11"): 1}
        of = (content.id, content.version)
        fresh.save(services.capability(token), changes, questionnaire=of, now=services.now())
    return fresh


def ask(
    route: Callable[[Request], Any], held: tuple[str, ...], query: str = "", headers: Headers = (), **params: str
) -> Response:
    """One request of a browser that holds these links."""
    scope = {
        "type": "http",
        "method": "GET",
        "path": "/",
        "query_string": query.encode(),
        "headers": [
            (b"cookie", f"{cookies.NAME}={'.'.join(held)}".encode()),
            *((name.encode(), value.encode()) for name, value in headers),
        ],
        "path_params": params,
        "scheme": "http",
    }
    return waited(route(Request(scope)))


def waited(answer: Coroutine[Any, Any, Any]) -> Any:
    """In a thread of its own: the browser of other tests keeps a loop running in this one."""
    with ThreadPoolExecutor(1) as apart:
        return apart.submit(asyncio.run, answer).result()


def held_after(response: Response) -> tuple[str, ...]:
    said = SimpleCookie(response.headers.get("set-cookie", ""))
    return tuple(said[cookies.NAME].value.split(".")) if cookies.NAME in said else ()


def file_of(token: str, held: tuple[str, ...]) -> Response:
    return ask(files.take, held, files.address("answers", frozenset(), token).partition("?")[2], kind="answers")


@pytest.mark.usefixtures("store")
def test_a_file_is_of_the_assessment_of_its_page_even_when_another_is_current() -> None:
    assert b'"Un"' in bytes(file_of(FIRST, (SECOND, FIRST)).body)
    assert b'"Deux"' in bytes(file_of(SECOND, (SECOND, FIRST)).body)
    gone = file_of(THIRD, (SECOND, FIRST))
    assert gone.status_code == 404
    assert "n’est plus celui de ce navigateur" in bytes(gone.body).decode()


@pytest.mark.usefixtures("store")
def test_resuming_opens_what_the_page_named_even_when_another_tab_changed_the_order() -> None:
    for held in ((FIRST, SECOND), (SECOND, FIRST)):
        assert held_after(ask(links.switch, held, mark=services.mark_of(SECOND))) == (SECOND, FIRST)
    assert held_after(ask(links.switch, (FIRST,), mark=services.mark_of(SECOND))) == ()


def test_going_from_one_assessment_to_another_forgets_none() -> None:
    held = tuple(f"{rank:043d}" for rank in range(cookies.MOST))
    assert set(held_after(ask(links.switch, held, mark=services.mark_of(held[1])))) == set(held)


def test_a_link_too_many_takes_the_place_of_a_dead_one_first(store: MemoryStore) -> None:
    dead = tuple(f"{rank:043d}" for rank in range(cookies.MOST - 2))
    assert held_after(ask(links.come_back, (FIRST, *dead, SECOND), token=SECOND)) == (SECOND, FIRST, *dead)
    assert store.rotate(services.capability(FIRST), services.capability(THIRD), now=services.now())
    full = (SECOND, FIRST, *dead)
    assert held_after(ask(links.come_back, full, token=THIRD)) == (THIRD, SECOND)


def test_deleting_asks_for_the_word_of_its_page_and_forgets_that_link_only(store: MemoryStore) -> None:
    for strange in ("é", services.proof_of(FIRST), erasing.proof_of(THIRD)):
        assert held_after(ask(links.erase, (FIRST, SECOND), proof=strange)) == ()
    assert store.load(services.capability(FIRST))
    for _ in range(2):  # the first answer never reached the browser
        told = ask(links.erase, (SECOND, FIRST), proof=erasing.proof_of(FIRST))
        assert (held_after(told), told.headers["location"]) == ((SECOND,), erasing.DONE)
    assert store.load(services.capability(FIRST)) is None
    assert store.load(services.capability(SECOND))


@pytest.mark.parametrize(
    "header", [("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "no-cors"), ("purpose", "prefetch")]
)
def test_no_other_site_and_no_tool_that_looks_ahead_deletes(store: MemoryStore, header: tuple[str, str]) -> None:
    told = ask(links.erase, (FIRST,), proof=erasing.proof_of(FIRST), headers=(header,))
    assert (told.headers["location"], held_after(told)) == ("/donnees", ())
    assert store.load(services.capability(FIRST))


def test_a_link_replaced_twice_by_the_same_press_is_not_lost(store: MemoryStore) -> None:
    proof = f"{services.proof_of(FIRST)}.chance"
    answers = [ask(links.renew, (FIRST, SECOND), proof=proof) for _ in range(2)]  # the first never reached the browser
    assert held_after(answers[0]) == held_after(answers[1])
    new, other = held_after(answers[1])
    assert other == SECOND
    assert store.load(services.capability(FIRST)) is None
    assert store.load(services.capability(new))
    assert held_after(ask(links.renew, (FIRST,), proof=f"{services.proof_of(FIRST)}.another")) == ()


@pytest.mark.usefixtures("store")
def test_the_link_replaced_is_the_one_of_the_page() -> None:
    new, other = held_after(ask(links.renew, (SECOND, FIRST), proof=f"{services.proof_of(FIRST)}.chance"))
    assert other == SECOND
    assert new not in (FIRST, SECOND)
    for strange in ("é", "é.chance", services.proof_of(FIRST)):
        assert held_after(ask(links.renew, (FIRST,), proof=strange)) == ()


def test_a_link_that_cannot_be_replaced_is_told_in_french(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken(MemoryStore):
        def rotate(self, *_args: Any, **_named: Any) -> bool:
            raise StorageError("Le lien n’a pas été changé.")

    monkeypatch.setattr(services, "store", Broken)
    told = ask(links.renew, (FIRST,), proof=f"{services.proof_of(FIRST)}.chance")
    assert told.status_code == 503
    assert "Le lien n’a pas été changé." in bytes(told.body).decode()


def test_a_file_in_html_leaves_as_it_was_made() -> None:
    page = b"<html><head></head></html>"
    named = {"Content-Disposition": "attachment; filename=x.html"}
    assert sent(Response(page, media_type="text/html", headers=named)) == page
    assert b"palier.css" in sent(Response(page, media_type="text/html"))


def sent(response: Response) -> bytes:
    """The body that reaches the browser."""
    got: list[bytes] = []

    async def send(message: Any) -> None:
        got.append(message.get("body", b""))

    async def receive() -> Any:
        return {"type": "http.request"}

    scope = {"type": "http", "method": "GET", "path": "/fichier/html", "headers": []}
    waited(shell.PageShell(response)(scope, receive, send))
    return b"".join(got)
