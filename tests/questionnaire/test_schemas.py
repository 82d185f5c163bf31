"""The published JSON Schemas are up to date and agree with the loader on what matters."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from questionnaire import loading
from questionnaire.answers_file import READ
from questionnaire.answers_schema import of_answers, published
from tests.builders import SMALL, document, documents, golden_answers, shipped, small

PUBLISHED = published(shipped())


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.name)
def test_a_published_schema_is_up_to_date(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == PUBLISHED[path], "lancez « python -m questionnaire schema »"


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.name)
def test_a_published_schema_is_a_schema(path: Path) -> None:
    Draft202012Validator.check_schema(json.loads(PUBLISHED[path]))


ANSWERS = Draft202012Validator(of_answers(shipped()))


def test_the_golden_answers_satisfy_the_schema() -> None:
    assert list(ANSWERS.iter_errors(document(shipped(), answers=golden_answers()))) == []


@settings(max_examples=50, deadline=None)
@given(documents(shipped(), edited=True))
def test_any_valid_file_satisfies_the_schema(data: dict[str, Any]) -> None:
    assert list(ANSWERS.iter_errors(data)) == []


@settings(max_examples=50, deadline=None)
@given(documents(small(), edited=True))
def test_any_valid_file_of_the_small_questionnaire_satisfies_its_own_schema(data: dict[str, Any]) -> None:
    assert list(Draft202012Validator(of_answers(small())).iter_errors(data)) == []


@pytest.mark.parametrize(
    "said",
    [
        {"answers": {"C11": "1"}}, {"answers": {"C11": True}}, {"answers": {"C11": 4}}, {"answers": {"C99": 1}},
        {"answers": {"C41": {"not_applicable": "we_have_none"}}}, {"profile": {"P02": 0}}, {"profile": {"P18": 13}},
        {"benchmark": {"X07": ["dues", "grants", "informing", "scheduling"]}}, {"targets": {"C4": 0}}, {"mode": "vite"},
        {"name": "n" * 201}, {"surprise": 1}, {"evidence": {"C41": {"level": "sworn"}}}, {"format": "palier-answers/1"},
        {"format": "palier-answers/3"},
    ],
    ids=str,
)  # fmt: skip
def test_the_schema_refuses_what_the_loader_refuses_by_shape(said: dict[str, Any]) -> None:
    assert list(ANSWERS.iter_errors(document(shipped(), **said)))


FIRST = Draft202012Validator(of_answers(shipped(), READ[0]))


@settings(max_examples=50, deadline=None)
@given(documents(shipped()))
def test_any_file_of_the_first_format_satisfies_the_first_schema(data: dict[str, Any]) -> None:
    assert list(FIRST.iter_errors(data | {"format": "palier-answers/1"})) == []


@pytest.mark.parametrize("said", [{"format": "palier-answers/2"}, {"plan": {}}, {"texts": {}}], ids=str)
def test_the_first_schema_refuses_what_came_later(said: dict[str, Any]) -> None:
    assert list(FIRST.iter_errors(document(shipped()) | {"format": "palier-answers/1"} | said))


@pytest.mark.parametrize("key", ["format", "questionnaire", "profile", "answers"])
def test_the_four_required_keys_are_required(key: str) -> None:
    data = {k: v for k, v in document(shipped()).items() if k != key}
    assert [error.validator for error in ANSWERS.iter_errors(data)] == ["required"]


@pytest.mark.parametrize("folder", [None, SMALL], ids=["livré", "petit"])
def test_the_assembled_content_satisfies_the_content_schema(folder: Path | None) -> None:
    documents_, _ = loading._read_all(folder or loading.SHIPPED)
    data, _ = loading._merge(documents_)
    schema = json.loads(next(text for path, text in PUBLISHED.items() if path.name == "schema.json"))
    as_json = json.loads(json.dumps(data, default=str))
    assert list(Draft202012Validator(schema).iter_errors(as_json)) == []
