"""The line at the top of the wall: where the room is, who is there, who has voted; the code stays for latecomers."""

from __future__ import annotations

from html import escape

import streamlit as st

from storage.store import StorageError
from ui import room, wording_wall
from ui.components.room_watch import said


@st.fragment(run_every=room.LIVE)
def show(turn: int) -> None:
    """Only reads; the page is drawn again when the room moved."""
    try:
        held = room.led()
    except StorageError as error:
        st.html(f'<div class="palier-mur-ligne" role="alert">{escape(str(error))}</div>')
        return
    if held is None or held.workshop.turn != turn:
        st.rerun()
        return
    code = f"<b>{escape(wording_wall.late(held.code))}</b>"
    st.html(f'<div class="palier-mur-ligne"><span>{escape(" · ".join(said(held.workshop)))}</span>{code}</div>')
