"""The smallest Streamlit page with the same choice: what Palier's question page is measured against."""

import streamlit as st

st.set_page_config(page_title="Nu", layout="centered")
page = st.session_state.setdefault("page", 0)
choices = [f"Réponse {i}, assez longue pour ressembler à une ancre du questionnaire" for i in range(4)]
st.header(f"Question {page}")
st.radio(
    "Question",
    [*choices, "Je ne sais pas", "Non concerné"],
    index=None,
    key=f"choice.{page}",
    label_visibility="collapsed",
)


def go(target: int) -> None:
    st.session_state["page"] = target


st.button("Précédente", key=f"previous.{page}", disabled=page == 0, on_click=go, args=(page - 1,))
st.button("Continuer", key=f"next.{page}", on_click=go, args=(page + 1,))
