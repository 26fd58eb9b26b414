"""The one road: what came in -> who and where -> handler -> result -> reply; and the error net."""

import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from bots.chat.catalogue import actions_of
from bots.chat.definition import Effect
from bots.chat.intent import ButtonPress, Intent, PlainWords, Resume, RunIntent, ShowActions, intent_of
from bots.chat.reply import Audience, Placement, Reply
from bots.chat.rereading import Readings, SecondReader, Unread
from bots.chat.turn import BotAddress, Filled, Incoming, ManagerUnknown, PressedButton, Reader, reader_of
from bots.chat.turn_runner import Outcome, TurnRunner
from bots.chat.views.band.elsewhere import with_others
from bots.chat.views.refusals import broken, refused
from bots.chat.views.registry import show
from core.clock import Clock
from core.errors import Refusal
from core.personal_data.store import PersonalDataUnit
from core.scheduling.calendars.hosts import Hosts
from core.unit import Conflict, ReadOnlyUnit, Units
from presentation.tokens import Tokens

log = logging.getLogger(__name__)

_ATTEMPTS = 3
"""How often a turn is tried when another unit is in its way."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said back, and the result it words."""

    reply: Reply
    result: object


@dataclass(frozen=True, slots=True)
class Dispatcher:
    """Answers whatever comes in, from whichever platform."""

    units: Units[PersonalDataUnit]
    clock: Clock
    tokens: Tokens
    bot_address: BotAddress
    new_code: Callable[[], str]
    dates: SecondReader | None = None
    """Asked for dates in further languages, between two units."""
    calendar_hosts: Hosts = field(default_factory=Hosts)
    """Hosts on private networks from which calendars may be imported."""

    async def answer(self, incoming: Incoming) -> Answer | None:
        """The answer; None when there is nothing to say (chatter in a group). Never raises."""
        try:
            return await self._answer(incoming)
        except Refusal as refusal:
            return self._finished(incoming, refused(refusal, self._stranger(incoming)), refusal)
        except Exception:
            incident = secrets.token_hex(2).upper()
            log.exception("incident %s in %s", incident, incoming.account.platform)
            return self._finished(incoming, broken(incident, self._stranger(incoming)), None)

    async def rebind(self, old: str, new: str) -> None:
        """A Telegram group has got a new id: its band stays bound to it."""
        async with self.units.write() as unit:
            await unit.bands.move_binding(old, new)

    async def _answer(self, incoming: Incoming) -> Answer | None:
        wish = intent_of(incoming, self.tokens)
        if isinstance(wish, ShowActions):
            actions = actions_of(wish.group)
            return self._finished(incoming, show(actions, self._stranger(incoming)), actions)
        if isinstance(wish, PlainWords) and not wish.text and not wish.pointed_at:
            return None
        reply, result = await self._worked(incoming, wish)
        return None if reply is None else self._finished(incoming, reply, result)

    async def _worked(self, incoming: Incoming, wish: Intent) -> tuple[Reply | None, object]:
        """What is said, and the result it words.

        The words are found inside the unit: where that fails, nothing has been saved.
        """
        writing = _changes(wish)
        conflicts = 0
        readings = Readings(self.dates)
        while True:
            work = TurnRunner(
                *(incoming, wish, readings),
                now=self.clock.now(),
                bot_address=self.bot_address,
                calendar_hosts=self.calendar_hosts,
                new_code=self.new_code,
            )
            try:
                async with self.units.write() if writing else self.units.read() as unit:
                    outcome = await work.done(unit, writing=writing)
                    return _worded(outcome), outcome.result
            except ReadOnlyUnit:
                writing = True
            except Unread as unread:
                await readings.add(unread)
            except ManagerUnknown:
                incoming = await _manager_asked(incoming)
            except Conflict:
                conflicts += 1
                if conflicts == _ATTEMPTS:
                    raise
            except Refusal as refusal:
                return refused(refusal, work.reader), refusal

    def _finished(self, incoming: Incoming, reply: Reply, result: object) -> Answer:
        placement = Placement.NEW
        if isinstance(incoming.said, PressedButton | Filled):
            refusal = isinstance(result, Refusal) or result is None
            beside = Placement.NEW if reply.stays else Placement.REPLACE
            placement = Placement.TOAST if refusal else beside
        private = incoming.manner.private or isinstance(result, Refusal) or result is None
        audience = Audience.ASKER if private else Audience.EVERYONE
        return Answer(replace(reply, placement=placement, audience=audience), result)

    def _stranger(self, incoming: Incoming) -> Reader:
        return reader_of(incoming.locale, None, self.clock.now())


async def _manager_asked(incoming: Incoming) -> Incoming:
    """The same with a place that knows what of it the person manages; asked while no unit is open."""
    manages = frozenset(await incoming.ask_manages()) if incoming.ask_manages else frozenset()
    return replace(incoming, chat=replace(incoming.chat, manages=manages))


def _worded(outcome: Outcome) -> Reply | None:
    if outcome.result is None:
        return None
    reply = show(outcome.result, outcome.reader)
    if outcome.elsewhere:
        reply = with_others(reply, outcome.elsewhere, outcome.reader)
    return replace(reply, blocks=(*reply.blocks, outcome.note)) if outcome.note else reply


def _changes(wish: Intent) -> bool:
    match wish:
        case RunIntent(command=command):
            return command.effect is Effect.CHANGES
        case ButtonPress(press=press):
            return press.effect is Effect.CHANGES
        case Resume():
            return True
        case _:
            return False
