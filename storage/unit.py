"""Units of work: all stores on one connection, in one transaction."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from sqlalchemy.ext.asyncio import AsyncEngine

from storage.arrivals import SqlArrivals
from storage.bands import SqlBands
from storage.belongings import SqlPersonalData
from storage.commitments import SqlCommitments
from storage.confirmations import SqlConfirmations
from storage.diaries import SqlDiaries
from storage.drafts import SqlDrafts
from storage.erasing import forget
from storage.feeds import SqlFeeds
from storage.journal import SqlJournal
from storage.link_codes import SqlLinkCodes
from storage.nudges import SqlNudges
from storage.outbox import SqlOutbox
from storage.people import SqlPeople
from storage.statements import Statements
from storage.taken import SqlTakenTimes
from storage.transactions import Transactions


class SqlUnit:
    """Implements core.personal_data.store.PersonalDataUnit, and with it every smaller unit."""

    __slots__ = ("_secret", "_statements")

    def __init__(self, statements: Statements, *, secret: bytes) -> None:
        self._statements = statements
        self._secret = secret

    @property
    def people(self) -> SqlPeople:
        """The people."""
        return SqlPeople(self._statements)

    @property
    def link_codes(self) -> SqlLinkCodes:
        """The codes that join accounts."""
        return SqlLinkCodes(self._statements, secret=self._secret)

    @property
    def bands(self) -> SqlBands:
        """The bands."""
        return SqlBands(self._statements, secret=self._secret)

    @property
    def diaries(self) -> SqlDiaries:
        """The diaries."""
        return SqlDiaries(self._statements)

    @property
    def taken(self) -> SqlTakenTimes:
        """What calendars and commitments take."""
        return SqlTakenTimes(self._statements)

    @property
    def nudges(self) -> SqlNudges:
        """Who was nudged when."""
        return SqlNudges(self._statements)

    @property
    def feeds(self) -> SqlFeeds:
        """The imported calendars."""
        return SqlFeeds(self._statements)

    @property
    def confirmations(self) -> SqlConfirmations:
        """Which months are confirmed."""
        return SqlConfirmations(self._statements)

    @property
    def personal_data(self) -> SqlPersonalData:
        """All that is held about a person."""
        return SqlPersonalData(self._statements)

    @property
    def commitments(self) -> SqlCommitments:
        """What bands have in their diaries."""
        return SqlCommitments(self._statements)

    @property
    def arrivals(self) -> SqlArrivals:
        """What is there when something comes in."""
        return SqlArrivals(self._statements)

    @property
    def journal(self) -> SqlJournal:
        """What was done."""
        return SqlJournal(self._statements)

    @property
    def outbox(self) -> SqlOutbox:
        """What is to be told."""
        return SqlOutbox(self._statements)

    @property
    def drafts(self) -> SqlDrafts:
        """What is half said."""
        return SqlDrafts(self._statements)


class SqlUnits:
    """Implements core.unit.Units. Leaving a unit by an exception or a cancellation undoes all of it."""

    def __init__(self, engine: AsyncEngine, *, secret: bytes) -> None:
        self._transactions = Transactions(engine)
        self._secret = secret
        self._notices_wait: Callable[[], None] | None = None

    def when_notices_wait(self, call: Callable[[], None]) -> None:
        """Call this whenever a unit that left notices is committed: they need not wait for a tick."""
        self._notices_wait = call

    @asynccontextmanager
    async def read(self) -> AsyncIterator[SqlUnit]:
        """A unit that sees one state of the store and changes nothing."""
        async with self._transactions.read() as statements:
            yield SqlUnit(statements, secret=self._secret)

    @asynccontextmanager
    async def write(self) -> AsyncIterator[SqlUnit]:
        """A unit that sees and changes the store as if it were alone."""
        async with self._transactions.write() as statements:
            yield SqlUnit(statements, secret=self._secret)
        if statements.erases:
            forget()
        if statements.leaves_notices and self._notices_wait is not None:
            self._notices_wait()
