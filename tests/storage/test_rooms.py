"""Workshops kept in both databases: any run of moves is kept as it was judged, whoever comes first."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from questionnaire.editions import alone
from questionnaire.settings import Retention
from storage.backing_up import backup
from storage.begun import Begun
from storage.opening import open_store
from storage.purging import purge
from storage.restoring import restore
from storage.room_rows import seat_of
from storage.rooms import Rooms
from storage.schema import seat
from tests.builders import everyone_at, shipped
from tests.workshop.rooms import LATER, START, everything, opened
from workshop.intents import (
    Cast,
    Close,
    Commit,
    Consent,
    Discuss,
    Join,
    KeyTally,
    Next,
    OpenVote,
    Reveal,
    Revote,
    Settle,
    WriteNote,
)
from workshop.model import COACH, SEATS_MAX, Actor, Choice, Phase, Refusal, Workshop
from workshop.moves import apply

COACH_LINK, CODE, ROOM = "c" * 64, "ABCD2345", "room"


@pytest.fixture
def rooms(database: str) -> Iterator[Rooms]:
    store = open_store(database)
    yield Rooms(store, alone(shipped()))
    store.close()


def begin(rooms: Rooms, choice: Choice | None = None) -> Workshop:
    workshop = opened(choice, everything())
    assert rooms.open(ROOM, COACH_LINK, CODE, workshop)
    return workshop


def coach(rooms: Rooms, *moves: type | object) -> Workshop:
    """The coach's moves, each at the turn of the moment; every one must be accepted."""
    for move in moves:
        held = rooms.held(COACH_LINK)
        assert held
        after = rooms.act(COACH_LINK, replace(move, turn=held.workshop.turn), START)  # type: ignore[type-var]
        assert isinstance(after, Workshop), after
    found = rooms.held(COACH_LINK)
    assert found
    return found.workshop


def test_a_whole_workshop_is_kept_as_it_was_judged(rooms: Rooms) -> None:
    mirror = begin(rooms)
    people = [f"{number:064d}" for number in range(5)]
    for person in people:
        joined = rooms.join(ROOM, person, Join(), START)
        assert isinstance(joined, Workshop)
        mirror = mirrored(mirror, Join(), Actor(seat_of(ROOM, person)))
    answers = everyone_at(shipped(), 1)
    while mirror.phase is not Phase.AGENDA:
        step = OpenVote if mirror.phase is Phase.LOBBY else Next
        if mirror.phase is not Phase.VOTE:
            coach(rooms, step(0))
            mirror = mirrored(mirror, step(mirror.turn), COACH)
            continue
        for rank, person in enumerate(people):
            for question in mirror.on_vote:
                move = Cast(question, rank % 3 if isinstance(answers[question], int) else answers[question])
                assert isinstance(rooms.act(person, move, START), Workshop)
                mirror = mirrored(mirror, move, Actor(seat_of(ROOM, person)))
        coach(rooms, Reveal(0))
        mirror = mirrored(mirror, Reveal(mirror.turn), COACH)
    subject = next(q for q in mirror.questions if isinstance(answers[q], int))
    for move in (Discuss(0, subject), WriteNote(0, subject, "dit « <b> »"), Revote(0)):
        coach(rooms, move)
        mirror = mirrored(mirror, replace(move, turn=mirror.turn), COACH)
    for person in people:
        assert isinstance(rooms.act(person, Cast(subject, 2, round=2), START), Workshop)
        mirror = mirrored(mirror, Cast(subject, 2, round=2), Actor(seat_of(ROOM, person)))
    assert rooms.voted(ROOM, 2) == {subject: 5}
    for move in (Reveal(0), Settle(0, subject, 2, "une voix reste à 1", True), Close(0)):
        coach(rooms, move)
        mirror = mirrored(mirror, replace(move, turn=mirror.turn), COACH)
    held = rooms.held(COACH_LINK)
    assert held
    assert (held.code, held.actor, held.workshop) == (CODE, COACH, mirror)


def mirrored(workshop: Workshop, move: object, actor: Actor) -> Workshop:
    after = apply(shipped(), workshop, move, actor, START)  # type: ignore[arg-type]
    assert isinstance(after, Workshop), after
    return after


def test_a_participant_holds_no_ballot_but_theirs_and_does_nothing_of_the_coachs(rooms: Rooms) -> None:
    begin(rooms)
    mine, hers = "1" * 64, "2" * 64
    for person in (mine, hers):
        rooms.join(ROOM, person, Join(), START)
    question = coach(rooms, OpenVote(0)).on_vote[0]
    rooms.act(hers, Cast(question, "unknown"), START)
    held = rooms.held(mine)
    assert held
    assert held.actor == Actor(seat_of(ROOM, mine))
    assert held.workshop.ballots == {}
    refused = rooms.act(mine, Reveal(held.workshop.turn, confirmed=True), START)
    assert isinstance(refused, Refusal)
    assert coach(rooms).phase is Phase.VOTE
    assert rooms.held("9" * 64) is None
    assert rooms.act("9" * 64, Cast(question, 1), START) is None


def test_a_vote_replayed_twenty_times_is_one_row_and_an_old_one_does_not_come_back(rooms: Rooms) -> None:
    begin(rooms)
    mine = "1" * 64
    rooms.join(ROOM, mine, Join(), START)
    question = coach(rooms, OpenVote(0)).on_vote[0]
    for _ in range(20):
        rooms.act(mine, Cast(question, "unknown", number=2), START)
    rooms.act(mine, Cast(question, {"not_applicable": "we_have_none"}, number=1), START)
    assert rooms.voted(ROOM, 1) == {question: 1}
    (ballot,) = coach(rooms).ballots.values()
    assert ballot.number == 2


def test_sixty_join_at_once_the_next_is_told_and_coming_back_is_the_same_seat(rooms: Rooms) -> None:
    begin(rooms)
    people = [f"{number:064d}" for number in range(SEATS_MAX + 4)]
    with ThreadPoolExecutor(16) as pool:
        told = list(pool.map(lambda person: rooms.join(ROOM, person, Join(), START), people))
    assert sum(isinstance(one, Workshop) for one in told) == SEATS_MAX
    assert {one.id for one in told if isinstance(one, Refusal)} == {"full"}
    inside = next(person for person, one in zip(people, told, strict=True) if isinstance(one, Workshop))
    assert isinstance(rooms.join(ROOM, inside, Join(), START), Workshop)
    assert len(coach(rooms).seats) == SEATS_MAX


def test_two_coaches_cannot_both_move_on(rooms: Rooms) -> None:
    begin(rooms)
    with ThreadPoolExecutor(2) as pool:
        told = list(pool.map(lambda move: rooms.act(COACH_LINK, move, START), (OpenVote(0), Close(0))))
    assert sorted(isinstance(one, Workshop) for one in told) == [False, True]
    assert [one.id for one in told if isinstance(one, Refusal)] == ["stale"]


def test_a_waiting_phone_is_told_the_turn_and_nobody_else_is(rooms: Rooms) -> None:
    begin(rooms)
    phone = "1" * 64
    assert isinstance(rooms.join(ROOM, phone, Join(), START), Workshop)
    for move in (OpenVote(0), Reveal(0, confirmed=True), Next(0)):
        workshop = coach(rooms, move)
        held = rooms.held(phone)
        assert held
        assert rooms.turn(phone) == workshop.turn == held.workshop.turn
    assert rooms.turn(phone) == 3
    assert rooms.turn(COACH_LINK) is None
    assert rooms.turn("2" * 64) is None


def test_codes_open_until_the_end_and_a_closed_workshop_is_forgotten_in_time(database: str, rooms: Rooms) -> None:
    workshop = begin(rooms)
    assert not rooms.open("other", "d" * 64, CODE, workshop)
    assert rooms.found(CODE, START) == ROOM
    assert rooms.found(CODE, LATER) is None
    assert rooms.found("ZZZZZZZZ", START) is None
    rooms.join(ROOM, "1" * 64, Join(), START)
    limit = LATER + timedelta(days=Retention().participant_days)
    with closing(open_store(database)) as store:
        assert [purge(store, at, Retention()).workshops for at in (limit, limit + timedelta(seconds=1))] == [0, 1]
    assert (rooms.held(COACH_LINK), rooms.held("1" * 64)) == (None, None)
    assert rooms.join(ROOM, "2" * 64, Join(), START) is None


def test_consent_is_kept(rooms: Rooms) -> None:
    begin(rooms, Choice(several=True))
    rooms.join(ROOM, "1" * 64, Join(association="Club"), START)
    assert isinstance(rooms.act("1" * 64, Consent(True), START), Workshop)
    (one,) = coach(rooms).seats.values()
    assert (one.association, one.consents) == ("Club", True)


def test_everybody_sees_the_ballots_of_what_is_revealed_and_no_other(rooms: Rooms) -> None:
    begin(rooms)
    people = ["1" * 64, "2" * 64]
    for person in people:
        rooms.join(ROOM, person, Join(), START)
    first = coach(rooms, OpenVote(0)).on_vote[0]
    for person in people:
        rooms.act(person, Cast(first, "unknown"), START)
    assert [rooms.seen(person).ballots for person in people] == [{}, {}]  # type: ignore[union-attr]
    second = coach(rooms, Reveal(0), Next(0)).on_vote[0]
    rooms.act(people[0], Cast(second, "unknown"), START)
    for person in people:
        seen = rooms.seen(person)
        assert seen
        assert {slot[:2] for slot in seen.ballots} == {(1, first)}
        assert len(seen.ballots) == 2
    by_coach = rooms.seen(COACH_LINK)
    assert by_coach
    assert {slot[:2] for slot in by_coach.ballots} == {(1, first)}
    assert rooms.seen("9" * 64) is None


def test_each_message_replayed_twenty_times_has_one_effect_and_one_row(rooms: Rooms) -> None:
    begin(rooms)
    mine = "1" * 64
    for _ in range(20):
        assert isinstance(rooms.join(ROOM, mine, Join(), START), Workshop)
    subject = coach(rooms).questions[0]
    said: tuple[object, ...] = (
        OpenVote(0),
        Cast(subject, "unknown"),
        KeyTally(1, subject, {"steps": [0, 2, 0, 0], "unknown": 0, "not_applicable": 0}),
        Reveal(2),
        Settle(3, subject, 1, "une voix reste à 0", True),
        WriteNote(4, subject, "dit une fois"),
        Close(5),
    )
    for move in said:
        who = mine if isinstance(move, Cast) else COACH_LINK
        for _ in range(20):
            assert isinstance(rooms.act(who, move, START), Workshop), move  # type: ignore[arg-type]
    kept = coach(rooms)
    assert (len(kept.seats), len(kept.ballots), kept.turn, kept.phase) == (1, 1, 6, Phase.CLOSED)
    assert (len(kept.paper), kept.paper[(1, subject)].n) == (1, 2)
    assert (len(kept.settled), kept.notes) == (1, {subject: "dit une fois"})


def test_a_list_begun_comes_back_and_counts_nowhere(database: str, rooms: Rooms) -> None:
    begin(rooms)
    mine, hers = "1" * 64, "2" * 64
    for person in (mine, hers):
        rooms.join(ROOM, person, Join(), START)
    question = coach(rooms, OpenVote(0)).on_vote[0]
    with closing(open_store(database)) as store:
        begun = Begun(store)
        held, other = rooms.held(mine), rooms.held(hers)
        assert held
        assert other
        for lines in ({"a": "in_place"}, {"a": "in_place", "b": "not_useful"}):
            for _ in range(20):
                begun.keep(held, question, lines)
        begun.keep(held, "not on vote", {"a": "in_place"})
        assert begun.of(held, question) == {"a": "in_place", "b": "not_useful"}
        assert (begun.of(other, question), begun.of(held, "not on vote")) == ({}, {})
    assert rooms.voted(ROOM, 1) == {}
    assert coach(rooms).ballots == {}
    assert coach(rooms, Reveal(0, confirmed=True)).ballots == {}
    assert rooms.seen(mine).ballots == {}  # type: ignore[union-attr]


def test_what_one_leaves_with_is_kept_saved_put_back_and_forgotten_with_the_workshop(
    database: str, rooms: Rooms, tmp_path: Path
) -> None:
    begin(rooms, Choice(several=True))
    mine, hers = "1" * 64, "2" * 64
    for person, name in ((mine, "Club"), (hers, "Amicale")):
        rooms.join(ROOM, person, Join(association=name), START)
    coach(rooms, OpenVote(0))
    while coach(rooms).phase is not Phase.AGENDA:
        coach(rooms, Reveal(0, confirmed=True), Next(0))
    promise = Commit("Écrire « à deux » le mot de passe", START.date() + timedelta(days=9), "Zoé")
    assert isinstance(rooms.act(mine, promise, START), Workshop)
    rooms.act(hers, Consent(True), START)
    rooms.act(hers, Consent(False), START)
    whole = coach(rooms)
    kept = {seat.association: (seat.promise, seat.consents, seat.named) for seat in whole.seats.values()}
    assert kept["Amicale"] == (None, False, True)
    assert kept["Club"][0]
    assert (kept["Club"][0].action, kept["Club"][0].who) == (promise.action, "Zoé")
    backup(database, tmp_path / "copie.sqlite3")
    rooms.act(mine, replace(promise, who="Autre"), START)
    restore(database, tmp_path / "copie.sqlite3", True, lambda _said: None)
    assert coach(rooms) == whole
    with closing(open_store(database)) as store:
        purge(store, LATER + timedelta(days=Retention().participant_days, seconds=1), Retention())
        with store.engine.connect() as connection:
            assert connection.execute(select(seat)).all() == []


def test_the_lobby_shows_who_is_there_and_no_ballot(rooms: Rooms) -> None:
    begin(rooms, Choice(several=True))
    rooms.join(ROOM, "1" * 64, Join(association="Club"), START)
    question = coach(rooms, OpenVote(0)).on_vote[0]
    rooms.act("1" * 64, Cast(question, "unknown"), START)
    there = rooms.lobby(ROOM)
    assert there
    assert ([one.association for one in there.seats.values()], there.ballots) == (["Club"], {})
    assert rooms.lobby("other") is None
