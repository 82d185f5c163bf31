"""The small values the content is made of: texts, fractions with their reason, conditions."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema, model_validator

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
Int = Annotated[int, Field(strict=True)]
Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9<>+_.-]{1,40}$")]


def _to_fraction(value: object) -> object:
    """Accept an integer or a text such as "3/5"; floats are refused so that figures stay exact."""
    if isinstance(value, Fraction):
        return value
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise ValueError("fraction attendue")
    try:
        return Fraction(value)
    except (ValueError, ZeroDivisionError):
        raise ValueError("fraction attendue") from None


_WRITTEN = WithJsonSchema({"anyOf": [{"type": "integer"}, {"type": "string", "pattern": r"^\d+(/\d+)?$"}]})
ExactFraction = Annotated[Fraction, BeforeValidator(_to_fraction), _WRITTEN]


class Frozen(BaseModel):
    """A value that never changes and refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Sourced(Frozen):
    """Anything that carries a figure says where it comes from: a reason of ours, or a reference."""

    rationale: Text | None = None
    reference: Id | None = None

    @model_validator(mode="after")
    def _has_origin(self) -> Sourced:
        if not (self.rationale or self.reference):
            raise ValueError("rationale ou reference obligatoire")
        return self


class Figure(Sourced):
    """One number of the method, exact, with its origin."""

    value: ExactFraction


class Condition(Frozen):
    """One node of the closed condition language (three-valued, see `routing`).

    Exactly one of: ``all``, ``any``, ``not``, or a leaf on a profile or benchmark ``field``
    (``has_any`` / ``not_in``; ``part`` names one part of a group), or a leaf on a scored ``question``
    (``at_least`` / ``below``).
    ``if_unknown`` replaces an unknown leaf by a plain yes or no.
    """

    all: tuple[Condition, ...] | None = None
    any: tuple[Condition, ...] | None = None
    not_: Condition | None = Field(default=None, alias="not")
    field: Id | None = None
    part: Id | None = None
    has_any: tuple[Id, ...] | None = None
    not_in: tuple[Id, ...] | None = None
    question: Id | None = None
    at_least: Int | None = None
    below: Int | None = None
    if_unknown: bool | None = None

    @model_validator(mode="after")
    def _one_form(self) -> Condition:
        forms = [self.all, self.any, self.not_, self.field, self.question]
        if sum(form is not None for form in forms) != 1:
            raise ValueError("condition: une seule forme")
        if self.field is not None and (self.has_any is None) == (self.not_in is None):
            raise ValueError("condition: has_any ou not_in")
        if self.part is not None and self.field is None:
            raise ValueError("condition: part sans field")
        if self.question is not None and (self.at_least is None) == (self.below is None):
            raise ValueError("condition: at_least ou below")
        return self

    def leaves(self) -> tuple[Condition, ...]:
        """Every leaf below this node, in reading order."""
        children = (*(self.all or ()), *(self.any or ()), *((self.not_,) if self.not_ else ()))
        if not children:
            return (self,)
        return tuple(leaf for child in children for leaf in child.leaves())


def as_plain(value: Any) -> Any:
    """The value as JSON-ready data: tuples become lists, fractions texts."""
    if isinstance(value, BaseModel):
        return {k: as_plain(v) for k, v in value if v is not None}
    if isinstance(value, dict):
        return {str(k): as_plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [as_plain(v) for v in value]
    return str(value) if isinstance(value, Fraction) else value
