"""Links: each opens what it says and nothing else, until it is replaced, withdrawn, or what it opens deleted."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier
from typing import Any

import pytest

from questionnaire.assessment import Entry
from storage.store import REVIEWER, Change, LinkGoneError, Review, Store

MINE, NEW, HERS, OTHER = ("a" * 64, "b" * 64, "c" * 64, "d" * 64)
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
C41, C42, PLACE = ("answers", "C41"), ("answers", "C42"), ("place", "question")
SEEN = Review("C41", "Jeanne Martin", "Ligue <b>", "mark", NOON)


def save(store: Store, changes: dict[Entry, Any], known: int = 0, capability: str = MINE) -> Any:
    return store.save(capability, changes, questionnaire=("q", "1"), now=NOON, known=known)


def test_a_replaced_link_opens_nothing_and_the_new_one_everything(store: Store) -> None:
    save(store, {C41: 2})
    assert store.rotate(MINE, NEW, now=NOON)
    assert store.load(MINE) is None
    assert store.history(MINE) == ()
    assert store.delete(MINE) is False
    for known in (0, 1):
        with pytest.raises(LinkGoneError):
            save(store, {C41: 3}, known)
    record = store.load(NEW)
    assert record
    assert record.entries == {C41: 2}
    assert save(store, {C42: 1}, record.sequence, NEW).sequence == 2
    assert store.delete(NEW)


def test_two_devices_that_replace_a_link_at_once_leave_one_link(store: Store) -> None:
    for turn in range(20):
        mine, links = f"{turn:064}", [f"{turn}-{device}" for device in range(4)]
        save(store, {C41: 2}, capability=mine)
        together = Barrier(len(links))

        def replaces(new: str, mine: str = mine, together: Barrier = together) -> bool:
            together.wait()
            return store.rotate(mine, new, now=NOON)

        with ThreadPoolExecutor(len(links)) as devices:
            done = list(devices.map(replaces, links))
        opened = [new for new in links if store.load(new)]
        assert sum(done) == len(opened) == 1


def test_an_unknown_link_replaces_nothing(store: Store) -> None:
    save(store, {C41: 2})
    assert store.rotate(OTHER, NEW, now=NOON) is False
    assert store.load(NEW) is None
    with pytest.raises(LinkGoneError):
        store.invite(OTHER, HERS, now=NOON)


def test_a_reviewer_reads_and_ticks_and_does_nothing_else(store: Store) -> None:
    save(store, {C41: 2})
    assert store.invited(MINE) is None
    assert store.invite(MINE, HERS, now=NOON) == store.invited(MINE) == NOON
    assert store.load(HERS) is None
    read = store.load(HERS, REVIEWER)
    assert read
    assert read.entries == {C41: 2}
    assert store.load(MINE, REVIEWER) is None
    store.tick(HERS, (SEEN,))
    assert store.reviews(MINE) == store.reviews(HERS) == (SEEN,)
    with pytest.raises(LinkGoneError):
        save(store, {C41: 0}, 1, HERS)
    with pytest.raises(LinkGoneError):
        save(store, {C41: 0}, 0, HERS)
    assert (store.rotate(HERS, OTHER, now=NOON), store.delete(HERS), store.history(HERS)) == (False, False, ())
    with pytest.raises(LinkGoneError):
        store.tick(MINE, (SEEN,))


def test_a_word_said_again_replaces_the_first_and_can_be_taken_back(store: Store) -> None:
    save(store, {C41: 2})
    store.invite(MINE, HERS, now=NOON)
    later = Review("C41", "Jeanne Martin", "", "other mark", NOON + timedelta(days=1))
    store.tick(HERS, (SEEN, Review("C42", "J", "", "m", NOON)))
    store.tick(HERS, (later,), gone=("C42", "never ticked"))
    assert store.reviews(MINE) == (later,)


def test_a_withdrawn_link_says_nothing_more_and_what_was_seen_stays(store: Store) -> None:
    save(store, {C41: 2})
    store.invite(MINE, HERS, now=NOON)
    store.tick(HERS, (SEEN,))
    assert store.invite(MINE, OTHER, now=NOON) == NOON  # a new one takes the place of the former
    assert store.load(HERS, REVIEWER) is None
    assert store.invite(MINE, None, now=NOON) is None
    for link in (HERS, OTHER):
        assert store.load(link, REVIEWER) is None
        assert store.reviews(link) == ()
        with pytest.raises(LinkGoneError):
            store.tick(link, (SEEN,))
    assert (store.invited(MINE), store.reviews(MINE)) == (None, (SEEN,))


def test_a_reviewer_loses_the_door_with_the_owners_link(store: Store) -> None:
    save(store, {C41: 2})
    store.invite(MINE, HERS, now=NOON)
    store.rotate(MINE, NEW, now=NOON)
    assert store.load(HERS, REVIEWER) is None
    store.invite(NEW, OTHER, now=NOON)
    store.delete(NEW)
    assert (store.load(OTHER, REVIEWER), store.reviews(OTHER)) == (None, ())


def test_the_second_device_is_told_what_the_first_one_wrote(store: Store) -> None:
    first = save(store, {C41: 2})
    second = save(store, {C42: 1}, first.sequence)
    assert second.others == {}
    told = save(store, {C41: 0}, first.sequence)  # a device that knew nothing of the second save
    assert told.others == {C42: 1}
    taken = save(store, {C42: None}, told.sequence)
    assert save(store, {PLACE: "C41"}, told.sequence).others == {C42: None}
    assert save(store, {}, taken.sequence + 1).others == {}
    record = store.load(MINE)
    assert record
    assert (record.entries, record.sequence) == ({C41: 0, PLACE: "C41"}, 6)


def test_the_history_says_each_value_newest_first_and_not_where_one_was(store: Store) -> None:
    for changes in ({C41: 2, PLACE: "C41"}, {C41: "unknown"}, {C41: None, C42: {"in_place": ["é"]}}):
        save(store, changes)
    expected = [(3, C41, None), (3, C42, {"in_place": ["é"]}), (2, C41, "unknown"), (1, C41, 2)]
    assert store.history(MINE) == tuple(Change(*one, NOON) for one in expected)
    assert len(store.history(MINE, 2)) == 2
    assert store.history(OTHER) == ()
