"""A database made by each earlier version, with all it could hold, is brought up to date without losing a cell."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text

from storage.engines import make_engine, writing
from storage.migrating import _FOLDER
from storage.opening import open_engine, parse
from storage.schema import HEAD
from storage.sqlite_file import path_of
from storage.store import REVIEWER, Review
from tests.storage.kept import NOON, A, opened, proof

READER = "3" * 64
AT = "2026-11-23 12:00:00.000000+00:00"
KEPT = {
    "0001": (
        f"INSERT INTO assessment VALUES ('{A}', 'q', '1', :at, :at)",
        f"INSERT INTO entry VALUES ('{A}', 'answers', 'C41', '2')",
    ),
    "0002": (
        "INSERT INTO assessment VALUES ('one', 'q', '1', :at, :at, 7, true)",
        "INSERT INTO entry VALUES ('one', 'answers', 'C41', '2')",
        "INSERT INTO change VALUES ('one', 7, 'answers', 'C41', '2', :at)",
        f"INSERT INTO link VALUES ('{A}', 'one', 'owner', :at)",
        f"INSERT INTO link VALUES ('{READER}', 'one', 'reviewer', :at)",
        "INSERT INTO review VALUES ('one', 'C41', 'Zoé', 'Ligue', 'mark', :at)",
        "INSERT INTO deleted VALUES ('gone', :at)",
        "INSERT INTO task VALUES ('daily', :at)",
    ),
}
KEPT["0003"] = (
    *KEPT["0002"],
    "INSERT INTO room VALUES ('room', 'coach', 'ABCD2345', '{}', 4, :at)",
    "INSERT INTO seat VALUES ('room', 'agrees', 'cap1', NULL, 'Club', true)",
    "INSERT INTO seat VALUES ('room', 'refuses', 'cap2', 'board', NULL, false)",
    "INSERT INTO ballot VALUES ('room', 1, 'C41', 'agrees', '2', 3)",
    "INSERT INTO ballot VALUES ('room', 2, 'C41', 'refuses', '\"unknown\"', 1)",
)


@contextmanager
def at(url: str, revision: str) -> Iterator[Connection]:
    """A database at this migration, open for writing."""
    address = parse(url)
    if address.get_backend_name() == "sqlite":
        path_of(address).parent.mkdir(exist_ok=True)
        path_of(address).touch()
    engine = open_engine(address)
    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    try:
        with writing(engine).begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, revision)
            yield connection
    finally:
        engine.dispose()


def rows(url: str, asked: str) -> list[tuple[Any, ...]]:
    engine = make_engine(parse(url)) if "postgresql" in url else open_engine(parse(url))
    try:
        with engine.connect() as connection:
            return [tuple(row) for row in connection.execute(text(asked))]
    finally:
        engine.dispose()


@pytest.mark.parametrize("revision", sorted(KEPT))
def test_an_older_database_is_opened_with_all_it_held(database: str, revision: str) -> None:
    with at(database, revision) as connection:
        for statement in KEPT[revision]:
            named = {"at": AT if connection.dialect.name == "postgresql" else AT[:26]}
            connection.execute(text(statement.replace("\\", "")), named if ":at" in statement else {})
    with closing(opened(database)) as store:
        record = store.load(A)
        assert record
        assert (record.entries, record.created_at) == ({("answers", "C41"): 2}, NOON)
        if revision > "0001":
            assert (record.sequence, len(store.history(A))) == (7, 1)
            assert store.reviews(READER) == (Review("C41", "Zoé", "Ligue", "mark", NOON),)
            assert store.load(READER, REVIEWER)
    assert rows(database, "SELECT version_num FROM alembic_version") == [(HEAD,)]
    counts = proof(database).counts
    wanted = {"room": 1, "seat": 2, "ballot": 2} if revision == "0003" else {"room": 0, "seat": 0, "ballot": 0}
    assert {name: counts[name] for name in wanted} == wanted
    if revision == "0003":
        seats = rows(database, "SELECT id, association, named, promise FROM seat ORDER BY id")
        assert [(one[0], one[1], bool(one[2]), one[3]) for one in seats] == [
            ("agrees", "Club", True, None),
            ("refuses", None, False, None),
        ]
        assert rows(database, "SELECT seat_id, value, number FROM ballot ORDER BY round") == [
            ("agrees", "2", 3),
            ("refuses", '"unknown"', 1),
        ]
