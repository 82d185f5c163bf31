"""Several associations on the wall: counts that may be shown, then what the room shares and who may be named, by pages."""

from __future__ import annotations

from html import escape
from itertools import zip_longest

import streamlit as st

from questionnaire.language import say
from questionnaire.model import Question
from reports.cohort_table import HEADS, HIDDEN
from storage.store import StorageError
from ui import room, services, wording_cohort, wording_wall, wording_workshop
from ui.components import room_steps
from ui.components.doors import door
from ui.components.room_counts import mark, steps
from ui.session import remember, remembered
from workshop import cohort
from workshop.cohort_words import sentence
from workshop.intents import CoachMove
from workshop.model import Phase, Workshop

_Piece = tuple[str, tuple[str, ...], tuple[str, ...]]  # a subject, who can help, who looks for help
PAGED = (Phase.AGENDA, Phase.CLOSED)
_PAGE = "room.wall.page"
_LINE, _LETTERS, _AROUND, _MOST = 37, 32, 14, 560  # pixels of a line, letters in it, pixels around a row, and in all


def counts(workshop: Workshop, name: str) -> str:
    """One revealed question: what may be said of it, the rest said to be hidden."""
    content = services.content_of(workshop)
    found = [row for row in cohort.table(content, workshop) if row.question == name]
    if not found:
        return f"<p>{escape(say(wording_cohort.NOBODY))}</p>"
    row, question = found[0], content.question_by_id[name]
    drawn = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in _rows(question, row))
    table = f'<table class="palier-mur-table palier-mur-cohorte"><tbody>{drawn}</tbody></table>'
    said = f"<p><b>{escape(sentence(row))}</b></p>"
    return f"{table}{said}<p>{escape(say(wording_cohort.TABLE_LEAD))} {escape(say(wording_cohort.NOT_SEEN))}</p>"


def _rows(question: Question, row: cohort.Row) -> list[tuple[str, str]]:
    lower, upper = (
        _side(question, head, is_lower) for head, is_lower in ((say(HEADS)[2], True), (say(HEADS)[3], False))
    )
    least = say(HIDDEN) if row.weak_at_least is None else wording_cohort.at_least(row.weak_at_least)
    shown = [(lower, escape(least) if row.weak is None else mark(row.weak, row.total))]
    shown.append((upper, _or_hidden(row.strong, row.total)))
    if row.unknown is None:
        return [*shown, (escape(say(wording_cohort.NO_STEP)), _or_hidden(row.no_step, row.total))]
    apart = ((say(HEADS)[4], row.unknown), (say(HEADS)[5], row.none))
    return [*shown, *((escape(head), _or_hidden(count, row.total)) for head, count in apart)]


def _side(question: Question, head: str, is_lower: bool) -> str:
    told = [text for step, text in enumerate(steps(question)) if cohort.is_lower(question, step) == is_lower]
    return f"<b>{escape(head)}</b><br>{'<br>'.join(map(escape, told))}"


def _or_hidden(count: int | None, total: int) -> str:
    return escape(say(HIDDEN)) if count is None else mark(count, total)


@st.fragment(run_every=room.EVERY)
def show(possible: tuple[type[CoachMove], ...]) -> None:
    """What follows the votes; consent comes and goes while the room looks."""
    try:
        held = room.led()
    except StorageError as error:
        st.html(f'<div role="alert">{escape(str(error))}</div>')
        return
    if held is None or held.workshop.phase not in PAGED:
        st.rerun()
        return
    workshop = held.workshop
    drawn = pages(workshop)
    at = _page(workshop, len(drawn))
    with st.container(key="palier-mur"):
        room_steps.tell(workshop)
        st.html(drawn[at])
    with st.container(key="palier-touches", horizontal=True):
        _keys(workshop, at, len(drawn))
        room_steps.show(workshop, possible)
        door(say(wording_wall.TO_DESK), "/animer")


def _page(workshop: Workshop, count: int) -> int:
    """Where this screen is; a new phase begins with its first page."""
    phase, at = remembered(_PAGE) or (None, 0)
    return min(at, count - 1) if phase == workshop.phase.value else 0


def _keys(workshop: Workshop, at: int, count: int) -> None:
    for label, to, key in (
        (say(wording_wall.FORMER), at - 1, "Left"),
        (wording_wall.page(at + 2, count), at + 1, "Right"),
    ):
        of = f"room.wall.{key}.{workshop.phase.value}.{to}"
        if 0 <= to < count and st.button(label, key=of, shortcut=key):
            remember(_PAGE, (workshop.phase.value, to))
            st.rerun(scope="fragment")


def pages(workshop: Workshop) -> list[str]:
    """The end when it is the end, the shared subjects, then as many pages of names as it takes."""
    end = [_end()] if workshop.phase is Phase.CLOSED else []
    return [*end, _shared(workshop), *_pairs(workshop)]


def _end() -> str:
    told = "".join(
        f"<p>{escape(text)}</p>"
        for text in (say(wording_cohort.COACH_END), say(wording_wall.TAKE), say(wording_wall.THANKS))
    )
    return f"<h1>{escape(say(wording_workshop.ENDED))}</h1>{told}"


def _shared(workshop: Workshop) -> str:
    content = services.content_of(workshop)
    rows = cohort.shared(content, workshop)
    lead = say(wording_cohort.SHARED_LEAD) if rows else say(wording_cohort.NO_SHARED)
    items = "".join(
        f"<li>{escape(content.question_by_id[row.question].text)}<br><b>{escape(sentence(row))}</b></li>"
        for row in rows
    )
    return f"<h1>{escape(say(wording_cohort.SHARED))}</h1><p>{escape(lead)}</p><ol>{items}</ol>"


def _pairs(workshop: Workshop) -> list[str]:
    content = services.content_of(workshop)
    found = cohort.pairs(content, workshop)
    top = f"<h1>{escape(say(wording_cohort.PAIRS))}</h1><p>{escape(say(wording_cohort.PAIRS_LEAD))}</p>"
    if not found:
        return [f"{top}<p>{escape(say(wording_cohort.NO_PAIRS))}</p>"]
    pieces = [piece for pair in found for piece in _pieces(content.question_by_id[pair.question].text, pair)]
    return [top + _table(rows) for rows in _fitted(pieces)]


def _pieces(text: str, pair: cohort.Pair) -> list[_Piece]:
    """The rows of one subject: more than one when the names would not hold on a screen."""
    sides = [_fitted_names(names) for names in (pair.knows, pair.seeks)]
    return [(text, knows, seeks) for knows, seeks in zip_longest(*sides, fillvalue=())]


def _fitted_names(names: tuple[str, ...]) -> list[tuple[str, ...]]:
    parts: list[tuple[str, ...]] = [()]
    for name in names:
        if _high((*parts[-1], name)) > _MOST:
            parts.append(())
        parts[-1] = (*parts[-1], name)
    return parts


def _fitted(pieces: list[_Piece]) -> list[list[_Piece]]:
    """As many rows a screen as hold without scrolling."""
    screens: list[list[_Piece]] = [[]]
    for piece in pieces:
        if screens[-1] and sum(map(_row_high, [*screens[-1], piece])) > _MOST:
            screens.append([])
        screens[-1].append(piece)
    return screens


def _row_high(piece: _Piece) -> int:
    text, knows, seeks = piece
    return max(_high((text,)), _high(knows), _high(seeks))


def _high(texts: tuple[str, ...]) -> int:
    return _AROUND + _LINE * sum(-(-len(text) // _LETTERS) for text in texts)


def _table(rows: list[_Piece]) -> str:
    head = "".join(
        f'<th scope="col">{escape(h)}</th>'
        for h in (say(wording_cohort.SUBJECT), say(wording_cohort.KNOWS), say(wording_cohort.SEEKS))
    )
    body = "".join(f"<tr><td>{escape(text)}</td><td>{_lines(a)}</td><td>{_lines(b)}</td></tr>" for text, a, b in rows)
    return (
        f'<table class="palier-mur-table palier-mur-noms"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
    )


def _lines(names: tuple[str, ...]) -> str:
    return "<br>".join(map(escape, names))
