"""Levels and intervals in words: one level, two, none; a number only where one may be read."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from reports import level_words
from scoring.model import AxisScore, Score
from tests.builders import shipped

RULES = shipped().rules.scoring


def scored(low: Any, high: Any, first: int | None, last: int | None) -> Score:
    return Score(Fraction(low), Fraction(high), Fraction(1), None, first, last)


def axis(score: Score, **more: Any) -> AxisScore:
    known: dict[str, Any] = {
        "base_assured": 1, "base_possible": 1, "evaluable": True, "partial_profile": False,
        "answered": 10, "asked": 10, "reasons": (), "themes": (),
    }  # fmt: skip
    return AxisScore("any", score, **(known | more))


NOTHING = Score(None, None, None, None, None, None)


@pytest.mark.parametrize(
    ("score", "words", "cell", "sentence"),
    [
        (scored(34, 40, 2, 2), "niveau 2", "2", "Niveau 2, « En construction »."),
        (
            scored(19, 26, 1, 2), "au moins niveau 1, peut-être 2", "1, peut-être 2",
            "Au moins niveau 1, « Point de départ », peut-être 2, « En construction ».",
        ),
        (NOTHING, "sans objet", "–", "Sans objet pour vous : aucune de ces questions ne vous concerne."),
    ],
)  # fmt: skip
def test_a_level_is_said_by_both_its_edges(score: Score, words: str, cell: str, sentence: str) -> None:
    assert level_words.level_words(score) == words
    assert level_words.level_cell(score).replace("\u00a0", " ") == cell
    assert level_words.level_sentence(score, RULES).replace("\u202f", " ") == sentence


def test_the_border_is_said_only_near_a_threshold() -> None:
    assert level_words.BORDER in level_words.border_sentence(scored(19, 26, 1, 2), RULES).lower()
    assert level_words.border_sentence(scored(34, 40, 2, 2), RULES) == ""
    assert level_words.border_sentence(NOTHING, RULES) == ""


@pytest.mark.parametrize(
    ("more", "mode", "told"),
    [
        ({"evaluable": True}, "full", ""),
        ({"evaluable": False}, "express", "mode express : en mots"),
        ({"evaluable": False, "asked": 4, "answered": 4}, "full", "moins de six questions posées : pas de chiffre"),
        ({"evaluable": False, "asked": 9, "answered": 5}, "full", "moins de six réponses connues : pas de chiffre"),
        ({"evaluable": False}, "full", "trop de réponses manquent : pas de chiffre"),
    ],
)
def test_why_there_is_no_number(more: dict[str, Any], mode: str, told: str) -> None:
    found = axis(scored(33, 33, 2, 2), **more)
    assert level_words.why_no_number(found, mode, RULES).replace("\u202f", " ") == told
    assert level_words.interval_words(found, RULES) == (level_words.IN_WORDS if told else "33")


def test_an_interval_says_where_its_width_comes_from() -> None:
    assert level_words.interval_sentence(axis(scored(34, 40, 2, 2)), RULES).startswith("De 34 à 40 sur 100")
    assert level_words.interval_sentence(axis(scored(33, 33, 2, 2)), RULES).startswith("33 sur 100")
    assert level_words.interval_sentence(axis(scored(33, 40, 2, 2), evaluable=False), RULES) == ""
    assert level_words.interval_words(axis(NOTHING), RULES) == level_words.OUT_OF_SCOPE


def test_a_reason_loses_its_score_where_no_number_may_be_read() -> None:
    text = "Score 49,6, niveau 2 : pas de copie. Pour débloquer : en parler ensemble."
    assert level_words.reason_words(text, evaluable=True) == text
    told = level_words.reason_words(text, evaluable=False).replace("\u202f", " ")
    assert told == "Niveau 2 : pas de copie. Pour débloquer : en parler ensemble."
