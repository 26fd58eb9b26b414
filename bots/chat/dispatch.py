"""The one road: what came in -> who and where -> handler -> result -> reply; and the error net."""

import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from bots.chat.catalogue import actions_of
from bots.chat.definition import Effect
from bots.chat.further_dates import Readings, SecondReader, Unread
from bots.chat.intent import (
    ButtonPress,
    FileCame,
    Intent,
    PlainWords,
    Resume,
    RunIntent,
    ShowActions,
    intent_of,
)
from bots.chat.reply import Audience, Placement, Reply
from bots.chat.sent_files import SentFile, Unchecked
from bots.chat.turn import BotAddress, Filled, Incoming, ManagerUnknown, PressedButton, Reader, reader_of
from bots.chat.turn_runner import Outcome, Surroundings, TurnRunner
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
    ticket_hosts: Hosts = field(default_factory=Hosts)
    """Hosts on private networks from which calendars may be imported."""

    def begin(self, incoming: Incoming) -> "Answering":
        """Take something in; the answer is worked out when it is asked for."""
        return Answering(self, incoming)

    async def answer(self, incoming: Incoming) -> Answer | None:
        """The answer; None when there is nothing to say (chatter in a group). Never raises."""
        return await self.begin(incoming).answer()

    async def rebind(self, old: str, new: str) -> None:
        """A Telegram group has got a new id: its band and its venue stay bound to it."""
        async with self.units.write() as unit:
            await unit.bands.move_binding(old, new)
            await unit.venues.move_binding(old, new)


class Answering:
    """One answer being worked out."""

    def __init__(self, dispatcher: Dispatcher, incoming: Incoming) -> None:
        self._dispatcher = dispatcher
        self._incoming = incoming
        self._runner: TurnRunner | None = None

    @property
    def private(self) -> bool:
        """Whether only the asker will see it, as far as is known by now: it can be asked on the way."""
        return self._runner is None or self._runner.private

    async def answer(self) -> Answer | None:
        """The answer; None when there is nothing to say (chatter in a group). Never raises."""
        try:
            return await self._answer()
        except Refusal as refusal:
            return self._finished(refused(refusal, self._stranger()), refusal)
        except Exception:
            incident = secrets.token_hex(2).upper()
            log.exception("incident %s in %s", incident, self._incoming.account.platform)
            return self._finished(broken(incident, self._stranger()), None)

    async def _answer(self) -> Answer | None:
        intent = intent_of(self._incoming, self._dispatcher.tokens)
        if isinstance(intent, ShowActions):
            actions = actions_of(intent.group)
            return self._finished(show(actions, self._stranger()), actions)
        if isinstance(intent, PlainWords) and not intent.text and not intent.pointed_at:
            return None
        reply, result = await self._carried_out(intent)
        return None if reply is None else self._finished(reply, result)

    async def _carried_out(self, intent: Intent) -> tuple[Reply | None, object]:
        """What is said, and the result it words.

        The words are found inside the unit: where that fails, nothing has been saved.
        """
        units, writing = self._dispatcher.units, _changes(intent)
        conflicts = 0
        readings = Readings(self._dispatcher.dates)
        file = SentFile(self._incoming.attachments)
        while True:
            runner = self._runner = TurnRunner(self._incoming, intent, readings, self._surroundings(file))
            try:
                async with units.write() if writing else units.read() as unit:
                    outcome = await runner.done(unit, writing=writing)
                    return _worded(outcome), outcome.result
            except ReadOnlyUnit:
                writing = True
            except Unread as unread:
                await readings.add(unread)
            except Unchecked:
                await file.check()
            except ManagerUnknown:
                self._incoming = await _manager_asked(self._incoming)
            except Conflict:
                conflicts += 1
                if conflicts == _ATTEMPTS:
                    raise
            except Refusal as refusal:
                return refused(refusal, runner.reader), refusal

    def _surroundings(self, file: SentFile) -> Surroundings:
        process = self._dispatcher
        return Surroundings(
            process.clock.now(),
            process.bot_address,
            process.calendar_hosts,
            process.ticket_hosts,
            process.new_code,
            file,
        )

    def _finished(self, reply: Reply, result: object) -> Answer:
        failed = isinstance(result, Refusal) or result is None
        placement = Placement.NEW
        if isinstance(self._incoming.said, PressedButton | Filled):
            beside = Placement.NEW if reply.stays else Placement.REPLACE
            placement = Placement.TOAST if failed else beside
        audience = Audience.ASKER if self.private or failed else Audience.EVERYONE
        return Answer(replace(reply, placement=placement, audience=audience), result)

    def _stranger(self) -> Reader:
        return reader_of(self._incoming.locale, None, self._dispatcher.clock.now())


async def _manager_asked(incoming: Incoming) -> Incoming:
    """The same with a chat that knows what of it the person manages; asked while no unit is open."""
    manages = frozenset(await incoming.ask_manages()) if incoming.ask_manages else frozenset()
    return replace(incoming, chat=replace(incoming.chat, manages=manages))


def _worded(outcome: Outcome) -> Reply | None:
    if outcome.result is None:
        return None
    reply = show(outcome.result, outcome.reader)
    if outcome.elsewhere:
        reply = with_others(reply, outcome.elsewhere, outcome.reader)
    return replace(reply, blocks=(*reply.blocks, outcome.note)) if outcome.note else reply


def _changes(intent: Intent) -> bool:
    match intent:
        case RunIntent(command=command):
            return command.effect is Effect.CHANGES
        case ButtonPress(press=press):
            return press.effect is Effect.CHANGES
        case Resume() | FileCame():
            return True
        case _:
            return False
