"""A server starts again with new questions in the middle of a workshop: the room goes on with its own."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.sync_api import Page, expect

from questionnaire.editions import alone, editions
from questionnaire.loading import load
from questionnaire.model import Questionnaire
from storage.opening import open_store
from storage.rooms import Rooms
from storage.sql import SqlStore
from tests.builders import SMALL
from tests.journeys import gestures as do
from tests.journeys.presses import press
from tests.journeys.running import Server, serving, settle
from tests.upgrades.versions import REMOVED, two_versions
from ui import cookies, services
from ui import wording_workshop as words
from workshop.intents import Join, OpenVote
from workshop.model import Choice, Workshop
from workshop.opening import open_workshop

COACH, PERSON = secrets.token_urlsafe(32), secrets.token_urlsafe(32)


def test_a_room_still_votes_on_a_question_that_the_new_version_no_longer_asks(
    visitor: Callable[..., Page], tmp_path: Path
) -> None:
    database = f"sqlite:///{tmp_path / 'a.sqlite3'}"
    asked = _opened_before(database).question_by_id[REMOVED]
    folder = two_versions(tmp_path / "contents")
    assert REMOVED not in editions(folder).served.question_by_id
    server = Server(database, environment={"PALIER_QUESTIONNAIRE": str(folder)})
    with serving(server):
        phone = visitor("téléphone")
        phone.context.add_cookies([{"name": cookies.PLACE, "value": PERSON, "url": server.url}])
        phone.goto(f"{server.url}/voter")
        do.pick(phone, asked.text, asked.anchors[3])
        expect(phone.get_by_text(words.VOTED)).to_be_visible()
        desk = visitor()
        desk.context.add_cookies([{"name": cookies.COACH, "value": COACH, "url": server.url}])
        desk.goto(f"{server.url}/animer")
        press(desk.get_by_role("button", name=words.REVEAL, exact=True))
        settle(desk)
        assert do.plain(asked.text) in do.words(desk)
        expect(desk.get_by_role("row", name=f"{asked.anchors[3]} 1", exact=True)).to_be_visible()


def _opened_before(database: str) -> Questionnaire:
    """A workshop on one question, opened while the first version was the only one."""
    old, now = load(SMALL), datetime.now(UTC)
    with closing(open_store(database)) as store:
        assert isinstance(store, SqlStore)
        rooms = Rooms(store, alone(old))
        room = open_workshop(old, Choice("full"), now, now + timedelta(hours=3))
        assert isinstance(room, Workshop)
        room = replace(room, batches=((REMOVED,),))
        assert rooms.open("room", services.capability(COACH), "ABCD2345", room)
        assert isinstance(rooms.join("room", services.capability(PERSON), Join(), now), Workshop)
        assert isinstance(rooms.act(services.capability(COACH), OpenVote(0), now), Workshop)
    return old
