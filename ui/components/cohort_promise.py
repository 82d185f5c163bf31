"""One action, one date, one name: proposed from the votes, or in one's own words; kept with the seat, printed on a sheet."""

from __future__ import annotations

from datetime import timedelta

import streamlit as st

from questionnaire.language import say
from reports import service
from storage.rooms import Held
from ui import cookies, room, services, wording_cohort
from ui.components.doors import file_door
from ui.components.sheet_words import clean
from ui.session import seed
from workshop import ending
from workshop.intents import Commit
from workshop.model import Workshop
from workshop.promise import ACTION_MAX, WHO_MAX

MOST = 5
OWN = "own"
LATEST = timedelta(days=730)


def ask(held: Held, seen: Workshop) -> None:
    """The form, and the sheet once it is kept. `seen` holds the ballots that the proposals come from."""
    seat = held.workshop.seats[held.actor.seat or ""]
    kept, of = seat.promise, f"promise.{held.workshop.opened_at.timestamp()}"
    titles = {**{title: title for title in proposals(seen, seat.association)}, OWN: say(wording_cohort.OWN_ACTION)}
    st.subheader(say(wording_cohort.PROMISE_TITLE))
    st.caption(say(wording_cohort.PROMISE_LEAD))
    if kept:
        st.success(say(wording_cohort.PROMISED))
        file_door(say(wording_cohort.PROMISE_PRINT), "/atelier/engagement", primary=True)
    today = services.today()
    first = (kept.action if kept.action in titles else OWN) if kept else None
    with st.form(of):
        said = st.radio(
            say(wording_cohort.ACTION), list(titles), index=None, format_func=titles.get, key=seed(f"{of}.which", first)
        )
        own = st.text_area(
            say(wording_cohort.OWN_WORDS), max_chars=ACTION_MAX, height=80,
            key=seed(f"{of}.own", kept.action if kept and first == OWN else None),
        )  # fmt: skip
        day = st.date_input(
            say(wording_cohort.DAY), value=None, min_value=min(today, kept.on if kept else today), max_value=today + LATEST,
            format="DD/MM/YYYY", key=seed(f"{of}.day", kept.on if kept else None),
        )  # fmt: skip
        who = st.text_input(
            say(wording_cohort.BY), max_chars=WHO_MAX, key=seed(f"{of}.who", kept.who if kept else None)
        )
        if st.form_submit_button(say(wording_cohort.PROMISE_SAVE), type="primary"):
            action = clean(own) if said in (None, OWN) else said
            room.act(cookies.PLACE, Commit(action, day or today - timedelta(days=1), clean(who)))
            st.rerun()
    room.told()


def proposals(seen: Workshop, association: str | None) -> list[str]:
    """The titles of the first actions of the plan that these votes make, profile unknown."""
    content = services.content_of(seen)
    ended = ending.assessment(content, seen, association=association)
    if not ended.answers:
        return []
    case = service.case_of(content, ended, services.rows_of(content), services.today())
    return [content.action_by_id[one.id].title for one in case.plan.chosen[:MOST]]
