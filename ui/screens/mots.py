"""Every explained word, in alphabetical order; made to be printed too."""

from __future__ import annotations

import unicodedata

import streamlit as st

from questionnaire.language import say
from questionnaire.welcome import Word
from ui import services, wording, wording_welcome
from ui.components import words


def _order(word: Word) -> str:
    return unicodedata.normalize("NFKD", word.name).encode("ascii", "ignore").decode().lower()


def show() -> None:
    st.title(say(wording_welcome.WORDS_TITLE))
    known = sorted(services.questionnaire().glossary, key=_order)
    if known:
        st.markdown(say(wording_welcome.WORDS_LEAD))
        st.html(f'<div class="palier-words">{words.definitions(known)}</div>')
    else:
        st.info(say(wording_welcome.NO_WORDS))
    st.page_link("screens/accueil.py", label=say(wording.BACK_HOME))


show()
