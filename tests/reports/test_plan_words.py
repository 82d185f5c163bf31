"""The plan in sentences: zero, one and many."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from reports import plan_words as words
from reports.around_plan_words import find_out_sentence, helped_words, said_words
from scoring.plan_model import Capacity, Lift, Plan, PlannedAction, Refusal
from tests.builders import shipped

MEANS = Capacity(hours=40, euros=0, at_most=5, hours_per_month=4)
THEME = shipped().themes[0]
RULES = shipped().rules.scoring


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def plan(chosen: int = 0, refused: int = 0, capacity: Capacity = MEANS) -> Plan:
    actions = tuple(PlannedAction(f"a{i}", "2026-12", 2, 10, (), ()) for i in range(chosen))
    return Plan(capacity, actions, tuple(Refusal(f"r{i}", "") for i in range(refused)), (), (), date(2026, 11, 23))


@pytest.mark.parametrize(
    ("count", "title"),
    [
        (0, "Pas d’action pour l’instant"),
        (1, "Votre action"),
        (2, "Vos deux actions"),
        (12, "Vos douze actions"),
        (13, "Vos 13 actions"),
    ],
)
def test_the_title_counts_the_actions(count: int, title: str) -> None:
    assert words.plan_title(count) == title


def test_the_meter_and_the_total() -> None:
    assert words.meter(plan(0)) == ""
    assert plain(words.meter(plan(3))) == "6 h sur 40 · 30 €"
    assert [plain(w) for w in words.total_words(plan(1))] == ["1 action", "2 h", "10 €"]
    assert [plain(w) for w in words.total_words(plan(2))] == ["2 actions", "4 h", "20 €"]


def test_the_means_say_when_they_are_a_hypothesis() -> None:
    assert len(words.capacity_words(MEANS, 10)) == 1
    said = words.capacity_words(Capacity(40, 0, 1, 4, assumed=True), 10)
    assert plain(said[0]) == "Le plan tient dans 40 h (4 h par mois pendant 10 mois), 0 € et 1 action au plus."
    assert "hypothèse" in said[1]


def test_an_empty_plan_says_why() -> None:
    no_time = Capacity(0, 0, 5, 0)
    told = [words.empty_words(plan(capacity=no_time), 9), words.empty_words(plan(refused=1), 9)]
    told += [words.empty_words(plan(), 0), words.empty_words(plan(), 9)]
    assert all(text for texts in told for text in texts)
    assert len({texts[0] for texts in told}) == 4


@pytest.mark.parametrize(
    ("protected", "waiting", "told"),
    [
        (2, [], ""),
        (0, [], "Rien à protéger d’abord : aucune question critique n’est au premier palier."),
        (0, ["A"], "Rien à protéger d’abord d’après vos réponses ; « A » reste sans réponse."),
        (0, ["A", "B"], "Rien à protéger d’abord d’après vos réponses ; « A » et « B » restent sans réponse."),
    ],
)
def test_what_to_protect(protected: int, waiting: list[str], told: str) -> None:
    assert plain(words.protect_sentence(protected, waiting)) == told


def test_a_lift_is_in_points_only_where_a_number_may_be_read() -> None:
    lift = Lift(THEME.id, Fraction(24), Fraction(33))
    assert plain(words.lift_words(lift, THEME, RULES, in_numbers=True)) == f"{THEME.name} 24 → 33"
    assert words.lift_words(lift, THEME, RULES, in_numbers=False) == THEME.name
    assert plain(words.lift_sentence(lift, THEME, RULES, in_numbers=True)) == f"« {THEME.name} » passe de 24 à 33."
    assert "24" not in words.lift_sentence(lift, THEME, RULES, in_numbers=False)
    small = Lift(THEME.id, Fraction(100, 3), Fraction(101, 3) - Fraction(1, 3) + Fraction(1, 100))
    assert "moins d’un point" in words.lift_sentence(small, THEME, RULES, in_numbers=True)


def test_what_was_said_and_what_it_changes() -> None:
    assert said_words([]) == ""
    assert plain(said_words(["Les inscriptions"])) == "Vous avez dit : les inscriptions."
    assert (
        plain(said_words(["Les inscriptions", "La comptabilité"]))
        == "Vous avez dit : les inscriptions ; la comptabilité."
    )
    assert helped_words([]) == ""
    assert "sur le thème" in helped_words(["A"])
    assert "sur les thèmes" in helped_words(["A", "B"])


def test_what_there_is_to_find_out() -> None:
    assert find_out_sentence(0).startswith("Rien à chercher")
    assert find_out_sentence(1).startswith("1 question a reçu")
    assert find_out_sentence(3).startswith("3 questions ont reçu")


def test_actions_are_named_not_coded() -> None:
    action = shipped().actions[0]
    told = words.named(f"attend {action.id}, puis {action.id}0", shipped())
    assert action.title in told
    assert f"{action.id}0" in told


def test_the_cost_says_its_class_and_the_quote() -> None:
    free = next(a for a in shipped().actions if a.cost == "0")
    quoted = next(a for a in shipped().actions if a.quote)
    assert plain(words.cost_words(shipped(), free, 0)).startswith("0 €")
    assert "devis à demander" in words.cost_words(shipped(), quoted, 5000)


def test_opening_and_protecting() -> None:
    assert words.opens_words([]) == words.protects_words([]) == ""
    assert plain(words.opens_words(["Copier"])) == "Ouvre la voie à « copier »."
    assert plain(words.protects_words(["A", "B"])) == "Protège d’abord : « A » et « B »."
