"""The texts of a questionnaire by address, and the same questionnaire with its texts in another language.

An address names where a text is by ids, never by line: `axes/C/themes/C1/questions/C11/text`. Ids, figures and rules are the French
folder's alone: an overlay can only say the same thing in other words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, TypeVar, get_args, get_type_hints

from pydantic import BaseModel

from questionnaire.values import Text

Content = TypeVar("Content", bound=BaseModel)
# Texts by type that nobody reads as a sentence.
NOT_WORDS = ("url", "version")


def texts(content: BaseModel) -> dict[str, str]:
    """Every text for people of `content`, by address, in reading order."""
    found: dict[str, str] = {}

    def note(address: str, text: str) -> str:
        found[address] = text
        return text

    _rebuilt(content, "", note)
    return found


def said_with(content: Content, words: dict[str, str]) -> Content:
    """`content` with the texts of `words` (by address) in place of its own; a text without one keeps its own."""
    rebuilt: Content = _rebuilt(content, "", lambda address, text: words.get(address, text))
    return rebuilt


def _rebuilt(value: Any, address: str, say: Callable[[str, str], str]) -> Any:
    """The value, rebuilt only where a text below it changed."""
    if isinstance(value, BaseModel):
        changed = {
            name: new
            for name, worded in _fields(type(value))
            if (new := _part(getattr(value, name), _under(address, name), worded, say)) is not getattr(value, name)
        }
        return _copied(value, changed) if changed else value
    return value


def _copied(value: BaseModel, changed: dict[str, Any]) -> BaseModel:
    """A copy without what was already worked out of the original, its indexes by id for instance."""
    fresh = value.model_copy(update=changed)
    for name in fresh.__dict__.keys() - type(value).model_fields.keys():
        del fresh.__dict__[name]
    return fresh


def _part(value: Any, address: str, worded: bool, say: Callable[[str, str], str]) -> Any:
    if isinstance(value, str):
        return _same(value, say(address, value)) if worded else value
    if isinstance(value, tuple):
        new = tuple(_part(one, where, worded, say) for one, where in _named(value, address))
        return value if all(a is b for a, b in zip(value, new, strict=True)) else new
    if isinstance(value, dict):
        parts = {key: _part(one, _under(address, str(key)), worded, say) for key, one in value.items()}
        return value if all(parts[key] is value[key] for key in value) else parts
    return _rebuilt(value, address, say)


def _same(old: str, new: str) -> str:
    return old if old == new else new


def _named(values: tuple[Any, ...], address: str) -> Iterator[tuple[Any, str]]:
    for rank, value in enumerate(values):
        yield value, _under(address, str(getattr(value, "id", rank)))


def _under(address: str, name: str) -> str:
    return f"{address}/{name}" if address else name


@cache
def _fields(kind: type[BaseModel]) -> tuple[tuple[str, bool], ...]:
    """The fields of a model, each with whether its strings are words for people."""
    hints = get_type_hints(kind, include_extras=True)
    return tuple((name, name not in NOT_WORDS and _holds_text(hints[name])) for name in kind.model_fields)


def _holds_text(hint: Any) -> bool:
    return hint == Text or any(_holds_text(one) for one in get_args(hint) if hint is not Text)
