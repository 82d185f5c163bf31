"""The workshop on the wall of a room: everything readable from the last row, on one screen, driven by a few keys."""

from __future__ import annotations

from html import escape

import streamlit as st

from questionnaire.language import say
from storage.rooms import Held
from ui import room, services, wording_wall, wording_workshop
from ui.components import cohort_wall, room_steps, room_wall_counts, room_wall_watch
from ui.components.doors import door
from ui.components.room_lobby import picture
from ui.session import remember, remembered
from workshop import agenda
from workshop.intents import CoachMove, Discuss, Revote, ToAgenda
from workshop.model import PHASE_NAMES, Phase, Workshop
from workshop.reveal import CAUTION

_ROLES = "room.wall.roles"
Kinds = tuple[type[CoachMove], ...]


def show(held: Held, possible: Kinds) -> None:
    workshop = held.workshop
    room_wall_watch.show(workshop.turn)
    if workshop.choice.several and workshop.phase in cohort_wall.PAGED:
        cohort_wall.show(possible)
        return
    with st.container(key="palier-mur"):
        room_steps.tell(workshop)
        _phase(held, workshop)
    with st.container(key="palier-touches", horizontal=True):
        _keys(workshop, possible)
        door(say(wording_wall.TO_DESK), "/animer")


def _phase(held: Held, workshop: Workshop) -> None:
    if workshop.phase is Phase.LOBBY:
        st.html(_lobby(held.code))
    elif workshop.phase is Phase.VOTE and len(workshop.on_vote) > 1:
        st.html(_theme(workshop))
    elif workshop.on_vote:
        st.html(_question(workshop, workshop.on_vote[0]))
    elif workshop.phase is Phase.AGENDA:
        st.html(_agenda(workshop))
    elif workshop.phase is Phase.CLOSED:
        _closed(workshop)
    else:
        _counts(workshop)


def _keys(workshop: Workshop, possible: Kinds) -> None:
    """Every legal step, each with the key written on it."""
    room_steps.show(workshop, possible)
    if Discuss in possible:
        for rank, point in enumerate(agenda.top(services.content_of(workshop), workshop), 1):
            label = wording_wall.discuss(rank)
            move = Discuss(workshop.turn, point.question)
            room.lead_button(label, move, key=f"wall.discuss.{rank}", keyboard=str(rank))
    if Revote in possible and (2, workshop.subject) not in workshop.revealed:
        room.lead_button(
            say(wording_workshop.REVOTE), Revote(workshop.turn), key="wall.revote", keyboard="V", primary=True
        )
    if ToAgenda in possible:
        room.lead_button(say(wording_workshop.BACK_AGENDA), ToAgenda(workshop.turn), key="wall.agenda", keyboard="P")
    if _looks_at_counts(workshop) and room_wall_counts.has_groups(workshop):
        _by_role(workshop)


def _by_role(workshop: Workshop) -> None:
    on = remembered(_ROLES) == workshop.turn
    label = say(wording_wall.TOGETHER) if on else say(wording_wall.BY_ROLE)
    if st.button(label, key=f"room.wall.roles.{on}.{workshop.turn}", shortcut="G"):
        remember(_ROLES, None if on else workshop.turn)
        st.rerun()


def _looks_at_counts(workshop: Workshop) -> bool:
    return workshop.phase in (Phase.REVEALED, Phase.DISCUSS, Phase.COMPARE)


def _counts(workshop: Workshop) -> None:
    name = workshop.on_screen
    st.html(f"<h2>{escape(services.content_of(workshop).question_by_id[name].text)}</h2>")
    if workshop.choice.several:
        st.html(cohort_wall.counts(workshop, name))
    elif remembered(_ROLES) == workshop.turn:
        st.html(room_wall_counts.by_role(workshop, name))
    elif workshop.phase is Phase.COMPARE:
        st.html(room_wall_counts.compared(workshop, name) + f"<p>{escape(say(CAUTION))}</p>")
    else:
        st.html(room_wall_counts.counts(workshop, name))


def _lobby(code: str) -> str:
    link, image = picture(code)
    where = link.split("/j/")[0].split("://")[-1]
    return f'<div class="palier-mur-code"><div><h1>{escape(say(wording_workshop.TITLE))}</h1><p>{escape(wording_wall.how_to_join(where))}</p><strong>{escape(wording_wall.spoken(code))}</strong></div><img src="{image}" alt="{escape(say(wording_workshop.QR))}"></div>'


def _question(workshop: Workshop, name: str) -> str:
    question = services.content_of(workshop).question_by_id[name]
    note = f"<p>{escape(question.note)}</p>" if question.note else ""
    texts = question.anchors or tuple(option.text for option in question.options)
    items = "".join(f"<li>{escape(text)}</li>" for text in texts)
    kind = "palier-mur-lignes" if question.options else "palier-mur-paliers"
    return f'<h2>{escape(question.text)}</h2>{note}<ul class="{kind}">{items}</ul>'


def _theme(workshop: Workshop) -> str:
    """A whole theme at one's own pace: the questions are on the phones."""
    content = services.content_of(workshop)
    theme = content.theme_of[workshop.on_vote[0]]
    items = "".join(f"<li>{escape(content.question_by_id[name].text)}</li>" for name in workshop.on_vote)
    return f"<h1>{escape(theme.name)}</h1><p>{escape(say(wording_wall.THEME))}</p><ol>{items}</ol>"


def _agenda(workshop: Workshop) -> str:
    content = services.content_of(workshop)
    found = agenda.top(content, workshop)
    said = say(wording_workshop.AGENDA_HELP) if found else say(wording_workshop.NOTHING_TO_DISCUSS)
    items = "".join(
        f"<li>{escape(content.question_by_id[point.question].text)}{(f' <em>{escape(say(wording_wall.DONE))}</em>' if point.question in workshop.settled else '')}</li>"
        for point in found
    )
    done = wording_wall.settled(len(workshop.settled), sum(1 for round_, _ in workshop.revealed if round_ == 1))
    title = say(PHASE_NAMES)[Phase.AGENDA]
    return f"<h1>{escape(title)}</h1><p>{escape(said)}</p><ol>{items}</ol><p>{escape(done)}</p>"


def _closed(workshop: Workshop) -> None:
    revealed = sum(1 for round_, _ in workshop.revealed if round_ == 1)
    st.html(
        f"<h1>{escape(say(wording_workshop.ENDED))}</h1><p>{escape(say(wording_wall.THANKS))}</p><p>{escape(wording_wall.settled(len(workshop.settled), revealed))}</p>"
    )
