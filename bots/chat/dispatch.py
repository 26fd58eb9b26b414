"""The one road: what came in -> who and where -> handler -> result -> reply; and the error net."""

import logging
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bots.chat.arguments import Missing, Unfit, bind
from bots.chat.bandchoice import Chosen, choose
from bots.chat.catalogue import BY_NAME, actions_of
from bots.chat.commands.bands import look
from bots.chat.commands.definition import Command, Effect, Privacy
from bots.chat.conversations import Ask, Question, answered, answered_in_words, ask_for
from bots.chat.problems import broken, refused
from bots.chat.replays import again
from bots.chat.reply import Audience, Paragraph, Placement, Reply, Say
from bots.chat.tokens import Tokens
from bots.chat.turn import Doors, Incoming, PressedButton, Reader, Turn
from bots.chat.views.registry import show
from bots.chat.views.start import InPrivate, OnlyCommands
from bots.chat.wishes import GoOn, Look, Plain, Push, Run, ShowActions, Wish, wish_of
from core import formats
from core.clock import Clock
from core.drafts import Draft
from core.errors import Refusal
from core.ids import DraftId
from core.journal import Act, Gone, NotYours
from core.moments import to_wall
from core.people import Account, Person
from core.scheduling.ports import SchedulingUnit
from core.unit import Conflict, ReadOnlyUnit, Units

log = logging.getLogger(__name__)

_SEEN = timedelta(hours=1)
"""An account's "last seen" may be this old before it is written again."""
_ATTEMPTS = 3
"""How often a turn is tried when another unit is in its way."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said back, and the result it words (for native paintings)."""

    reply: Reply
    result: object


@dataclass(frozen=True, slots=True)
class Dispatcher:
    """Answers whatever comes in, from whichever platform."""

    units: Units[SchedulingUnit]
    clock: Clock
    tokens: Tokens
    doors: Doors
    new_code: Callable[[], str]

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
        wish = wish_of(incoming, self.tokens)
        if isinstance(wish, ShowActions):
            actions = actions_of(wish.group)
            return self._finished(incoming, show(actions, self._stranger(incoming)), actions)
        if isinstance(wish, Plain) and not incoming.place.private and not wish.text:
            return None
        result, reader, note = await self._worked(incoming, wish)
        if result is None:
            return None
        reply = refused(result, reader) if isinstance(result, Refusal) else show(result, reader)
        if note:
            reply = replace(reply, blocks=(*reply.blocks, note))
        return self._finished(incoming, reply, result)

    async def _worked(self, incoming: Incoming, wish: Wish) -> tuple[object, Reader, Paragraph | None]:
        for attempt in range(_ATTEMPTS):
            writing = attempt > 0 or _changes(wish)
            work = _Work(self, incoming, wish)
            try:
                if not writing:
                    try:
                        async with self.units.read() as unit:
                            return await work.done(unit, writing=False)
                    except ReadOnlyUnit:
                        work = _Work(self, incoming, wish)
                async with self.units.write() as unit:
                    return await work.done(unit, writing=True)
            except Conflict:
                if attempt == _ATTEMPTS - 1:
                    raise
            except Refusal as refusal:
                return refusal, work.reader, None
        raise AssertionError(_ATTEMPTS)

    def _finished(self, incoming: Incoming, reply: Reply, result: object) -> Answer:
        placement = Placement.NEW
        if isinstance(incoming.said, PressedButton):
            refusal = isinstance(result, Refusal) or result is None
            placement = Placement.TOAST if refusal else Placement.REPLACE
        private = incoming.manner.private or isinstance(result, Refusal) or result is None
        audience = Audience.ASKER if private else Audience.EVERYONE
        return Answer(replace(reply, placement=placement, audience=audience), result)

    def _stranger(self, incoming: Incoming) -> Reader:
        return reader_of(incoming.locale, None, self.clock.now())


def reader_of(locale: str | None, zone: str | None, now: datetime) -> Reader:
    """The reader with that locale and zone, either of which may be unknown."""
    guessed = zone or formats.zone_of_locale(locale)
    return Reader(formats.regional(locale, zone), guessed, to_wall(now, guessed).date())


def _changes(wish: Wish) -> bool:
    match wish:
        case Run(command=command):
            return command.effect is Effect.CHANGES
        case Push(press=press):
            return press.effect is Effect.CHANGES
        case GoOn():
            return True
        case _:
            return False


class _Work:
    """One wish inside one unit."""

    def __init__(self, house: Dispatcher, incoming: Incoming, wish: Wish) -> None:
        self._house = house
        self._incoming = incoming
        self._wish = wish
        self._now = house.clock.now()
        self.reader = reader_of(incoming.locale, None, self._now)

    async def done(self, unit: SchedulingUnit, *, writing: bool) -> tuple[object, Reader, Paragraph | None]:
        """The result, whom it is for, and a note about what was set aside."""
        person, account = await self._who(unit)
        turn = self._turn(unit, person)
        note = None
        if writing:
            before = await unit.journal.by_cause(self._incoming.cause)
            if before is not None:
                return await again(turn, before), self.reader, None
            note = await self._set_aside(unit, person)
        result = await self._wished(turn, account, self._wish)
        if turn.person.zone is None:
            now_known = (await unit.people.get(person.id)).zone if writing else None
            self.reader = reader_of(self._incoming.locale or person.locale, now_known, self._now)
        return result, self.reader, note

    async def _who(self, unit: SchedulingUnit) -> tuple[Person, Account]:
        incoming = self._incoming
        found = await unit.people.by_account(incoming.account)
        if found is None:
            await unit.people.register(
                incoming.account, name=incoming.name, locale=incoming.locale, at=self._now
            )
        opened = incoming.place.private
        if found is None or _stale(found, incoming, self._now):
            await unit.people.seen(
                incoming.account, name=incoming.name, locale=incoming.locale, opened=opened, at=self._now
            )
            found = await unit.people.by_account(incoming.account)
        if found is None:
            raise LookupError(incoming.account)
        person, account = found
        self.reader = reader_of(person.locale, person.zone, self._now)
        return person, account

    def _turn(self, unit: SchedulingUnit, person: Person) -> Turn:
        return Turn(
            unit=unit,
            act=Act(person.id, self._now, self._incoming.cause),
            person=person,
            place=self._incoming.place,
            reader=self.reader,
            now=self._now,
            said_at=self._now,
            new_code=self._house.new_code,
            doors=self._house.doors,
            raw={},
        )

    async def _wished(self, turn: Turn, account: Account, wish: Wish) -> object:
        match wish:
            case Run(command=command, raw=raw):
                return await self._run(turn, account, command, raw)
            case Push(press=press, ids=ids):
                return await press.handler(turn, *ids)
            case GoOn(draft=draft):
                return await self._go_on(turn, account, await self._own_draft(turn, draft), wish)
            case Look(code=code):
                return await look(code, turn)
            case Plain(text=text):
                return await self._plain(turn, account, text)
            case _:
                raise TypeError(wish)

    async def _plain(self, turn: Turn, account: Account, text: str) -> object:
        draft = await turn.unit.drafts.waiting(turn.person.id, self._incoming.place.key, now=self._now)
        if draft is not None and draft.asking:
            return await self._go_on(turn, account, draft, GoOn(draft.id, words=text))
        return OnlyCommands() if self._incoming.place.private else None

    async def _own_draft(self, turn: Turn, draft: DraftId) -> Draft:
        found = await turn.unit.drafts.find(draft, now=self._now)
        if found is None:
            raise Gone
        if found.person != turn.person.id:
            raise NotYours
        return found

    async def _go_on(self, turn: Turn, account: Account, draft: Draft, wish: GoOn) -> object:
        raw: dict[str, str] | None = dict(draft.answers)
        if wish.choice is not None:
            raw = answered(draft, choice=wish.choice)
        elif wish.words is not None:
            raw = answered_in_words(draft, wish.words)
        command = BY_NAME.get(draft.command)
        if raw is None or command is None:
            raise Gone
        await turn.unit.drafts.close(draft.id)
        typed_anew = wish.words is not None and draft.asking in {a.name for a in command.arguments}
        said_at = self._now if typed_anew else draft.asked_at
        return await self._run(replace(turn, said_at=said_at), account, command, raw)

    async def _run(self, turn: Turn, account: Account, command: Command, raw: Mapping[str, str]) -> object:
        place = self._incoming.place
        bound = None
        if command.right is not None and not place.private:
            bound = await turn.unit.bands.bound_to(place.bindings)
        chosen = None
        if command.right is not None:
            chosen = await choose(
                turn.unit, turn.person, place, said=raw.get("band", ""), bound=bound, right=command.right
            )
        shared = command.privacy is Privacy.HERE or (
            command.privacy is Privacy.BAND
            and isinstance(chosen, Chosen)
            and bound is not None
            and chosen.band.id == bound.id
        )
        self._incoming.manner.private = place.private or not shared
        turn = replace(turn, raw=raw)
        if not shared and not place.private and not place.whispers and not account.opened:
            return InPrivate(await self._keep(turn, command, "", Ask("", None)))
        if isinstance(chosen, Ask):
            return await self._question(turn, command, chosen)
        if chosen is not None:
            turn = replace(turn, band=chosen.band, membership=chosen.membership, other_bands=chosen.others)
            if place.private and turn.person.last_band != chosen.band.id:
                await turn.unit.people.set_last_band(turn.person.id, chosen.band.id)
        arguments = bind(command.shape, raw)
        if isinstance(arguments, Missing | Unfit):
            return await self._question(turn, command, ask_for(arguments))
        result = await command.handler(arguments, turn)
        return await self._question(turn, command, result) if isinstance(result, Ask) else result

    async def _question(self, turn: Turn, command: Command, ask: Ask) -> Question:
        return Question(ask, await self._keep(turn, command, ask.asking, ask))

    async def _keep(self, turn: Turn, command: Command, asking: str, ask: Ask) -> DraftId:
        return await turn.unit.drafts.open(
            turn.person.id,
            self._where_answered(),
            command=command.name,
            answers=dict(turn.raw),
            asking=asking,
            choices=[option.answers for option in ask.options],
            at=turn.said_at,
        )

    def _where_answered(self) -> str:
        place, account = self._incoming.place, self._incoming.account
        if place.whispers or place.private or not self._incoming.manner.private:
            return place.key
        return f"{account.platform}:{account.key}"

    async def _set_aside(self, unit: SchedulingUnit, person: Person) -> Paragraph | None:
        """A new command puts an open question away, and says so."""
        if not isinstance(self._wish, Run):
            return None
        draft = await unit.drafts.waiting(person.id, self._where_answered(), now=self._now)
        if draft is None:
            return None
        await unit.drafts.close(draft.id)
        if draft.command == self._wish.command.name:
            return None
        return Paragraph(self.reader.say("I have put my question about {say} aside.", say=Say(draft.command)))


def _stale(found: tuple[Person, Account], incoming: Incoming, now: datetime) -> bool:
    person, account = found
    return (
        account.name != incoming.name
        or (incoming.locale is not None and incoming.locale != person.locale)
        or (incoming.place.private and not account.opened)
        or now - account.seen_at > _SEEN
    )
