"""Counts the statements that a turn takes."""

from contextlib import contextmanager

from sqlalchemy import event


@contextmanager
def statements(engine):
    """The statements that are run meanwhile, each once however many rows it is given."""
    seen = []

    def before(_connection, _cursor, statement, *_more):
        seen.append(statement)

    event.listen(engine.sync_engine, "before_cursor_execute", before)
    try:
        yield seen
    finally:
        event.remove(engine.sync_engine, "before_cursor_execute", before)
