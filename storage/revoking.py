"""What somebody took back since a backup, and that putting it back must not undo: agreements and earlier photos.

Known from the database that is replaced, when it can be read. Answers, notes and promises go back to what they were
on the day of the backup: that is what a backup is for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, delete, select, update

from questionnaire.previous import PREVIOUS
from storage.schema import assessment, change, entry, seat

Key = tuple[str, str]


@dataclass(frozen=True)
class Now:
    """How it was just before: photos by assessment with the number of its last save, and the seats that refuse."""

    sequences: dict[str, int]
    photos: frozenset[Key]
    refusing: frozenset[Key]


def now(connection: Connection) -> Now:
    numbers = connection.execute(select(assessment.c.id, assessment.c.sequence)).all()
    refusing = connection.execute(select(seat.c.room_id, seat.c.id).where(~seat.c.consents)).all()
    return Now({row.id: row.sequence for row in numbers}, _photos(connection), frozenset(map(_key, refusing)))


def revoke_again(connection: Connection, before: Now) -> int:
    """In the caller's transaction, once the rows of the backup are there; how many choices were kept as they were."""
    numbers = connection.execute(select(assessment.c.id, assessment.c.sequence)).all()
    older = {row.id for row in numbers if row.sequence < before.sequences.get(row.id, 0)}
    photos = [one for one in _photos(connection) - before.photos if one[0] in older]
    for id_, key in photos:
        for table in (entry, change):
            mine = and_(table.c.assessment_id == id_, table.c.kind == PREVIOUS, table.c.key == key)
            connection.execute(delete(table).where(mine))
    given = connection.execute(select(seat.c.room_id, seat.c.id).where(seat.c.consents)).all()
    seats = before.refusing.intersection(map(_key, given))
    for room_id, id_ in seats:
        mine = and_(seat.c.room_id == room_id, seat.c.id == id_)
        connection.execute(update(seat).where(mine).values(consents=False))
    return len(photos) + len(seats)


def _photos(connection: Connection) -> frozenset[Key]:
    asked = select(entry.c.assessment_id, entry.c.key).where(entry.c.kind == PREVIOUS)
    return frozenset(map(_key, connection.execute(asked)))


def _key(row: Any) -> Key:
    return str(row[0]), str(row[1])
