"""Stores to test: in memory, a real SQLite file, a real PostgreSQL server that comes as a wheel."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.memory import MemoryStore
from storage.opening import open_store
from storage.store import Store
from tests.storage.postgresql import new_database

KINDS = ("memory", "sqlite", "postgresql")


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


@pytest.fixture(params=("sqlite", "postgresql"))
def database(request: pytest.FixtureRequest, url: str) -> str:
    """The address of an empty database of each kind."""
    return url if request.param == "sqlite" else new_database()


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, url: str) -> Iterator[Store]:
    makers = {
        "memory": MemoryStore,
        "sqlite": lambda: open_store(url),
        "postgresql": lambda: open_store(new_database()),
    }
    opened = makers[request.param]()
    yield opened
    opened.close()
