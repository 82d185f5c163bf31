"""Run by Alembic for each migration; the connection, already in its transaction, comes from `storage.migrating`."""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"])
with context.begin_transaction():
    context.run_migrations()
