"""My bands: what is on for the person who is signed in. Nothing changes by looking."""

from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from core import formats
from core.access import Right, may
from core.marketplace.applications import Application, LookAnswer
from core.marketplace.applications.last_look import LookCard
from core.marketplace.applications.parties import ApplicationCard
from core.marketplace.events import Event
from core.marketplace.events.from_posts import as_post
from core.marketplace.events.times import slot_times
from core.marketplace.venues import Venue
from core.moments import to_wall
from core.my_bands.reading import (
    CommitmentAsked,
    InviteWaiting,
    MyBand,
    MyVenue,
    NightAhead,
    my_bands,
    my_venues,
)
from core.publications.availability import DayState
from core.scheduling.kinds import CommitmentState, Rsvp
from core.web_sessions.signing_in import sessions_of
from presentation.addresses import MY
from presentation.commitments import answer_button, answered, what_first, when_of
from presentation.free_days.months import MonthShown, month_shown
from presentation.free_days.words import FreeDayWords
from presentation.nights.applications import band_standing, look_word
from presentation.nights.standing import (
    day_words,
    moment_words,
    slot_of,
    stage_word,
    status_line,
    times_words,
    where,
)
from presentation.nights.terms import offer_facts, paying_words
from presentation.venues import PRACTICAL, told
from web.deeds import said
from web.pages import show
from web.reader import PageReader
from web.sessions import signed_in
from web.site import site_of


@dataclass(frozen=True, slots=True)
class AheadShown:
    """A rehearsal or gig that is ahead, in words."""

    path: str
    """Where an answer is sent to."""
    title: str
    place: str | None
    state: str
    yours: str | None
    """The person's own answer; None: they are not asked."""
    revision: int
    buttons: tuple[tuple[str, str], ...]
    """The answers that can still be given, each with the word on its button."""
    waits: bool


@dataclass(frozen=True, slots=True)
class LookShown:
    """A night that the person is asked about, in words."""

    path: str
    night: str
    until: str | None
    yours: str | None
    by_when: str | None
    buttons: tuple[tuple[str, str], ...]
    offer: tuple[tuple[str, str], ...]
    paying: str
    """That the act pays to play; empty where it does not."""


@dataclass(frozen=True, slots=True)
class ApplicationShown:
    """An application of the band, or an invite to it, in words."""

    path: str
    night: str
    slot: str
    stage: str
    lines: list[Markup]
    line: str | None
    """What the venue has written."""
    clashes: list[str]
    """Nights from which confirming withdraws the band."""
    books: bool
    """The person may act for the band."""
    offer: tuple[tuple[str, str], ...]
    paying: str


@dataclass(frozen=True, slots=True)
class BandShown:
    """One band, in words."""

    name: str
    number: int
    """Its id, for the links on the page."""
    next: AheadShown | None
    waiting: list[AheadShown]
    looks: list[LookShown]
    invites: list[ApplicationShown]
    ahead: list[AheadShown]
    applications: list[ApplicationShown]
    words: FreeDayWords
    months: list[MonthShown]

    @property
    def asks(self) -> bool:
        """Whether anything waits for the person."""
        return bool(self.waiting or self.looks or self.invites)


@dataclass(frozen=True, slots=True)
class NightShown:
    """A night of a venue, in words."""

    path: str
    day: str
    status: str
    waiting: int
    kept: int


async def page(request: Request) -> Response:
    """The page."""
    by, site = await signed_in(request), site_of(request)
    now, reader = site.clock.now(), by.reader
    async with site.units.read() as unit:
        bands = await my_bands(unit, by.person.id, now=now)
        venues = await my_venues(unit, by.person.id, now=now)
        sessions = await sessions_of(unit, by.person.id, now=now)
    return show(
        request,
        "my.html",
        reader,
        by=by,
        said=said(request, reader),
        bands=[_band(each, reader) for each in bands],
        venues=[(each.venue.name, _nights(each, reader)) for each in venues],
        states=tuple(DayState),
        maybe=LookAnswer.MAYBE.value,
        join=Markup("<code>/join</code>"),
        until=_day(by.session.ends_at, reader),
        others=[_day(each.used_at, reader) for each in sessions if each.id != by.session.id],
    )


def _band(mine: MyBand, reader: PageReader) -> BandShown:
    words = FreeDayWords(mine.days, reader.locale)
    ahead = [_ahead(each, reader) for each in mine.ahead]
    books = may(mine.member.role, Right.BOOK)
    return BandShown(
        name=mine.band.name,
        number=mine.band.id,
        next=_ahead(mine.next, reader) if mine.next else None,
        waiting=[each for each in ahead if each.waits],
        looks=[_look(each, reader) for each in mine.looks],
        invites=[_invite(each, reader, books=books) for each in mine.invites],
        ahead=[each for each in ahead if not each.waits],
        applications=[_application(each, reader, books=books) for each in mine.applications],
        words=words,
        months=[month_shown(each, words) for each in mine.days.months],
    )


_STATES = {CommitmentState.PROPOSED: "Proposed", CommitmentState.CONFIRMED: "It is on"}


def _ahead(asked: CommitmentAsked, reader: PageReader) -> AheadShown:
    commitment = asked.commitment
    sure = commitment.state is CommitmentState.CONFIRMED
    possible = (Rsvp.YES, Rsvp.NO) if sure else (Rsvp.YES, Rsvp.MAYBE, Rsvp.NO)
    return AheadShown(
        path=f"{MY}/rehearsals/{commitment.id}",
        title=reader.label(
            "{what}, {when}", what=what_first(commitment, reader), when=when_of(commitment, reader)
        ),
        place=commitment.location,
        state=reader.label(_STATES[commitment.state]),
        yours=answered(asked.answer, reader) if asked.asked else None,
        revision=commitment.revision,
        buttons=tuple(
            (each.value, answer_button(each, reader)) for each in possible if each is not asked.answer
        ),
        waits=asked.waits,
    )


def _look(card: LookCard, reader: PageReader) -> LookShown:
    until = card.application.look_until if card.application else None
    return LookShown(
        path=f"{MY}/looks/{card.event.id}/{card.band.id}",
        night=_night(card.event, card.venue, reader),
        until=moment_words(until, card.event.zone, reader) if until else None,
        yours=look_word(card.look.answer, reader) if card.look.answer else None,
        by_when=card.look.by_when,
        buttons=tuple((each.value, look_word(each, reader)) for each in LookAnswer),
        offer=_offer(card.event, card.venue, card.application, reader),
        paying=paying_words(as_post([card.event]), reader),
    )


def _invite(waiting: InviteWaiting, reader: PageReader, *, books: bool) -> ApplicationShown:
    return _application(waiting.card, reader, books=books, clashes=waiting.clashes)


def _application(
    card: ApplicationCard,
    reader: PageReader,
    *,
    books: bool,
    clashes: tuple[tuple[Event, Venue], ...] = (),
) -> ApplicationShown:
    return ApplicationShown(
        path=f"{MY}/applications/{card.application.id}",
        night=_night(card.event, card.venue, reader),
        slot=slot_of(card.application, card.slot, reader),
        stage=stage_word(card.stage, reader),
        lines=band_standing(card, reader),
        line=card.application.line,
        clashes=[_night(*each, reader) for each in clashes],
        books=books,
        offer=_offer(card.event, card.venue, card.application, reader),
        paying=paying_words(as_post([card.event]), reader),
    )


def _offer(
    event: Event, venue: Venue, application: Application | None, reader: PageReader
) -> tuple[tuple[str, str], ...]:
    """What a night offers: the band's time, then all that was said of it, then what the place is like."""
    kept = event.slot(application.slot) if application else None
    slot = kept or next(iter(event.open_slots), event.slots[0])
    return (
        (reader.label("Your time"), times_words(slot_times(event, slot), reader)),
        *offer_facts(as_post([event]), reader),
        *told(venue, PRACTICAL, reader),
    )


def _nights(mine: MyVenue, reader: PageReader) -> list[NightShown]:
    return [_night_ahead(each, reader) for each in mine.nights]


def _night_ahead(night: NightAhead, reader: PageReader) -> NightShown:
    return NightShown(
        path=f"{MY}/nights/{night.event.id}",
        day=day_words(night.event, reader),
        status=status_line(night.event, reader),
        waiting=night.waiting,
        kept=night.kept,
    )


def _night(event: Event, venue: Venue, reader: PageReader) -> str:
    return reader.label("{day}, {place}", day=day_words(event, reader), place=where(venue))


def _day(at: datetime, reader: PageReader) -> str:
    return formats.day(to_wall(at, reader.zone).date(), reader.locale, today=reader.today)


ROUTES = (Route(MY, page),)
