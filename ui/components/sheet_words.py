"""People's words on their way in and out: what no document can hold is taken away, what markdown would read is shown."""

from __future__ import annotations

import re
import unicodedata

_MARKS = re.compile(r"([!-/:-@\[-`{-~])")  # every sign that markdown may read
_BREAKS = re.compile(r"[ \t\r\n]+")  # no-break spaces stay
_DIRECTIVE = re.compile(r":(?=\w)")
_JOINER = "\u2060"  # invisible; keeps « :smile: » and « :red » from being read


def clean(text: str | None) -> str:
    """What was typed or pasted, without control characters (a paste from a text processor holds some)."""
    kept = "".join(" " if _unwritable(c) else c for c in (text or "").replace("\r\n", "\n").replace("\x0b", "\n"))
    return unicodedata.normalize("NFC", kept).strip()


def literal(text: str) -> str:
    """The text where only markdown is understood (a table, the label of a button), shown as it was written."""
    one_line = _BREAKS.sub(" ", text).strip(" ")
    return _MARKS.sub(r"\\\1", _DIRECTIVE.sub(f":{_JOINER}", one_line))


def _unwritable(character: str) -> bool:
    return character not in "\n\t" and unicodedata.category(character) in ("Cc", "Cs")
