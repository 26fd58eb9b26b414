"""The table at which one person sits: does what is the demo's own, and hands all else to Bandwidth."""

import asyncio
import re
from collections.abc import Callable, Mapping

from bandwidth.demo import words
from bandwidth.demo.cast import engagements, who_is_who
from bandwidth.demo.delivery import Delivery
from bandwidth.demo.players import Seat, SimulatedPlayers
from bandwidth.demo.sights import Sight, look
from bandwidth.demo.tour import Tour
from bandwidth.demo.town import LEADS
from bots.chat.reply import Reply
from bots.chat.turn import Reader
from bots.console.adapter import ConsoleAdapter, Show
from core.clock import Clock
from core.ids import PersonId
from core.personal_data.store import PersonalDataUnit
from core.unit import Units

_AS = re.compile(r"/as(?:\s+(?P<name>.+))?", re.IGNORECASE)
_SKIP = re.compile(r"/?skip", re.IGNORECASE)
_TOUR = re.compile(r"/tour(?:\s+(?P<off>off|stop|end|leave|quit))?", re.IGNORECASE)
_WHO = re.compile(r"/who", re.IGNORECASE)


class DemoTable:
    """Implements bots.console.client.Companion."""

    words = ("/as", "/who", "/tour", "/tour off", "skip")

    def __init__(
        self,
        adapter: ConsoleAdapter,
        people: Mapping[PersonId, str],
        *,
        units: Units[PersonalDataUnit],
        clock: Clock,
        seat: Seat,
        players: SimulatedPlayers,
        delivery: Delivery,
        screen: Show,
        reader: Callable[[], Reader],
    ) -> None:
        """`people`: all who live in the town, by the names that they are called at the console."""
        self._adapter = adapter
        self._people = people
        self._units = units
        self._clock = clock
        self._seat = seat
        self._players = players
        self._delivery = delivery
        self._screen = screen
        self._reader = reader
        self._tour = Tour(self._look, self._tell, reader)
        self._turns = asyncio.Lock()
        """Lines and other people's answers come one after the other."""

    @property
    def name(self) -> str:
        """Implements Companion."""
        return self._seat.name

    async def greet(self) -> None:
        """Say where one is, and begin the tour."""
        async with self._turns:
            self._adapter.sit_down(self.name)
            await self._tell(words.welcome(self.name, self._reader()))
            await self._tour.begin(self.name)

    async def typed(self, name: str, text: str) -> None:
        """A line; in a transcript somebody else may sit down to type it. Raises NoSuchButton."""
        async with self._turns:
            self._sit(name)
            text = text.strip()
            if not await self._own(text):
                answer = await self._adapter.typed(name, text)
                await self._delivery.letters()
                await self._tour.heard(self.name, answer.result if answer else None)

    async def moved_on(self) -> None:
        """Others have done something."""
        async with self._turns:
            await self._delivery.letters()
            await self._tour.look_again(self.name)

    async def show(self, name: str, reply: Reply) -> None:
        """Show somebody something, if it is they who sit here."""
        if name == self.name:
            await self._screen(name, reply)

    async def _own(self, text: str) -> bool:
        """Whether it is one of the demo's own words, which is done then."""
        if found := _AS.fullmatch(text):
            await self._become(found["name"])
        elif _WHO.fullmatch(text):
            await self._everybody()
        elif _SKIP.fullmatch(text) and self._tour.goes_on:
            await self._tour.skip(self.name)
        elif found := _TOUR.fullmatch(text):
            await (self._tour.leave() if found["off"] else self._tour.again(self.name))
        else:
            return False
        return True

    async def _become(self, wanted: str | None) -> None:
        """Somebody else sits down: what came for them in the meantime is shown now."""
        if wanted is None:
            await self._everybody()
            return
        called = {name.casefold(): which for which, name in self._people.items()}
        which = called.get(wanted.strip(" .").casefold())
        if which is None:
            await self._tell(words.nobody(wanted.strip(), tuple(self._people.values()), self._reader()))
            return
        self._sit(self._people[which])
        async with self._units.read() as unit:
            does = await engagements(unit, which)
        await self._tell(words.seated(self.name, does, self._reader()))
        for each in self._players.left_to(self.name):
            await self._tell(each)
        await self._delivery.letters()
        await self._tour.look_again(self.name)

    def _sit(self, name: str) -> None:
        if name != self.name and self.name in LEADS:
            self._adapter.get_up(self.name)
        self._seat.name = name
        self._adapter.sit_down(name)

    async def _everybody(self) -> None:
        async with self._units.read() as unit:
            town = await who_is_who(unit, self._people)
        await self._tell(words.everybody(town, self.name, self._reader()))

    async def _tell(self, reply: Reply) -> None:
        await self._screen(self.name, reply)

    async def _look(self) -> Sight:
        async with self._units.read() as unit:
            return await look(unit, self._people, self._clock.now())
