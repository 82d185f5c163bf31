"""The associations of one room: the same under two spellings, near ones to be asked about, who lets a second person in."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from difflib import SequenceMatcher

from workshop.model import Seat, Workshop

NEAR = 0.8  # of difflib's ratio: a wrong letter or two; asked, never decided
NEAR_LETTERS = 4
DIGITS = 6
ASSOCIATION_MAX = 100  # characters of a name


_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")  # they would turn round the words that follow on the wall


def clean(name: str) -> str:
    """The name with single spaces, composed letters, and no sign that changes the direction of what is beside it."""
    return unicodedata.normalize("NFC", " ".join(_TURNING.sub("", name).split()))


def names(workshop: Workshop) -> tuple[str, ...]:
    """Each association of the room once, in alphabetical order."""
    found = {seat.association for seat in workshop.seats.values() if seat.association}
    return tuple(sorted(found, key=lambda name: (_letters(name), name)))


def mates(workshop: Workshop, name: str) -> tuple[Seat, ...]:
    """The seats of this association, whatever capitals, accents, spaces and signs it is written with."""
    asked = _letters(name)
    return tuple(s for s in workshop.seats.values() if s.association and _letters(s.association) == asked)


def near(workshop: Workshop, name: str, most: int = 4) -> tuple[str, ...]:
    """Other names of the room that may be this one badly typed, the nearest first; never the very same."""
    asked = _letters(name)
    found = [(-_likeness(asked, _letters(other)), other) for other in names(workshop) if _letters(other) != asked]
    return tuple(other for likeness, other in sorted(found) if -likeness >= NEAR)[:most]


def number_of(seat_id: str) -> str:
    """The six digits that this phone alone shows: who is told them is let into the association."""
    drawn = int(hashlib.sha256(f"number:{seat_id}".encode()).hexdigest(), 16)
    return f"{drawn % 10**DIGITS:0{DIGITS}d}"


def admits(there: tuple[Seat, ...], number: str) -> bool:
    """Whether this is the number of somebody who is there, however it is spaced."""
    typed = "".join(number.split())
    return any(number_of(seat.id) == typed for seat in there)


def progress(workshop: Workshop) -> tuple[int, int]:
    """How many associations have answered everything on vote by one of their phones, out of how many."""
    everyone = names(workshop)
    done = {
        seat.association
        for seat in workshop.seats.values()
        if all((workshop.round, question, seat.id) in workshop.ballots for question in workshop.on_vote)
    }
    return sum(name in done for name in everyone), len(everyone)


def _letters(name: str) -> str:
    """Letters and digits alone; the whole name when it has none."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(c for c in plain if c.isalnum()) or plain


def _likeness(one: str, other: str) -> float:
    short, long = sorted((one, other), key=len)
    inside = len(short) >= NEAR_LETTERS and short in long
    return 1.0 if inside else SequenceMatcher(None, one, other).ratio()
