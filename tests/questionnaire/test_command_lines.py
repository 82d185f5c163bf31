"""`python -m questionnaire`: the result on standard output and nothing else, messages in French on standard error."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.builders import SMALL, copy_of_small, shipped
from tests.command_lines import run


@pytest.mark.parametrize("words", [(), (SMALL,)], ids=["livré", "petit"])
def test_check_says_nothing_on_standard_output_when_all_is_well(words: tuple[Path, ...]) -> None:
    done = run("questionnaire", "check", *words)
    assert (done.returncode, done.stdout) == (0, "")
    assert "Aucun problème" in done.stderr


def test_check_prints_one_problem_a_line_and_fails(tmp_path: Path) -> None:
    folder = copy_of_small(tmp_path)
    for file, find, replace in (
        ("actions.yaml", "after: [K1]", "after: [K9]"),
        ("axis-salle.yaml", "question: cles", "question: serrure"),
    ):
        path = folder / file
        path.write_text(path.read_text(encoding="utf-8").replace(find, replace), encoding="utf-8")
    done = run("questionnaire", "check", folder)
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert len(lines) >= 2
    assert all(re.fullmatch(r"[\w-]+\.yaml:\d+: .+", line) for line in lines)
    assert "problème" in done.stderr


@pytest.mark.parametrize("words", [(), ("verify",), ("check", "a", "b"), ("export", "a"), ("--help",)], ids=str)
def test_wrong_usage_is_told_in_french_and_exits_two(words: tuple[str, ...]) -> None:
    done = run("questionnaire", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Usage")


def test_check_of_a_folder_that_is_not_there_is_a_faulty_input(tmp_path: Path) -> None:
    done = run("questionnaire", "check", tmp_path / "rien")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "dossier absent" in done.stdout


def test_export_is_one_document_of_the_shape_of_the_contract() -> None:
    done = run("questionnaire", "export")
    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads(done.stdout)
    assert set(told) == {"id", "version", "status", "profile", "benchmark", "axes", "actions", "resources"}
    questions = {q["id"]: q for axis in told["axes"] for theme in axis["themes"] for q in theme["questions"]}
    common = {"id", "text", "why", "good_enough", "type", "weight", "critical", "express"}
    for name, question in questions.items():
        choices = "anchors" if shipped().question_by_id[name].type == "rubric" else "options"
        assert set(question) == common | {choices}
    assert len(questions) == 40
    assert questions["C41"]["weight"] == 3
    assert questions["C41"]["critical"] is True
    assert questions["C31"]["options"][0].keys() == {"id", "text"}


def test_export_of_actions_gives_effort_bounds_and_moves() -> None:
    actions = {a["id"]: a for a in json.loads(run("questionnaire", "export").stdout)["actions"]}
    assert len(actions) == 66
    assert all(
        set(a) == {"id", "title", "hours", "euros_low", "euros_high", "moves", "after"} for a in actions.values()
    )
    assert actions["R11"] | {"title": ""} == {
        "id": "R11", "title": "", "hours": 1, "euros_low": 0, "euros_high": 0, "moves": [{"item": "C41", "to_step": 1}], "after": [],
    }  # fmt: skip
    assert {"item": "C31", "options": ["management"]} in actions["R08"]["moves"]


def test_export_follows_the_questionnaire_named_by_the_environment() -> None:
    told = json.loads(run("questionnaire", "export", PALIER_QUESTIONNAIRE=str(SMALL)).stdout)
    assert (told["id"], [axis["id"] for axis in told["axes"]]) == ("petit-test", ["X1", "Y1"])
    assert told["axes"][0]["themes"][0]["questions"][1]["weight"] == 1.5


def test_an_empty_variable_is_no_variable() -> None:
    assert json.loads(run("questionnaire", "export", PALIER_QUESTIONNAIRE="").stdout)["id"] == "diagnostic-numerique"


def test_export_of_a_broken_questionnaire_is_refused_without_a_traceback(tmp_path: Path) -> None:
    done = run("questionnaire", "export", PALIER_QUESTIONNAIRE=str(tmp_path))
    assert (done.returncode, done.stdout) == (1, "")
    assert "questionnaire.yaml:1: fichier absent" in done.stderr


def test_tidy_puts_french_spaces_right_and_names_the_file(tmp_path: Path) -> None:
    folder = copy_of_small(tmp_path)
    path = folder / "axis-salle.yaml"
    right = path.read_text(encoding="utf-8")
    path.write_text(right.replace("\u202f?", " ?"), encoding="utf-8")
    assert run("questionnaire", "tidy", folder).stdout.split() == ["axis-salle.yaml"]
    assert path.read_text(encoding="utf-8") == right
