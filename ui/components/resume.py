"""The assessments this browser holds, and the link to keep: shown on the home page and with the answers."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import segno
import streamlit as st

from questionnaire.assessment import from_entries
from questionnaire.language import say
from questionnaire.routing import route
from questionnaire.typography import counted
from ui import services, wording, wording_editions
from ui.components.doors import doors
from ui.session import held_tokens


@dataclass(frozen=True)
class Held:
    """One assessment of this browser: its mark in addresses, its name, how far it has come, whether it is current."""

    mark: str
    title: str
    detail: str
    is_current: bool


def held_assessments() -> list[Held]:
    """What this browser can resume, current first; read from the store."""
    found = []
    for rank, token in enumerate(held_tokens()):
        record = services.store().load(services.capability(token))
        content = services.editions().of(record) if record else None
        if record is None or content is None:
            continue
        kept = from_entries(record.questionnaire_id, record.version, record.entries)
        routed = route(content, kept)
        answered = counted(len(routed.answers), "réponse", "réponses")
        day = record.updated_at.astimezone(services.PARIS).strftime("%d/%m/%Y")
        title = kept.name or say(wording.UNNAMED)
        detail = say(
            "{answered} sur {questions}, le {day}", answered=answered, questions=len(routed.questions), day=day
        )
        if services.editions().newer_than(record):
            detail = f"{detail}, {wording_editions.of_version(record.version)}"
        found.append(Held(services.mark_of(token), title, detail, rank == 0))
    return found


def show_held(held: list[Held]) -> None:
    for one in held:
        with st.container(border=True):
            st.text(one.title)
            st.caption(one.detail)
            doors([(say(wording.RESUME), f"/reprendre/{one.mark}", one.is_current)])


def address(token: str, door: str = "r") -> str:
    """The full link, on the host the visitor is using: `r` opens everything, `pieces` is a reviewer's."""
    base = st.context.url or ""
    scheme, _, rest = base.partition("://")
    host = rest.split("/", 1)[0]
    return f"{scheme}://{host}/{door}/{token}"


def show_link(token: str) -> None:
    """The secret link in plain text and as a code to photograph, with what losing it means."""
    link = address(token)
    st.markdown(say(wording.LINK_WARNING))
    st.code(link, language=None, wrap_lines=True)
    code = segno.make(link, error="m").png_data_uri(scale=5, border=3)
    st.html(f'<img src="{code}" alt="{escape(say(wording.LINK_CODE))}" width="220" height="220">')
    st.caption(say(wording.LINK_CODE))
