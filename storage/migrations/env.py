"""Run by Alembic: migrations on the connection that storage/migrate.py has opened."""

from alembic import context

from storage.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite changes tables by rebuilding them
)
with context.begin_transaction():
    context.run_migrations()
