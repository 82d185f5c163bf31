"""One bad file per rule: what is refused, where, and in which words.

A case edits `file`, or writes it when the small questionnaire has none. The finding is expected there, unless `told` says that it belongs elsewhere (a question left
without its action is told at the question).
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from questionnaire.coherence import RULES
from questionnaire.errors import ContentError
from questionnaire.loading import check, load
from tests.builders import SMALL, copy_of_small

CASES = sorted((Path(__file__).parent / "invalid").glob("*.yaml"))
NAMES = {path.stem for path in CASES}
MESSAGE = re.compile(r"^(?P<file>[\w-]+\.yaml):(?P<line>\d+): (?P<sentence>\S.*[.!»)])$")


def edited(folder: Path, file: str, find: str, replace: str) -> None:
    """Apply one edit to a copy."""
    path = folder / file
    before = path.read_text(encoding="utf-8")
    assert find in before, f"{find!r} n’est plus dans {file} ; corrigez le cas."
    path.write_text(before.replace(find, replace, 1), encoding="utf-8")


def line_of(folder: Path, file: str, find: str) -> int:
    text = (folder / file).read_text(encoding="utf-8")
    return text[: text.index(find)].count("\n") + 1


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_bad_file_is_refused_with_file_line_and_sentence(case: Path, tmp_path: Path) -> None:
    text = case.read_text(encoding="utf-8")
    words = text.splitlines()[0].removeprefix("# attendu : ")
    edit = yaml.safe_load(text)
    folder = copy_of_small(tmp_path)
    told = edit.pop("told", edit)
    if "write" in edit:
        (folder / edit["file"]).write_text(edit["write"], encoding="utf-8")
        told = told if told is not edit else {"file": edit["file"], "find": edit["find"]}
        line = line_of(folder, **told)
    else:
        edited(folder, **edit)
        line = line_of(folder, **told) if told is not edit else line_of(SMALL, edit["file"], edit["find"])
    found = [MESSAGE.match(str(problem)) for problem in check(folder)]
    assert all(found), check(folder)
    wanted = [m for m in found if m and words in m["sentence"].replace("\u202f", " ")]
    assert wanted, [m and m.group() for m in found]
    assert any(m["file"] == told["file"] and abs(int(m["line"]) - line) <= 3 for m in wanted), [
        m.group() for m in wanted
    ]


def test_the_small_questionnaire_itself_has_no_problem() -> None:
    assert check(SMALL) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_rule_of_meaning_has_its_bad_file(rule) -> None:
    assert any(name == rule.__name__ or name.startswith(f"{rule.__name__}-") for name in NAMES)


def test_an_action_that_just_fits_with_its_prerequisites_is_accepted(tmp_path: Path) -> None:
    folder = copy_of_small(tmp_path)
    edited(folder, "actions.yaml", "after: [K1]", "after: [K1, K4]")
    assert check(folder) == []


def test_a_circle_is_told_once_and_spelt_the_way_it_is_written(tmp_path: Path) -> None:
    """K3 needs K2, K2 needs K1, K1 needs K3: the arrow reads « demande », as in an unreachable chain."""
    folder = copy_of_small(tmp_path)
    edited(folder, "actions.yaml", "    resources: [maison]", "    after: [K3]")
    edited(folder, "actions.yaml", "    quote: true", "    after: [K2]")
    told = [problem.sentence for problem in check(folder) if "boucle" in problem.sentence]
    assert [sentence.split(" : ")[1].split(" ;")[0] for sentence in told] == ["K1 → K3 → K2 → K1"]


def test_several_faults_of_meaning_come_back_at_once(tmp_path: Path) -> None:
    folder = copy_of_small(tmp_path)
    edited(folder, "axis-salle.yaml", "when: {question: cles,", "when: {question: serrure,")
    edited(folder, "actions.yaml", "after: [K1]", "after: [K9]")
    edited(folder, "rules.yaml", "hours_part: heures", "hours_part: minutes")
    assert {problem.file for problem in check(folder)} == {"axis-salle.yaml", "actions.yaml", "rules.yaml"}


def test_several_faults_of_shape_come_back_at_once(tmp_path: Path) -> None:
    folder = copy_of_small(tmp_path)
    edited(folder, "axis-salle.yaml", "short: Rangement", "shorts: Rangement")
    edited(folder, "actions.yaml", "    hours: 1\n", "    hours: un\n")
    sentences = " ".join(problem.sentence for problem in check(folder))
    assert all(key in sentences for key in ("« short »", "« shorts »", "« hours »"))


def test_broken_yaml_in_two_files_is_told_twice(tmp_path: Path) -> None:
    folder = copy_of_small(tmp_path)
    for file in ("rules.yaml", "actions.yaml"):
        (folder / file).write_text("a: [", encoding="utf-8")
    assert [problem.file for problem in check(folder)] == ["actions.yaml", "rules.yaml"]


def test_an_empty_a_missing_and_an_unreadable_file_are_named(tmp_path: Path) -> None:
    folder = copy_of_small(tmp_path)
    (folder / "rules.yaml").write_text("", encoding="utf-8")
    (folder / "actions.yaml").unlink()
    (folder / "profile.yaml").write_bytes(b"profile: \xff\xfe\xe9")
    said = {problem.file: problem.sentence for problem in check(folder)}
    assert "vide" in said["rules.yaml"]
    assert "absent" in said["actions.yaml"]
    assert "UTF-8" in said["profile.yaml"]


def test_an_absent_folder_is_a_sentence_and_not_a_crash(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="dossier absent"):
        load(tmp_path / "nulle-part")


ODD = ("0", "-1", "x", "[]", "{}", "true", "null", "1.5", "[[1]]", "{a: 1}", '""')


@pytest.mark.parametrize("odd", ODD)
def test_no_odd_value_anywhere_crashes_the_checks(odd: str, tmp_path: Path) -> None:
    """One line in five, in turn, gets an odd value: the answer is always a list of problems, never a traceback."""
    folder = copy_of_small(tmp_path)
    for path in sorted(folder.glob("*.yaml")):
        lines = path.read_text(encoding="utf-8").splitlines()
        for number in range(ODD.index(odd) % 5, len(lines), 5):
            changed = re.sub(r"^(\s*(?:- )?[\w\"]+:) .*$", rf"\1 {odd}", lines[number])
            path.write_text("\n".join([*lines[:number], changed, *lines[number + 1 :]]) + "\n", encoding="utf-8")
            assert all(MESSAGE.match(str(problem)) for problem in check(folder)), (path.name, number + 1, changed)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
