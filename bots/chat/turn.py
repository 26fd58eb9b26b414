"""What came in, from whom and where; and what a handler is given to answer it."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bots.chat.reply import Line, Strong, Words, fill, plain
from core import formats
from core.bands import Band, Binding, BindingKind, Membership
from core.bands.refusals import NoBand
from core.ids import AccountId, AccountRef
from core.journal import Act
from core.marketplace.venues import Promoter, Venue
from core.marketplace.venues.refusals import NoVenue
from core.moments import to_wall
from core.people import Person
from core.personal_data.store import PersonalDataUnit
from core.scheduling.calendars.hosts import Hosts
from presentation.secret_addresses import SecretAddresses
from presentation.words import translate, worded


class ManagerUnknown(Exception):
    """It matters whether the person manages the chat, and the platform has not been asked."""


@dataclass(frozen=True, slots=True)
class Chat:
    """Where something was said."""

    key: str
    """The platform and the platform's id of the chat: pending commands are kept by it."""
    private: bool
    """Only the person and the bot are here."""
    whispers: bool
    """A private answer can be shown here (on Discord everywhere; in a Telegram group nowhere)."""
    bindings: tuple[Binding, ...] = ()
    """What a band can be bound to here, the narrowest first."""
    manages: frozenset[BindingKind] | None = frozenset()
    """Which of them the person manages; None: the platform would have to be asked."""

    @property
    def managed(self) -> frozenset[BindingKind]:
        """Which of them the person manages. Raises ManagerUnknown: the turn is run again once it is known."""
        if self.manages is None:
            raise ManagerUnknown
        return self.manages


@dataclass(frozen=True, slots=True)
class Typed:
    """A command whose arguments the platform has told apart."""

    command: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class TypedLine:
    """A line of text: a command (`/band create The Foxes`), or plain words."""

    text: str


@dataclass(frozen=True, slots=True)
class Overheard:
    """The person points at words said earlier to others: they answer no question."""

    text: str
    own: bool
    """They are the person's own; others' are refused."""


@dataclass(frozen=True, slots=True)
class PressedButton:
    """A press of a button, or a link that carries a button's token."""

    token: str


@dataclass(frozen=True, slots=True)
class Filled:
    """A form was filled in for the pending command that this token names."""

    token: str
    text: str


@dataclass(frozen=True, slots=True)
class Incoming:
    """One thing that a person did, as an adapter tells it."""

    account: AccountRef
    name: str
    """The person's display name there."""
    locale: str | None
    """BCP 47, as the platform tells it; None when it does not."""
    chat: Chat
    cause: str
    """Unique for ever, and the same when the platform delivers it again."""
    said: Typed | TypedLine | Overheard | PressedButton | Filled
    ask_manages: Callable[[], Awaitable[frozenset[BindingKind]]] | None = None
    """Asks the platform what of the chat the person manages, where the chat does not say it."""


@dataclass(frozen=True, slots=True)
class Reader:
    """The person that a reply is written for."""

    locale: str
    """For words and formats; what the reader types is read with the person's own."""
    zone: str
    """The reader's IANA zone ("UTC" while it is unknown)."""
    today: date
    """The reader's date: the year is left out where it is obvious."""

    def say(self, template: str, **parts: Words) -> Line:
        """A sentence in the reader's language with `parts` in the places of its `{names}`.

        The template is constant, here and in `label` and `plural`: translators are handed what the sources
        hold (tests/chat/test_templates.py).
        """
        return fill(translate(template, self.locale), **parts)

    def strong(self, words: str) -> Strong:
        """Words that stand out, as a part of a sentence."""
        return Strong(words)

    def label(self, template: str, **parts: Words) -> str:
        """The same without marks, for buttons and the names of facts."""
        return plain(self.say(template, **parts)) if parts else translate(template, self.locale)

    def plural(self, count: int, one: str, many: str, **parts: Words) -> Line:
        """The sentence for so many, with the number in the place of `{n}`."""
        return self.say(one if count == 1 else many, n=str(count), **parts)

    def counted(self, count: int, one: str, many: str, **parts: Words) -> str:
        """The same without marks."""
        return plain(self.plural(count, one, many, **parts))


def reader_of(locale: str | None, zone: str | None, now: datetime) -> Reader:
    """The reader with that locale and zone, either of which may be unknown."""
    guessed = zone or formats.zone_of_locale(locale)
    return Reader(worded(formats.regional(locale, zone)), guessed, to_wall(now, guessed).date())


@dataclass(frozen=True, slots=True)
class InviteLinks:
    """Links that open an invite, beside its code; None where there is no such way."""

    telegram: str | None
    page: str | None
    """Its page, for a browser: it says how to go on."""


@dataclass(slots=True)
class BotAddress:
    """How the bot is reached from outside a platform, once a platform has told it."""

    web: SecretAddresses
    telegram: str | None = None
    """The bot's Telegram username, without the @."""
    discord_invite: str | None = None
    """The link by which somebody brings the bot into a server on Discord."""

    def telegram_link(self, payload: str) -> str | None:
        """A link that opens the private chat on Telegram and hands over the payload."""
        return f"https://t.me/{self.telegram}?start={payload}" if self.telegram else None

    def join_links(self, code: str) -> InviteLinks:
        """The links of an invite into a band, or to speak for a venue."""
        return InviteLinks(self.telegram_link(f"join_{code}"), self.web.pages.join(code))

    def gig_links(self, code: str) -> InviteLinks:
        """The links of an invite to a gig."""
        return InviteLinks(self.telegram_link(f"gig_{code}"), self.web.pages.gig(code))


@dataclass(frozen=True, slots=True)
class BandMeant:
    """The band that a command is about."""

    band: Band
    membership: Membership
    """The caller's."""
    others: tuple[Band, ...] = ()
    """The caller's other bands, where it is the one they used last."""


@dataclass(frozen=True, slots=True)
class VenueMeant:
    """The venue that a command is about."""

    venue: Venue
    promoter: Promoter
    """The caller's place there."""
    others: tuple[Venue, ...] = ()
    """The caller's other venues, where it is the one they used last."""
    remembered: bool = False
    """It is the one they used last already."""


class Retelling(Protocol):
    """What it takes to tell a change again: a turn has it, and so has a notice on its way."""

    @property
    def unit(self) -> PersonalDataUnit:
        """Where the change is kept."""

    @property
    def act(self) -> Act:
        """The telling."""

    @property
    def person(self) -> Person:
        """The person who made the change."""

    @property
    def chat(self) -> Chat:
        """Where it is told."""

    @property
    def now(self) -> datetime:
        """Aware, UTC."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Everything that a handler needs in addition to its arguments."""

    unit: PersonalDataUnit
    act: Act
    person: Person
    chat: Chat
    reader: Reader
    now: datetime
    """Aware, UTC."""
    said_at: datetime
    """Aware, UTC: when the words were said; before `now` when a question came between."""
    new_code: Callable[[], str]
    """A fresh secret for an invite."""
    bot_address: BotAddress
    calendar_hosts: Hosts
    """Hosts on private networks from which calendars may be imported."""
    account: AccountId
    """The one of the person's accounts that asks."""
    opened: bool
    """This account can be written to privately."""
    subject: BandMeant | VenueMeant | None = None
    """What the command is about, as its definition says."""

    @property
    def can_be_answered_privately(self) -> bool:
        """Somewhere only the asker sees the answer: here, or in a chat of their own."""
        return self.chat.private or self.chat.whispers or self.opened

    @property
    def band(self) -> Band | None:
        """The band that the command is about, if it is about one."""
        return self.subject.band if isinstance(self.subject, BandMeant) else None

    @property
    def the_band(self) -> Band:
        """The band that the command is about; its definition says that it is about one."""
        if not isinstance(self.subject, BandMeant):
            raise NoBand
        return self.subject.band

    @property
    def the_venue(self) -> Venue:
        """The venue that the command is about; its definition says that it is about one."""
        if not isinstance(self.subject, VenueMeant):
            raise NoVenue
        return self.subject.venue

    @property
    def promoter(self) -> Promoter | None:
        """The caller's place at that venue."""
        return self.subject.promoter if isinstance(self.subject, VenueMeant) else None

    @property
    def membership(self) -> Membership | None:
        """The caller's in that band."""
        return self.subject.membership if isinstance(self.subject, BandMeant) else None

    @property
    def other_bands(self) -> tuple[Band, ...]:
        """The caller's other bands, where the band is the one they used last."""
        return self.subject.others if isinstance(self.subject, BandMeant) else ()
