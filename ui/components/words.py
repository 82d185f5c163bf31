"""The words explained, where they are met: one fold of plain HTML, for a finger, a mouse or a keyboard."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from html import escape

import streamlit as st

from questionnaire.language import language, say
from questionnaire.model import Question
from questionnaire.welcome import Word, words_in
from ui import services, wording_welcome


def show(texts: Iterable[str | None]) -> None:
    """The words met in these texts; nothing when there is none."""
    if folded := fold(tuple(text for text in texts if text)):
        st.html(folded)


def note_and_words(question: Question) -> None:
    """What goes between a question and its answers, in one element at most."""
    note = f'<p class="palier-note">{escape(question.note)}</p>' if question.note else ""
    if drawn := note + fold(texts_of(question)):
        st.html(drawn)


def texts_of(question: Question) -> tuple[str, ...]:
    """All that the page of a question says."""
    options = (text for option in question.options for text in (option.text, option.help))
    said = (question.text, question.note, *question.anchors, *options, question.why, question.good_enough)
    return tuple(text for text in said if text)


def fold(texts: tuple[str, ...]) -> str:
    """The fold as HTML, empty when no explained word is met; the texts are the content's, never a visitor's."""
    return _fold(texts, language())


@lru_cache(maxsize=1024)
def _fold(texts: tuple[str, ...], _spoken: str) -> str:
    found = words_in(services.questionnaire().glossary, texts)
    if not found:
        return ""
    names = ", ".join(escape(word.name) for word in found)
    title = f"<summary><strong>{say(wording_welcome.EXPLAINED)}</strong> {names}</summary>"
    return f'<details class="palier-words">{title}{definitions(found)}</details>'


def definitions(found: Iterable[Word]) -> str:
    rows = "".join(f"<dt>{escape(word.name)}</dt><dd>{escape(word.definition)}{_source(word)}</dd>" for word in found)
    return f"<dl>{rows}</dl>"


def _source(word: Word) -> str:
    source = services.questionnaire().reference_by_id.get(word.reference or "")
    return f" <small>{escape(wording_welcome.source(source))}</small>" if source else ""
