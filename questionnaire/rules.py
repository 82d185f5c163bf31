"""What is particular to one questionnaire beyond its questions, as data: levels, caps, panels, plan."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from questionnaire.values import Condition, ExactFraction, Figure, Frozen, Id, Int, Sourced, Text


class LevelRule(Frozen):
    """A named band of the 0-100 scale, from `starts_at` (included) to the next one."""

    number: Int
    name: Text
    starts_at: Int
    meaning: Text


class ScoringRules(Sourced):
    levels: tuple[LevelRule, ...] = Field(min_length=2)
    theme_point_coverage: Figure
    axis_point_coverage: Figure
    axis_answered_min: Figure
    weakest_theme_allowance: Figure
    partial_profile_above: Figure
    border_margin: Figure


class Statement(Frozen):
    """A sentence that holds under a condition; in a list, the first that holds is the one said."""

    id: Id
    when: Condition | None = None
    text: Text
    detail: Text | None = None


class MissingStatement(Statement):
    """A statement whose `{missing}` is filled with the short names of the questions still below a step."""

    missing: tuple[Id, ...] = ()
    missing_below: Int = 0


class Perception(Frozen):
    """Beside a level, what the association says of itself: an invitation to talk, not a verdict."""

    field: Id
    axis: Id
    option: Id
    levels: tuple[Int, ...]
    text: Text


class Opportunity(Sourced):
    """What takes too much time, in the association's own words, and the themes that help."""

    option: Id
    themes: tuple[Id, ...]


class Opportunities(Sourced):
    field: Id
    bonus: ExactFraction
    matches: tuple[Opportunity, ...]


class Limit(Sourced):
    when: Condition
    number: Int = Field(ge=0)


class AxisLimit(Limit):
    axis: Id


class Capacity(Sourced):
    """Where the means to act are said, and the hypothesis where they are not."""

    field: Id
    hours_part: Id
    euros_part: Id
    default_hours_per_month: Int
    default_euros: Int
    months: Int


class Duty(Frozen):
    """A legal duty recalled apart from the plan, never traded off, never declared fulfilled."""

    id: Id
    when: Condition | None = None
    text: Text
    reference: Id | None = None
    to_verify: bool = True
    verified_on: date


class CalendarRules(Sourced):
    """Months left light (1-12), how many actions a quarter may hold, where the assembly's month is said."""

    light_months: tuple[Int, ...] = ()
    per_quarter: tuple[Limit, ...] = ()
    assembly_field: Id | None = None


class FindOutRules(Sourced):
    """How many days are left to find an answer out."""

    critical_days: Int = Field(default=14, ge=1)
    days: Int = Field(default=42, ge=1)


class MarginRules(Sourced):
    """The small additions whose effect is told: « avec 5 h de plus », « avec 300 € de plus »."""

    hours: Int = Field(default=5, ge=1)
    euros: Int = Field(default=300, ge=1)


_USUAL = "Valeurs usuelles, que rules.yaml peut changer."


class PlanRules(Frozen):
    capacity: Capacity
    calendar: CalendarRules | None = None
    find_out: FindOutRules = FindOutRules(rationale=_USUAL)
    margins: MarginRules = MarginRules(rationale=_USUAL)
    at_most: tuple[Limit, ...]
    at_most_otherwise: Figure
    at_most_express: Figure
    heavier_when: Condition
    heavier_factor: Figure
    axis_limits: tuple[AxisLimit, ...] = ()
    default_target: Figure
    critical_urgency: Figure
    heavy_urgency: Figure
    heavy_weight: Figure
    axis_factors: dict[str, Figure]


class ChangeRules(Frozen):
    """How two assessments are compared: the margin under which a difference says nothing, what makes it readable.

    `deviations`: how many standard deviations of a difference make the margin.
    """

    standard_deviation: Figure
    reliability: Figure
    deviations: Figure
    coverage_min: Figure
    answered_min: Figure
    hindsight_most: Figure


class Rules(Frozen):
    scoring: ScoringRules
    plan: PlanRules
    change: ChangeRules | None = None
    opportunities: Opportunities | None = None
    ai_posture: tuple[Statement, ...] = ()
    ai_verdict: tuple[MissingStatement, ...] = ()
    ai_axis: Id | None = None
    perception: tuple[Perception, ...] = ()
    duties: tuple[Duty, ...] = ()
    roles_field: Id | None = None
