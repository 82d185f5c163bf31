"""The end of a workshop: what it settled, to be kept as an assessment or taken as a file."""

from __future__ import annotations

import streamlit as st

from questionnaire.language import say
from ui import room, wording_workshop
from ui.components.doors import doors
from workshop.model import Workshop


def show(workshop: Workshop) -> None:
    st.markdown(say(wording_workshop.ENDED))
    if not workshop.settled:
        st.info(say(wording_workshop.NOTHING_SETTLED))
        return
    mine = room.mark_of_assessment()
    if mine:
        st.caption(say(wording_workshop.COMPLETE_HELP))
    links = [(say(wording_workshop.COMPLETE), f"/atelier/completer/{mine}", False)] if mine else []
    links += [
        (say(wording_workshop.KEEP), "/atelier/garder", True),
        (say(wording_workshop.DOWNLOAD), "/atelier/fichier", False),
    ]
    doors(links)
