"""How one joins: the code to type, the picture to photograph, the address."""

from __future__ import annotations

from html import escape

import segno
import streamlit as st

from questionnaire.language import say
from ui import wording_workshop
from ui.components import resume
from workshop import codes


def show(code: str) -> None:
    link, image = picture(code)
    st.html(
        f'<div class="palier-code"><strong>{escape(codes.spoken(code))}</strong><img src="{image}" alt="{escape(say(wording_workshop.QR))}" width="260" height="260"></div>'
    )
    st.text(link)


def picture(code: str) -> tuple[str, str]:
    """The address that the code stands for, and its picture as a data address."""
    link = resume.address(code, "j")
    return link, segno.make(link, error="m").png_data_uri(scale=8, border=3)
