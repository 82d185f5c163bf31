"""What every store promises, asked of each of them in the same words."""

from __future__ import annotations

import itertools
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from questionnaire.assessment import Entry
from storage.store import LinkGoneError, Record, Store

MINE, YOURS = "a" * 64, "b" * 64
QUESTIONNAIRE = ("diagnostic-numerique", "1")
NOON = datetime(2026, 11, 23, 12, 0, 0, 123456, tzinfo=UTC)
C41, C42, NOTE = ("answers", "C41"), ("answers", "C42"), ("notes", "C41")


def save(store: Store, changes: dict[Entry, Any], capability: str = MINE, now: datetime = NOON) -> None:
    store.save(capability, changes, questionnaire=QUESTIONNAIRE, now=now)


def entries(store: Store, capability: str = MINE) -> dict[Entry, Any]:
    record = store.load(capability)
    assert record is not None
    return dict(record.entries)


def test_nothing_is_found_before_the_first_save(store: Store) -> None:
    assert store.load(MINE) is None
    assert store.load("") is None
    assert store.delete(MINE) is False, "loading wrote something"


def test_the_first_save_creates_the_record(store: Store) -> None:
    save(store, {C41: 2})
    assert store.load(MINE) == Record(*QUESTIONNAIRE, {C41: 2}, NOON, NOON, sequence=1)


def test_a_save_without_changes_creates_the_record_too(store: Store) -> None:
    save(store, {})
    assert store.load(MINE) == Record(*QUESTIONNAIRE, {}, NOON, NOON, sequence=1)


def test_several_entries_at_once_and_one_after_another(store: Store) -> None:
    save(store, {C41: 2, C42: "unknown"})
    save(store, {NOTE: "à revoir", C42: 3})
    assert entries(store) == {C41: 2, C42: 3, NOTE: "à revoir"}


def test_none_takes_an_entry_away(store: Store) -> None:
    save(store, {C41: 2, C42: 3})
    save(store, {C41: None, NOTE: "gardée", ("notes", "never kept"): None})
    assert entries(store) == {C42: 3, NOTE: "gardée"}


def test_taking_the_last_entry_away_leaves_the_record(store: Store) -> None:
    save(store, {C41: 2})
    save(store, {C41: None})
    assert entries(store) == {}


def test_the_same_save_again_changes_nothing(store: Store) -> None:
    for _ in range(3):
        save(store, {C41: 2, C42: None})
    assert store.load(MINE) == Record(*QUESTIONNAIRE, {C41: 2}, NOON, NOON, sequence=3)


@pytest.mark.parametrize(
    "value",
    [
        0,
        -1,
        2**53 + 1,
        True,
        False,
        1.5,
        "",
        "0",
        "l’été à Saint-Étienne : « ça va ? » 50\u202f% €",
        "👩🏽‍🌾🏳️‍🌈 عربى 日本語 \u200f\u2028",
        "é" * 2000,
        'guillemets " et \\ et \n et % et :nom et ; DROP TABLE entry; --',
        "lone \ud800 surrogate and NUL \x00 in a value",
        [],
        ["members", "minors"],
        {},
        {"hours_per_month": 4, "euros": 0, "nested": {"list": [1, [True, None]]}},
    ],
    ids=lambda value: repr(value)[:20].encode("ascii", "replace").decode(),
)
def test_a_value_comes_back_as_it_was(store: Store, value: Any) -> None:
    save(store, {C41: value})
    found = entries(store)[C41]
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize("value", [{1, 2}, b"bytes", float("nan"), NOON], ids=["set", "bytes", "nan", "datetime"])
def test_what_is_not_json_is_refused_and_nothing_is_written(store: Store, value: Any) -> None:
    with pytest.raises((TypeError, ValueError)):
        save(store, {C41: 1, C42: value})
    assert store.load(MINE) is None


def test_what_was_saved_cannot_be_changed_from_outside(store: Store) -> None:
    value = {"in_place": ["visibility"]}
    save(store, {C41: value})
    value["in_place"].append("network")
    entries(store)[C41]["in_place"].append("services")
    assert entries(store) == {C41: {"in_place": ["visibility"]}}


def test_the_entries_of_a_record_are_read_only(store: Store) -> None:
    save(store, {C41: 2})
    record = store.load(MINE)
    assert record is not None
    with pytest.raises(TypeError):
        record.entries[C42] = 3  # type: ignore[index]


def test_the_order_of_saves_of_different_entries_does_not_matter(store: Store) -> None:
    changes: list[dict[Entry, Any]] = [{C41: 2}, {C42: 3}, {NOTE: "x"}]
    for number, order in enumerate(itertools.permutations(changes)):
        for change in order:
            save(store, change, capability=f"{number:064d}")
    found = [list(entries(store, f"{number:064d}").items()) for number in range(6)]
    assert found == [found[0]] * 6


def test_two_capabilities_never_see_each_other(store: Store) -> None:
    save(store, {C41: "mine"})
    assert store.load(YOURS) is None
    save(store, {C42: "yours"}, capability=YOURS)
    save(store, {C41: None}, capability=YOURS)
    assert (entries(store), entries(store, YOURS)) == ({C41: "mine"}, {C42: "yours"})
    assert store.delete(YOURS) is True
    assert entries(store) == {C41: "mine"}


@pytest.mark.parametrize("near", [MINE.upper(), MINE[:-1], MINE + " ", "%", "_" * 64, "' OR 1=1 --"])
def test_nearly_the_right_capability_finds_nothing(store: Store, near: str) -> None:
    save(store, {C41: 2})
    assert store.load(near) is None
    assert store.delete(near) is False


def test_deleting_forgets_everything_once(store: Store) -> None:
    save(store, {C41: 2, NOTE: "x"})
    assert [store.delete(MINE), store.delete(MINE)] == [True, False]
    assert store.load(MINE) is None
    for known in (0, 1):
        with pytest.raises(LinkGoneError, match="ce lien n’ouvre plus rien"):
            store.save(MINE, {C42: 1}, questionnaire=QUESTIONNAIRE, now=NOON, known=known)
    assert store.load(MINE) is None


def test_updated_at_follows_the_saves_and_created_at_stays(store: Store) -> None:
    later = NOON + timedelta(days=40)
    save(store, {C41: 2})
    save(store, {}, now=later)
    record = store.load(MINE)
    assert record is not None
    assert (record.created_at, record.updated_at) == (NOON, later)


def test_times_come_back_in_utc_whatever_their_zone(store: Store) -> None:
    paris = NOON.astimezone(timezone(timedelta(hours=1)))
    save(store, {C41: 2}, now=paris)
    record = store.load(MINE)
    assert record is not None
    assert (record.created_at, record.created_at.utcoffset()) == (NOON, timedelta(0))
    assert (record.updated_at, record.updated_at.utcoffset()) == (NOON, timedelta(0))


def test_a_time_without_a_zone_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="aware"):
        save(store, {C41: 2}, now=NOON.replace(tzinfo=None))
    assert store.load(MINE) is None


def test_the_questionnaire_is_the_one_of_the_last_save(store: Store) -> None:
    save(store, {C41: 2})
    store.save(MINE, {}, questionnaire=("diagnostic-numerique", "2"), now=NOON)
    record = store.load(MINE)
    assert record is not None
    assert (record.questionnaire_id, record.version, dict(record.entries)) == ("diagnostic-numerique", "2", {C41: 2})


def test_eight_threads_lose_nothing(store: Store) -> None:
    def write(thread: int) -> None:
        for number in range(50):
            save(store, {("answers", f"{thread}.{number}"): number, C41: thread})

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(8)))
    found = entries(store)
    assert found.pop(C41) in range(8)
    assert found == {("answers", f"{thread}.{number}"): number for thread in range(8) for number in range(50)}
