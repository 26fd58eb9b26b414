"""One wish fulfilled inside one unit: who asks, about which band, with what, and what comes out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bots.chat.arguments import Missing, Unfit, bind, keys_of
from bots.chat.bandchoice import Chosen, choose, reachable
from bots.chat.buttons import Payload
from bots.chat.catalogue import BY_NAME
from bots.chat.commands.band.invites import look
from bots.chat.commands.diary.messages import answers_a_question, read, taken_back
from bots.chat.commands.person.linking import look_at_link
from bots.chat.contexts import own_context
from bots.chat.conversations import Ask, Question, Redirect, answered, answered_in_words, ask_for
from bots.chat.definition import Command, Press, Privacy
from bots.chat.intent import PRESSED, ButtonPress, Intent, PlainWords, Resume, RunIntent, ShowInvite, ShowLink
from bots.chat.replays import again
from bots.chat.reply import Paragraph, Say
from bots.chat.rereading import NOT_THAT, Readings, another_day, denied, nothing_understood, reread
from bots.chat.results.band import Elsewhere
from bots.chat.results.conversation import InPrivate, NoAvailability, OnlyCommands, SetAside, Unpressed
from bots.chat.results.diary import SinglesOnly
from bots.chat.turn import BotAddress, Incoming, Reader, Turn, reader_of
from core.arrivals import Arrival
from core.bands import Band
from core.ids import BandId, PendingId
from core.journal import Act, Gone, NotYours
from core.pending import PendingCommand
from core.people import Account, Person
from core.personal_data.store import PersonalDataUnit
from core.scheduling.calendars.hosts import Hosts
from core.scheduling.tongues.found import MoreThanADate, SingleDate

_CAUSE = "_cause"
"""Beside a pending command's answers: what made it ask. No argument has such a name."""
_BESIDE = {PRESSED, NOT_THAT, _CAUSE, "band"}
"""What a pending command may hold besides its command's own."""
_NO_MORE_THAN_A_BAND = {"band", PRESSED, _CAUSE}
"""Where more was said, a button for another band could not say it again."""
_NOT_MET = Arrival(None, ())
_SEEN = timedelta(hours=1)
"""An account's "last seen" may be this old before it is written again."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a wish."""

    result: object
    """None: there is nothing to say."""
    reader: Reader
    note: Paragraph | None = None
    """What was set aside for it."""
    elsewhere: Elsewhere | None = None
    """The person's other bands, where the band was the one last used."""


class TurnRunner:
    """One wish inside one unit."""

    def __init__(
        self,
        incoming: Incoming,
        wish: Intent,
        readings: Readings,
        *,
        now: datetime,
        bot_address: BotAddress,
        calendar_hosts: Hosts,
        new_code: Callable[[], str],
    ) -> None:
        self._incoming = incoming
        self._wish = wish
        self._readings = readings
        self._now = now
        self._bot_address = bot_address
        self._calendar_hosts = calendar_hosts
        self._new_code = new_code
        self.reader = reader_of(incoming.locale, None, self._now)
        self._elsewhere: Elsewhere | None = None
        self._arrival = _NOT_MET

    async def done(self, unit: PersonalDataUnit, *, writing: bool) -> Outcome:
        """What comes of it; in a unit that only reads, ReadOnlyUnit is raised where more is needed."""
        person, account = await self._who(unit)
        turn = self._turn(unit, person, account)
        note = None
        if writing or isinstance(self._wish, PlainWords):
            self._arrival = await self._met(unit, person)
        if writing:
            if self._arrival.change is not None:
                return Outcome(await again(turn, self._arrival.change), self.reader)
            note = await self._set_aside(unit)
        result = await self._wished(turn, account, self._wish)
        if turn.person.zone is None:
            now_known = (await unit.people.get(person.id)).zone if writing else None
            self.reader = reader_of(person.locale, now_known, self._now)
        return Outcome(result, self.reader, note, self._elsewhere)

    async def _who(self, unit: PersonalDataUnit) -> tuple[Person, Account]:
        incoming = self._incoming
        found = await unit.people.by_account(incoming.account)
        if found is None:
            await unit.people.register(
                incoming.account, name=incoming.name, locale=incoming.locale, at=self._now
            )
        opened = incoming.chat.private
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

    def _turn(self, unit: PersonalDataUnit, person: Person, account: Account) -> Turn:
        return Turn(
            unit=unit,
            act=Act(person.id, self._now, self._incoming.cause),
            person=person,
            chat=self._incoming.chat,
            reader=self.reader,
            now=self._now,
            said_at=self._now,
            new_code=self._new_code,
            bot_address=self._bot_address,
            calendar_hosts=self._calendar_hosts,
            raw={},
            account=account.id,
        )

    async def _wished(self, turn: Turn, account: Account, wish: Intent) -> object:
        match wish:
            case RunIntent(command=command, raw=raw):
                return await self._run(turn, account, command, raw)
            case ButtonPress(press=press, payload=payload):
                return await self._pushed(turn, account, press, payload)
            case Resume(pending=pending):
                asked = self._waiting()
                if asked is not None and self._led_to(asked):
                    return await self._go_on(turn, account, asked, Resume(asked.id))
                return await self._go_on(turn, account, await self._own_draft(turn, pending), wish)
            case ShowInvite(code=code):
                return await look(code, turn)
            case ShowLink(code=code):
                return await look_at_link(code, turn)
            case PlainWords():
                return await self._plain(turn, account, wish)
            case _:
                raise TypeError(wish)

    async def _pushed(self, turn: Turn, account: Account, press: Press, payload: Payload) -> object:
        result = await press.handler(payload, turn)
        if isinstance(result, Redirect):
            return await self._run(turn, account, BY_NAME[result.command], result.raw)
        if isinstance(result, Ask):
            return await self._asked(turn, None, result)
        band = getattr(result, "band", None)
        if press.privacy is Privacy.BAND and isinstance(band, Band) and not turn.chat.private:
            bound = await turn.unit.bands.bound_to(turn.chat.bindings)
            self._incoming.manner.private = bound is None or bound.id != band.id
        return result

    async def _plain(self, turn: Turn, account: Account, wish: PlainWords) -> object:
        pending = None if wish.pointed_at else self._waiting()
        if pending is not None and self._led_to(pending):
            return await self._go_on(turn, account, pending, Resume(pending.id))
        if pending is not None and pending.asking and answers_a_question(wish.text, turn):
            return await self._go_on(turn, account, pending, Resume(pending.id, words=wish.text))
        if pending is not None and taken_back(wish.text, turn):
            await turn.unit.pending.close(pending.id)
            return SetAside(pending.command)
        if self._arrival.change is not None:
            return await again(turn, self._arrival.change)
        wanted = await read(wish.text, turn)
        if isinstance(wanted, Redirect):
            return await self._run(turn, account, BY_NAME[wanted.command], wanted.raw)
        if wanted is None and wish.pointed_at:
            return NoAvailability()
        if wanted is not None or not self._incoming.chat.private:
            return wanted
        return await self._only_a_date(turn, account, wish.text, pending)

    async def _only_a_date(
        self, turn: Turn, account: Account, text: str, pending: PendingCommand | None
    ) -> object:
        """A message that may be a date in a further language: the day is asked about as any other."""
        busy = BY_NAME["busy"]
        match self._readings.of(text, own_context(turn)):
            case SingleDate(day=day):
                return await self._run(turn, account, busy, {"when": day.isoformat(), "unsaid": "ask"})
            case MoreThanADate(languages=languages, mostly_days=True):
                return SinglesOnly(languages, busy.example)
            case None | MoreThanADate():
                return Unpressed(pending.command) if pending else OnlyCommands()
            case _:
                return await self._run(turn, account, busy, {"when": text, "unsaid": "ask"})

    async def _met(self, unit: PersonalDataUnit, person: Person) -> Arrival:
        chats = tuple(dict.fromkeys((self._incoming.chat.key, self._where_answered())))
        return await unit.arrivals.meet(self._incoming.cause, person.id, chats, now=self._now)

    def _waiting(self) -> PendingCommand | None:
        return self._arrival.waiting(self._incoming.chat.key)

    def _led_to(self, pending: PendingCommand) -> bool:
        """Whether this very message made it ask: delivered again it is no answer, and is asked again."""
        return pending.answers.get(_CAUSE) == self._incoming.cause

    async def _own_draft(self, turn: Turn, pending: PendingId) -> PendingCommand:
        found = await turn.unit.pending.find(pending, now=self._now)
        if found is None:
            raise Gone
        if found.person != turn.person.id:
            raise NotYours
        return found

    async def _go_on(self, turn: Turn, account: Account, pending: PendingCommand, wish: Resume) -> object:
        raw: dict[str, str] | None = dict(pending.answers)
        if wish.choice is not None:
            raw = answered(pending, choice=wish.choice)
        elif wish.words is not None:
            raw = answered_in_words(pending, wish.words)
        command = BY_NAME.get(pending.command)
        if raw is None or command is None:
            raise Gone
        await turn.unit.pending.close(pending.id)
        typed_anew = wish.words is not None and pending.asking in {a.name for a in command.arguments}
        said_at = self._now if typed_anew else pending.asked_at
        return await self._run(replace(turn, said_at=said_at), account, command, raw)

    async def _run(self, turn: Turn, account: Account, command: Command, raw: Mapping[str, str]) -> object:
        chat = self._incoming.chat
        bound: Band | None = None
        chosen: Chosen | Ask | None = None
        if command.right is not None:
            said = raw.get("band", "")
            if PRESSED in raw:
                await reachable(turn.unit, turn.person, BandId(int(raw[PRESSED])), command.right)
            bound, chosen = await choose(turn.unit, turn.person, chat, said=said, right=command.right)
        shared = command.privacy is Privacy.HERE or (
            command.privacy is Privacy.BAND
            and isinstance(chosen, Chosen)
            and bound is not None
            and chosen.band.id == bound.id
        )
        self._incoming.manner.private = chat.private or not shared
        turn = replace(turn, raw=raw)
        if not shared and not chat.private and not chat.whispers and not account.opened:
            return InPrivate(await self._keep(turn, command, "", Ask("", None)))
        if isinstance(chosen, Ask):
            return await self._question(turn, command, chosen)
        if chosen is not None:
            turn = replace(turn, band=chosen.band, membership=chosen.membership, other_bands=chosen.others)
            if chat.private and turn.person.last_band != chosen.band.id:
                await turn.unit.people.set_last_band(turn.person.id, chosen.band.id)
        arguments = bind(command.shape, raw)
        if isinstance(arguments, Missing | Unfit):
            return await self._question(turn, command, ask_for(arguments))
        result = await self._asked(turn, command, self._reread(turn, await command.handler(arguments, turn)))
        alone = not set(raw) - _NO_MORE_THAN_A_BAND
        if command.elsewhere and chat.private and turn.band and alone and not isinstance(result, Question):
            await self._offer_others(turn, turn.band, command)
        return result

    def _reread(self, turn: Turn, result: object) -> object:
        """A handler's result, with the second reading of words in which it understood nothing."""
        if not isinstance(result, Ask) or not nothing_understood(result, turn.raw):
            return result
        if denied(result, turn.raw):
            return another_day(result)
        return reread(result, self._readings.of(turn.raw[result.asking], own_context(turn)), turn.raw)

    async def _offer_others(self, turn: Turn, band: Band, command: Command) -> None:
        others = turn.other_bands
        if PRESSED in turn.raw:
            mine = await turn.unit.bands.of(turn.person.id)
            others = tuple(each for each, _ in mine if each.id != band.id)
        if others:
            self._elsewhere = Elsewhere(band, others, command.verb)

    async def _asked(self, turn: Turn, command: Command | None, result: object) -> object:
        """The result; a question is kept for the command that goes on with its answer."""
        if not isinstance(result, Ask):
            return result
        onward = BY_NAME[result.command] if result.command or command is None else command
        asking = replace(turn, raw=result.given) if result.given else turn
        return await self._question(asking, onward, result)

    async def _question(self, turn: Turn, command: Command, ask: Ask) -> Question:
        return Question(ask, await self._keep(turn, command, ask.asking, ask))

    async def _keep(self, turn: Turn, command: Command, asking: str, ask: Ask) -> PendingId:
        keys = {*turn.raw, *(key for option in ask.options for key in option.answers)}
        if unknown := keys - keys_of(command.shape) - _BESIDE:
            raise KeyError(command.name, unknown)
        return await turn.unit.pending.open(
            turn.person.id,
            self._where_answered(),
            command=command.name,
            answers={**turn.raw, _CAUSE: self._incoming.cause},
            asking=asking,
            choices=[option.answers for option in ask.options],
            at=turn.said_at,
        )

    def _where_answered(self) -> str:
        chat, account = self._incoming.chat, self._incoming.account
        if chat.whispers or chat.private or not self._incoming.manner.private:
            return chat.key
        return f"{account.platform}:{account.key}"

    async def _set_aside(self, unit: PersonalDataUnit) -> Paragraph | None:
        """A new command puts an open question away, and says so."""
        if not isinstance(self._wish, RunIntent):
            return None
        aside = None
        for pending in self._arrival.pending:
            await unit.pending.close(pending.id)
            if pending.command != self._wish.command.name:
                aside = Say(pending.command)
        if aside is None:
            return None
        return Paragraph(self.reader.say("I have put my question about {say} aside.", say=aside))


def _stale(found: tuple[Person, Account], incoming: Incoming, now: datetime) -> bool:
    person, account = found
    return (
        account.name != incoming.name
        or (incoming.locale is not None and incoming.locale != person.told_locale)
        or (incoming.chat.private and not account.opened)
        or now - account.seen_at > _SEEN
    )
