"""The rows of a workshop: who sits in it, what was cast, the room itself, as plain reads and writes of one connection."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, select, update

from storage.schema import ballot, room, seat
from workshop.model import Seat, Slot, Workshop
from workshop.plain import promise_of, promised


def seats_of(connection: Connection, id_: str) -> list[Seat]:
    taken = select(seat).where(seat.c.room_id == id_).order_by(seat.c.id)
    return [
        Seat(one.id, one.role, one.association, one.consents, one.named, promise_of(one.promise))
        for one in connection.execute(taken)
    ]


def ballots_of(connection: Connection, id_: str, only: str | None) -> dict[Slot, tuple[Any, int]]:
    """What was cast and its number, by slot: every ballot, or those of one seat `only`."""
    cast = select(ballot).where(ballot.c.room_id == id_, ballot.c.round > 0)  # under 0: `begun`
    if only is not None:
        cast = cast.where(ballot.c.seat_id == only)
    return {
        (one.round, one.question, one.seat_id): (json.loads(one.value), one.number) for one in connection.execute(cast)
    }


def write_seats(connection: Connection, id_: str, before: Workshop, after: Workshop) -> None:
    """What the move changed of those who sit."""
    for of, one in after.seats.items():
        if before.seats.get(of) != one:
            said = {"consents": one.consents, "named": one.named, "promise": promised(one.promise)}
            connection.execute(update(seat).where(seat.c.room_id == id_, seat.c.id == of).values(**said))


def sit(connection: Connection, id_: str, capability: str, before: Workshop, after: Workshop) -> None:
    """Whoever came with this move, under their capability."""
    for one in after.seats.values():
        if one.id not in before.seats:
            row = {"role": one.role, "association": one.association, "consents": one.consents}
            connection.execute(seat.insert(), {"room_id": id_, "id": one.id, "capability": capability} | row)


def seat_of(id_: str, capability: str) -> str:
    """The seat that this capability has in this workshop: it says nothing of the capability."""
    return hashlib.sha256(f"seat:{id_}:{capability}".encode()).hexdigest()[:32]


def one_room(which: ColumnElement[bool], locked: bool) -> Select[Any]:
    """SQLite, which writes one at a time, leaves the lock out."""
    asked = select(room).where(which)
    return asked.with_for_update() if locked else asked
