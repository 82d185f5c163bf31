"""The answers file: every rule of the contract, all faults at once with their path, and nothing lost on the way back."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaire.answers_file import FORMAT, READ, document, export_text, parse, parse_text
from questionnaire.answers_json import SIZE_MAX
from questionnaire.errors import AnswersError
from questionnaire.loading import SHIPPED
from tests import builders
from tests.builders import documents, golden_answers, shipped, small

CASES = yaml.safe_load((Path(__file__).parent / "answers_faults.yaml").read_text(encoding="utf-8"))


def valid() -> dict[str, Any]:
    """A file with a little of everything."""
    return builders.document(
        shipped(),
        mode="full",
        name="Club d’essai",
        profile={
            "P02": "0",
            "P08": ["members"],
            "P09": [],
            "P06": {"postcode": "69001", "area": "metropolis"},
            "P12": {"hours_per_month": 4, "euros": 0},
            "P18": 3,
        },
        benchmark={"X01": "on_track", "X03": "used", "X03B": "no", "X07": ["dues"], "X05": 120},
        answers=golden_answers()
        | {"C51": {"not_applicable": "we_have_none"}, "A11": {"not_applicable": "did_not_arise"}, "C22": "unknown"},
        targets={"C4": 3},
        notes={"C41": "À revoir", "P02": "et deux stagiaires", "C11.wording": "mot peu clair"},
        evidence={"C41": {"level": "cited", "text": "facture"}, "C42": {"level": "seen"}},
        identity={"rna": "W691234567", "siren": "732829320", "created_in": "1998"},
        updated_on="2026-11-23",
    )


def edited(case: dict[str, Any]) -> dict[str, Any]:
    data = copy.deepcopy(valid())
    for name in case.get("drop", []):
        del data[name]
    for path, value in case.get("set", {}).items():
        kind, _, key = path.partition(".")
        if key:
            data.setdefault(kind, {})[key] = value
        else:
            data[kind] = value
    return data


def faults(data: Any) -> dict[str, str]:
    """Path and sentences of the faults of a file that must be refused."""
    text = data if isinstance(data, str | bytes) else json.dumps(data)
    with pytest.raises(AnswersError) as refused:
        parse_text(shipped(), text)
    found: dict[str, str] = {}
    for fault in refused.value.faults:
        found[fault.path] = f"{found.get(fault.path, '')} {fault.sentence}".replace("\u202f", " ").strip()
    return found


def test_the_valid_file_is_accepted_and_comes_back_whole() -> None:
    assert document(parse(shipped(), valid())) == valid()


def test_a_file_of_the_first_format_is_read_and_written_again_in_the_second() -> None:
    first = valid() | {"format": "palier-answers/1"}
    assert parse(shipped(), first) == parse(shipped(), valid())
    assert document(parse(shipped(), first)) == valid()


def test_two_formats_are_read_and_the_last_is_written() -> None:
    assert READ == ("palier-answers/1", "palier-answers/2")
    assert json.loads(export_text(parse(shipped(), valid())))["format"] == READ[-1]


@pytest.mark.parametrize("kind", ["plan", "texts"])
def test_the_first_format_knows_neither_plan_nor_texts(kind: str) -> None:
    found = faults(valid() | {"format": "palier-answers/1", kind: {"R11": 12}})
    assert list(found) == [kind]
    assert "clé inconnue" in found[kind]
    assert kind not in found[kind]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_fault_is_told_at_its_path(case: dict[str, Any]) -> None:
    found = faults(edited(case))
    assert case["path"] in found
    assert case["words"] in found[case["path"]]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_fault_brings_no_other_with_it(case: dict[str, Any]) -> None:
    assert list(faults(edited(case))) == [case["path"]]


def test_all_faults_come_back_at_once_each_with_its_path() -> None:
    data = valid() | {"surprise": 1, "mode": "vite"}
    data["answers"] |= {"C11": True, "C99": 1, "F21": {"in_place": ["coffee"]}}
    data["profile"]["P02"] = 0
    data["targets"]["C4"] = 9
    assert set(faults(data)) == {
        "surprise",
        "mode",
        "answers.C11",
        "answers.C99",
        "answers.F21",
        "profile.P02",
        "targets.C4",
    }


def test_a_checklist_tells_all_its_faults_at_once() -> None:
    data = valid()
    data["answers"]["F21"] = {"in_place": ["coffee", "refurbished"], "not_useful": ["refurbished"]}
    told = faults(data)["answers.F21"]
    assert all(word in told for word in ("coffee", "refurbished", "solidarity_prices", "free_software"))


@pytest.mark.parametrize(
    ("kind", "key", "value", "accepted"),
    [
        ("name", None, "n" * 200, True),
        ("name", None, "n" * 201, False),
        ("notes", "C41", "n" * 2000, True),
        ("notes", "C41", "n" * 2001, False),
        ("evidence", "C41", {"level": "declared", "text": "n" * 2000}, True),
        ("evidence", "C41", {"level": "declared", "text": "n" * 2001}, False),
        ("answers", "C11", {"not_applicable": "n" * 3}, True),
        ("answers", "C11", {"not_applicable": "n" * 300}, True),
        ("answers", "C11", {"not_applicable": "n" * 301}, False),
        ("answers", "C11", {"not_applicable": "network_does_it"}, True),
        ("answers", "A11", {"not_applicable": "did_not_arise"}, True),
        ("benchmark", "X07", ["dues", "grants", "informing"], True),
        ("benchmark", "X07", ["none"], True),
        ("benchmark", "X07", [], True),
        ("benchmark", "X05", 0, True),
        ("profile", "P12", {}, True),
        ("profile", "P12", {"euros": 60}, True),
        ("profile", "P18", 12, True),
        ("targets", "C4", 1, True),
        ("targets", "C4", 3, True),
        ("identity", "siren", "732 829 320", True),
    ],
    ids=lambda value: str(value)[:24],
)  # fmt: skip
def test_limits_are_inclusive(kind: str, key: str | None, value: Any, accepted: bool) -> None:
    data = valid()
    if key is None:
        data[kind] = value
    else:
        data[kind][key] = value
    if accepted:
        assert document(parse(shipped(), data)) == data
    else:
        assert list(faults(data)) == [kind if key is None else f"{kind}.{key}"]


def test_personal_data_may_be_not_applicable_when_nobody_is_at_risk() -> None:
    data = valid()
    data["answers"]["C44"] = {"not_applicable": "we_have_none"}
    assert parse(shipped(), data).answers["C44"] == {"not_applicable": "we_have_none"}


# ---- the text before the values


def test_a_repeated_key_is_a_fault_at_any_depth() -> None:
    text = json.dumps(valid())
    twice = text.replace('"C12": 1', '"C12": 1, "C12": 2').replace('"mode"', '"mode": "full", "mode"')
    assert set(faults(twice)) == {"mode", "answers.C12"}
    assert "répétée" in faults(twice)["answers.C12"]


@pytest.mark.parametrize("constant", ["NaN", "Infinity", "-Infinity"])
def test_what_is_not_a_number_is_refused_by_name(constant: str) -> None:
    text = json.dumps(valid()).replace('"C12": 1', f'"C12": {constant}')
    assert constant in faults(text)[""]


@pytest.mark.parametrize("number", ["1e400", "1E0", "1.0", "-0.0"])
def test_a_number_that_is_not_a_plain_integer_is_no_step(number: str) -> None:
    assert "palier" in faults(json.dumps(valid()).replace('"C12": 1', f'"C12": {number}'))["answers.C12"]


def test_an_endless_integer_is_refused_in_french() -> None:
    assert "5000 chiffres" in faults(json.dumps(valid()).replace('"C12": 1', '"C12": ' + "9" * 5000))[""]


@pytest.mark.parametrize("text", ["", "{", "bonjour", "{'a': 1}", '{"a": 1,}', "\x00", '"\\ud8'])
def test_what_is_not_json_is_said_so(text: str) -> None:
    assert "JSON correct" in faults(text)[""]


@pytest.mark.parametrize("text", ["[]", "null", "12", '"bonjour"', "true"])
def test_json_that_is_no_object_is_no_answers_file(text: str) -> None:
    assert "fichier de réponses" in faults(text)[""]


@pytest.mark.parametrize("bomb", ["[" * 100_000, '{"a":' * 50_000, "[" * 11 + "]" * 11])
def test_deep_nesting_never_reaches_the_parser(bomb: str) -> None:
    assert "emboîtés" in faults(bomb)[""]


def test_brackets_inside_a_text_are_only_text() -> None:
    data = valid()
    data["notes"]["C41"] = '[[[[[[[[[[[[{{{{ \\" ['
    assert parse_text(shipped(), json.dumps(data)).all_of("notes")["C41"] == data["notes"]["C41"]


@pytest.mark.parametrize("as_bytes", [False, True])
def test_over_two_megabytes_is_refused_before_reading(as_bytes: bool) -> None:
    text = json.dumps(valid()) + " " * SIZE_MAX
    assert "2 Mo" in faults(text.encode() if as_bytes else text)[""]


def test_a_key_repeated_among_seventy_thousand_is_found() -> None:
    """Compared key against key, this file of 900 kB held the whole site for a minute: it must stay a count."""
    crowd = '{"answers": {' + ", ".join(f'"Q{n}": 1' for n in range(70_000)) + ', "Q1": 2}}'
    assert "clé répétée" in faults(crowd)["answers.Q1"]


@pytest.mark.parametrize("as_bytes", [False, True])
def test_a_byte_order_mark_is_harmless(as_bytes: bool) -> None:
    text = "\ufeff" + json.dumps(valid())
    assert document(parse_text(shipped(), text.encode() if as_bytes else text)) == valid()


def test_bytes_that_are_not_utf8_are_said_so() -> None:
    assert "UTF-8" in faults(json.dumps(valid(), ensure_ascii=False).encode("latin-1", "replace") + b"\xe9")[""]


@pytest.mark.parametrize("place", ["name", "notes", "reason"])
def test_half_a_character_is_refused_since_no_file_could_hold_it(place: str) -> None:
    data = valid()
    broken = "abc\ud800"
    path = {"name": "name", "notes": "notes.C41", "reason": "answers.C11"}[place]
    if place == "name":
        data["name"] = broken
    elif place == "notes":
        data["notes"]["C41"] = broken
    else:
        data["answers"]["C11"] = {"not_applicable": broken}
    assert list(faults(data)) == [path]


# ---- there and back


@settings(max_examples=200, deadline=None)
@given(
    documents(shipped(), edited=True),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40),
)
def test_export_then_import_loses_nothing(data: dict[str, Any], words: str) -> None:
    data = data | {"name": words, "notes": {"C41": words}}
    first = parse(shipped(), data)
    again = parse_text(shipped(), export_text(first).encode())
    assert again == first
    assert {k: v for k, v in document(again).items() if v} == {k: v for k, v in data.items() if v}


@settings(max_examples=100, deadline=None)
@given(documents(small(), edited=True))
def test_the_small_questionnaire_goes_there_and_back_too(data: dict[str, Any]) -> None:
    assert parse_text(small(), export_text(parse(small(), data))) == parse(small(), data)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 5) | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["in_place", "not_applicable", "level", "euros", "x"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(["answers.C41", "answers.C31", "answers.C11", "profile.P02", "profile.P08", "profile.P12", "profile.P06", "profile.P18",
                        "benchmark.X07", "benchmark.X05", "targets.C4", "notes.C41", "evidence.C41", "identity.siren", "identity.rna",
                        "questionnaire", "mode", "name", "format", "updated_on", "answers", "profile"]), JSON)  # fmt: skip
def test_any_value_anywhere_is_accepted_or_refused_with_sentences(path: str, value: Any) -> None:
    told = refused_or_kept(edited({"set": {path: value}}))
    assert told
    assert all(sentence.endswith((".", ")", "»")) for sentence in told)


def refused_or_kept(data: Any) -> list[str]:
    """The sentences of the refusal, or one that says the file was kept."""
    try:
        kept = document(parse(shipped(), data))
    except AnswersError as refused:
        return [fault.sentence for fault in refused.faults]
    return ["Gardé."] if kept["format"] == FORMAT else []


def test_the_example_shipped_with_the_content_is_a_valid_file() -> None:
    assert parse_text(shipped(), (SHIPPED / "example.json").read_bytes()).answers
