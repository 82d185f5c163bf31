"""The script Streamlit runs: page settings, the list of pages, then the chosen page."""

from __future__ import annotations

from functools import partial

import streamlit as st

from questionnaire.language import say
from ui import services, wording_access, wording_change, wording_legal, wording_paper, wording_welcome, wording_workshop
from ui.components import face, visitor_door
from ui.wording import PAGES
from ui.wording_links import READ_TITLE
from ui.wording_report import VERIFY_PAGE

st.set_page_config(page_title="Palier", page_icon=None, layout="centered", initial_sidebar_state="auto")

face.head()
pages = [
    st.Page(f"screens/{name}.py", title=title, url_path=name.replace("_", "-"), default=name == "accueil")
    for name, title in say(PAGES).items()
]
hidden = [
    st.Page("screens/exemple.py", title=say("Exemple"), url_path="exemple", visibility="hidden"),
    st.Page("screens/lien_inconnu.py", title=say("Lien inconnu"), url_path="lien-inconnu", visibility="hidden"),
    st.Page("screens/verifier.py", title=say(VERIFY_PAGE), url_path="verifier", visibility="hidden"),
    st.Page("screens/relecture.py", title=say(READ_TITLE), url_path="relecture", visibility="hidden"),
    st.Page("screens/mentions.py", title=say(wording_legal.TITLE), url_path="mentions", visibility="hidden"),
    st.Page("screens/accessibilite.py", title=say(wording_access.TITLE), url_path="accessibilite", visibility="hidden"),
    st.Page("screens/saisie.py", title=say(wording_paper.TITLE), url_path="saisie", visibility="hidden"),
    st.Page("screens/evolution.py", title=say(wording_change.TITLE), url_path="evolution", visibility="hidden"),
    st.Page("screens/atelier.py", title=say(wording_workshop.TITLE), url_path="atelier", visibility="hidden"),
    st.Page("screens/animer.py", title=say(wording_workshop.COACH_TITLE), url_path="animer", visibility="hidden"),
    st.Page("screens/voter.py", title=say(wording_workshop.VOTE_TITLE), url_path="voter", visibility="hidden"),
    st.Page("screens/mots.py", title=say(wording_welcome.WORDS_TITLE), url_path="mots", visibility="hidden"),
]
doors = [
    st.Page(
        partial(visitor_door.show, door),
        title=door.name,
        url_path=f"{visitor_door.PREFIX}{door.id}",
        visibility="hidden",
    )
    for door in services.questionnaire().doors
]
st.navigation([*pages, *hidden, *doors], position="top").run()
face.foot()
