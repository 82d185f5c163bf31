"""The doors and the explained words of the shipped content, item by item."""

from __future__ import annotations

import re

import pytest

from questionnaire.lint_welcome import TECHNICAL
from questionnaire.welcome import Word, words_in
from tests.builders import shipped, small

DOORS = {door.id: door for door in shipped().doors}
AI = re.compile(r"(?<!\w)IA(?!\w)|intelligence artificielle")


def test_the_five_doors_are_those_of_the_home_page() -> None:
    assert list(DOORS) == ["association", "accompagnateur", "financeur", "entreprise", "collectivite"]


@pytest.mark.parametrize("name", DOORS)
def test_each_door_says_that_ai_is_measured_with_the_op_ed_as_its_source(name: str) -> None:
    said = [fact for fact in DOORS[name].facts if AI.search(fact.text)]
    assert said
    assert {fact.reference for fact in said} == {"tribune-numerique-ia-associations"}
    assert any(re.search(r"mesur|questionn", fact.text) for fact in said)


@pytest.mark.parametrize("name", DOORS)
def test_no_figure_of_a_door_stands_outside_of_its_sourced_facts(name: str) -> None:
    door = DOORS[name]
    said = [door.lead, door.never, *door.gives, *(gesture.text for gesture in door.gestures)]
    assert [text for text in said if re.search(r"\d", text)] == []
    assert all(fact.reference for fact in door.facts if re.search(r"\d", fact.text))


def test_a_questionnaire_may_have_neither_doors_nor_words() -> None:
    assert (small().doors, small().glossary) == ((), ())


def test_a_word_is_met_whole_and_an_acronym_in_capitals_only() -> None:
    word = Word(id="ia", forms=("intelligence artificielle", "IA"), definition="Un logiciel.")
    assert word.name == "Intelligence artificielle"
    assert [word.is_in(text) for text in ("l’IA, mesurée", "Intelligence artificielle", "ia", "IAE", "un IA-mot")] == [
        True, True, False, False, False,
    ]  # fmt: skip


def test_words_come_in_the_order_of_the_glossary_once_each() -> None:
    found = words_in(shipped().glossary, ["Une clé USB et le RGPD", "le RGPD, la CNIL"])
    assert [word.id for word in found] == ["cle-usb", "cnil", "rgpd"]


def test_every_technical_word_of_the_content_is_explained() -> None:
    """What the lint refuses, seen from the other side: the words of the list that are explained are many."""
    told = {form.lower() for word in shipped().glossary for form in word.forms}
    assert len({word.lower() for word in TECHNICAL} & told) >= 30
