"""What is drawn or listed on several pages, as plain frozen values: intervals on a scale, published strips."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal


@dataclass(frozen=True, slots=True)
class Titled:
    """A short title and what it introduces."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Band:
    """One named level on the 0-100 scale."""

    number: int
    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Interval:
    """What is drawn on the scale. `solid` is false where no number may be read from it."""

    low: Fraction
    high: Fraction
    point: Fraction | None = None
    solid: bool = True


@dataclass(frozen=True, slots=True)
class IntervalRow:
    """One axis or theme beside its interval; `cells` are the columns at the right.

    `note` is a short line under the bar, `text` what the level means for a theme.
    """

    title: str
    sub: str
    interval: Interval | None
    cells: tuple[str, ...]
    note: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class IntervalTable:
    headers: tuple[str, ...]
    bands: tuple[Band, ...]
    rows: tuple[IntervalRow, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """One part of a published distribution; `marks` says who stands there (« vous »)."""

    label: str
    percent: int
    kind: Literal["share", "rest", "unpublished"]
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Strip:
    """One published row beside the association's own answer."""

    indicator: str
    segments: tuple[Segment, ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Landmark:
    """Strips that share a source: the words of the source are printed once, under them."""

    strips: tuple[Strip, ...]
    source: str
    cautions: tuple[str, ...]
