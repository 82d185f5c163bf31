"""One page for each kind of visitor, all of it from the questionnaire's own file; and the doors to them."""

from __future__ import annotations

import streamlit as st

from questionnaire.language import say
from questionnaire.welcome import Door, Fact
from ui import services, wording, wording_welcome
from ui.components import words
from ui.components.doors import doors

PREFIX = "pour-"


def entrance() -> None:
    """The doors, on the home page; nothing when the questionnaire has none."""
    known = services.questionnaire().doors
    if known:
        st.subheader(say(wording_welcome.DOORS_TITLE))
        st.markdown(say(wording_welcome.DOORS_LEAD))
        doors([(door.name, f"/{PREFIX}{door.id}", False) for door in known])


def show(door: Door) -> None:
    st.title(door.title)
    st.markdown(door.lead)
    st.subheader(say(wording_welcome.GIVES))
    st.markdown("\n".join(f"- {text}" for text in door.gives))
    st.subheader(say(wording_welcome.GESTURES))
    for rank, gesture in enumerate(door.gestures, 1):
        st.markdown(f"{rank}. {gesture.text}")
        if gesture.page:
            st.page_link(f"screens/{gesture.page}.py", label=say(wording_welcome.PAGES)[gesture.page])
    st.subheader(say(wording_welcome.NEVER))
    st.warning(door.never)
    st.subheader(say(wording_welcome.FACTS))
    for fact in door.facts:
        st.markdown(f"{fact.text}\n\n{_origin(fact)}")
    words.show([door.lead, door.never, *door.gives, *(g.text for g in door.gestures), *(f.text for f in door.facts)])
    st.page_link("screens/accueil.py", label=say(wording.BACK_HOME))


def _origin(fact: Fact) -> str:
    """Where it comes from: a page with its address, or our reason."""
    if fact.reference is None:
        return f"*{say(wording_welcome.REASON)} : {fact.rationale}*"
    found = services.questionnaire().reference_by_id[fact.reference]
    return f"[{wording_welcome.source(found)}]({found.url})"
