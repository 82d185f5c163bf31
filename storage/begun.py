"""Lists begun on a phone and not finished: they come back after a reload, and count nowhere before they are whole."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite

from questionnaire.language import say
from storage.rooms import Held
from storage.schema import ballot
from storage.sql import SqlStore

_NOT_WRITTEN = "Votre liste commencée n'a pas été enregistrée"
_NOT_READ = "Votre liste commencée n'a pas pu être relue"


class Begun:
    """Kept beside the ballots under the negative of the round, which no count and no screen of the room reads."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store
        put: Any = sqlite.insert if store.engine.dialect.name == "sqlite" else postgresql.insert
        new = put(ballot)
        self._keep = new.on_conflict_do_update(
            index_elements=["room_id", "round", "question", "seat_id"], set_={"value": new.excluded.value}
        )

    def of(self, held: Held, question: str) -> Mapping[str, str]:
        """The list of each line already sorted by this seat, in the round of the moment."""
        where = (
            ballot.c.room_id == held.id,
            ballot.c.round == -held.workshop.round,
            ballot.c.question == question,
            ballot.c.seat_id == held.actor.seat,
        )
        with self._store.read(say(_NOT_READ)) as connection:
            kept = connection.scalar(select(ballot.c.value).where(*where))
            return {str(line): str(name) for line, name in json.loads(kept).items()} if kept else {}

    def keep(self, held: Held, question: str, lines: Mapping[str, str]) -> None:
        """Durable when it returns; nothing when the question is not on vote any more, or for a coach."""
        if held.actor.seat is None or question not in held.workshop.on_vote:
            return
        row = {"room_id": held.id, "round": -held.workshop.round, "question": question, "seat_id": held.actor.seat}
        with self._store.write(say(_NOT_WRITTEN)) as connection:
            connection.execute(self._keep, row | {"value": json.dumps(dict(lines)), "number": 0})
