"""Alembic's way in: the open, keyed connection is handed over, so no address and no key is ever written down."""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
