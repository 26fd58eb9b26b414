"""The composition root: plain constructor calls that put the program together."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

from sqlalchemy.ext.asyncio import AsyncEngine

from bandwidth.invite_codes import new_code
from bandwidth.settings import OperatorSettings
from bots.chat.dispatch import Dispatcher
from bots.chat.postman import Messenger, Postman
from bots.chat.turn import BotAddress
from core.clock import Clock, SystemClock
from core.ids import Platform
from core.notices import KNOWN
from core.publications.addresses import Secrets
from core.scheduling.calendars.hosts import Hosts
from core.scheduling.phrases.understanding import Context
from core.scheduling.tongues.found import Found
from jobs import counting, feeds, matching, outbox, upkeep
from jobs.calendar_process import CalendarProcess
from jobs.counting import CountingWorker
from jobs.feeds import FeedWorker
from jobs.matching import MatchingWorker
from jobs.outbox import OutboxWorker
from jobs.ports import Fetched, Limits, NotChanged, Unfetched
from jobs.ticker import Round, Ticker
from jobs.ticket_providers import counters
from jobs.upkeep import UpkeepWorker
from presentation.addresses import PageAddresses
from presentation.secret_addresses import SecretAddresses
from presentation.tokens import Tokens
from storage.engine.engines import open_engine
from storage.engine.errors import StorageError
from storage.market.counting_claims import SqlCountStore
from storage.outbox.claims import SqlOutboxStore
from storage.program.settings import SqlSettings
from storage.program.upkeep import SqlUpkeep
from storage.scheduling.feed_claims import SqlFeedStore
from storage.unit import SqlUnits

if TYPE_CHECKING:
    from jobs.fetcher import WebFetcher

_TELEGRAM = "telegram_username"


@dataclass(frozen=True, slots=True)
class App:
    """The program without its bots, console and web server."""

    settings: OperatorSettings
    engine: AsyncEngine
    clock: Clock
    units: SqlUnits
    dispatcher: Dispatcher
    remembered: SqlSettings
    secret: bytes = field(repr=False)
    """The application's key."""
    name: str
    """A name that distinguishes this installation from others."""

    def ticker(self, messengers: dict[Platform, Messenger]) -> Ticker:
        """The jobs, delivering through these messengers."""
        address = self.dispatcher.bot_address
        postman = Postman(self.units, self.clock, messengers, self.name, address.pages_for, address.web)
        telling = OutboxWorker(SqlOutboxStore(self.engine, KNOWN), postman, self.clock)
        clearing = UpkeepWorker(SqlUpkeep(self.engine), self.clock)
        ticker = Ticker(
            (
                Round("outbox", telling.run_once, outbox.EVERY_SECONDS),
                # A calendar whose fetch was interrupted is put back, and is due at the next start.
                Round("feeds", self.feed_worker().run_once, feeds.EVERY_SECONDS, finishes=False),
                # So is a provider that was being asked for counts.
                Round("tickets", self.counting_worker().run_once, counting.EVERY_SECONDS, finishes=False),
                Round("matching", self.matching_worker().run_once, matching.EVERY_SECONDS),
                Round("upkeep", clearing.run_once, upkeep.EVERY_SECONDS),
            )
        )
        self.units.when_notices_wait(partial(ticker.poke, "outbox"))
        self.units.when_matches_are_wanted(partial(ticker.poke, "matching"))
        return ticker

    def matching_worker(self) -> MatchingWorker:
        """The worker that tells bands of open dates."""
        return MatchingWorker(self.units, self.clock)

    def feed_worker(self) -> FeedWorker:
        """The worker that keeps imported calendars fresh."""
        fetcher = _FetcherWhenNeeded(self.settings.calendar_hosts)
        return FeedWorker(SqlFeedStore(self.engine), fetcher, CalendarProcess(), self.clock)

    def counting_worker(self) -> CountingWorker:
        """The worker that keeps the counts of tickets fresh."""
        fetcher = _FetcherWhenNeeded(self.settings.ticket_hosts, limits=counting.COUNTS)
        store = SqlCountStore(self.engine, secret=self.secret)
        return CountingWorker(store, counters(fetcher), self.clock)

    async def remember_address(self) -> None:
        """Store the bot's address as a platform reported it, for processes without that platform."""
        if self.dispatcher.bot_address.telegram:
            await self.remembered.set(_TELEGRAM, self.dispatcher.bot_address.telegram)

    async def answers(self) -> bool:
        """Whether the database answers."""
        try:
            await self.remembered.get(_TELEGRAM)
        except StorageError:
            return False
        return True

    async def close(self) -> None:
        """Disconnect from the database."""
        await self.engine.dispose()


class _FetcherWhenNeeded:
    """Loads the HTTP libraries for the first address: many bands import no calendar and count no tickets."""

    def __init__(self, hosts: Hosts, *, limits: Limits | None = None) -> None:
        self._hosts = hosts
        self._limits = limits
        self._fetcher: WebFetcher | None = None

    async def fetch(
        self, address: str, *, etag: str | None, changed: str | None
    ) -> Fetched | NotChanged | Unfetched:
        """Implements jobs.ports.Fetcher."""
        return await (await self._ready()).fetch(address, etag=etag, changed=changed)

    async def fetch_json(self, address: str, *, authorization: str) -> Fetched | Unfetched:
        """Implements jobs.ports.JsonFetcher."""
        return await (await self._ready()).fetch_json(address, authorization=authorization)

    async def _ready(self) -> "WebFetcher":
        if self._fetcher is None:
            self._fetcher = await asyncio.to_thread(self._loaded)
        return self._fetcher

    def _loaded(self) -> "WebFetcher":
        from jobs.fetcher import WebFetcher

        return WebFetcher(self._hosts, limits=self._limits)


async def read_date(words: str, context: Context) -> Found | None:
    """Read a single date in a further language. dateparser is loaded for the first, in a thread."""
    return await asyncio.to_thread(_date_read, words, context)


def _date_read(words: str, context: Context) -> Found | None:
    from core.scheduling.tongues.reader import read

    return read(words, context)


def secret_addresses(settings: OperatorSettings, secret: bytes) -> SecretAddresses:
    """Where the web part is reached: from outside, if the operator has said so, else on this machine."""
    here = f"http://{settings.web_host}:{settings.web_port}"
    return SecretAddresses(PageAddresses(settings.public_url), here, Secrets(secret))


async def build(
    settings: OperatorSettings, *, clock: Clock | None = None, codes: Callable[[], str] = new_code
) -> App:
    """Put the program together on a migrated database. Raises storage.engine.errors.StorageError."""
    clock = clock or SystemClock()
    engine = open_engine(settings.database_url)
    remembered = SqlSettings(engine)
    stored = await remembered.secret()
    secret = settings.secret_key.encode() if settings.secret_key else stored
    units = SqlUnits(engine, secret=secret)
    dispatcher = Dispatcher(
        units=units,
        clock=clock,
        tokens=Tokens(secret),
        bot_address=BotAddress(secret_addresses(settings, secret), await remembered.get(_TELEGRAM)),
        new_code=codes,
        dates=read_date,
        calendar_hosts=settings.calendar_hosts,
        ticket_hosts=settings.ticket_hosts,
    )
    return App(
        settings=settings,
        engine=engine,
        clock=clock,
        units=units,
        dispatcher=dispatcher,
        remembered=remembered,
        secret=secret,
        name=sha256(stored).hexdigest()[:8],
    )
