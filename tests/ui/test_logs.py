"""What a line of the log may hold: when, how serious, what happened; never what a visitor said."""

from __future__ import annotations

import io
import json
import logging
import sys

import pytest

from ui import logs

TOKEN = "aB3_" * 10 + "xyz"
ANSWER = "Club de la rue des Lilas"


def failure(name: str, message: str, *values: object) -> logging.LogRecord:
    """The record of an error whose message quotes an answer and a link."""
    try:
        raise ValueError(f"{ANSWER} {TOKEN}")
    except ValueError:
        return logging.LogRecord(name, logging.ERROR, "x/page.py", 12, message, values, sys.exc_info())


def test_a_public_line_tells_the_failure_and_nothing_of_the_visitor() -> None:
    line = logs.JsonFormatter().format(failure(logs.NAME, f"page failed {TOKEN}"))
    told = json.loads(line)
    assert (told["level"], told["event"], told["error"]) == ("ERROR", "page failed …", "ValueError")
    assert told["where"][-1].startswith("test_logs.py:")
    assert [secret for secret in (ANSWER, TOKEN) if secret in line] == []


@pytest.mark.parametrize("message", [f"GET /r/{TOKEN} {ANSWER}", "%s GET %s"])
def test_of_a_library_only_the_place_is_told(message: str) -> None:
    values = ("192.0.2.7", f"/r/{TOKEN}") if "%" in message else ()
    line = logs.JsonFormatter().format(failure("uvicorn.error", message, *values))
    told = json.loads(line)
    assert (told["event"], told["logger"], told["at"]) == ("library", "uvicorn.error", "page.py:12")
    assert [secret for secret in (ANSWER, TOKEN, "192.0.2.7") if secret in line] == []


def test_what_the_daily_work_tells_its_host_is_said_in_public_too() -> None:
    """A purge that refuses a wrong clock must be known: its sentences hold counts only."""
    record = logging.LogRecord("palier.storage", logging.WARNING, "daily.py", 1, "%s", ("Rien n’a été effacé.",), None)
    assert json.loads(logs.JsonFormatter().format(record))["event"] == "Rien n’a été effacé."
    root, ours = logging.getLogger(), logging.getLogger("palier.storage")
    handlers = root.handlers[:]
    try:
        logs.start(public=True)
        assert ours.isEnabledFor(logging.INFO)
    finally:
        root.handlers[:] = handlers


def test_a_line_to_read_has_the_detail_but_no_link() -> None:
    line = logs.HumanFormatter().format(failure("uvicorn.error", "GET %s", f"/r/{TOKEN}"))
    assert ANSWER in line
    assert TOKEN not in line
    assert "/r/…" in line


def test_the_loggers_that_a_library_makes_later_say_nothing_of_their_message() -> None:
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(logging.Formatter(logs.LATER))
    handler.emit(logging.LogRecord("streamlit.late", logging.WARNING, "x.py", 1, f"/r/{TOKEN}", (), None))
    assert json.loads(written.getvalue())["logger"] == "streamlit.late"
    assert TOKEN not in written.getvalue()
