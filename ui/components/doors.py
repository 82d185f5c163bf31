"""Same-tab links to the plain routes, drawn as buttons by our stylesheet. Texts are ours and escaped."""

from __future__ import annotations

from html import escape

import streamlit as st


def door(label: str, address: str, *, primary: bool = False) -> None:
    """One link that looks like a button and opens in the same tab."""
    doors([(label, address, primary)])


def file_door(label: str, address: str, *, primary: bool = False) -> None:
    """A link to a file; not to be pressed while the page is being drawn, for its address may be changing."""
    kind = "palier-door palier-door-primary" if primary else "palier-door"
    link = f'<a class="{kind} palier-file" href="{escape(address)}">{escape(label)}</a>'
    st.html(f'<div class="palier-doors">{link}</div>')


def doors(links: list[tuple[str, str, bool]]) -> None:
    kind = {True: "palier-door palier-door-primary", False: "palier-door"}
    body = "".join(
        f'<a class="{kind[primary]}" href="{escape(address)}">{escape(label)}</a>' for label, address, primary in links
    )
    st.html(f'<div class="palier-doors">{body}</div>')
