"""Run by Alembic: carries out the migrations on the connection it was given (see bot.storage.database.upgrade)."""

from alembic import context

from bot.storage.tables import metadata

# The connection is in its caller's transaction, which holds the whole upgrade (on SQLite too: bot.storage.sqlite).
context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
