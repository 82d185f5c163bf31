"""Workshops in the database: everything a screen shows is read from here, so another replica changes nothing.

A move is read, judged by `workshop.moves` and written in one transaction that holds the room's row: two coaches,
or a vote that arrives while the coach reveals, are put one after the other by the database.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from questionnaire.editions import Answered, Editions
from questionnaire.language import say
from questionnaire.model import Questionnaire
from storage.encoding import utc
from storage.room_rows import ballots_of, one_room, seat_of, seats_of, sit, write_seats
from storage.schema import ballot, room, seat
from storage.sql import SqlStore
from storage.store import StorageError
from workshop.ballots import written
from workshop.intents import Join, Move
from workshop.model import COACH, Actor, Refusal, Workshop
from workshop.moves import apply
from workshop.plain import restored, state_of

_NOT_WRITTEN = "L'atelier n'a pas été enregistré"
_NOT_READ = "L'atelier n'a pas pu être relu"


_OTHER_VERSION = (
    "Cet atelier suit une version des questions qui n'est plus sur ce site. Ses votes sont gardés : "
    "remettez le dossier de cette version à côté des autres."
)


class Of(NamedTuple):
    """The questionnaire that a kept workshop answers."""

    questionnaire_id: str
    version: str


@dataclass(frozen=True)
class Held:
    """A workshop as one actor may hold it: its code, who acts, and the state with the ballots that actor needs."""

    id: str
    code: str
    actor: Actor
    workshop: Workshop


class Rooms:
    """Workshops beside the assessments of one store, on the same engine and turns."""

    def __init__(self, store: SqlStore, editions: Editions) -> None:
        self._store, self._editions = store, editions
        put: Any = sqlite.insert if store.engine.dialect.name == "sqlite" else postgresql.insert
        self._open = put(room).on_conflict_do_nothing().returning(room.c.id)
        new = put(ballot)
        self._vote = new.on_conflict_do_update(
            index_elements=["room_id", "round", "question", "seat_id"],
            set_={"value": new.excluded.value, "number": new.excluded.number},
        )

    def open(self, id_: str, coach: str, code: str, workshop: Workshop) -> bool:
        """Keep a new workshop; False when its code is already somebody's, to be drawn again."""
        row = {"id": id_, "coach": coach, "code": code, "closes_at": utc(workshop.closes_at)}
        with self._store.write(say(_NOT_WRITTEN)) as connection:
            return connection.execute(self._open, row | self._state(workshop)).first() is not None

    def held(self, capability: str) -> Held | None:
        """What a coach's link, or a participant's cookie, opens. A participant gets no ballot but theirs."""
        with self._store.read(say(_NOT_READ)) as connection:
            return self._held(connection, capability)

    def turn(self, capability: str) -> int | None:
        """The turn of the workshop where this capability has a seat: all that a waiting phone asks, in one small row."""
        asked = select(room.c.turn).join(seat, seat.c.room_id == room.c.id).where(seat.c.capability == capability)
        with self._store.read(say(_NOT_READ)) as connection:
            return connection.scalar(asked)

    def seen(self, capability: str) -> Workshop | None:
        """What everybody in the room may see: the ballots of the votes that are revealed, and no other."""
        with self._store.read(say(_NOT_READ)) as connection:
            held = self._held(connection, capability)
            row = connection.execute(one_room(room.c.id == held.id, False)).first() if held else None
            if row is None:
                return None
            whole = self._workshop(connection, row, None)
            shown = {slot: cast for slot, cast in whole.ballots.items() if slot[:2] in whole.revealed}
            return replace(whole, ballots=shown)

    def found(self, code: str, now: datetime) -> str | None:
        """The id of the workshop that this code still opens."""
        with self._store.read(say(_NOT_READ)) as connection:
            asked = select(room.c.id).where(room.c.code == code, room.c.closes_at > utc(now))
            return connection.scalar(asked)

    def join(self, id_: str, capability: str, move: Join, now: datetime) -> Workshop | Refusal | None:
        """Take a seat under this capability; again, it is the same seat. None when the workshop is gone."""
        with self._store.write(say(_NOT_WRITTEN)) as connection:
            row = connection.execute(select(room).where(room.c.id == id_).with_for_update()).first()
            if row is None:
                return None
            actor = Actor(seat_of(id_, capability))
            before = self._workshop(connection, row, actor.seat)
            after = apply(self._content(before), before, move, actor, utc(now))
            if isinstance(after, Workshop):
                sit(connection, id_, capability, before, after)
            return after

    def act(self, capability: str, move: Move, now: datetime) -> Workshop | Refusal | None:
        """One move of whoever holds this capability, durable when it returns. None when it opens nothing."""
        with self._store.write(say(_NOT_WRITTEN)) as connection:
            held = self._held(connection, capability, locked=True)
            if held is None:
                return None
            after = apply(self._content(held.workshop), held.workshop, move, held.actor, utc(now))
            if isinstance(after, Workshop):
                self._write(connection, held, after)
            return after

    def lobby(self, id_: str) -> Workshop | None:
        """A workshop without any ballot: what whoever is about to join it may be asked."""
        with self._store.read(say(_NOT_READ)) as connection:
            row = connection.execute(one_room(room.c.id == id_, False)).first()
            return self._workshop(connection, row, "") if row else None

    def voted(self, id_: str, round_: int) -> Mapping[str, int]:
        """How many have voted, by question: all that a screen shows before the reveal."""
        asked = select(ballot.c.question, func.count()).where(ballot.c.room_id == id_, ballot.c.round == round_)
        with self._store.read(say(_NOT_READ)) as connection:
            rows = connection.execute(asked.group_by(ballot.c.question)).all()
            return {str(row[0]): int(row[1]) for row in rows}

    def _held(self, connection: Connection, capability: str, *, locked: bool = False) -> Held | None:
        row = connection.execute(one_room(room.c.coach == capability, locked)).first()
        if row is not None:
            return Held(row.id, row.code, COACH, self._workshop(connection, row, None))
        taken = connection.execute(select(seat.c.room_id, seat.c.id).where(seat.c.capability == capability)).first()
        row = taken and connection.execute(one_room(room.c.id == taken.room_id, locked)).first()
        if taken is None or row is None:
            return None
        return Held(row.id, row.code, Actor(taken.id), self._workshop(connection, row, taken.id))

    def _workshop(self, connection: Connection, row: Row[Any], only: str | None) -> Workshop:
        """With every ballot, or those of one seat `only`."""
        state = json.loads(row.state)
        taken, ballots = seats_of(connection, row.id), ballots_of(connection, row.id, only)
        return restored(self._content(Of(*state["questionnaire"])), state, taken, ballots)

    def _write(self, connection: Connection, held: Held, after: Workshop) -> None:
        """Only what the move changed: the state when it did, and the ballots that are new."""
        before = held.workshop
        state = self._state(after)
        if state != self._state(before):
            connection.execute(update(room).where(room.c.id == held.id).values(**state))
        write_seats(connection, held.id, before, after)
        for slot, cast in after.ballots.items():
            if before.ballots.get(slot) != cast:
                round_, name, of = slot
                raw = json.dumps(written(self._content(after).question_by_id[name], cast.answer))
                row = {"room_id": held.id, "round": round_, "question": name, "seat_id": of}
                connection.execute(self._vote, row | {"value": raw, "number": cast.number})

    def _content(self, answered: Answered) -> Questionnaire:
        """The version that a workshop was opened with: a newer one never changes what is being voted."""
        found = self._editions.of(answered)
        if found is None:
            raise StorageError(say(_OTHER_VERSION))
        return found

    def _state(self, workshop: Workshop) -> dict[str, Any]:
        return {"state": json.dumps(state_of(self._content(workshop), workshop)), "turn": workshop.turn}
