"""One profile field on screen, by kind, and the value it gives back. Nothing is preselected."""

from __future__ import annotations

from typing import Any

import streamlit as st

from questionnaire.answers_checks import field_faults
from questionnaire.language import say
from questionnaire.model import Part, UnscoredField
from ui import wording
from ui.session import seed


def ask_field(field: UnscoredField, value: Any) -> Any:
    """Show the field; the value comes back as the answers file writes it, None when nothing is said."""
    st.subheader(field.text)
    if field.help:
        st.caption(field.help)
    said = _ASK[field.kind](field, value)
    for fault in _faults(field, said):
        st.warning(fault)
        return value
    return said


def _faults(field: UnscoredField, said: Any) -> list[str]:
    """What stops this value from being kept, in words for the visitor."""
    if said is None or said == []:
        return []
    if field.kind == "choices" and field.max_choices and len(said) > field.max_choices:
        return [wording.too_many(field.max_choices)]
    if field.kind == "choices" and len(said) > 1 and set(said) & set(field.exclusive):
        alone = next(o.text for o in field.options if o.id in set(said) & set(field.exclusive))
        return [wording.goes_alone(alone)]
    return [say(wording.NOT_KEPT)] if list(field_faults(field, said)) else []


def _ask_choice(field: UnscoredField | Part, value: Any) -> str | None:
    labels = {option.id: option.text for option in field.options}
    return st.radio(
        field.text,
        list(labels),
        index=None,
        format_func=labels.__getitem__,
        captions=[o.help or "" for o in field.options] if any(o.help for o in field.options) else None,
        key=seed(f"field.{field.id}", value),
        label_visibility="collapsed" if isinstance(field, UnscoredField) else "visible",
    )


def _ask_choices(field: UnscoredField, value: Any) -> list[str] | None:
    """Boxes to tick; « aucune » is an answer of its own, different from having said nothing."""
    kept = value or []
    said = [
        option.id
        for option in field.options
        if st.checkbox(option.text, key=seed(f"field.{field.id}.{option.id}", option.id in kept), help=option.help)
    ]
    if field.exclusive:
        return said or None
    nothing = st.checkbox(say(wording.NONE_OF_THESE), key=seed(f"field.{field.id}.aucune", value == []))
    if said:
        return said
    return [] if nothing else None


def _ask_integer(field: UnscoredField | Part, value: Any) -> int | None:
    return st.number_input(
        field.text + (f" ({field.unit})" if field.unit else ""),
        min_value=field.minimum if field.minimum is not None else 0,
        max_value=field.maximum,
        value=None,
        step=1,
        format="%d",
        key=seed(f"field.{field.id}", value),
        label_visibility="collapsed" if isinstance(field, UnscoredField) else "visible",
        placeholder=say(wording.LEAVE_EMPTY),
    )


def _ask_text(part: Part, value: Any) -> str | None:
    said = st.text_input(part.text, max_chars=20, key=seed(f"field.{part.id}", value), help=part.help)
    return said.strip() or None


def _ask_group(field: UnscoredField, value: Any) -> dict[str, Any] | None:
    kept = value or {}
    ask = {"integer": _ask_integer, "text": _ask_text, "choice": _ask_choice}
    said = {part.id: ask[part.kind](part, kept.get(part.id)) for part in field.parts}
    return {name: given for name, given in said.items() if given is not None} or None


_ASK = {"choice": _ask_choice, "choices": _ask_choices, "integer": _ask_integer, "group": _ask_group}
