"""What a reviewer's link opens: the pieces that an association cites, to be signed one by one. Nothing else changes."""

from __future__ import annotations

import streamlit as st

from questionnaire.assessment import from_entries
from questionnaire.language import say
from storage.store import REVIEWER, Record, Review
from ui import cookies, pieces, services, wording, wording_links
from ui.components.sheet_words import clean, literal
from ui.session import generation, remember, remembered, renew, seed, widget


def show() -> None:
    st.title(say(wording_links.READ_TITLE))
    token = cookies.review_token(st.context.cookies)
    capability = services.capability(token) if token else ""
    record = services.store().load(capability, REVIEWER) if token else None
    if record is None:
        st.warning(say(wording_links.READ_NO_LINK))
        st.page_link("screens/accueil.py", label=say(wording.BACK_HOME))
        return
    st.markdown(say(wording_links.READ_LEAD))
    _read(record, capability)


def _read(record: Record, capability: str) -> None:
    assessment = from_entries(record.questionnaire_id, record.version, record.entries)
    cited = list(pieces.pieces_of(services.content_of(assessment), assessment))
    if not cited:
        st.info(say(wording_links.READ_NOTHING))
        return
    st.text(assessment.name or say(wording.UNNAMED))
    reviews = services.store().reviews(capability)
    last = max(reviews, key=lambda review: review.at, default=None)
    name = _line(say(wording_links.READ_NAME), "name", last.name if last else "")
    structure = _line(say(wording_links.READ_STRUCTURE), "structure", last.structure if last else "")
    if not name:
        st.info(say(wording_links.READ_SIGN_FIRST))
    said = {one.question: one for one in reviews}
    for piece in cited:
        _piece(piece, said.get(piece.question.id), capability, name, structure)


def _line(label: str, key: str, kept: str) -> str:
    said = st.text_input(label, max_chars=wording_links.NAME_MAX, key=seed(f"review.{key}", kept))
    return " ".join(clean(said).split())


def _piece(piece: pieces.Piece, kept: Review | None, capability: str, name: str, structure: str) -> None:
    """One piece; ticked means signed as it is now. Written at once, by whoever is named above."""
    current = kept is not None and kept.subject == piece.subject
    with st.container(border=True):
        st.subheader(piece.question.text)
        st.markdown(f"{say(wording_links.READ_ANSWER)} {literal(' ; '.join(piece.said))}")
        st.markdown(f"**{say(wording_links.READ_PIECE)}** {literal(piece.text)}")
        if kept is not None and not current:
            st.warning(say(wording_links.READ_CHANGED))
        box = f"review.seen.{piece.question.id}.{piece.subject}.{capability[:8]}"
        seen = st.checkbox(say(wording_links.READ_SEEN), key=_key_of(box, current), disabled=not name and not current)
        signed = _sign(piece, kept if current else None, capability, name, structure) if seen and name else kept
        if not seen and current:
            services.store().tick(capability, (), gone=(piece.question.id,))
            signed = None
        if seen and signed:
            said = wording_links.seen_by(signed.name, signed.structure, signed.at)
            st.caption(f":material/check: {say(wording_links.READ_KEPT)} · {literal(said)}")


def _key_of(box: str, current: bool) -> str:
    """The key of a box. It begins again when it is as this visit drew it and no longer as it is kept: nobody pressed
    it here, somebody else signed or took back.
    """
    said, drawn = widget(f"{box}.{generation(box)}"), f"drawn.{box}"
    if said is not None and said == remembered(drawn) and said != current:
        renew(box)
        said = None
    remember(drawn, current if said is None else said)
    return seed(f"{box}.{generation(box)}", current)


def _sign(piece: pieces.Piece, kept: Review | None, capability: str, name: str, structure: str) -> Review:
    """The word of this person on this piece, written when it is new; somebody else's stays theirs."""
    if kept:
        return kept
    review = Review(piece.question.id, name, structure, piece.subject, services.now())
    services.store().tick(capability, (review,))
    return review


show()
