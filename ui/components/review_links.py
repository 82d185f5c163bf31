"""With one's data: replace the link, give one to a reviewer, withdraw it, and see what was signed."""

from __future__ import annotations

import streamlit as st

from questionnaire.language import say
from questionnaire.typography import typeset
from storage.store import REVIEWER
from ui import pieces, services, wording_links
from ui.components import resume
from ui.components.doors import door
from ui.components.sheet_words import literal
from ui.session import remember, remembered
from ui.visit import Session

_GIVEN, _CHANCE = "review.given", "rotation.chance"


def rotation(token: str) -> None:
    """Replace the link: done by a plain address, for a cookie has to change."""
    st.subheader(say(wording_links.ROTATE_TITLE))
    st.markdown(say(wording_links.ROTATE_WHY))
    chance = remembered(_CHANCE) or services.new_token()
    remember(_CHANCE, chance)
    door(say(wording_links.ROTATE), f"/lien/nouveau/{services.proof_of(token)}.{chance}")


def review(session: Session) -> None:
    """The reviewer's link, once there is a piece to look at."""
    st.subheader(say(wording_links.REVIEW_TITLE))
    st.markdown(say(wording_links.REVIEW_WHY))
    capability = services.capability(session.token or "")
    cited = list(pieces.pieces_of(services.content_of(session.assessment), session.assessment))
    given_on = services.store().invited(capability)
    if not cited and given_on is None:
        st.info(say(wording_links.NO_PIECE))
        return
    _change(capability, given=given_on is not None)
    token = remembered(_GIVEN)
    if token and services.store().load(services.capability(token), REVIEWER):  # not withdrawn in another tab
        st.success(say(wording_links.GIVEN_NOW))
        st.code(resume.address(token, "pieces"), language=None, wrap_lines=True)
    elif given_on is not None:
        st.caption(wording_links.given_on(given_on))
    _signed(cited, capability)


def _change(capability: str, *, given: bool) -> None:
    with st.container(horizontal=True):
        st.button(
            say(wording_links.GIVE_AGAIN) if given else say(wording_links.GIVE),
            key="review.give",
            on_click=_give,
            args=(capability,),
        )
        if given:
            st.button(say(wording_links.WITHDRAW), key="review.withdraw", on_click=_withdraw, args=(capability,))


def _give(capability: str) -> None:
    token = services.new_token()
    services.store().invite(capability, services.capability(token), now=services.now())
    remember(_GIVEN, token)


def _withdraw(capability: str) -> None:
    services.store().invite(capability, None, now=services.now())
    remember(_GIVEN, None)
    st.toast(say(wording_links.WITHDRAWN))


def _signed(cited: list[pieces.Piece], capability: str) -> None:
    signed = pieces.signed(cited, services.store().reviews(capability))
    if signed:
        names = {piece.question.id: piece.question.short for piece in cited}
        lines = (
            typeset(f"- **{names[key]}** : {literal(wording_links.seen_by(one.name, one.structure, one.at))}")
            for key, one in signed.items()
        )
        st.markdown(f"**{say(wording_links.SEEN_TITLE)}**\n\n" + "\n".join(lines))
