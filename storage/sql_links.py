"""Links in the database: whose they are, replaced, withdrawn, and what reviewers said. In the caller's transaction."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from storage import statements as sql
from storage.faults import link_gone
from storage.store import OWNER, REVIEWER, Review


def opened(connection: Connection, capability: str) -> tuple[str, str] | None:
    """What this link opens: the id of the assessment, and in which role."""
    found = connection.execute(sql.OPENED, {"capability": capability}).first()
    return (found.assessment_id, found.role) if found else None


def owned(connection: Connection, capability: str, role: str = OWNER) -> str | None:
    """The id of the assessment that this link opens in this role."""
    found = opened(connection, capability)
    return found[0] if found and found[1] == role else None


def add(connection: Connection, capability: str, id_: str, role: str, now: datetime) -> None:
    row = {"capability": capability, "assessment_id": id_, "role": role, "created_at": now}
    connection.execute(sql.ADD_LINK, row)


def _held(connection: Connection, capability: str) -> str | None:
    """As `owned`, the assessment locked: two devices that replace its link at once come one after the other."""
    id_ = owned(connection, capability)
    if id_ is None:
        return None
    connection.execute(sql.LOCK, {"of": id_})
    return owned(connection, capability)  # the one that came first may have withdrawn this link meanwhile


def rotate(connection: Connection, capability: str, new: str, now: datetime) -> bool:
    id_ = _held(connection, capability)
    if id_ is None:
        return False
    connection.execute(sql.WITHDRAW, {"of": id_})
    add(connection, new, id_, OWNER, now)
    return True


def invite(connection: Connection, capability: str, reviewer: str | None, now: datetime) -> datetime | None:
    id_ = _held(connection, capability)
    if id_ is None:
        raise link_gone("Le lien n'a pas été donné")
    connection.execute(sql.WITHDRAW_ROLE, {"of": id_, "of_role": REVIEWER})
    if reviewer is None:
        return None
    add(connection, reviewer, id_, REVIEWER, now)
    return now


def invited(connection: Connection, capability: str) -> datetime | None:
    id_ = owned(connection, capability)
    found: datetime | None = connection.scalar(sql.INVITED, {"of": id_, "of_role": REVIEWER}) if id_ else None
    return found


def tick(
    connection: Connection, upserts: sql.Upserts, capability: str, reviews: tuple[Review, ...], gone: tuple[str, ...]
) -> None:
    id_ = owned(connection, capability, REVIEWER)
    if id_ is None:
        raise link_gone("La relecture n'a pas été enregistrée")
    for one in reviews:
        row = {"question": one.question, "name": one.name, "structure": one.structure}
        connection.execute(upserts.tick, {"assessment_id": id_, **row, "subject": one.subject, "at": one.at})
    for question in gone:
        connection.execute(sql.UNTICK, {"of": id_, "of_question": question})
