"""The questions change while a workshop is open: the room finishes with the version it was opened with."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from questionnaire.answers import Step
from questionnaire.editions import Editions, alone, editions
from questionnaire.loading import load
from storage.rooms import Rooms
from storage.store import StorageError
from tests.builders import SMALL
from tests.storage.kept import opened as store_at
from tests.storage.test_rooms import COACH_LINK, CODE, ROOM, coach
from tests.upgrades.versions import REMOVED, two_versions
from tests.workshop.rooms import START, opened
from workshop.intents import Cast, Join, OpenVote, Reveal, Settle
from workshop.model import Choice, Workshop

PERSON = "1" * 64
LINK, WORD, NAME = "d" * 64, "WXYZ6789", "newer"  # the room that is opened once the questions have changed


@pytest.fixture
def both(tmp_path: Path) -> Editions:
    return editions(two_versions(tmp_path / "contents"))


def test_a_workshop_opened_before_an_upgrade_ends_with_its_own_questions(database: str, both: Editions) -> None:
    voting_on(database, REMOVED)
    with closing(store_at(database)) as store:
        rooms = Rooms(store, both)
        assert both.served.version == "2"
        cast = rooms.act(PERSON, Cast(REMOVED, 3, number=2), START)  # the new version asks it no more
        assert isinstance(cast, Workshop), cast
        room = coach(rooms, Reveal(0, confirmed=True), Settle(0, REMOVED, 3, "dit avant", False))
        assert (room.version, room.batches) == ("1", ((REMOVED,),))
        assert [one.answer for one in room.ballots.values()] == [Step(3)]
        assert room.settled[REMOVED].answer == Step(3)


def test_a_scale_that_an_upgrade_changes_stays_as_it_was_for_the_room(database: str, both: Editions) -> None:
    """The key has five steps in the first version and six in the second: the sixth is no answer of this room."""
    last = [len(content.question_by_id["cles"].anchors) - 1 for content in both.known]
    voting_on(database, "cles")
    with closing(store_at(database)) as store:
        rooms = Rooms(store, both)
        assert not isinstance(rooms.act(PERSON, Cast("cles", last[1], number=2), START), Workshop)
        assert isinstance(rooms.act(PERSON, Cast("cles", last[0], number=3), START), Workshop)
        assert rooms.open(NAME, LINK, WORD, only("cles", opened(Choice("full"), content=both.served)))
        assert isinstance(rooms.join(NAME, "2" * 64, Join(), START), Workshop)
        newer = rooms.held(LINK)
        assert newer
        assert newer.workshop.version == "2"
        assert isinstance(rooms.act(LINK, OpenVote(newer.workshop.turn), START), Workshop)
        assert isinstance(rooms.act("2" * 64, Cast("cles", last[1]), START), Workshop)
        assert [one.answer for one in coach(rooms).ballots.values()] == [Step(last[0])]


def test_without_its_version_a_workshop_is_refused_and_its_votes_wait(database: str, both: Editions) -> None:
    voting_on(database, REMOVED)
    with closing(store_at(database)) as store:
        alone_now = Rooms(store, alone(both.served))
        with pytest.raises(StorageError, match="Ses votes sont gardés"):
            alone_now.act(PERSON, Cast(REMOVED, 0, number=2), START)
        with pytest.raises(StorageError, match="remettez le dossier de cette version"):
            alone_now.held(COACH_LINK)
        kept = coach(Rooms(store, both))
        assert [one.answer for one in kept.ballots.values()] == [Step(1)]


def voting_on(database: str, question: str) -> None:
    """A workshop of the first version alone, where one person has voted 1; then the server stops."""
    old = load(SMALL)
    with closing(store_at(database)) as store:
        rooms = Rooms(store, alone(old))
        assert rooms.open(ROOM, COACH_LINK, CODE, only(question, opened(Choice("full"), content=old)))
        assert isinstance(rooms.join(ROOM, PERSON, Join(), START), Workshop)
        coach(rooms, OpenVote(0))
        assert isinstance(rooms.act(PERSON, Cast(question, 1), START), Workshop)


def only(question: str, room: Workshop) -> Workshop:
    return replace(room, batches=((question,),))
