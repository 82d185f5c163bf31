"""What a stolen copy of the database gives away, and what one link shows of another: nothing."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

from sqlalchemy import Engine, inspect

from storage.schema import metadata
from storage.sql import SqlStore
from storage.store import Review
from tests.faults.naughty import STRINGS
from tests.storage.kept import NOON, OF, opened
from tests.storage.test_all_gone import everything
from ui import services

VISITORS, TURNS = 50, 6


def test_ten_thousand_links_are_all_different_and_long() -> None:
    links = {services.new_token() for _ in range(10_000)}
    assert len(links) == len({services.capability(link) for link in links}) == 10_000
    assert {len(link) for link in links} == {43}  # 256 bits


def test_no_link_can_be_read_in_the_database(database: str) -> None:
    owner, reader = services.new_token(), services.new_token()
    newer = services.next_token(owner, services.new_token())
    with closing(opened(database)) as store:
        store.save(services.capability(owner), {("answers", "C41"): 2}, questionnaire=OF, now=NOON)
        store.invite(services.capability(owner), services.capability(reader), now=NOON)
        store.tick(services.capability(reader), (Review("C41", "Zoé", "Ligue", "mark", NOON),))
        store.rotate(services.capability(owner), services.capability(newer), now=NOON)
        kept = everything(store.engine)
    assert services.capability(newer) in kept  # it is the right database that was read
    assert [link for link in (owner, reader, newer) if link in kept] == []


def test_fifty_visitors_at_once_read_their_own_words_only(database: str) -> None:
    with closing(opened(database)) as store, ThreadPoolExecutor(VISITORS) as pool:
        foreign = sum(pool.map(lambda rank: _words_of_others(store, rank), range(VISITORS)))
    assert foreign == 0


def _words_of_others(store: SqlStore, rank: int) -> int:
    """How many times this visitor read anything but what they had just written."""
    mine, found = services.capability(services.new_token()), 0
    for turn in range(TURNS):
        said = {("notes", "C41"): f"canari-{rank}-{turn}"}
        store.save(mine, said, questionnaire=OF, now=NOON, known=turn)
        record = store.load(mine)
        found += record is None or dict(record.entries) != said
    return found


def test_no_text_changes_the_tables(database: str) -> None:
    link = services.capability(services.new_token())
    with closing(opened(database)) as store:
        before = _tables(store.engine)
        for turn, text in enumerate(STRINGS):
            said = {("notes", text): text, ("answers", "C41"): text}
            store.save(link, said, questionnaire=OF, now=NOON, known=turn)
        assert _tables(store.engine) == before
        record = store.load(link)
        assert record is not None
        assert {key for kind, key in record.entries if kind == "notes"} == set(STRINGS)


def _tables(engine: Engine) -> dict[str, list[str]]:
    found = inspect(engine)
    tables = {name: [str(column["name"]) for column in found.get_columns(name)] for name in found.get_table_names()}
    assert set(metadata.tables) <= set(tables)
    return tables
