"""Stores to test. PostgreSQL joins them when PALIER_TEST_POSTGRESQL holds the address of a throw-away database."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.memory import MemoryStore
from storage.opening import open_store, parse
from storage.store import Store

POSTGRESQL = os.environ.get("PALIER_TEST_POSTGRESQL", "")
KINDS = ("memory", "sqlite", *(("postgresql",) if POSTGRESQL else ()))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "palier.sqlite3"


@pytest.fixture
def url(file: Path) -> str:
    return f"sqlite:///{file}"


@pytest.fixture
def made(file: Path, url: str) -> Path:
    """A database of several pages, closed."""
    with closing(open_store(url)) as opened:
        changes = {("notes", f"N{number}"): "é" * 100 for number in range(200)}
        opened.save("a" * 64, changes, questionnaire=("q", "1"), now=datetime(2026, 11, 23, 12, tzinfo=UTC))
    return file


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, url: str) -> Iterator[Store]:
    opened = {"memory": MemoryStore, "sqlite": lambda: open_store(url), "postgresql": fresh_postgresql}[request.param]()
    yield opened
    opened.close()


def fresh_postgresql() -> Store:
    """The test database, its two tables made anew by the migrations."""
    import psycopg

    address = parse(POSTGRESQL).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(address) as connection:
        connection.execute("DROP TABLE IF EXISTS entry, assessment, alembic_version")
    return open_store(POSTGRESQL)
