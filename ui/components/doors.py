"""Same-tab links to the plain routes, drawn as buttons by our stylesheet. Texts are ours and escaped."""

from __future__ import annotations

from html import escape

import streamlit as st


def door(label: str, address: str, *, primary: bool = False) -> None:
    """One link that looks like a button and opens in the same tab."""
    doors([(label, address, primary)])


def doors(links: list[tuple[str, str, bool]]) -> None:
    kind = {True: "palier-door palier-door-primary", False: "palier-door"}
    body = "".join(
        f'<a class="{kind[primary]}" href="{escape(address)}">{escape(label)}</a>' for label, address, primary in links
    )
    st.html(f'<div class="palier-doors">{body}</div>')
