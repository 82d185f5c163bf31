"""Where to ask, and what costs nothing: lists to unfold, drawn apart from the request so that opening one is light."""

from __future__ import annotations

import streamlit as st

from questionnaire.language import say
from reports.compose_funding import NATURES
from reports.content_funding import RouteText, ToolLine, ToolText
from reports.phrases import upper_first
from ui import wording_funding as words
from ui.session import seed


@st.fragment
def routes(known: tuple[RouteText, ...], closed: tuple[str, ...]) -> None:
    """Who may pay, by nature of spending; closed calls are named apart, never offered."""
    if not known and not closed:
        return
    st.subheader(say(words.ROUTES_TITLE))
    st.markdown(say(words.ROUTES_HELP))
    chosen = st.radio(
        say(words.NATURE),
        [say(words.NATURE_ALL), *map(upper_first, say(NATURES).values())],
        horizontal=True,
        key=seed("filter.nature", say(words.NATURE_ALL)),
    )
    fitting = [r for r in known if chosen == say(words.NATURE_ALL) or chosen.lower() in r.natures.lower()]
    for route in fitting:
        _route(route)
    if not fitting:
        st.info(say(words.NO_ROUTE))
    if closed:
        st.caption("\n".join((f"{say(words.CLOSED_TITLE)}\n", *(f"- {text}" for text in closed))))


def _route(route: RouteText) -> None:
    with st.expander(f"**{route.name}** · {route.natures}", key=f"route.{route.id}", on_change="rerun") as opened:
        if not opened.open:
            return
        st.markdown(route.text)
        st.markdown(f"**{say(words.FIRST_STEP)}** {route.first_step}")
        st.markdown(route.state)
        if route.caution:
            st.markdown(f"**{words.ATTENTION}** {route.caution}")
        if route.url:
            st.markdown(f"[{route.name}]({route.url})")
        st.caption(route.seen)


@st.fragment
def tools(needs: tuple[ToolText, ...]) -> None:
    """One need at a time, with every kind of answer to it, buying nothing included."""
    if not needs:
        return
    st.subheader(say(words.TOOLS_TITLE))
    st.markdown(say(words.TOOLS_HELP))
    for need in needs:
        with st.expander(need.name, key=f"tool.{need.id}", on_change="rerun") as opened:
            if opened.open:
                for line in need.lines:
                    _line(line)
                st.caption(need.seen)


def _line(line: ToolLine) -> None:
    with st.container(border=True):
        st.markdown(f"**{line.kind}**  \n{line.text}")
        st.markdown(f"**{say(words.WHO)}** {line.who}")
        if line.caution:
            st.markdown(f"**{words.ATTENTION}** {line.caution}")
        if line.door:
            door = line.door
            st.markdown(f"[{door.name}]({door.url})" if door.url else door.name)
            st.caption(" ".join(part for part in (door.seen, door.caution) if part))
