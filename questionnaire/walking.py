"""Walking a questionnaire with the path of each part, so that every finding knows its line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from questionnaire.model import Axis, Question, Questionnaire, Theme, UnscoredField
from questionnaire.strict_yaml import Path_
from questionnaire.values import Condition


def axes(questionnaire: Questionnaire) -> Iterator[tuple[Path_, Axis]]:
    for i, axis in enumerate(questionnaire.axes):
        yield ("axes", i), axis


def themes(questionnaire: Questionnaire) -> Iterator[tuple[Path_, Theme]]:
    for path, axis in axes(questionnaire):
        for i, theme in enumerate(axis.themes):
            yield (*path, "themes", i), theme


def questions(questionnaire: Questionnaire) -> Iterator[tuple[Path_, Question]]:
    for path, theme in themes(questionnaire):
        for i, question in enumerate(theme.questions):
            yield (*path, "questions", i), question


def fields(questionnaire: Questionnaire) -> Iterator[tuple[Path_, UnscoredField]]:
    for part in ("profile", "benchmark"):
        for i, field in enumerate(getattr(questionnaire, part)):
            yield (part, i), field


def asked(questionnaire: Questionnaire) -> Iterator[tuple[Path_, UnscoredField | Question]]:
    """Whatever is asked, in order: the unscored fields, then the scored questions."""
    yield from fields(questionnaire)
    yield from questions(questionnaire)


def scored(questionnaire: Questionnaire) -> Iterator[tuple[Path_, Axis | Theme]]:
    """Whatever gets a level and the words for it: the axes, then the themes."""
    yield from axes(questionnaire)
    yield from themes(questionnaire)


def models(value: Any, path: Path_ = ()) -> Iterator[tuple[Path_, BaseModel]]:
    """Every model inside `value`, itself included, with its path."""
    if isinstance(value, BaseModel):
        yield path, value
        for name, info in type(value).model_fields.items():
            yield from models(getattr(value, name), (*path, info.alias or name))
    elif isinstance(value, dict):
        for key, child in value.items():
            yield from models(child, (*path, str(key)))
    elif isinstance(value, tuple):
        for i, child in enumerate(value):
            yield from models(child, (*path, i))


def conditions(questionnaire: Questionnaire) -> Iterator[tuple[Path_, Condition]]:
    """Every leaf of every condition."""
    for path, model in models(questionnaire):
        if isinstance(model, Condition) and (model.field or model.question):
            yield path, model


def texts(questionnaire: Questionnaire) -> Iterator[tuple[Path_, str]]:
    """Every French text that somebody reads (identifiers, addresses and codes left out)."""
    for path, model in models(questionnaire):
        for name in type(model).model_fields:
            if name not in _NOT_FRENCH:
                yield from _strings(getattr(model, name), (*path, name))


_NOT_FRENCH = {
    "id", "version", "status", "url", "pattern", "kind", "type", "horizon", "cost_class", "item", "options", "after",
    "resources", "exclusive", "field", "question", "has_any", "not_in", "reference", "axis", "option", "themes",
    "hours_part", "euros_part", "missing", "wording_status", "ai_axis", "part", "natures", "nature", "resource", "length", "roles_field",
    "page", "on_screen",
}  # fmt: skip


def _strings(value: Any, path: Path_) -> Iterator[tuple[Path_, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, child in value.items():
            yield from _strings(child, (*path, str(key)))
    elif isinstance(value, tuple):
        for i, child in enumerate(value):
            yield from _strings(child, (*path, i))
