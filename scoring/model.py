"""The frozen values that scoring produces. Scores are exact fractions on a 0-100 scale; None means "no number"."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Status = Literal["answered", "unknown", "unanswered", "not_applicable"]
Edge = Literal["assured", "possible"]


@dataclass(frozen=True, slots=True)
class Contribution:
    """One question inside its theme: its weight and, when answered, its value (0-100)."""

    question: str
    weight: Fraction
    status: Status
    value: Fraction | None = None
    removed_by_hand: bool = False
    out_by_profile: bool = False

    @property
    def applicable(self) -> bool:
        return self.status != "not_applicable"


@dataclass(frozen=True, slots=True)
class Score:
    """An interval with what is known inside it. All None when nothing applies."""

    low: Fraction | None
    high: Fraction | None
    coverage: Fraction | None
    point: Fraction | None
    level_assured: int | None
    level_possible: int | None


@dataclass(frozen=True, slots=True)
class Reason:
    """A cap that binds: the level it imposes, the question or theme behind it, and the sentence."""

    cap: int
    because: str
    edge: Edge
    text: str


@dataclass(frozen=True, slots=True)
class ThemeScore:
    id: str
    score: Score
    contributions: tuple[Contribution, ...]


@dataclass(frozen=True, slots=True)
class AxisScore:
    """One axis. `themes` holds only the themes that were asked; `base_*` are the levels before any cap."""

    id: str
    score: Score
    base_assured: int | None
    base_possible: int | None
    evaluable: bool
    partial_profile: bool
    answered: int
    asked: int
    reasons: tuple[Reason, ...]
    themes: tuple[ThemeScore, ...]

    @property
    def applicable_themes(self) -> tuple[ThemeScore, ...]:
        return tuple(t for t in self.themes if t.score.coverage is not None)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A statement of the questionnaire's rules that holds here."""

    id: str
    text: str
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """Everything computed from one assessment. There is no overall index, on purpose."""

    questionnaire_id: str
    version: str
    mode: str
    axes: tuple[AxisScore, ...]
    protect_first: tuple[str, ...]
    unknown: tuple[str, ...]
    ai_posture: Spoken | None
    ai_verdict: Spoken | None

    def axis(self, axis_id: str) -> AxisScore:
        return next(axis for axis in self.axes if axis.id == axis_id)

    def theme(self, theme_id: str) -> ThemeScore:
        return next(t for axis in self.axes for t in axis.themes if t.id == theme_id)
