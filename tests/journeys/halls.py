"""A real workshop driven straight through the database of a running server, with a browser looking at it."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from playwright.sync_api import Page

from questionnaire.editions import alone
from questionnaire.model import CHECKLIST_LISTS, Question
from storage.opening import open_store
from storage.rooms import Rooms
from storage.sql import SqlStore
from tests.journeys import gestures as do
from tests.journeys.running import Server
from ui import cookies, services
from workshop.intents import Cast, CoachMove, Join
from workshop.model import Choice, Workshop
from workshop.opening import open_workshop
from workshop.roles import ROLES


@dataclass
class Hall:
    """One workshop of this server; `token` is its coach's, `people` are the tokens of those who sit."""

    server: Server
    rooms: Rooms
    token: str
    code: str
    people: list[str]
    id: str

    def now(self) -> Workshop:
        held = self.rooms.held(services.capability(self.token))
        assert held
        return held.workshop

    def lead(self, *moves: CoachMove) -> Workshop:
        for move in moves:
            asked = replace(move, turn=self.now().turn)
            after = self.rooms.act(services.capability(self.token), asked, datetime.now(UTC))
            assert isinstance(after, Workshop), after
        return self.now()

    def sit(self, count: int, named: str = "Association {}") -> None:
        """So many more people; among several associations, each comes from one of its own, `named` by its rank."""
        several = self.now().choice.several
        for _ in range(count):
            token, role = secrets.token_urlsafe(32), ROLES[len(self.people) % len(ROLES)].id
            asked = Join(role, named.format(len(self.people)) if several else None)
            seated = self.rooms.join(self.id, services.capability(token), asked, datetime.now(UTC))
            assert isinstance(seated, Workshop), seated
            self.people.append(token)

    def cast(self, round_: int = 1) -> None:
        """Everybody votes on everything on vote, not all alike."""
        for name in self.now().on_vote:
            question = do.CONTENT.question_by_id[name]
            for rank, token in enumerate(self.people):
                move = Cast(name, said(question, rank), round_)
                after = self.rooms.act(services.capability(token), move, datetime.now(UTC))
                assert isinstance(after, Workshop), after

    def enter(self, page: Page, token: str, cookie: str = cookies.COACH) -> None:
        page.context.add_cookies([{"name": cookie, "value": token, "url": self.server.url}])


def said(question: Question, rank: int) -> Any:
    if rank % 7 == 6:
        return "unknown"
    if question.type == "rubric":
        return rank % len(question.anchors)
    lines = {option.id: CHECKLIST_LISTS[(rank + i) % 3] for i, option in enumerate(question.options)}
    return {name: [option for option, of in lines.items() if of == name] for name in CHECKLIST_LISTS}


@contextmanager
def hall(server: Server, choice: Choice, people: int = 0) -> Iterator[Hall]:
    """A workshop just opened, with so many people in it, none of them in a browser."""
    store = open_store(server.database)
    assert isinstance(store, SqlStore)
    rooms, now, token, id_ = (
        Rooms(store, alone(do.CONTENT)),
        datetime.now(UTC),
        secrets.token_urlsafe(32),
        secrets.token_hex(8),
    )
    workshop = open_workshop(do.CONTENT, choice, now, now + timedelta(hours=3))
    assert isinstance(workshop, Workshop)
    code = "".join(secrets.choice("23456789ABCDEFGHJK") for _ in range(8))
    assert rooms.open(id_, services.capability(token), code, workshop)
    opened = Hall(server, rooms, token, code, [], id_)
    opened.sit(people)
    yield opened
    store.close()
