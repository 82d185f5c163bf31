"""Links in the database: whose they are, replaced, withdrawn, and what reviewers said. In the caller's transaction."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, text

from questionnaire.language import say
from storage import statements as sql
from storage import withdrawing
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
    """As `owned`, the assessment locked: two devices that replace its link at once come one after the other.

    What is remembered is locked first, in the order of a deletion and of a restore.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("LOCK TABLE deleted IN ROW EXCLUSIVE MODE"))
    id_ = owned(connection, capability)
    if id_ is None:
        return None
    connection.execute(sql.LOCK, {"of": id_})
    return owned(connection, capability)  # the one that came first may have withdrawn this link meanwhile


def rotate(connection: Connection, upserts: sql.Upserts, capability: str, new: str, now: datetime) -> list[str]:
    """The lines that remember what was withdrawn; none when the link opens nothing."""
    id_ = _held(connection, capability)
    if id_ is None:
        return []
    lines = _withdrawn(connection, upserts, id_, {OWNER: new, REVIEWER: None}, now)
    add(connection, new, id_, OWNER, now)
    return lines


def invite(
    connection: Connection, upserts: sql.Upserts, capability: str, reviewer: str | None, now: datetime
) -> list[str]:
    """The lines that remember the reviewer's link withdrawn, if there was one."""
    id_ = _held(connection, capability)
    if id_ is None:
        raise link_gone(say("Le lien n'a pas été donné"))
    lines = _withdrawn(connection, upserts, id_, {REVIEWER: reviewer}, now)
    if reviewer is not None:
        add(connection, reviewer, id_, REVIEWER, now)
    return lines


def _withdrawn(
    connection: Connection, upserts: sql.Upserts, id_: str, new: Mapping[str, str | None], now: datetime
) -> list[str]:
    """Take away the links of these roles, and remember it."""
    lines = []
    for row in connection.execute(sql.LINKS, {"of": id_}).all():
        if row.role in new:
            lines.append(withdrawing.line(row.capability, new[row.role]))
            connection.execute(upserts.remember_deleted, {"id": lines[-1], "at": now})
    for role in new:
        connection.execute(sql.WITHDRAW_ROLE, {"of": id_, "of_role": role})
    return lines


def invited(connection: Connection, capability: str) -> datetime | None:
    id_ = owned(connection, capability)
    found: datetime | None = connection.scalar(sql.INVITED, {"of": id_, "of_role": REVIEWER}) if id_ else None
    return found


def tick(
    connection: Connection, upserts: sql.Upserts, capability: str, reviews: tuple[Review, ...], gone: tuple[str, ...]
) -> None:
    id_ = owned(connection, capability, REVIEWER)
    if id_ is None:
        raise link_gone(say("La relecture n'a pas été enregistrée"))
    for one in reviews:
        row = {"question": one.question, "name": one.name, "structure": one.structure}
        connection.execute(upserts.tick, {"assessment_id": id_, **row, "subject": one.subject, "at": one.at})
    for question in gone:
        connection.execute(sql.UNTICK, {"of": id_, "of_question": question})
