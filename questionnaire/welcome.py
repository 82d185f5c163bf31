"""What a questionnaire says to whoever arrives: a door for each kind of visitor, and the words explained."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import Literal

from pydantic import Field

from questionnaire.values import Frozen, Id, Sourced, Text

Page = Literal[
    "accueil", "exemple", "atelier", "saisie", "verifier", "methode", "financer", "feuilles", "mots", "donnees"
]


class Fact(Sourced):
    """A fact or a figure, with its source or our reason."""

    id: Id
    text: Text


class Gesture(Frozen):
    """Something to do today; `page` is where it is done, when it is done here."""

    text: Text
    page: Page | None = None


class Door(Frozen):
    """One kind of visitor: what they find here, three gestures, and the one thing not to do with a score."""

    id: Id
    name: Text
    title: Text
    lead: Text
    gives: tuple[Text, ...] = Field(min_length=1, max_length=4)
    gestures: tuple[Gesture, ...] = Field(min_length=3, max_length=3)
    never: Text
    facts: tuple[Fact, ...] = Field(min_length=1, max_length=4)


class Word(Frozen):
    """A technical word, all the forms under which it is met, and what it means.

    `on_screen`: the pages say it, the content may not.
    """

    id: Id
    forms: tuple[Text, ...] = Field(min_length=1)
    definition: Text
    reference: Id | None = None
    on_screen: bool = False

    @property
    def name(self) -> str:
        """The first form, as a title."""
        return self.forms[0][0].upper() + self.forms[0][1:]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return form_pattern(self.forms)

    def is_in(self, text: str) -> bool:
        return self._pattern.search(text) is not None


@lru_cache(maxsize=1024)
def form_pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Finds any of these forms as whole words; an acronym only in capitals, any other form in either case."""
    found = (f"(?-i:{re.escape(form)})" if form.isupper() else re.escape(form) for form in forms)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(found)})(?![\w-])", re.IGNORECASE)


def words_in(glossary: tuple[Word, ...], texts: Iterable[str]) -> tuple[Word, ...]:
    """The explained words met in these texts, in the order of the glossary."""
    read = "\n".join(texts)
    return tuple(word for word in glossary if word.is_in(read))
