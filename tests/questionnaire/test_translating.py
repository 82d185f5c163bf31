"""A second language says all of it and nothing else: same ids, same figures, same blanks to fill."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from questionnaire.errors import ContentError
from questionnaire.loading import check, load
from questionnaire.overlay import texts

SMALL = Path(__file__).parents[1] / "small_questionnaire"


def _nested(said: dict[str, str]) -> dict[str, object]:
    tree: dict[str, object] = {}
    for address, text in said.items():
        *above, last = address.split("/")
        branch = tree
        for name in above:
            branch = branch.setdefault(name, {})  # type: ignore[assignment]
        branch[last] = text
    return tree


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(SMALL, tmp_path / "v1")


def _write(folder: Path, said: dict[str, str], same: tuple[str, ...] = ()) -> None:
    document = {"same": list(same), **_nested(said)} if same else _nested(said)
    (folder / "en.yaml").write_text(yaml.safe_dump(document, allow_unicode=True), encoding="utf-8")


def _english(folder: Path) -> dict[str, str]:
    return {address: f"English of {text}" for address, text in texts(load(folder)).items()}


def test_every_text_is_said_in_the_other_language_and_nothing_else_changes(folder: Path) -> None:
    _write(folder, said := _english(folder))
    french, english = load(folder), load(folder, "en")
    assert texts(english) == said
    assert [q.id for q in english.questions] == [q.id for q in french.questions]
    assert [q.weight for q in english.questions] == [q.weight for q in french.questions]
    assert check(folder) == []


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda said, first: said.pop(first), "texte absent"),
        (lambda said, _: said.update({"axes/nowhere/name": "Nowhere"}), "adresse sans texte en français"),
        (lambda said, first: said.update({first: said[first].removeprefix("English of ")}), "resté en français"),
    ],
)
def test_a_fault_of_the_other_language_is_told_by_check_and_by_load(folder, change, sentence) -> None:
    said = _english(folder)
    change(said, next(iter(said)))
    _write(folder, said)
    assert [sentence in problem.sentence for problem in check(folder)] == [True]
    with pytest.raises(ContentError, match=sentence):
        load(folder, "en")


def test_a_name_may_be_the_same_when_it_is_listed(folder: Path) -> None:
    said = _english(folder)
    first = next(iter(said))
    name = said[first] = said[first].removeprefix("English of ")
    _write(folder, said, same=(name,))
    assert check(folder) == []


def test_a_language_without_a_file_is_refused_with_a_sentence(folder: Path) -> None:
    with pytest.raises(ContentError, match="fichier absent"):
        load(folder, "en")
