"""The lines of a checklist, one choice each, as the phone that votes and the coach who settles both draw them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from questionnaire.language import say
from questionnaire.model import CHECKLIST_LISTS, Question
from ui import wording
from ui.session import seed


def lists_of(raw: Mapping[str, list[str]]) -> dict[str, str]:
    """Which list each option is in, from an answer written line by line."""
    return {option: name for name in CHECKLIST_LISTS for option in raw.get(name, [])}


def draw(question: Question, before: Mapping[str, str], of: str) -> dict[str, str | None]:
    """Which list the browser says each option is in; None where nothing is said. `of` begins the widgets' keys."""
    labels = dict(zip(CHECKLIST_LISTS, question.line_labels or say(wording.LINE_LABELS), strict=True))
    return {
        option.id: st.radio(
            option.text,
            list(labels),
            index=None,
            format_func=labels.__getitem__,
            horizontal=True,
            key=seed(f"{of}.{option.id}", before.get(option.id)),
        )
        for option in question.options
    }


def answer(question: Question, said: Mapping[str, str | None]) -> dict[str, Any] | None:
    """The answer that these lines make; None while one is left."""
    if not all(said.values()):
        return None
    return {name: [o.id for o in question.options if said[o.id] == name] for name in CHECKLIST_LISTS}
