"""The workshop's sheets to print, as links: each file is made when it is asked for."""

from __future__ import annotations

import streamlit as st

from questionnaire.language import say
from ui import room_files, wording_paper
from ui.components.doors import doors


def show(choice: dict[str, str | int] | None = None) -> None:
    """Folded. Without `choice`: for the workshop that this browser leads."""
    with st.expander(say(wording_paper.ROOM_TITLE)):
        st.markdown(say(wording_paper.ROOM_HELP))
        doors(
            [(label, room_files.address(kind, choice), False) for kind, label in say(wording_paper.ROOM_FILES).items()]
        )
