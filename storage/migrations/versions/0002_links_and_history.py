"""Links apart from what they open, the history of values, words of reviewers, deletions that last, daily tasks.

An assessment kept until now under the hash of its link keeps that hash as its id: it says nothing by itself,
and stops opening anything once the link is replaced.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.alter_column("assessment", "capability", new_column_name="id")
    op.alter_column("entry", "capability", new_column_name="assessment_id")
    op.add_column("assessment", sa.Column("sequence", sa.Integer, nullable=False, server_default="0"))
    op.add_column("assessment", sa.Column("finished", sa.Boolean, nullable=False, server_default=sa.false()))
    _history()
    _links()
    _housekeeping()
    op.execute("INSERT INTO link SELECT id, id, 'owner', created_at FROM assessment")


def _owned(primary_key: bool = False) -> sa.Column[str]:
    key = sa.ForeignKey("assessment.id", ondelete="CASCADE")
    return sa.Column("assessment_id", sa.Text, key, nullable=False, primary_key=primary_key)


def _history() -> None:
    op.create_table(
        "change",
        _owned(primary_key=True),
        sa.Column("sequence", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.Text, primary_key=True),
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("value", sa.Text),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sqlite_with_rowid=False,
    )


def _links() -> None:
    op.create_table(
        "link",
        sa.Column("capability", sa.Text, primary_key=True),
        _owned(),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("link_of", "link", ["assessment_id"])
    op.create_table(
        "review",
        _owned(primary_key=True),
        sa.Column("question", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("structure", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sqlite_with_rowid=False,
    )


def _housekeeping() -> None:
    op.create_table(
        "deleted",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "task",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=False),
        sqlite_with_rowid=False,
    )
