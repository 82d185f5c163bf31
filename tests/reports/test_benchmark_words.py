"""The one sentence form beside a published figure, and everything that must be printed with it."""

from __future__ import annotations

from typing import Any

import pytest

from questionnaire.assessment import Assessment
from questionnaire.routing import route
from reports import benchmark_words as words
from scoring.benchmark import Comparison, compare
from tests.builders import assessed, shipped
from tests.reports.printed import DAY, rows_of

ROWS = {row.id: row for row in rows_of(shipped().id)}


def beside(row: str, **benchmark: Any) -> Comparison:
    said: Assessment = assessed(shipped(), benchmark=benchmark)
    return compare((ROWS[row],), route(shipped(), said), said, DAY)[0]


def spoken(comparison: Comparison, **benchmark: Any) -> list[str]:
    said = words.said_words(comparison, shipped(), benchmark)
    return [text.replace("\u202f", " ").replace("\u00a0", " ") for text in words.sentences(comparison, said)]


def of(row: str, **benchmark: Any) -> list[str]:
    return spoken(beside(row, **benchmark), **benchmark)


def test_the_sentence_form() -> None:
    assert of("maturite-2025", X01="on_track") == [
        "Votre réponse : « en bonne voie », comme 47 % des répondants "
        "(peu initiées 23 %, expérimentées 26 %, non ventilées 4 %)."
    ]


def test_an_answer_outside_the_shares_is_not_compared() -> None:
    assert of("aucune-difficulte-2025", X04=["human", "financial"]) == [
        "Votre réponse : « Humaines ; Financières ». Parmi les répondants : aucune difficulté particulière 29 %."
    ]


def test_an_answer_with_a_single_share_has_no_bracket() -> None:
    assert of("aucune-difficulte-2025", X04=["none"]) == [
        "Votre réponse : « Aucune difficulté particulière », comme 29 % des répondants."
    ]


def test_two_readings_give_two_sentences_and_name_the_remainder() -> None:
    with_them, without = of("ia-2025", X03="individual")
    assert with_them.startswith("En comptant les usages individuels – Votre réponse :")
    assert (
        "comme 18 % des répondants (y réfléchissent 13 %, ni l’un ni l’autre, ou sans réponse (part déduite) 69 %)"
        in with_them
    )
    assert without.startswith("Sans compter les usages individuels – Votre réponse :")
    assert "comme" not in without.partition("»")[2]
    assert "non ventilées" not in with_them + without


def test_two_readings_that_agree_are_said_once_and_both_named() -> None:
    (told,) = of("ia-2025", X03="considering")
    assert told.startswith("Deux lectures, même résultat (en comptant les usages individuels ; sans compter")
    assert "comme 13 % des répondants" in told


@pytest.mark.parametrize("row", sorted(ROWS))
def test_the_source_is_complete(row: str) -> None:
    source = words.source_words(ROWS[row]).replace("\u202f", " ").replace("\u00a0", " ")
    for needed in (
        "Libellé proche",
        "n = 2 285",
        "du 15 avril au 16 juin 2025",
        "en ligne, appel ouvert",
        ROWS[row].publisher,
    ):
        assert needed in source
    assert len(words.cautions(ROWS[row])) == 2


def test_marks_stand_on_the_share_of_the_answer() -> None:
    comparison = beside("ia-2025", X03="individual")
    used, considering = comparison.row.shares
    assert words.marks_on(comparison, used) == ("vous, en comptant les usages individuels",)
    assert words.marks_on(comparison, considering) == ()
    same = beside("ia-2025", X03="used")
    assert words.marks_on(same, same.row.shares[0]) == ("vous",)


def test_margins_are_the_wilson_intervals_of_the_framework() -> None:
    assert words.wilson(26, 2285) == ("24,2", "27,8")
    assert words.wilson(47, 2285) == ("45,0", "49,1")
    assert words.wilson(23, 2285) == ("21,3", "24,8")
    assert words.wilson(18, 2285) == ("16,5", "19,6")
