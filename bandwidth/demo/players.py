"""The people of the town who are nobody at the terminal: they answer what they are asked, by its buttons."""

import asyncio
from collections.abc import Collection
from dataclasses import dataclass

from bots.chat.buttons import Payload
from bots.chat.buttons.diary import AllAsUsual
from bots.chat.buttons.gigs import AnswerCommitment
from bots.chat.buttons.market import AnswerLook, ConfirmGig, OpenGigInvite
from bots.chat.commands.market.looks import LOOK_ANSWERS
from bots.chat.reply import Action, Reply
from bots.chat.views.gigs.words import ANSWERS
from bots.console.adapter import ConsoleAdapter
from core.clock import Clock
from core.destinations import Destination, MessageGone, MessageRef, PrivateChat
from core.ids import AccountRef, Platform
from core.marketplace.applications import LookAnswer
from core.marketplace.matching.search import match_card
from core.marketplace.matching.store import MarketUnit
from core.outbox import Reach, Sent, Verdict
from core.scheduling.kinds import Rsvp
from core.unit import Units


@dataclass(slots=True)
class Seat:
    """The place at the terminal."""

    name: str = ""
    """The name of the person who sits there; empty: nobody."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """Something that somebody will answer, and how."""

    name: str
    payload: Payload
    reply: Reply


class SimulatedPlayers:
    """Implements bots.chat.postman.Messenger for the whole town, and answers for most of it."""

    def __init__(
        self,
        adapter: ConsoleAdapter,
        units: Units[MarketUnit],
        clock: Clock,
        *,
        people: Collection[str],
        seat: Seat,
    ) -> None:
        """`people` answer by themselves, but for the one who has the seat."""
        self._adapter = adapter
        self._units = units
        self._clock = clock
        self._people = frozenset(people)
        self._seat = seat
        self._asked: list[_Asked] = []
        self._something = asyncio.Event()
        for each in people:
            adapter.sit_down(each)

    def acts(self, name: str) -> bool:
        """Whether this person answers without anybody at the terminal."""
        return name in self._people and name != self._seat.name

    def reach(self) -> Reach | None:
        """All who answer by themselves, and the one at the terminal."""
        return self._adapter.reach()

    async def send(self, to: Destination, reply: Reply, *, nonce: str) -> Verdict:
        """Show it, and remember what it asks of somebody who answers by themselves."""
        verdict = await self._adapter.send(to, reply, nonce=nonce)
        if isinstance(to, PrivateChat) and isinstance(verdict, Sent):
            self._shown(to.account.key, reply)
        return verdict

    async def edit(self, message: MessageRef, reply: Reply) -> Verdict | MessageGone:
        """Show the new version."""
        return await self._adapter.edit(message, reply)

    async def asked(self) -> None:
        """Wait until one of them has something to answer."""
        await self._something.wait()

    async def answer(self) -> bool:
        """Let one of them answer, by the alphabet; False: nobody was asked anything."""
        if not self._asked:
            self._something.clear()
            return False
        # Several people's messages are sent side by side: who was asked first is chance.
        asked = min(self._asked, key=lambda each: each.name)
        self._asked.remove(asked)
        if self.acts(asked.name):
            payload = await self._considered(asked.name, asked.payload)
            answered = await self._adapter.pressed(asked.name, payload)
            if answered is not None and isinstance(payload, OpenGigInvite):
                self._shown(asked.name, answered.reply)
        return True

    def left_to(self, name: str) -> list[Reply]:
        """What this person has not answered yet: somebody at the terminal does it for them now."""
        theirs = [each for each in self._asked if each.name == name]
        for each in theirs:
            self._asked.remove(each)
        return [each.reply for each in theirs]

    def _shown(self, name: str, reply: Reply) -> None:
        payload = next((each for row in reply.buttons for each in map(_wanted, row) if each), None)
        if payload is not None and self.acts(name):
            self._asked.append(_Asked(name, payload, reply))
            self._something.set()

    async def _considered(self, name: str, payload: Payload) -> Payload:
        """The answer to a last look is no where the night hangs on this person, else it stays."""
        if not isinstance(payload, AnswerLook):
            return payload
        async with self._units.read() as unit:
            found = await unit.people.by_account(AccountRef(Platform.CONSOLE, name))
            band = await unit.bands.get(payload.band)
            if found is None or band is None:
                return payload
            card = await match_card(unit, band, payload.event, found[0].id, now=self._clock.now())
        if card is None or card.fit is None or card.fit.missing != found[0].id:
            return payload
        said = LookAnswer.DEP if card.fit.deps else LookAnswer.NO
        return AnswerLook(payload.event, payload.band, LOOK_ANSWERS.index(said))


def _wanted(button: object) -> Payload | None:
    """The payload of a button that somebody well-meaning presses."""
    match button:
        case Action(payload=AnswerLook(answer=said) as payload) if LOOK_ANSWERS[said] is LookAnswer.YES:
            return payload
        case Action(payload=AnswerCommitment(answer=said) as payload) if ANSWERS[said] is Rsvp.YES:
            return payload
        case Action(payload=ConfirmGig(keep_others=False) | OpenGigInvite() | AllAsUsual() as payload):
            return payload
        case _:
            return None
