"""The join code: eight characters nobody confuses when read aloud or copied from a wall."""

from __future__ import annotations

from collections.abc import Sequence

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # 31 characters: neither 0 nor O, neither 1, I nor L
LENGTH = 8


def code(draws: Sequence[int]) -> str:
    """The code of eight numbers drawn by the caller, each from 0 to 30 (31^8 codes, about 8.5e11)."""
    if len(draws) != LENGTH:
        raise ValueError("eight draws make a code")
    return "".join(ALPHABET[draw] for draw in draws)


def typed(text: str) -> str | None:
    """The code meant by what was typed, whatever the case, spaces and hyphens; None when it cannot be one."""
    kept = "".join(character for character in text.upper() if character not in " -–\u00a0\u202f\t")
    return kept if len(kept) == LENGTH and all(character in ALPHABET for character in kept) else None


def spoken(kept: str) -> str:
    """Two groups of four, for the wall: ABCD-2345."""
    return f"{kept[:4]}-{kept[4:]}"
