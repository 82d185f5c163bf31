"""What is kept long enough goes, to the calendar day, once; a wrong clock takes nothing away."""

from __future__ import annotations

import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import update

from questionnaire.settings import Retention, Settings
from storage.engines import writing
from storage.purging import Purged, months_before, purge
from storage.schema import assessment
from storage.sql import SqlStore, first_id
from storage.store import LinkGoneError, StorageError
from tests.storage.kept import OF, opened, proof

KEPT = Retention()
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
TICK = timedelta(microseconds=1)
NOTHING = Purged(0, 0, 0)
LATER = timedelta(days=365 * 20 + 5)


def begin(store: SqlStore, *moments: datetime, finished: bool = True) -> list[str]:
    """An assessment last written at each of these moments; their links."""
    links = [f"{moment.isoformat()} {finished} {number}" for number, moment in enumerate(moments)]
    for link, moment in zip(links, moments, strict=True):
        store.save(link, {("answers", "C41"): 1}, questionnaire=OF, now=moment, finished=finished)
    return links


def days_before(*days: float) -> list[datetime]:
    return [NOW - timedelta(days=day) for day in days]


@pytest.mark.parametrize(
    ("moment", "months", "expected"),
    [
        ("2026-11-23T12:00:00+00:00", 12, "2025-11-23T12:00:00+00:00"),
        ("2026-11-23T12:00:00+00:00", 11, "2025-12-23T12:00:00+00:00"),
        ("2026-08-31T00:00:00+00:00", 6, "2026-02-28T00:00:00+00:00"),
        ("2028-08-30T00:00:00+00:00", 6, "2028-02-29T00:00:00+00:00"),
        ("2028-02-29T23:59:59+00:00", 12, "2027-02-28T23:59:59+00:00"),
        ("2027-01-01T00:30:00+01:00", 1, "2026-11-30T23:30:00+00:00"),  # still December in UTC
        ("2026-01-15T00:00:00+00:00", 24, "2024-01-15T00:00:00+00:00"),
    ],
)
def test_months_are_those_of_the_calendar_in_utc(moment: str, months: int, expected: str) -> None:
    assert months_before(datetime.fromisoformat(moment), months).isoformat() == expected


def test_the_boundaries_are_exact(database: str) -> None:
    year, half = datetime(2025, 11, 23, 12, tzinfo=UTC), datetime(2026, 5, 23, 12, tzinfo=UTC)
    with closing(opened(database)) as store:
        kept, old = begin(store, year, year - TICK)
        kept_unfinished, old_unfinished, older = begin(store, half, half - TICK, year - TICK, finished=False)
        assert purge(store, NOW, KEPT).assessments == 3
        assert [store.load(link) is None for link in (kept, old)] == [False, True]
        assert [store.load(link) is None for link in (kept_unfinished, old_unfinished, older)] == [False, True, True]


def test_past_values_go_after_thirty_days_and_the_answers_stay(database: str) -> None:
    with closing(opened(database)) as store:
        at, before = begin(store, NOW - timedelta(days=30), NOW - timedelta(days=30) - TICK)
        assert purge(store, NOW, KEPT) == Purged(0, 1, 0)
        assert [len(store.history(link)) for link in (at, before)] == [1, 0]
        assert all(store.load(link) for link in (at, before))


def test_a_deletion_is_remembered_for_twenty_four_months(database: str) -> None:
    with closing(opened(database)) as store:
        (link,) = begin(store, NOW)
        store.delete(link)
        today = datetime.now(UTC)  # a deletion has the date of its day
        in_two_years = today.replace(year=today.year + 2, day=min(today.day, 28))
        assert purge(store, in_two_years - timedelta(days=1), KEPT).deletions == 0
        assert purge(store, in_two_years + timedelta(days=4), KEPT).deletions == 1


def test_what_is_purged_is_forgotten_for_good_and_the_rest_untouched(database: str) -> None:
    with closing(opened(database)) as store:
        (young,) = begin(store, *days_before(1))
        before = proof(database)
        (old,) = begin(store, *days_before(400))
        store.invite(old, "reviewer", now=NOW)
        assert (
            str(purge(store, NOW, KEPT)) == "Purge faite\u202f: 1 diagnostic, 0 valeur passée et 0 effacement ancien."
        )
        after = proof(database).counts
        assert after == before.counts | {"deleted": 1}
        with pytest.raises(LinkGoneError):
            store.save(old, {}, questionnaire=OF, now=NOW)
        assert store.load(young)


def test_a_second_purge_changes_nothing(database: str) -> None:
    with closing(opened(database)) as store:
        begin(store, *days_before(1, 40, 400, 401))
        assert purge(store, NOW, KEPT) != NOTHING
        after = proof(database)
        assert purge(store, NOW, KEPT) == NOTHING
        assert proof(database) == after


def test_more_than_one_batch_goes_and_the_journal_knows(url: str, file: Path) -> None:
    with closing(opened(url)) as store:
        links = begin(store, *days_before(*range(400, 520)))
        begin(store, *days_before(2))
        assert purge(store, NOW, KEPT).assessments == 120
    assert set(Path(f"{file}.effaces").read_text().split()) == {first_id(link) for link in links}


@pytest.mark.parametrize("hours", [-1, 0, 1])
def test_an_hour_more_or_less_takes_nothing_away(database: str, hours: int) -> None:
    with closing(opened(database)) as store:
        begin(store, *days_before(0, 0.01, 20, 179, 360))
        assert purge(store, NOW + timedelta(hours=hours), KEPT).assessments == 0


@pytest.mark.parametrize("jump", [-LATER, LATER])
def test_a_jump_of_twenty_years_is_refused_whole(database: str, jump: timedelta) -> None:
    with closing(opened(database)) as store:
        begin(store, *days_before(1, 2, 3, 40, 50))
        before = proof(database)
        with pytest.raises(StorageError, match=r"Rien n’a été effacé.*vérifiez la date.*--oui\.$"):
            purge(store, NOW + jump, KEPT)
        assert proof(database) == before


def test_somebody_who_answers_while_the_clock_is_wrong_saves_the_others(database: str) -> None:
    with closing(opened(database)) as store:
        begin(store, *days_before(1, 2, 3, 40, 50))
        begin(store, NOW + LATER)
        with pytest.raises(StorageError, match="5 des 6 diagnostics"):
            purge(store, NOW + LATER, KEPT)
        with pytest.raises(StorageError, match="un diagnostic a été enregistré"):
            purge(store, NOW, KEPT)  # once the clock is right again


def test_a_doubtful_purge_can_be_confirmed(database: str) -> None:
    with closing(opened(database)) as store:
        begin(store, *days_before(400, 401, 402, 403, 404))
        with pytest.raises(StorageError, match="tous les diagnostics"):
            purge(store, NOW, KEPT)
        assert purge(store, NOW, KEPT, confirmed=True).assessments == 5


def test_four_old_assessments_need_no_word(database: str) -> None:
    with closing(opened(database)) as store:
        begin(store, *days_before(400, 401, 402, 403))
        assert purge(store, NOW, KEPT).assessments == 4


@pytest.mark.parametrize("day", ["2026-03-29", "2026-10-25"])
def test_daylight_saving_moves_nothing(url: str, monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    """The hour that is missing or comes twice in Paris, on a server that lives by that time."""
    monkeypatch.setenv("TZ", "Europe/Paris")
    time.tzset()
    try:
        for hour in (0, 1, 2):
            here = datetime.fromisoformat(f"{day}T0{hour}:30:00+00:00").astimezone(ZoneInfo("Europe/Paris"))
            limit = here.astimezone(UTC).replace(year=2025)
            with closing(opened(url)) as store:
                kept, old = begin(store, limit, limit - TICK)
                assert purge(store, here, KEPT).assessments == 1
                assert [store.load(kept) is None, store.load(old) is None] == [False, True]
                assert store.delete(kept)
    finally:
        monkeypatch.undo()
        time.tzset()


def test_an_answer_written_during_the_purge_is_not_lost(database: str) -> None:
    with closing(opened(database)) as store:
        (link,) = begin(store, *days_before(400))
        done: list[Purged] = []
        purging = Thread(target=lambda: done.append(purge(store, NOW, KEPT)))
        with writing(store.engine).begin() as connection:
            connection.execute(update(assessment).values(updated_at=NOW))
            purging.start()
            purging.join(0.3)
            assert purging.is_alive(), "the purge did not wait for the answer"
        purging.join()
        assert (done[0].assessments, store.load(link) is None) == (0, False)


def test_the_settings_say_how_long() -> None:
    assert Settings(keep_months=24, keep_unfinished_months=3).retention == Retention(months=24, unfinished_months=3)
    assert Settings().retention.deleted_months >= 24
