"""Units of work: all stores on one connection, in one transaction."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from sqlalchemy.ext.asyncio import AsyncEngine

from storage.bands.bands import SqlBands
from storage.bands.kits import SqlKits
from storage.engine.statements import Statements
from storage.engine.transactions import Transactions
from storage.market.applications import SqlApplications
from storage.market.countings import SqlCountings
from storage.market.events import SqlEvents
from storage.market.matches import SqlMatches
from storage.market.public_nights import SqlPublicNights
from storage.market.ratings import SqlRatings
from storage.market.searches import SqlBandSearches
from storage.market.venues import SqlVenues
from storage.outbox.outbox import SqlOutbox
from storage.people.link_codes import SqlLinkCodes
from storage.people.people import SqlPeople
from storage.personal_data.erasure import forget
from storage.personal_data.store import SqlPersonalData
from storage.publications.publications import SqlPublications
from storage.scheduling.commitments import SqlCommitments
from storage.scheduling.confirmations import SqlConfirmations
from storage.scheduling.diaries import SqlDiaries
from storage.scheduling.feeds import SqlFeeds
from storage.scheduling.nudges import SqlNudges
from storage.scheduling.taken import SqlTakenTimes
from storage.turns.arrivals import SqlArrivals
from storage.turns.journal import SqlJournal
from storage.turns.pending import SqlPendingCommands
from storage.web_sessions.web_sessions import SqlWebSessions


class SqlUnit:
    """Implements core.personal_data.store.PersonalDataUnit, and with it every smaller unit."""

    __slots__ = ("_secret", "_statements")

    def __init__(self, statements: Statements, *, secret: bytes) -> None:
        self._statements = statements
        self._secret = secret

    @property
    def people(self) -> SqlPeople:
        return SqlPeople(self._statements)

    @property
    def link_codes(self) -> SqlLinkCodes:
        return SqlLinkCodes(self._statements, secret=self._secret)

    @property
    def bands(self) -> SqlBands:
        return SqlBands(self._statements, secret=self._secret)

    @property
    def kits(self) -> SqlKits:
        return SqlKits(self._statements)

    @property
    def diaries(self) -> SqlDiaries:
        return SqlDiaries(self._statements)

    @property
    def taken(self) -> SqlTakenTimes:
        return SqlTakenTimes(self._statements)

    @property
    def nudges(self) -> SqlNudges:
        return SqlNudges(self._statements)

    @property
    def feeds(self) -> SqlFeeds:
        return SqlFeeds(self._statements)

    @property
    def confirmations(self) -> SqlConfirmations:
        return SqlConfirmations(self._statements)

    @property
    def personal_data(self) -> SqlPersonalData:
        return SqlPersonalData(self._statements)

    @property
    def commitments(self) -> SqlCommitments:
        return SqlCommitments(self._statements)

    @property
    def venues(self) -> SqlVenues:
        return SqlVenues(self._statements, secret=self._secret)

    @property
    def events(self) -> SqlEvents:
        return SqlEvents(self._statements)

    @property
    def public_nights(self) -> SqlPublicNights:
        return SqlPublicNights(self._statements)

    @property
    def applications(self) -> SqlApplications:
        return SqlApplications(self._statements, secret=self._secret)

    @property
    def countings(self) -> SqlCountings:
        return SqlCountings(self._statements, secret=self._secret)

    @property
    def ratings(self) -> SqlRatings:
        return SqlRatings(self._statements)

    @property
    def matches(self) -> SqlMatches:
        return SqlMatches(self._statements)

    @property
    def searches(self) -> SqlBandSearches:
        return SqlBandSearches(self._statements)

    @property
    def publications(self) -> SqlPublications:
        return SqlPublications(self._statements)

    @property
    def web_sessions(self) -> SqlWebSessions:
        return SqlWebSessions(self._statements)

    @property
    def arrivals(self) -> SqlArrivals:
        return SqlArrivals(self._statements)

    @property
    def journal(self) -> SqlJournal:
        return SqlJournal(self._statements)

    @property
    def outbox(self) -> SqlOutbox:
        return SqlOutbox(self._statements)

    @property
    def pending(self) -> SqlPendingCommands:
        return SqlPendingCommands(self._statements)


class SqlUnits:
    """Implements core.unit.Units. Leaving a unit by an exception or a cancellation undoes all of it."""

    def __init__(self, engine: AsyncEngine, *, secret: bytes) -> None:
        self._transactions = Transactions(engine)
        self._secret = secret
        self._notices_wait: Callable[[], None] | None = None
        self._matches_wanted: Callable[[], None] | None = None

    def when_notices_wait(self, call: Callable[[], None]) -> None:
        """Call this after the commit of a unit that left notices, so that they are delivered at once."""
        self._notices_wait = call

    def when_matches_are_wanted(self, call: Callable[[], None]) -> None:
        """Call this after the commit of a unit that has published something, so that bands hear of it."""
        self._matches_wanted = call

    @asynccontextmanager
    async def read(self) -> AsyncIterator[SqlUnit]:
        async with self._transactions.read() as statements:
            yield SqlUnit(statements, secret=self._secret)

    @asynccontextmanager
    async def write(self) -> AsyncIterator[SqlUnit]:
        async with self._transactions.write() as statements:
            yield SqlUnit(statements, secret=self._secret)
        if statements.erases:
            forget()
        if statements.leaves_notices and self._notices_wait is not None:
            self._notices_wait()
        if statements.asks_for_matches and self._matches_wanted is not None:
            self._matches_wanted()
