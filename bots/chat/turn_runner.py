"""One intent carried out inside one unit: who asks, what about, with what, and what comes out."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from bots.chat import questions
from bots.chat.arguments import KeptOtherwise, Missing, Unfit, bind
from bots.chat.buttons import Payload
from bots.chat.catalogue import BY_NAME
from bots.chat.commands.band.invites import look
from bots.chat.commands.diary.messages import answers_a_question, leaves_it, read
from bots.chat.commands.market.invites import open_gig
from bots.chat.commands.person import zones
from bots.chat.commands.person.linking import look_at_link
from bots.chat.conversations import Ask, Given, Question, Redirect, ask_for
from bots.chat.definition import Command, Press, Privacy
from bots.chat.further_dates import Readings, date_alone, read_again
from bots.chat.intent import (
    FILE_COMMAND,
    ButtonPress,
    FileCame,
    Intent,
    PlainWords,
    Resume,
    RunIntent,
    ShowGig,
    ShowInvite,
    ShowLink,
    ShowZone,
)
from bots.chat.replays import again
from bots.chat.reply import Paragraph, Say
from bots.chat.results.band import Elsewhere
from bots.chat.results.conversation import InPrivate, NoAvailability, Outdated, SetAside
from bots.chat.sent_files import SentFile
from bots.chat.subjects import remember, resolve
from bots.chat.turn import BotAddress, Incoming, Reader, Turn, reader_of
from bots.chat.visitors import welcomed
from core.arrivals import Arrival
from core.bands import Band
from core.journal import Act
from core.marketplace.venues import Venue
from core.pending import PendingCommand
from core.people import Account, Person
from core.personal_data.store import PersonalDataUnit
from core.scheduling.calendars.hosts import Hosts
from core.scheduling.diary.zones import ZoneSet

_NOT_MET = Arrival(None, ())


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an intent."""

    result: object
    """None: there is nothing to say."""
    reader: Reader
    note: Paragraph | None = None
    """What was set aside for it."""
    elsewhere: Elsewhere | None = None
    """The person's other bands, where the band was the one last used."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The things outside its unit that a turn can reach."""

    now: datetime
    """Aware, UTC."""
    bot_address: BotAddress
    calendar_hosts: Hosts
    ticket_hosts: Hosts
    new_code: Callable[[], str]
    sent_file: SentFile


class TurnRunner:
    """One intent inside one unit."""

    def __init__(
        self, incoming: Incoming, intent: Intent, readings: Readings, surroundings: Surroundings
    ) -> None:
        self._pages = surroundings.bot_address.pages_for(incoming.account.platform)
        self.reader = reader_of(incoming.locale, None, surroundings.now, self._pages)
        """The reader of the answer, as far as is known by now."""
        self.private = True
        """Whether only the asker sees the answer, as far as is known by now."""
        self._incoming = incoming
        self._intent = intent
        self._readings = readings
        self._around = surroundings
        self._elsewhere: Elsewhere | None = None
        self._arrival = _NOT_MET

    async def done(self, unit: PersonalDataUnit, *, writing: bool) -> Outcome:
        """Carry out the intent. Raises ReadOnlyUnit if a reading unit has to write."""
        now = self._around.now
        person, account = await welcomed(unit, self._incoming, now=now)
        self.reader = reader_of(person.locale, person.zone, now, self._pages)
        turn = self._turn(unit, person, account)
        note = None
        if writing or isinstance(self._intent, PlainWords):
            self._arrival = await self._met(turn)
        if writing:
            if self._arrival.change is not None:
                return Outcome(await again(turn, self._arrival.change), self.reader)
            note = await self._set_aside(turn)
        result = await self._carried_out(turn)
        if person.zone is None:
            now_known = (await unit.people.get(person.id)).zone if writing else None
            self.reader = reader_of(person.locale, now_known, now, self._pages)
        return Outcome(result, self.reader, note, self._elsewhere)

    def _turn(self, unit: PersonalDataUnit, person: Person, account: Account) -> Turn:
        return Turn(
            unit=unit,
            act=Act(person.id, self._around.now, self._incoming.cause),
            person=person,
            chat=self._incoming.chat,
            reader=self.reader,
            now=self._around.now,
            said_at=self._around.now,
            new_code=self._around.new_code,
            bot_address=self._around.bot_address,
            calendar_hosts=self._around.calendar_hosts,
            ticket_hosts=self._around.ticket_hosts,
            account=account.id,
            opened=account.opened,
            sent_file=self._around.sent_file if isinstance(self._intent, FileCame) else None,
        )

    async def _met(self, turn: Turn) -> Arrival:
        chats = tuple(dict.fromkeys((self._incoming.chat.key, self._where_answered())))
        return await turn.unit.arrivals.meet(turn.act.cause, turn.person.id, chats, now=turn.now)

    async def _carried_out(self, turn: Turn) -> object:
        match self._intent:
            case RunIntent(command=command, given=given):
                return await self._run(turn, command, given)
            case ButtonPress(press=press, payload=payload):
                return await self._pressed(turn, press, payload)
            case Resume() as intent:
                asked = self._waiting()
                if asked is not None and questions.led_to(asked, self._incoming):
                    return await self._resume(turn, asked, Resume(asked.id))
                return await self._resume(turn, await questions.own(turn, intent.pending), intent)
            case ShowInvite() | ShowLink() | ShowGig() | ShowZone() as link:
                return await self._opened(turn, link)
            case PlainWords() as words:
                return await self._plain(turn, words)
            case FileCame(given=given):
                return await self._file(turn, given)
            case _:
                raise TypeError(self._intent)

    async def _opened(self, turn: Turn, link: ShowInvite | ShowLink | ShowGig | ShowZone) -> object:
        """Show where a link leads."""
        match link:
            case ShowInvite(code=code):
                return await look(code, turn)
            case ShowLink(code=code):
                return await look_at_link(code, turn)
            case ShowGig(code=code):
                return await open_gig(code, turn)
            case ShowZone(name=name):
                return await self._offered(turn, zones.offered(name, turn))

    # Commands

    async def _run(self, turn: Turn, command: Command, given: Given) -> object:
        """Find what the command is about and who may see the answer; then run it, or ask."""
        meant = await resolve(command.about, turn, given)
        shared = command.privacy is Privacy.HERE or (command.privacy is Privacy.BOUND and meant.bound_here)
        self.private = turn.chat.private or not shared
        if not shared and not turn.can_be_answered_privately:
            waiting = await questions.keep(turn, command, Ask("", None), given, where=self._where_answered())
            return InPrivate(waiting)
        if isinstance(meant.subject, Ask):
            return await self._ask(turn, command, meant.subject, given)
        turn = replace(turn, subject=meant.subject)
        await remember(turn)
        return await self._bound(turn, command, given)

    async def _bound(self, turn: Turn, command: Command, given: Given) -> object:
        """Run a command whose subject is known, with its arguments; ask for what is missing or unclear."""
        arguments = bind(command.shape, given.values)
        if isinstance(arguments, Missing | Unfit):
            return await self._ask(turn, command, ask_for(arguments), given)
        result = await command.handler(arguments, turn)
        if isinstance(result, Ask):
            return await self._asked(turn, command, read_again(result, given, self._readings, turn), given)
        if command.elsewhere and turn.chat.private and given.names_no_more_than_a_band:
            self._elsewhere = await _elsewhere(turn, command, given)
        return result

    async def _asked(self, turn: Turn, command: Command, asked: Ask, given: Given) -> Question:
        """Keep a question for the command that goes on with its answer."""
        onward = BY_NAME[asked.command] if asked.command else command
        return await self._ask(turn, onward, asked, Given(asked.given) if asked.given else given)

    async def _offered(self, turn: Turn, offered: ZoneSet | Ask) -> object:
        """Ask what a link offers, unless it is so already."""
        if isinstance(offered, Ask):
            return await self._asked(turn, BY_NAME[offered.command], offered, Given({}))
        return offered

    async def _ask(self, turn: Turn, command: Command, asked: Ask, given: Given) -> Question:
        return await questions.ask(turn, command, asked, given, where=self._where_answered())

    async def _file(self, turn: Turn, given: Given) -> object:
        """Hand a file to the command that takes it; where that has asked for one, it knows what for."""
        asked = self._waiting()
        if asked is not None and asked.command == FILE_COMMAND:
            await turn.unit.pending.close(asked.id)
            known = Given.from_answers(asked.answers).values
            said = {name: known[name] for name in ("field", "band") if name in known}
            given = Given({**said, **given.values})
        return await self._run(turn, BY_NAME[FILE_COMMAND], given)

    # Buttons

    async def _pressed(self, turn: Turn, press: Press, payload: Payload) -> object:
        result = await press.handler(payload, turn)
        if isinstance(result, Redirect):
            return await self._run(turn, BY_NAME[result.command], Given(result.raw))
        if isinstance(result, Ask):
            return await self._asked(turn, BY_NAME[result.command], result, Given({}))
        if press.privacy is Privacy.BOUND and not turn.chat.private:
            self.private = not await _bound_here(turn, result)
        return result

    async def _resume(self, turn: Turn, pending: PendingCommand, intent: Resume) -> object:
        taken_up = questions.taken_up(pending, intent)
        await turn.unit.pending.close(pending.id)
        if taken_up is None:
            return Outdated(None)
        command, given = taken_up
        answers_an_argument = any(pending.asking == each.name for each in command.arguments)
        said_now = intent.words is not None and answers_an_argument
        turn = replace(turn, said_at=turn.now if said_now else pending.asked_at)
        try:
            return await self._run(turn, command, given)
        except KeptOtherwise:
            return Outdated(command.name)

    # Plain words

    async def _plain(self, turn: Turn, words: PlainWords) -> object:
        pending = None if words.pointed_at else self._waiting()
        if pending is not None:
            if questions.led_to(pending, self._incoming):
                return await self._resume(turn, pending, Resume(pending.id))
            if leaves_it(words.text, turn):
                await turn.unit.pending.close(pending.id)
                return SetAside(pending.command)
            if pending.asking and answers_a_question(words.text, turn):
                return await self._resume(turn, pending, Resume(pending.id, words=words.text))
        if self._arrival.change is not None:
            return await again(turn, self._arrival.change)
        return await self._read(turn, words, pending)

    async def _read(self, turn: Turn, words: PlainWords, pending: PendingCommand | None) -> object:
        """What words that answer nothing want; in a group, chatter is left alone."""
        wanted: object = await read(words.text, turn)
        if wanted is None and words.pointed_at:
            return NoAvailability()
        if wanted is None and turn.chat.private:
            wanted = date_alone(words.text, self._readings, turn, pending)
        if isinstance(wanted, Redirect):
            return await self._run(turn, BY_NAME[wanted.command], Given(wanted.raw))
        return wanted

    # Open questions

    def _waiting(self) -> PendingCommand | None:
        return self._arrival.waiting(self._incoming.chat.key)

    def _where_answered(self) -> str:
        return questions.where_answered(self._incoming, private=self.private)

    async def _set_aside(self, turn: Turn) -> Paragraph | None:
        """A new command puts an open question away, and says so."""
        if not isinstance(self._intent, RunIntent):
            return None
        aside = None
        for pending in self._arrival.pending:
            await turn.unit.pending.close(pending.id)
            if pending.command != self._intent.command.name:
                aside = Say(pending.command)
        if aside is None:
            return None
        return Paragraph(self.reader.say("I have put my question about {say} aside.", say=aside))


async def _bound_here(turn: Turn, result: object) -> bool:
    """Whether the band or venue of a result is the one that the chat is bound to."""
    band, venue = getattr(result, "band", None), getattr(result, "venue", None)
    if isinstance(band, Band):
        bound = await turn.unit.bands.bound_to(turn.chat.bindings)
        return bound is not None and bound.id == band.id
    if isinstance(venue, Venue):
        place = await turn.unit.venues.bound_to(turn.chat.bindings)
        return place is not None and place.id == venue.id
    return False


async def _elsewhere(turn: Turn, command: Command, given: Given) -> Elsewhere | None:
    """The same about the person's other bands, where there are any."""
    band, others = turn.band, turn.other_bands
    if band is None:
        return None
    if given.pressed_for is not None:
        mine = await turn.unit.bands.of(turn.person.id)
        others = tuple(each for each, _ in mine if each.id != band.id)
    return Elsewhere(band, others, command.verb) if others else None
