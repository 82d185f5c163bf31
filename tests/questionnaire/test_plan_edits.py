"""The plan made one's own: every limit of its file format with its sentence, and one reading door that loses nothing."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from questionnaire.answers_file import document, export_text, parse, parse_text
from questionnaire.answers_schema import of_answers
from questionnaire.assessment import FILE_KINDS, Assessment, from_entries
from questionnaire.errors import AnswersError, PalierError
from questionnaire.plan_checks import check_plan, check_texts, edit_faults, text_keys
from questionnaire.plan_edits import Cofunding, Edit, PlanEdits, Request, as_value, edits, next_own
from tests import builders
from tests.builders import assessed, assessments, shipped, small

CASES = yaml.safe_load((Path(__file__).parent / "plan_faults.yaml").read_text(encoding="utf-8"))
SCHEMA = Draft202012Validator(of_answers(small()))
PLAN: dict[str, Any] = {
    "K3": {"status": "doing", "role": "bureau", "due": "2027-03-01", "euros": 180, "funding": "Ville", "note": "Devis\nreçu"},
    "K1": {"status": "dropped", "reason": "Pas de porte"},
    "own.10": {"title": "  Repeindre  ", "hours": 6},
    "own.2": {"title": "Ranger", "status": "done"},
    "ask.cles": {"status": "doing", "role": "trésorerie", "due": "2026-12-01", "note": "Demander au gardien"},
    "start": "2025-09-01",
    "request": {
        "years": 3, "need": "Ouvrir le samedi", "own_euros": 100, "upkeep_euros": 40, "volunteer_hourly_euros": 12,
        "cofunding": [{"name": " Ville ", "euros": 300, "status": "granted"}, {"name": "Maison", "euros": 0, "status": "asked"}],
        "indicators": ["Samedis ouverts", "Personnes accueillies"], "measured_on": "2027-06-30",
    },
}  # fmt: skip
TEXTS = {"charter.relire": "On relit à deux.", "brief.K3.need": "Un plan", "brief.K3.handover": ""}


def valid() -> dict[str, Any]:
    return builders.document(small(), mode="full", plan=PLAN, texts=TEXTS)


def written(path: str, value: Any) -> dict[str, Any]:
    """The valid file with one value of the plan or of the sheets replaced."""
    kind, _, key = path.partition(".")
    data = valid()
    return data | {kind: data[kind] | {key: value}}


def long_texts(value: Any) -> Any:
    """`x*201` stands for two hundred and one letters."""
    if isinstance(value, dict):
        return {key: long_texts(child) for key, child in value.items()}
    found = re.fullmatch(r"x\*(\d+)", value) if isinstance(value, str) else None
    return "x" * int(found[1]) if found else value


def told(data: Any) -> dict[str, str]:
    """Path and sentences of the faults of a file that must be refused."""
    with pytest.raises(AnswersError) as refused:
        parse_text(small(), json.dumps(data))
    found: dict[str, str] = {}
    for fault in refused.value.faults:
        assert fault.sentence.endswith((".", "»"))
        found[fault.path] = f"{found.get(fault.path, '')} {fault.sentence}".replace("\u202f", " ").strip()
    return found


def test_a_whole_plan_is_accepted_and_comes_back_as_it_was() -> None:
    assert document(parse(small(), valid())) == valid()
    assert parse_text(small(), export_text(parse(small(), valid()))) == parse(small(), valid())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_fault_is_told_at_its_path_and_nowhere_else(case: dict[str, Any]) -> None:
    found = told(written(case["path"], long_texts(case["value"])))
    assert list(found) == [case["path"]]
    assert [words for words in case["words"] if words not in found[case["path"]]] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_schema_refuses_it_too_when_a_schema_can(case: dict[str, Any]) -> None:
    found = list(SCHEMA.iter_errors(written(case["path"], long_texts(case["value"]))))
    assert bool(found) is case.get("shape", True)


def test_faults_of_several_keys_come_back_at_once() -> None:
    data = valid()
    data["plan"] = {"K9": {}, "K1": {"euros": -1}, "own.0": {}, "start": 3, "ask.x": {}, "request": {"years": 9}}
    data["texts"] = {"charter.x": "", "charter.relire": 1}
    assert list(told(data)) == [*(f"plan.{key}" for key in data["plan"]), *(f"texts.{key}" for key in data["texts"])]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("plan.K1", {"role": "r" * 200, "funding": "f" * 200, "note": "n" * 2000, "reason": "r" * 2000}),
        ("plan.K1", {"euros": 0}),
        ("plan.K1", {"euros": 10_000_000}),
        ("plan.K1", {"note": "Une ligne\net\tune autre\r\n"}),
        ("plan.K1", {"due": "2000-01-01"}),
        ("plan.K1", {"due": "2099-12-31"}),
        ("plan.K1", {"due": "2024-02-29"}),
        ("plan.K1", {"role": ""}),
        *(("plan.K1", {"status": status}) for status in ("todo", "doing", "done", "dropped")),
        *(("plan.ask.cles", {"status": status}) for status in ("todo", "doing", "done")),
        ("plan.own.1", {"title": "R"}),
        ("plan.own.9", {"title": f"  {'R' * 200}\n"}),
        ("plan.own.99", {"title": "Ranger", "hours": 10_000}),
        ("plan.own.99", {"title": "Ranger", "hours": 0}),
        ("plan.request", {}),
        ("plan.request", {"years": 1, "volunteer_hourly_euros": 200, "cofunding": [], "indicators": []}),
        ("plan.request", {"cofunding": [{"name": "v" * 200, "euros": 10_000_000, "status": "asked"}] * 6}),
        ("plan.request", {"indicators": ["i" * 200, "j"], "need": "n" * 2000}),
        ("plan.start", "2001-01-01"),
        ("texts.charter.humeur", "t" * 2000),
        ("texts.brief.K3.deliverables", ""),
    ],
    ids=lambda value: str(value)[:40],
)
def test_limits_are_inclusive(path: str, value: Any) -> None:
    data = written(path, value)
    assert document(parse(small(), data)) == data
    assert list(SCHEMA.iter_errors(data)) == []


def test_the_texts_that_may_be_edited_are_the_articles_and_the_parts_of_each_mission() -> None:
    parts = ("need", "context", "deliverables", "skills", "duration", "follow", "upkeep", "handover")
    assert text_keys(small()) == ("charter.humeur", "charter.relire", *(f"brief.K3.{part}" for part in parts))


def test_a_questionnaire_without_sheets_knows_no_text() -> None:
    bare = small().model_copy(update={"documents": type(small().documents)(), "actions": small().actions[:1]})
    assert text_keys(bare) == ()
    assert list(check_texts(bare, "charter.relire", "Rien."))
    assert list(check_plan(bare, "K1", {"status": "done"})) == []


# ---- reading


def test_the_door_gives_frozen_values_in_a_stable_order() -> None:
    said = edits(parse(small(), valid()))
    assert said == PlanEdits(
        actions={
            "K1": Edit(status="dropped", reason="Pas de porte"),
            "K3": Edit("doing", "bureau", date(2027, 3, 1), 180, "Ville", "Devis\nreçu"),
        },
        own={"own.2": Edit("done", title="Ranger"), "own.10": Edit(title="Repeindre", hours=6)},
        asks={"cles": Edit("doing", "trésorerie", date(2026, 12, 1), note="Demander au gardien")},
        start=date(2025, 9, 1),
        request=Request(
            years=3,
            need="Ouvrir le samedi",
            own_euros=100,
            cofunding=(Cofunding("Ville", 300, "granted"), Cofunding("Maison", 0, "asked")),
            upkeep_euros=40,
            volunteer_hourly_euros=12,
            indicators=("Samedis ouverts", "Personnes accueillies"),
            measured_on=date(2027, 6, 30),
        ),
    )
    assert [list(said.actions), list(said.own)] == [["K1", "K3"], ["own.2", "own.10"]]


def test_nothing_said_reads_as_nothing() -> None:
    assert edits(assessed(small())) == PlanEdits({}, {}, {}, None, Request())


@pytest.mark.parametrize(
    ("status", "dropped", "done"), [("todo", False, False), ("doing", False, False), ("done", False, True), ("dropped", True, False)]
)  # fmt: skip
def test_an_edit_knows_whether_it_is_dropped_or_done(status: str, dropped: bool, done: bool) -> None:
    assert (Edit(status).dropped, Edit(status).done) == (dropped, done)


def test_an_edit_is_written_with_only_what_was_said() -> None:
    assert as_value(Edit()) is None
    assert as_value(Edit("todo", "", None, None, "", "", "", "", None)) is None
    assert as_value(Edit(euros=0)) == {"euros": 0}
    assert as_value(Edit("done", due=date(2026, 12, 1), title="Ranger", hours=0)) == {
        "status": "done", "due": "2026-12-01", "title": "Ranger", "hours": 0,
    }  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(assessments(shipped(), edited=True))
def test_what_is_read_then_written_is_read_the_same_and_always_accepted(assessment: Assessment) -> None:
    said = edits(assessment)
    keyed = {**said.actions, **said.own, **{f"ask.{name}": edit for name, edit in said.asks.items()}}
    values = {key: value for key, edit in keyed.items() if (value := as_value(edit))}
    assert [fault for key, value in values.items() for fault in check_plan(shipped(), key, value)] == []
    again = edits(assessed(shipped(), plan=values))
    kept = {**again.actions, **again.own, **{f"ask.{name}": edit for name, edit in again.asks.items()}}
    assert {key: kept.get(key, Edit()) for key in keyed} == keyed


@settings(max_examples=50, deadline=None)
@given(assessments(small(), edited=True))
def test_the_store_gives_back_the_same_plan(assessment: Assessment) -> None:
    stored = {entry: json.loads(json.dumps(value)) for entry, value in assessment.entries().items()}
    assert edits(from_entries(small().id, small().version, stored)) == edits(assessment)


def test_the_next_own_key_is_the_first_free_one() -> None:
    ours = {f"own.{n}": {"title": "Ranger"} for n in range(1, 100)}
    assert next_own(assessed(small())) == "own.1"
    assert next_own(assessed(small(), plan={k: ours[k] for k in ("own.1", "own.2", "own.4")})) == "own.3"
    assert next_own(assessed(small(), plan={k: v for k, v in ours.items() if k != "own.99"})) == "own.99"
    with pytest.raises(PalierError, match="99 actions à vous"):
        next_own(assessed(small(), plan=ours))


def test_one_edit_can_be_checked_before_it_is_kept() -> None:
    assert list(edit_faults("n’importe laquelle", {"status": "done"})) == []
    assert len(list(edit_faults("n’importe laquelle", {"status": "fini", "euros": -1}))) == 2
    assert list(edit_faults("own.1", as_value(Edit(title="Ranger")))) == []
    assert list(edit_faults("own.1", as_value(Edit()))) == ["attendu : un objet « { … } »."]


def test_a_plan_alone_says_something() -> None:
    bare = Assessment(small().id, small().version)
    assert {"plan", "texts"} <= set(FILE_KINDS)
    assert [bare.says_something, bare.put("plan", "start", "2026-12-01").says_something] == [False, True]


# ---- any value anywhere

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 300) | st.floats() | st.text(max_size=5) | st.dates().map(str),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["status", "due", "euros", "title", "cofunding", "name", "years"]), inner, max_size=3)
    ),
    max_leaves=6,
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(["plan.K1", "plan.own.3", "plan.own.x", "plan.ask.cles", "plan.start", "plan.request", "plan",
                        "texts.charter.relire", "texts.brief.K3.need", "texts"]), JSON)  # fmt: skip
def test_any_value_is_refused_with_sentences_or_can_be_read(path: str, value: Any) -> None:
    said = refused_or_read(written(path, value) if "." in path else valid() | {path: value})
    assert said
    assert all(sentence.endswith((".", "»")) for sentence in said)


def refused_or_read(data: dict[str, Any]) -> list[str]:
    """The sentences of the refusal, or one that says the plan was read and is written back as it was."""
    try:
        kept = parse(small(), data)
    except AnswersError as refused:
        return [fault.sentence for fault in refused.faults]
    said = {kind: document(kept).get(kind, {}) for kind in ("plan", "texts")}
    whole = edits(kept).request.years in (1, 2, 3) and said == {kind: data[kind] for kind in said}
    return ["Lu."] if whole else []
