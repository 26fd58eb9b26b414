"""/apply and /applications: a band's way to a slot, seen from both sides."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Annotated

from bots.chat.arguments import AmountField, KeptField, PickField, TextField, WordsField
from bots.chat.bandchoice import choose, reached
from bots.chat.buttons.market import (
    ApplyForDate,
    GoOnWithout,
    ShowApplication,
    WithdrawApplication,
)
from bots.chat.commands.market.decisions import decline_with
from bots.chat.commands.market.invites import call_off_with
from bots.chat.commands.market.kits import kit_plays, with_kit
from bots.chat.commands.market.looks import maybe_by
from bots.chat.commands.market.meant import dates_meant
from bots.chat.contexts import band_context, own_context
from bots.chat.conversations import Ask, Option
from bots.chat.results.market import (
    ApplicationLine,
    ApplicationList,
    DateMeant,
    DateUnclear,
    DrawAsked,
    KindMeant,
    PitchAsked,
    SlotUnclear,
)
from bots.chat.turn import BandMeant, Turn, VenueMeant
from bots.chat.venuechoice import choose_venue
from core.access import Right, VenueRight
from core.bands import Band
from core.bands.refusals import NoBand
from core.ids import ApplicationId, BandId, EventId
from core.journal import Gone
from core.marketplace.applications import LINE_LIMIT, decisions, submission
from core.marketplace.applications.last_look import LookCard
from core.marketplace.applications.nights import known
from core.marketplace.applications.parties import ApplicationCard
from core.marketplace.applications.submission import Pitch
from core.marketplace.events import Event
from core.marketplace.events.refusals import NoSuchDate
from core.marketplace.posts.values import SlotKind
from core.marketplace.venues import Requirement, Venue
from core.scheduling.commitments.clashes import LOOKAHEAD

_CHOICES = 12
_LATELY = timedelta(days=2)
"""How long past nights stay in the list."""


def _event(kept: str) -> EventId:
    return EventId(int(kept))


def _band(kept: str) -> BandId:
    return BandId(int(kept))


def _application(kept: str) -> ApplicationId:
    return ApplicationId(int(kept))


@dataclass(frozen=True, slots=True)
class ApplyArguments:
    """The open date, and what goes with the application."""

    date: Annotated[str, WordsField("For which date?", "Fri 11 Dec The Heron", preview=False)]
    note: Annotated[str | None, TextField("A line to the venue", "We filled the Lanes", limit=LINE_LIMIT)] = (
        None
    )
    draw: Annotated[float | None, AmountField("How many people do you draw?", "people", 0, 9999)] = None
    band: Annotated[str | None, PickField("For which band?", "band")] = None
    event: Annotated[EventId | None, KeptField(_event)] = None
    kind: Annotated[SlotKind | None, KeptField(SlotKind)] = None


@dataclass(frozen=True, slots=True)
class ApplicationsArguments:
    """Whose applications; and what a button began about one of them."""

    venue: Annotated[str | None, PickField("At which venue?", "venue")] = None
    band: Annotated[str | None, PickField("Of which band?", "band")] = None
    date: Annotated[str | None, TextField("For which date?", "Fri 11 Dec")] = None
    declining: Annotated[ApplicationId | None, KeptField(_application)] = None
    line: Annotated[str | None, KeptField()] = None
    calling_off: Annotated[ApplicationId | None, KeptField(_application)] = None
    reason: Annotated[str | None, KeptField()] = None
    unsure: Annotated[EventId | None, KeptField(_event)] = None
    """A player said maybe about this night, for the band `unsure_of`, and is asked by when it is settled."""
    unsure_of: Annotated[BandId | None, KeptField(_band)] = None
    by: Annotated[str | None, KeptField()] = None


async def apply(ask: ApplyArguments, turn: Turn) -> ApplicationCard | Ask:
    """Apply for the date that is meant; asks which, for which slot, and what the venue wants to know."""
    band = turn.the_band
    which = ask.event or await _meant(ask.date, band, turn)
    if isinstance(which, Ask):
        return which
    found = await turn.unit.events.reach(which, turn.person.id)
    if found is None:
        raise Gone
    event, venue, _ = found
    submission.still_open(event, venue, turn.now)
    kinds = event.kinds_open()
    kind = ask.kind or (kinds[0] if len(kinds) <= 1 else None)
    kept = {"event": str(which)}
    if kind is None and kinds:
        options = tuple(Option(KindMeant(each), {**kept, "kind": each.value}) for each in kinds)
        return Ask("", SlotUnclear(event, venue), options)
    draw = None if ask.draw is None else int(ask.draw)
    unheard = Requirement.LINKS in venue.profile.requires and not band.links
    pitch = Pitch(ask.note, draw, kit_plays=unheard and await kit_plays(band, turn.unit))
    asked = _lacking(venue, band, pitch)
    if asked is not None:
        return asked
    chosen = kind or event.slots[0].kind
    return await submission.apply(turn.unit, turn.act, band, which, chosen, pitch)


def _lacking(venue: Venue, band: Band, pitch: Pitch) -> Ask | None:
    match submission.lacking(venue, band, pitch):
        case Requirement.DRAW:
            return Ask("draw", DrawAsked(venue))
        case Requirement.LINE:
            return Ask("note", PitchAsked(venue))
        case _:
            return None


async def apply_pressed(press: ApplyForDate, turn: Turn) -> ApplicationCard | Ask:
    """[Apply] under a match or in a list."""
    band, member = await reached(turn.unit, turn.person, press.band, Right.BOOK)
    event = await turn.unit.events.get(press.event)
    if event is None:
        raise Gone
    given = {"date": event.day.isoformat(), "event": str(event.id), "band": str(band.id)}
    meant = replace(turn, subject=BandMeant(band, member))
    asked = await apply(ApplyArguments(event.day.isoformat(), event=event.id), meant)
    if isinstance(asked, Ask):
        return Ask(asked.asking, asked.about, asked.options, command="apply", given=given)
    return asked


async def _meant(words: str, band: Band, turn: Turn) -> EventId | Ask:
    """The open date that the words name; asks where several fit. Raises NoSuchDate."""
    open_ = await turn.unit.events.open_between(turn.now, turn.now + LOOKAHEAD)
    found = dates_meant(words, open_, band_context(turn, band))
    if not found:
        raise NoSuchDate(words)
    if len(found) == 1:
        return found[0][0].id
    options = tuple(Option(DateMeant(*each), {"event": str(each[0].id)}) for each in found[:_CHOICES])
    return Ask("", DateUnclear(), options)


async def listed(
    ask: ApplicationsArguments, turn: Turn
) -> ApplicationList | ApplicationCard | LookCard | Ask:
    """The applications of one's bands and at one's venues; or what a button began about one of them."""
    if ask.declining is not None:
        return await decline_with(ask.declining, ask.line, turn)
    if ask.calling_off is not None:
        return await call_off_with(ask.calling_off, ask.reason, turn)
    if ask.unsure is not None and ask.unsure_of is not None:
        return await maybe_by(ask.unsure, ask.unsure_of, ask.by, turn)
    bands = [] if ask.venue else await _bands(ask, turn)
    venues = [] if ask.band else await _venues(ask, turn)
    if isinstance(bands, Ask):
        return bands
    if isinstance(venues, Ask):
        return venues
    if not bands and not venues:
        raise NoBand
    since = turn.now - _LATELY
    of_bands: list[ApplicationLine] = []
    for band in bands:
        of_bands += await _of(band, since, turn)
    at_venues: list[ApplicationLine] = []
    for venue in venues:
        at_venues += await _at(venue, since, turn)
    if ask.date:
        of_bands = _on(ask.date, of_bands, turn)
        at_venues = _on(ask.date, at_venues, turn)
    return ApplicationList(tuple(of_bands), tuple(at_venues))


async def _of(band: Band, since: datetime, turn: Turn) -> list[ApplicationLine]:
    """The band's own, by night."""
    mine = await turn.unit.applications.of_band(band.id, after=since)
    return [
        ApplicationLine(each, each.stage(turn.now), event, venue, band.name) for each, event, venue in mine
    ]


async def _at(venue: Venue, since: datetime, turn: Turn) -> list[ApplicationLine]:
    """What the venue knows of, by night and then in the order of applying."""
    found = await turn.unit.events.of_venue(venue.id, start=since, end=since + LOOKAHEAD)
    nights = {each.id: each for each in found}
    there = known(await turn.unit.applications.of_events(list(nights)))
    lines = [
        ApplicationLine(each, each.stage(turn.now), nights[each.event], venue, name) for each, name in there
    ]
    return sorted(lines, key=lambda each: (each.event.day, each.application.id))


def _on(words: str, lines: Sequence[ApplicationLine], turn: Turn) -> list[ApplicationLine]:
    """Those for the dates that the words name. Raises NoSuchDate."""
    nights: dict[EventId, tuple[Event, Venue]] = {each.event.id: (each.event, each.venue) for each in lines}
    if not nights:
        return []
    meant = {event.id for event, _ in dates_meant(words, list(nights.values()), own_context(turn))}
    return [each for each in lines if each.event.id in meant]


async def _bands(ask: ApplicationsArguments, turn: Turn) -> list[Band] | Ask:
    """Those that the caller plays in, or the one that was named or is bound here."""
    if ask.band:
        _, chosen = await choose(turn.unit, turn.person, turn.chat, said=ask.band, right=Right.SEE)
        return [chosen.band] if isinstance(chosen, BandMeant) else chosen
    mine = [band for band, _ in await turn.unit.bands.of(turn.person.id)]
    bound = None if turn.chat.private else await turn.unit.bands.bound_to(turn.chat.bindings)
    here = [each for each in mine if bound is not None and each.id == bound.id]
    return here or mine


async def _venues(ask: ApplicationsArguments, turn: Turn) -> list[Venue] | Ask:
    """Those that the caller speaks for, or the one that was named."""
    if ask.venue:
        _, chosen = await choose_venue(turn, said=ask.venue, right=VenueRight.SEE)
        return [chosen.venue] if isinstance(chosen, VenueMeant) else chosen
    return [venue for venue, _ in await turn.unit.venues.of(turn.person.id)]


async def show(press: ShowApplication, turn: Turn) -> ApplicationCard:
    """[1] in a list, [Details]: an application as it stands; a venue has then seen it."""
    card = await decisions.look_at(turn.unit, turn.act, press.application)
    return await with_kit(card, turn.unit, turn.bot_address.web)


async def go_on(press: GoOnWithout, turn: Turn) -> ApplicationCard:
    """[Go on without Jo]."""
    return await submission.go_on(turn.unit, turn.act, press.application)


async def withdraw(press: WithdrawApplication, turn: Turn) -> ApplicationCard:
    """[Withdraw]."""
    return await submission.withdraw(turn.unit, turn.act, press.application)
