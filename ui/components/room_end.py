"""The end of a workshop: what it settled, to be kept as an assessment or taken as a file."""

from __future__ import annotations

import streamlit as st

from ui import wording_workshop
from ui.components.doors import doors
from workshop.model import Workshop


def show(workshop: Workshop) -> None:
    st.markdown(wording_workshop.ENDED)
    if not workshop.settled:
        st.info(wording_workshop.NOTHING_SETTLED)
        return
    links = [(wording_workshop.KEEP, "/atelier/garder", True), (wording_workshop.DOWNLOAD, "/atelier/fichier", False)]
    doors(links)
