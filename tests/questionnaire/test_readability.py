"""Syllables as they are said, the index of Kandel and Moles worked out by hand, and the figures printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from questionnaire.lint_readability import EASY_ENOUGH, FEWEST_WORDS, LONGEST_SENTENCE, read_texts
from questionnaire.readability import Ease, ease, syllables
from tests.builders import SMALL, shipped
from tests.command_lines import run

SAID = {
    "liste": 1, "listes": 1, "réel": 2, "que": 1, "langue": 1, "maïs": 2, "association": 4, "sauvegarde": 3, "créé": 2,
    "année": 2, "moment": 2, "partie": 2, "pays": 1, "numérique": 3, "clé": 1, "RGPD": 4, "2026": 4, "l": 0, "le": 1,
    "questionnaire": 3, "guide": 1, "égarées": 3, "œuvre": 1, "aïeul": 2,
}  # fmt: skip


@pytest.mark.parametrize(("word", "count"), SAID.items())
def test_syllables_are_counted_as_they_are_said(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_index_is_the_formula_of_1958() -> None:
    found = ease("Le bureau décide. Une personne suit le sujet.")  # 3 words, then 5
    assert (found.words, found.sentences) == (8, 2)
    assert found.syllables == 1 + 2 + 2 + 1 + 2 + 1 + 1 + 2
    assert found.index == pytest.approx(207 - 1.015 * 4 - 73.6 * 12 / 8)


def test_a_list_after_a_colon_or_a_semicolon_is_a_thought_of_its_own() -> None:
    assert ease("Notez : le nom ; la date.").sentences == 3
    assert ease("Ouvrez notre-club.fr à 14:32, sans peur").sentences == 1


def test_measures_add_up_and_nothing_divides_by_zero() -> None:
    assert Ease(3, 1, 4) + Ease(5, 1, 7) == Ease(8, 2, 11)
    assert ease("…").index < 207


def test_long_words_and_long_sentences_lower_the_index() -> None:
    plain = ease("Le club range ses clés. Deux amis les ont.").index
    heavy = ease("L’organisation associative mutualise considérablement l’accessibilité des équipements.").index
    assert plain > 90 > EASY_ENOUGH > heavy


def test_the_shipped_texts_are_within_the_limits() -> None:
    measured = [ease(text) for _, text in read_texts(shipped())]
    assert max(one.sentence_length for one in measured) <= LONGEST_SENTENCE
    assert min(one.index for one in measured if one.words >= FEWEST_WORDS) >= EASY_ENOUGH


@pytest.mark.parametrize("words", [(), (SMALL,)], ids=["livré", "petit"])
def test_the_figures_are_printed_part_by_part(words: tuple[Path, ...]) -> None:
    done = run("questionnaire", "readability", *words)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Kandel et Moles" in done.stdout.splitlines()[0]
    assert "ensemble : " in done.stdout
    assert "Les plus difficiles :" in done.stdout


def test_a_faulty_folder_is_told(tmp_path: Path) -> None:
    done = run("questionnaire", "readability", tmp_path / "rien")
    assert (done.returncode, done.stdout) == (1, "")
    assert "dossier absent" in done.stderr
