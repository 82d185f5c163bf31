"""The report as plain frozen values: what is printed, already in words. No number is computed here.

`compose.py` fills these values; the PDF pages and the tables only lay them out. Scores travel as exact
fractions inside `Interval`, for drawing; every number that is read is already a French text.
"""

from __future__ import annotations

from dataclasses import dataclass

from reports.content_change import ChangePage as ChangePage
from reports.content_figures import Band as Band
from reports.content_figures import Interval as Interval
from reports.content_figures import IntervalRow as IntervalRow
from reports.content_figures import IntervalTable as IntervalTable
from reports.content_figures import Landmark as Landmark
from reports.content_figures import Segment as Segment
from reports.content_figures import Strip as Strip
from reports.content_figures import Titled as Titled
from reports.content_funding import FundingPage as FundingPage
from reports.content_plan import ActionSheet as ActionSheet
from reports.content_plan import Door as Door
from reports.content_plan import Dropped as Dropped
from reports.content_plan import FindOut as FindOut
from reports.content_plan import PlanLine as PlanLine
from reports.content_plan import PlanMargins as PlanMargins
from reports.content_plan import PlanPage as PlanPage
from reports.content_plan import Protected as Protected
from reports.content_plan import Turnover as Turnover
from reports.content_plan import Unlock as Unlock
from reports.content_workshop import WorkshopPage as WorkshopPage


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
    margins: PlanMargins
    funding: FundingPage
    landmarks: tuple[Landmark, ...]
    landmarks_lead: str
    method: Method
    sources: tuple[Source, ...]
    annex: tuple[AnnexSection, ...]
    workshop: WorkshopPage | None = None
    change: ChangePage | None = None
