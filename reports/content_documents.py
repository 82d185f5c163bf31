"""A sheet to print: title, sections that may be edited, perhaps a table to fill by hand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SheetSection:
    """One titled text. `key` is where its edited form is kept, "" when it cannot be edited."""

    key: str
    title: str
    text: str
    edited: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One printed page. `rows` have one cell a head; empty cells are filled by hand."""

    id: str
    title: str
    name: str
    lead: str
    sections: tuple[SheetSection, ...]
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    warning: str = ""
    after: str = ""
    small: tuple[str, ...] = ()
