"""The report as plain frozen values: what is printed, already in words. No number is computed here.

`compose.py` fills these values; the PDF pages and the tables only lay them out. Scores travel as exact
fractions inside `Interval`, for drawing; every number that is read is already a French text.
"""

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


@dataclass(frozen=True, slots=True)
class Cover:
    brand: str
    subtitle: str
    name: str
    kind: str
    facts: tuple[str, ...]
    caution: str
    copy_note: str


@dataclass(frozen=True, slots=True)
class Protected:
    """One thing to protect first, and the lightest way to begin."""

    text: str
    remedy: str


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One chosen action on one line. `priority` counts squares out of three, with its word."""

    number: int
    title: str
    priority: int
    priority_word: str
    lead: str
    month: str
    hours: str
    euros: str
    effect: str
    protects: bool


@dataclass(frozen=True, slots=True)
class Summary:
    title: str
    lead: str
    axes_title: str
    axes: IntervalTable
    interval_note: str
    landmark_title: str
    landmark: Landmark | None
    protect_title: str
    protect: tuple[Protected, ...]
    protect_sentence: str
    plan_title: str
    plan_meter: str
    plan: tuple[PlanLine, ...]
    plan_sentence: str


@dataclass(frozen=True, slots=True)
class Panel:
    """A statement of the questionnaire's rules: its kind, its sentence, and a detail."""

    title: str
    text: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ThemeText:
    title: str
    level: str
    text: str


@dataclass(frozen=True, slots=True)
class AxisPage:
    id: str
    title: str
    about: str
    scale_title: str
    scale: IntervalTable | None
    statements: tuple[str, ...]
    readings: tuple[Titled, ...]
    why: tuple[str, ...]
    unlocks: tuple[str, ...]
    panels: tuple[Panel, ...]
    theme_texts: tuple[ThemeText, ...]
    does_not_say: str


@dataclass(frozen=True, slots=True)
class Door:
    """A resource: who, what, for whom, at what cost, seen when."""

    name: str
    text: str
    url: str
    seen: str
    caution: str


@dataclass(frozen=True, slots=True)
class ActionSheet:
    number: int
    title: str
    facts: tuple[str, ...]
    priority: int
    priority_word: str
    summary: str
    why: tuple[str, ...]
    steps: tuple[str, ...]
    done_when: str
    doors: tuple[Door, ...]


@dataclass(frozen=True, slots=True)
class FindOut:
    question: str
    who: str


@dataclass(frozen=True, slots=True)
class PlanPage:
    title: str
    said: tuple[str, ...]
    capacity: tuple[str, ...]
    lines: tuple[PlanLine, ...]
    total: tuple[str, str, str]
    empty: tuple[str, ...]
    sheets: tuple[ActionSheet, ...]
    refused: tuple[Titled, ...]
    find_out: tuple[FindOut, ...]
    find_out_sentence: str
    duties: tuple[Titled, ...]


@dataclass(frozen=True, slots=True)
class Source:
    title: str
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Method:
    paragraphs: tuple[Titled, ...]
    levels: tuple[tuple[str, str, str, str], ...]
    margins: tuple[Titled, ...]
    margins_note: str


@dataclass(frozen=True, slots=True)
class Answered:
    """One question with what was said to it, in words, and what was noted beside it."""

    id: str
    short: str
    question: str
    answer: tuple[str, ...]
    notes: tuple[Titled, ...] = ()


@dataclass(frozen=True, slots=True)
class AnnexSection:
    title: str
    entries: tuple[Answered, ...]
    after: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """The whole document, in reading order."""

    title: str
    author: str
    name: str
    footer: str
    cover: Cover
    summary: Summary
    axes: tuple[AxisPage, ...]
    plan: PlanPage
    landmarks: tuple[Landmark, ...]
    landmarks_lead: str
    method: Method
    sources: tuple[Source, ...]
    annex: tuple[AnnexSection, ...]
