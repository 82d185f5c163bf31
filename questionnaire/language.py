"""Which language is spoken here and now, and every sentence of the interface and of the reports in it.

A sentence is written in French, where it is used; `say` gives it in the language of the visit. The others are in a gettext
catalogue (`locale/en.po`), whose key is the French sentence. It is looked up when the sentence is shown, never when a module is
imported: two visitors of different languages share a process.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import TypeVar, cast

from babel.messages.pofile import read_po

FRENCH, ENGLISH = "fr", "en"
LANGUAGES = (FRENCH, ENGLISH)
LOCALES = {FRENCH: "fr_FR", ENGLISH: "en_GB"}
TAGS = {FRENCH: "fr-FR", ENGLISH: "en-GB"}  # as files and screen readers are told
FOLDER = Path(__file__).parent / "locale"

Words = TypeVar("Words")
_spoken: ContextVar[str] = ContextVar("spoken")
_asked: list[Callable[[], str]] = []


def ask(who: Callable[[], str]) -> None:
    """Let `who` tell the language wherever nobody said it yet: a thread that the server opened for a visitor."""
    _asked[:] = [who]


def language() -> str:
    """The language spoken here; French unless somebody said otherwise."""
    told = _spoken.get("")
    if not told:
        told = _asked[0]() if _asked else FRENCH
        if told:
            _spoken.set(told)
    return told or FRENCH


@contextmanager
def speaking(told: str) -> Iterator[None]:
    """Everything inside is said in that language, one of `LANGUAGES`."""
    before = _spoken.set(told)
    try:
        yield
    finally:
        _spoken.reset(before)


def say(french: Words, /, **values: object) -> Words:
    """These words in the language spoken here: one sentence, or all those of a tuple or a mapping.

    `values` fill the blanks of a sentence, `{name}`; they are not translated here. A sentence that the catalogue lacks stays French.
    """
    spoken = language()
    told = french if spoken == FRENCH else cast(Words, _said(french, catalogue(spoken)))
    return cast(Words, told.format(**values)) if values and isinstance(told, str) else told


def plural(count: int, singular: str, several: str) -> str:
    """The noun that goes with `count`: French takes the plural from two, English everywhere but for one."""
    spoken = language()
    if spoken == FRENCH:
        return several if count >= 2 else singular
    one, many = plurals(spoken).get(singular, (singular, several))
    return one if count == 1 else many


@cache
def catalogue(spoken: str) -> Mapping[str, str]:
    """Every sentence of that language by its French."""
    return {one: said for one, said in _entries(spoken) if isinstance(one, str) and isinstance(said, str)}


@cache
def plurals(spoken: str) -> Mapping[str, tuple[str, str]]:
    """The two forms of each counted noun of that language, by its French singular."""
    return {one[0]: (said[0], said[1]) for one, said in _entries(spoken) if isinstance(one, tuple)}


def _entries(spoken: str) -> Iterator[tuple[str | tuple[str, ...], str | tuple[str, ...]]]:
    with (FOLDER / f"{spoken}.po").open("rb") as file:
        for message in read_po(file, locale=LOCALES[spoken]):
            said = message.string if isinstance(message.string, str) else all(message.string or ())
            if message.id and said:  # what is still to be translated is not there
                yield cast("str | tuple[str, ...]", message.id), cast("str | tuple[str, ...]", message.string)


def _said(words: object, known: Mapping[str, str]) -> object:
    if isinstance(words, str):
        return known.get(words, words)
    if isinstance(words, tuple):
        return tuple(_said(one, known) for one in words)
    if isinstance(words, list):
        return [_said(one, known) for one in words]
    if isinstance(words, Mapping):
        return {key: _said(one, known) for key, one in words.items()}
    return words
