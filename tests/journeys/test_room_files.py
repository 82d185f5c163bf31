"""The plain addresses around a workshop: its sheets, one's own files; what looks without asking gets nothing."""

from __future__ import annotations

import http.client
import sqlite3
from dataclasses import dataclass

import pytest

from questionnaire.model import Question, Theme
from storage.opening import open_store
from tests.builders import assessed, golden
from tests.journeys import gestures as do
from tests.journeys.halls import hall
from tests.journeys.running import Server
from tests.reports.printed import words_of
from tests.reports.test_paper import plain
from ui import cookies, room_files, services, wording_paper
from workshop.model import Choice

ALL = tuple(room_files.KINDS)
OWN = ("mon-diagnostic", "engagement", "tableau", "tableau.csv")
THEME, OTHER = do.CONTENT.themes[:2]
SECRET = "A" * 43


@dataclass(frozen=True)
class Answer:
    status: int
    kind: str
    body: bytes


def ask(server: Server, path: str, method: str = "GET", **headers: str) -> Answer:
    connection = http.client.HTTPConnection("localhost", server.port, timeout=60)
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    return Answer(answer.status, answer.headers.get_content_type(), answer.read())


def asked(server: Server, kind: str, cookie: str = "", **choice: str | int) -> Answer:
    return ask(server, room_files.address(kind, choice), Cookie=cookie)


@pytest.mark.parametrize("kind", ALL)
def test_each_sheet_holds_the_questions_of_its_choice_and_no_other(server: Server, kind: str) -> None:
    answer = asked(server, kind, choix="themes", themes=THEME.id, minutes=90, rythme="theme", plusieurs=0)
    assert (answer.status, answer.kind) == (200, "application/pdf")
    words = words_of(answer.body)
    if kind == "deroule":
        assert "1 h 30" in words.replace("\u202f", " ").replace("\u00a0", " ")
        return
    shown = {theme.id: [_named(kind, q) in words for q in _of(theme)] for theme in (THEME, OTHER)}
    assert all(shown[THEME.id])
    assert not any(shown[OTHER.id])


def _of(theme: Theme) -> list[Question]:
    return [q for q in do.CONTENT.questions if do.CONTENT.theme_of[q.id].id == theme.id]


def _named(kind: str, question: Question) -> str:
    return plain(question.short if kind == "decompte" else question.text)


def test_what_the_form_of_the_page_writes_is_all_read(server: Server) -> None:
    several = words_of(asked(server, "deroule", choix="full", minutes=300, plusieurs=1).body)
    assert "Qui sait, qui cherche" in several
    assert asked(server, "bulletins", choix="themes", themes="").status == 400
    strange = asked(server, "deroule", choix="<b>", themes="../..", minutes="1e9", plusieurs="oui")
    assert strange.status == 200


def test_the_profile_of_this_browsers_assessment_decides_what_is_printed(server: Server) -> None:
    entries = assessed(do.CONTENT, profile=golden()["profile"]).entries()
    open_store(server.database).save(
        services.capability(SECRET),
        entries,
        questionnaire=(do.CONTENT.id, do.CONTENT.version),
        now=services.now(),
    )
    cookie, mark = f"{cookies.NAME}={SECRET}", services.mark_of(SECRET)
    ours = words_of(asked(server, "decompte", cookie, choix="full", profil=mark).body)
    everything = words_of(asked(server, "decompte", cookie, choix="full").body)
    gone = [q for q in do.CONTENT.questions if plain(q.short) in everything and plain(q.short) not in ours]
    assert gone
    assert asked(server, "decompte", choix="full", profil=mark).body == asked(server, "decompte", choix="full").body


def test_without_a_choice_the_sheets_are_those_of_the_workshop_led_here(server: Server) -> None:
    with hall(server, Choice("themes", (THEME.id,)), people=1) as room:
        mine = ask(server, room_files.address("decompte"), Cookie=f"{cookies.COACH}={room.token}")
        seat = ask(server, room_files.address("decompte"), Cookie=f"{cookies.COACH}={room.people[0]}")
        nobody = ask(server, room_files.address("decompte"))
    foreign = [q for q in do.CONTENT.questions if do.CONTENT.theme_of[q.id].id != THEME.id]
    assert not any(plain(q.short) in words_of(mine.body) for q in foreign)
    for answer in (seat, nobody):
        assert any(plain(q.short) in words_of(answer.body) for q in foreign)


def test_an_unknown_sheet_is_said_in_french(server: Server) -> None:
    answer = ask(server, f"{room_files.ADDRESS}/inconnu")
    assert (answer.status, answer.kind) == (404, "text/html")
    assert "Revenir" in answer.body.decode()


@pytest.mark.parametrize("path", [f"papier/{ALL[0]}", *OWN])
def test_what_only_looks_gets_nothing(server: Server, path: str) -> None:
    with hall(server, Choice("express", several=True), people=2) as room:
        cookie = f"{cookies.COACH}={room.token}; {cookies.PLACE}={room.people[0]}"
        before = room.now()
        for method, more in (("HEAD", {}), ("GET", {"Sec-Purpose": "prefetch"}), ("GET", {"Purpose": "prefetch"})):
            answer = ask(server, f"/atelier/{path}", method, Cookie=cookie, **more)
            assert answer.status in (204, 303)
            assert answer.body == b""
        assert room.now() == before


@pytest.mark.parametrize("path", [f"papier/{ALL[0]}", *OWN])
def test_a_store_that_fails_is_said_in_french(new_server: Server, path: str) -> None:
    with sqlite3.connect(new_server.database.removeprefix("sqlite:///")) as database:
        for table in ("ballot", "seat", "room"):
            database.execute(f"DROP TABLE {table}")
    cookie = f"{cookies.COACH}={SECRET}; {cookies.PLACE}={SECRET}"
    answer = ask(new_server, f"/atelier/{path}", Cookie=cookie)
    assert (answer.status, answer.kind) == (503, "text/html")
    assert "n’a pas" in answer.body.decode()
    assert "Traceback" not in answer.body.decode()
    assert wording_paper.NOT_MADE not in answer.body.decode()
