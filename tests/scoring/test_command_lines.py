"""`python -m scoring`: results as JSON, faults in French, exit codes of the contract."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from questionnaire.answers_file import export_text
from questionnaire.assessment import Assessment
from tests.builders import SMALL, assessed, golden, golden_club, shipped, small
from tests.command_lines import run


def written(folder: Path, assessment: Assessment, name: str = "reponses.json") -> Path:
    path = folder / name
    path.write_text(export_text(assessment), encoding="utf-8")
    return path


def scored(*words: str | Path, **variables: str) -> Any:
    done = run("scoring", *words, **variables)
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


def test_one_file_gives_one_object_with_unrounded_numbers(tmp_path: Path) -> None:
    told = scored(written(tmp_path, golden_club()))
    assert set(told) == {"questionnaire", "mode", "axes", "protect_first", "ai_posture", "ai_verdict"}
    assert told["questionnaire"] == {"id": "diagnostic-numerique", "version": "1"}
    axis = told["axes"]["C"]
    assert set(axis) == {
        "point", "low", "high", "coverage", "level_assured", "level_possible", "evaluable", "partial_profile", "reasons", "themes",
    }  # fmt: skip
    assert axis["point"] == pytest.approx(3505 / 99, abs=1e-12)
    assert (axis["evaluable"], axis["partial_profile"], axis["level_assured"]) == (True, False, 2)
    assert set(axis["themes"]["C1"]) == {"point", "low", "high", "coverage", "level_assured", "level_possible"}
    assert told["axes"]["C"]["themes"]["C4"]["low"] == pytest.approx(
        golden()["axes"]["C"]["themes"]["C4"]["low"], abs=1e-4
    )
    assert told["protect_first"] == ["C41"]
    assert told["ai_posture"] == "default_non_use"
    assert told["ai_verdict"].startswith("Rien n’indique")


def test_several_files_give_a_list_in_their_order(tmp_path: Path) -> None:
    files = [written(tmp_path, golden_club(C41=step), f"{step}.json") for step in (3, 0)]
    assert [told["protect_first"] for told in scored(*files)] == [[], ["C41"]]


def test_a_reason_tells_its_cap_its_question_its_level_and_its_words(tmp_path: Path) -> None:
    answers = {"A11": 3, "A21": 3, "A31": 0, "A42": 3}
    told = scored(written(tmp_path, assessed(shipped(), answers=answers, benchmark={"X03": "none"})))
    first = told["axes"]["A"]["reasons"][0]
    assert (first["cap"], first["because"], first["level"]) == (2, "A31", "assured")
    assert "niveau 2" in first["text"]


def test_express_has_no_point_no_theme_and_is_not_evaluable(tmp_path: Path) -> None:
    told = scored(written(tmp_path, assessed(shipped(), mode="express", answers={"C41": 3, "C21": 2})))
    assert told["mode"] == "express"
    assert {(a["point"], a["evaluable"], len(a["themes"])) for a in told["axes"].values()} == {(None, False, 0)}


def test_plan_adds_the_plan_and_start_fixes_its_calendar(tmp_path: Path) -> None:
    file = written(tmp_path, golden_club().put("profile", "P12", {"hours_per_month": 4, "euros": 60}))
    plan = scored("--plan", "--start", "2027-01-15", file)["plan"]
    assert set(plan) == {"hours", "euros", "at_most", "chosen", "refused", "find_out", "duties"}
    assert (plan["hours"], plan["euros"], plan["at_most"]) == (40, 60, 5)
    assert plan["chosen"][0]["id"] == "R11"
    assert plan["chosen"][0]["month"] == "2027-01"
    assert plan["chosen"][0]["lifts"] == [
        {"theme": "C4", "from": pytest.approx(24.2424, abs=1e-4), "to": pytest.approx(33.3333, abs=1e-4)}
    ]
    assert plan["find_out"] == ["C22", "C34", "F42"]
    assert all(set(refusal) == {"id", "because"} for refusal in plan["refused"])
    assert scored("--start", "2027-01-15", file, "--plan")["plan"] == plan


def test_the_same_file_gives_the_same_bytes(tmp_path: Path) -> None:
    file = written(tmp_path, golden_club())
    words = ("scoring", "--plan", "--start", "2027-01-15", file)
    assert run(*words, PYTHONHASHSEED="1").stdout == run(*words, PYTHONHASHSEED="2").stdout


def test_another_questionnaire_is_named_by_the_environment(tmp_path: Path) -> None:
    file = written(tmp_path, assessed(small(), answers={"cles": 2}))
    told = scored("--plan", file, PALIER_QUESTIONNAIRE=str(SMALL))
    assert list(told["axes"]) == ["X1", "Y1"]
    assert (told["ai_posture"], told["ai_verdict"]) == (None, None)


def test_each_fault_of_each_file_is_told_and_nothing_is_scored(tmp_path: Path) -> None:
    good = written(tmp_path, golden_club(), "juste.json")
    bad = tmp_path / "faux.json"
    data = json.loads(good.read_text(encoding="utf-8"))
    data["answers"] |= {"C11": True, "C99": 1}
    bad.write_text(json.dumps(data), encoding="utf-8")
    done = run("scoring", good, bad, tmp_path / "absent.json")
    assert (done.returncode, done.stdout) == (1, "")
    lines = done.stderr.splitlines()
    assert [line.startswith(str(bad)) for line in lines] == [True, True, False]
    assert lines[0].startswith(f"{bad} : answers.C11 : ")
    assert lines[1].startswith(f"{bad} : answers.C99 : ")
    assert "absent" in lines[2]


@pytest.mark.parametrize("text", ["", "{", "[]", "\ufeff{}"], ids=repr)
def test_a_file_that_is_no_answers_file_is_a_faulty_input(tmp_path: Path, text: str) -> None:
    path = tmp_path / "reponses.json"
    path.write_text(text, encoding="utf-8")
    done = run("scoring", path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"{path} : ")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "words",
    [(), ("--plan",), ("--start", "a.json"), ("--start",), ("--start", "hier", "a.json"), ("--fast", "a.json")],
    ids=str,
)
def test_wrong_usage_is_told_in_french_and_exits_two(words: tuple[str, ...]) -> None:
    done = run("scoring", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Usage" in done.stderr


def test_a_questionnaire_that_cannot_be_read_is_a_faulty_input(tmp_path: Path) -> None:
    done = run("scoring", written(tmp_path, golden_club()), PALIER_QUESTIONNAIRE=str(tmp_path))
    assert (done.returncode, done.stdout) == (1, "")
    assert "questionnaire.yaml:1: fichier absent" in done.stderr
