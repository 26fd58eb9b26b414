"""Counts the statements that a turn takes."""

from contextlib import contextmanager

from storage.engine.statements import Statements


@contextmanager
def statements():
    """The statements that are run meanwhile by any unit, each once however many rows it is given.

    They are counted where every store passes by: below, those that SQLite gets prepared go past SQLAlchemy.
    """
    seen = []
    run = Statements._run

    async def counted(self, statement, values):
        seen.append(str(statement))
        return await run(self, statement, values)

    Statements._run = counted
    try:
        yield seen
    finally:
        Statements._run = run
