"""Earlier assessments in an answers file: kept without loss, never more than is needed, refused in French when wrong."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from questionnaire.answers_file import export_text, parse, parse_text
from questionnaire.answers_schema import of_answers
from questionnaire.assessment import Assessment
from questionnaire.errors import AnswersError
from questionnaire.previous import MOST_READ, compared, hindsight, photos, taken, without
from questionnaire.routing import route
from tests.builders import assessments, document, golden_club, shipped

DAY, LATER, TODAY = "2024-11-20", "2025-11-20", date(2026, 11, 23)
SCHEMA = Draft202012Validator(of_answers(shipped()))


def with_photos(assessment: Assessment, *days: str) -> Assessment:
    for day in days:
        assessment = assessment.put("previous", day, taken(golden_club()))
    return assessment


def photo(**said: Any) -> dict[str, Any]:
    return {"version": shipped().version, "mode": "full", "answers": {}, "done": []} | said


@settings(max_examples=100, deadline=None)
@given(assessments(shipped(), edited=True), assessments(shipped(), edited=True))
def test_a_photo_goes_and_comes_back_without_loss(assessment: Assessment, other: Assessment) -> None:
    kept = assessment.put("previous", DAY, taken(other)).put("previous", "chosen", DAY)
    text = export_text(kept)
    assert export_text(parse_text(shipped(), text)) == text
    assert list(SCHEMA.iter_errors(json.loads(text))) == []
    found = photos(parse_text(shipped(), text))
    assert [one.day.isoformat() for one in found] == [DAY]
    assert route(shipped(), found[0].assessment).answers == route(shipped(), other).answers


def test_a_photo_holds_neither_the_name_nor_the_plan_nor_who_signed() -> None:
    whole = golden_club().put("head", "name", "MARQUE-NOM").put("identity", "rna", "W123456789")
    whole = whole.put("plan", "own.1", {"title": "MARQUE-ACTION", "hours": 2}).put("plan", "R11", {"status": "done"})
    whole = whole.put("evidence", "C41", {"level": "seen", "text": "pièce", "seen_by": "MARQUE-QUI"})
    whole = with_photos(whole, DAY)
    kept = json.dumps(taken(whole))
    assert "MARQUE" not in kept
    assert "W123456789" not in kept
    assert DAY not in kept
    assert taken(whole)["done"] == ["R11"]
    assert taken(whole)["evidence"] == {"C41": "pièce"}


def test_the_chosen_photo_is_compared_else_the_last_one_before_today() -> None:
    two = with_photos(golden_club(), DAY, LATER, TODAY.isoformat())
    assert compared(golden_club(), TODAY) is None
    assert compared(with_photos(golden_club(), TODAY.isoformat()), TODAY) is None
    first, chosen = compared(two, TODAY), compared(two.put("previous", "chosen", DAY), TODAY)
    assert first is not None
    assert chosen is not None
    assert (first.day.isoformat(), chosen.day.isoformat()) == (LATER, DAY)


def test_a_deleted_photo_takes_with_it_what_was_said_of_it() -> None:
    two = with_photos(golden_club(), DAY, LATER).put("previous", "chosen", DAY)
    two = two.put("previous", f"hindsight.{DAY}.C41", 1).put("previous", f"hindsight.{LATER}.C41", 2)
    first, last = photos(two)
    assert (hindsight(two, first), hindsight(two, last)) == ({"C41": 1}, {"C41": 2})
    assert set(without(two, first).all_of("previous")) == {LATER, f"hindsight.{LATER}.C41"}


def test_a_photo_of_another_version_is_read_by_its_shape() -> None:
    other = photo(version="0", answers={"Z99": 3, "Z98": {"in_place": ["a"]}}, notes={"Z99": "note"})
    read = parse(shipped(), document(shipped(), previous={DAY: other}))
    assert photos(read)[0].assessment.version == "0"
    assert route(shipped(), photos(read)[0].assessment).answers == {}


@pytest.mark.parametrize(
    "said",
    [
        [], {DAY: 3}, {"hier": photo()}, {"2025-13-01": photo()}, {DAY: {"mode": "full"}}, {DAY: photo(mode="vite")},
        {DAY: photo(surprise=1)}, {DAY: photo(name="x")}, {DAY: photo(answers={"C41": 9})},
        {DAY: photo(answers={"Z99": 1})}, {DAY: photo(answers=[])}, {DAY: photo(done="R11")},
        {DAY: photo(done=["R11", "R11"])}, {DAY: photo(notes={"C41": "n" * 2001})}, {DAY: photo(version="")},
        {DAY: photo(version="0", answers={"Z": {"a": {"b": {"c": 1}}}})}, {DAY: photo(evidence={"C41": {"level": "seen"}})},
        {"chosen": "hier"}, {f"hindsight.{DAY}.C41": 4}, {f"hindsight.{DAY}.C41": True},
        {f"hindsight.{DAY}.C31": 1}, {"hindsight.hier.C41": 1}, {f"hindsight.{DAY}.Z99": 1},
        {f"{2000 + year}-01-01": photo() for year in range(MOST_READ + 1)},
    ],
    ids=lambda said: str(said)[:60],
)  # fmt: skip
def test_what_is_wrong_is_refused_in_french_with_its_place(said: Any) -> None:
    with pytest.raises(AnswersError) as refused:
        parse(shipped(), document(shipped(), previous=said))
    assert all(fault.path.startswith("previous") and fault.sentence for fault in refused.value.faults)


def test_the_first_format_holds_no_photo() -> None:
    with pytest.raises(AnswersError):
        parse(shipped(), document(shipped(), previous={}) | {"format": "palier-answers/1"})
