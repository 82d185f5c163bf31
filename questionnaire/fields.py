"""The unscored questions: the profile, and what is asked before the scored questions."""

from __future__ import annotations

from typing import Literal

from questionnaire.values import Condition, Frozen, Id, Int, Text


class Option(Frozen):
    id: Id
    text: Text
    help: Text | None = None


class Part(Frozen):
    """One part of a grouped field (hours and euros; postcode and kind of place)."""

    id: Id
    kind: Literal["integer", "text", "choice"]
    text: Text
    help: Text | None = None
    unit: Text | None = None
    minimum: Int | None = None
    maximum: Int | None = None
    pattern: str | None = None
    options: tuple[Option, ...] = ()


class UnscoredField(Frozen):
    """One unscored question: profile (who are you) or benchmark (asked before the scored ones)."""

    id: Id
    kind: Literal["choice", "choices", "integer", "group"]
    short: Text
    text: Text
    help: Text | None = None
    why: Text
    options: tuple[Option, ...] = ()
    parts: tuple[Part, ...] = ()
    unit: Text | None = None
    minimum: Int | None = None
    maximum: Int | None = None
    max_choices: Int | None = None
    exclusive: tuple[Id, ...] = ()
    when: Condition | None = None
    express: bool = False
    wording_status: Literal["a_verifier", "verifie"] | None = None
    wording_note: Text | None = None
