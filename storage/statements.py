"""The SQL of the store, bound parameters only; the same sentences for SQLite and PostgreSQL."""

from __future__ import annotations

from typing import Any

from sqlalchemy import bindparam, delete, insert, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from storage.schema import assessment, change, deleted, entry, link, review

_id: Any = bindparam("of")
_capability: Any = bindparam("capability")

# One statement, so that a record and its entries are of the same moment in both databases.
LOAD = (
    select(
        assessment.c.questionnaire_id,
        assessment.c.version,
        assessment.c.created_at,
        assessment.c.updated_at,
        assessment.c.sequence,
        entry.c.kind,
        entry.c.key,
        entry.c.value,
    )
    .select_from(link.join(assessment).outerjoin(entry, entry.c.assessment_id == assessment.c.id))
    .where(link.c.capability == _capability, link.c.role == bindparam("role"))
)
OPENED = select(link.c.assessment_id, link.c.role).where(link.c.capability == _capability)
LOCK = select(assessment.c.id).where(assessment.c.id == _id).with_for_update()  # SQLite leaves it out: one writer
_line: Any = bindparam("line")  # of a link replaced or withdrawn: its line, whatever took its place
FORGOTTEN = select(deleted.c.id).where(or_(deleted.c.id == _id, deleted.c.id.startswith(_line)))
ADVANCE = (
    update(assessment)
    .where(assessment.c.id == _id)
    .values(
        sequence=assessment.c.sequence + 1,
        questionnaire_id=bindparam("of_id"),
        version=bindparam("of_version"),
        updated_at=bindparam("moment"),
        finished=bindparam("is_finished"),
    )
    .returning(assessment.c.sequence)
)
TAKE_AWAY = delete(entry).where(
    entry.c.assessment_id == _id, entry.c.kind == bindparam("of_kind"), entry.c.key == bindparam("of_key")
)
SINCE = (
    select(change.c.kind, change.c.key, change.c.value)
    .where(
        change.c.assessment_id == _id,
        change.c.sequence > bindparam("known"),
        change.c.sequence < bindparam("mine"),
    )
    .order_by(change.c.sequence)
)
HISTORY = (
    select(change.c.sequence, change.c.kind, change.c.key, change.c.value, change.c.at)
    .select_from(change.join(link, link.c.assessment_id == change.c.assessment_id))
    .where(link.c.capability == _capability, link.c.role == bindparam("role"))
    .order_by(change.c.sequence.desc(), change.c.kind, change.c.key)
    .limit(bindparam("most"))
)
FORGET = delete(assessment).where(assessment.c.id == _id)  # its entries, links, changes and reviews go with it
ADD_LINK = insert(link)
LINKS = select(link.c.capability, link.c.role).where(link.c.assessment_id == _id)
WITHDRAW_ROLE = delete(link).where(link.c.assessment_id == _id, link.c.role == bindparam("of_role"))
INVITED = select(link.c.created_at).where(link.c.assessment_id == _id, link.c.role == bindparam("of_role"))
REVIEWS = (
    select(review.c.question, review.c.name, review.c.structure, review.c.subject, review.c.at)
    .select_from(review.join(link, link.c.assessment_id == review.c.assessment_id))
    .where(link.c.capability == _capability)
    .order_by(review.c.question)
)
UNTICK = delete(review).where(review.c.assessment_id == _id, review.c.question == bindparam("of_question"))


class Upserts:
    """Writes that can be sent again; the two databases spell them alike, SQLAlchemy keeps them apart."""

    def __init__(self, dialect: str) -> None:
        put: Any = sqlite.insert if dialect == "sqlite" else postgresql.insert
        self.begin = put(assessment).on_conflict_do_nothing().returning(assessment.c.id)
        self.remember_deleted = put(deleted).on_conflict_do_nothing()
        value, seen = put(entry), put(review)
        self.put = value.on_conflict_do_update(
            index_elements=["assessment_id", "kind", "key"], set_={"value": value.excluded.value}
        )
        changing = {name: seen.excluded[name] for name in ("name", "structure", "subject", "at")}
        self.tick = seen.on_conflict_do_update(index_elements=["assessment_id", "question"], set_=changing)
