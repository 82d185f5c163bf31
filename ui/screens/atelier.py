"""The door of workshops: join one with its code, or open one. Nothing is kept before it is opened."""

from __future__ import annotations

from html import escape
from urllib.parse import urlencode

import streamlit as st

from questionnaire.language import say
from ui import room, services, wording_workshop
from ui.components import cohort_opening, room_sheets
from ui.components.doors import door
from ui.session import seed
from workshop.sentences import WRONG_CODE

_FORM = """<form action="/atelier/rejoindre" method="get" class="palier-join">
<label for="palier-code">{label}</label>
<input id="palier-code" name="code" maxlength="20" autocomplete="off" autocapitalize="characters" required>
<button type="submit" class="palier-door palier-door-primary">{join}</button></form>"""


def show() -> None:
    st.title(say(wording_workshop.TITLE))
    st.markdown(say(wording_workshop.LEAD))
    if st.query_params.get("code") == "inconnu":
        st.warning(WRONG_CODE.sentence)
    st.subheader(say(wording_workshop.JOIN_TITLE))
    st.html(_FORM.format(label=escape(say(wording_workshop.CODE)), join=escape(say(wording_workshop.JOIN))))
    st.subheader(say(wording_workshop.OPEN_TITLE))
    if room.led():
        st.page_link("screens/animer.py", label=say(wording_workshop.BACK_TO_LEAD))
    _open()


def _open() -> None:
    several = cohort_opening.ask()
    scopes = say(wording_workshop.SCOPES)
    scope = st.radio(
        say(wording_workshop.SCOPE), list(scopes), format_func=scopes.__getitem__, key=seed("room.scope", "express")
    )
    themes = {theme.id: theme.name for theme in services.questionnaire().themes}
    chosen = []
    if scope == "themes":
        st.caption(say(wording_workshop.THEMES))
        chosen = [name for name, label in themes.items() if st.checkbox(label, key=seed(f"room.theme.{name}", False))]
    paces = say(wording_workshop.PACES)
    pace = st.radio(
        say(wording_workshop.PACE), list(paces), format_func=paces.__getitem__, key=seed("room.pace", "question")
    )
    minutes = st.number_input(
        say(wording_workshop.MINUTES), min_value=20, max_value=720, step=10, format="%d", key=seed("room.minutes", 120)
    )
    roles = not several and st.checkbox(say(wording_workshop.ROLES), key=seed("room.roles", False))
    mine = None if several else room.mark_of_assessment()
    profiled = mine and st.checkbox(say(wording_workshop.PROFILED), key=seed("room.profiled", False))
    if profiled:
        st.caption(say(wording_workshop.PROFILED_HELP))
    if scope == "themes" and not chosen:
        st.info(say(wording_workshop.THEMES_FIRST))
        return
    asked: dict[str, str | int] = {"choix": scope, "minutes": minutes, "themes": ",".join(chosen), "roles": int(roles)}
    asked |= {"rythme": pace, "plusieurs": int(several)}
    if mine and profiled:
        asked["profil"] = mine
    st.caption(say(wording_workshop.OPEN_LASTS) if profiled else say(wording_workshop.OPEN_HELP))
    door(say(wording_workshop.OPEN), f"/atelier/ouvrir?{urlencode(asked)}", primary=True)
    room_sheets.show(asked)


show()
