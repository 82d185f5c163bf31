"""The assessments this browser holds, and the link to keep: shown on the home page and with the answers."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import segno
import streamlit as st

from questionnaire.assessment import from_entries
from questionnaire.routing import route
from questionnaire.typography import counted
from ui import services, wording
from ui.components.doors import doors
from ui.session import held_tokens


@dataclass(frozen=True)
class Held:
    """One assessment of this browser: its rank in the cookie, its name, how far it has come."""

    rank: int
    title: str
    detail: str


def held_assessments() -> list[Held]:
    """What this browser can resume, current first; read from the store."""
    found = []
    for rank, token in enumerate(held_tokens(), start=1):
        record = services.store().load(services.capability(token))
        if record is None or record.questionnaire_id != services.questionnaire().id:
            continue
        kept = from_entries(record.questionnaire_id, record.version, record.entries)
        routed = route(services.questionnaire(), kept)
        answered = counted(len(routed.answers), "réponse", "réponses")
        day = record.updated_at.astimezone(services.PARIS).strftime("%d/%m/%Y")
        title = kept.name or wording.UNNAMED
        found.append(Held(rank, title, f"{answered} sur {len(routed.questions)}, le {day}"))
    return found


def show_held(held: list[Held]) -> None:
    for one in held:
        with st.container(border=True):
            st.text(one.title)
            st.caption(one.detail)
            doors([(wording.RESUME, f"/reprendre/{one.rank}", one.rank == 1)])


def address(token: str, door: str = "r") -> str:
    """The full link, on the host the visitor is using: `r` opens everything, `pieces` is a reviewer's."""
    base = st.context.url or ""
    scheme, _, rest = base.partition("://")
    host = rest.split("/", 1)[0]
    return f"{scheme}://{host}/{door}/{token}"


def show_link(token: str) -> None:
    """The secret link in plain text and as a code to photograph, with what losing it means."""
    link = address(token)
    st.markdown(wording.LINK_WARNING)
    st.code(link, language=None, wrap_lines=True)
    code = segno.make(link, error="m").png_data_uri(scale=5, border=3)
    st.html(f'<img src="{code}" alt="{escape(wording.LINK_CODE)}" width="220" height="220">')
    st.caption(wording.LINK_CODE)
