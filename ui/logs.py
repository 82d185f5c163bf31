"""The host's log, on standard error: sentences on one's own computer, one JSON object a line on a public site.

A public line says when, how serious and what happened; never a secret link, a name, an answer or a visitor's address.
Libraries write what they like in their messages: of theirs, a public line keeps the logger's name and the place only.
"""

from __future__ import annotations

import json
import logging
import re
import sys
from datetime import UTC, datetime
from traceback import extract_tb

NAME = "palier"
_TOKEN = re.compile(r"(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])")
_INNERMOST = 6
HUMAN = "%(asctime)s %(levelname)s %(name)s : %(message)s"
# For the loggers that a library makes after the start: no word of theirs, but one JSON object all the same.
LATER = '{"level": "%(levelname)s", "event": "library", "logger": "%(name)s", "seconds": %(created)f}'


class HumanFormatter(logging.Formatter):
    """A line to read, with the detail of failures; secret links are masked even there: logs are sent to others."""

    def __init__(self) -> None:
        super().__init__(HUMAN)

    def format(self, record: logging.LogRecord) -> str:
        return masked(super().format(record))


class JsonFormatter(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        told: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "event": masked(record.getMessage()) if _is_ours(record.name) else "library",
        }
        if not _is_ours(record.name):
            told |= {"logger": record.name, "at": f"{record.filename}:{record.lineno}"}
        if record.exc_info and record.exc_info[0]:
            told |= {"error": record.exc_info[0].__name__, "where": _where(record)}
        return json.dumps(told, ensure_ascii=False)


def _is_ours(name: str) -> bool:
    """Our own loggers, whose messages quote nobody."""
    return name.partition(".")[0] == NAME


def masked(text: str) -> str:
    """Secret links left out."""
    return _TOKEN.sub("…", text)


def _where(record: logging.LogRecord) -> list[str]:
    """File, line and function of the innermost calls; the message of the error may quote an answer, so it stays out."""
    frames = extract_tb(record.exc_info[2]) if record.exc_info else []
    return [f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}" for frame in list(frames)[-_INNERMOST:]]


def start(*, public: bool) -> None:
    """Give one handler to every logger that exists now. Called again once the server is up: libraries make some late."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonFormatter() if public else HumanFormatter())
    for logger in (logging.getLogger(), *_loggers()):
        for old in logger.handlers[:]:
            logger.removeHandler(old)
        logger.propagate = True
        if public and not _is_ours(logger.name):
            logger.setLevel(logging.WARNING)
    logging.getLogger().addHandler(handler)
    logging.getLogger(NAME).setLevel(logging.INFO)


def _loggers() -> list[logging.Logger]:
    return [one for one in logging.root.manager.loggerDict.values() if isinstance(one, logging.Logger)]
