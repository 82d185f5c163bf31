"""What one leaves a workshop with, and whether an association was ever named there."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("seat", sa.Column("named", sa.Boolean, nullable=False, server_default=sa.false()))
    op.add_column("seat", sa.Column("promise", sa.Text))
    op.execute("UPDATE seat SET named = consents")
