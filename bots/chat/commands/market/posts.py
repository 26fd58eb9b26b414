"""/post: an open date in one message, or step by step; its card, and what its buttons do."""

from dataclasses import dataclass, replace
from typing import Annotated

from bots.chat.arguments import KeptField, PickField, WordsField
from bots.chat.buttons.market import DiscardPost, FeeInAll, KeepDraft, PublishPost, RestorePost, ShowDrafts
from bots.chat.commands.venues.venues import city_of, venue_of
from bots.chat.contexts import venue_context
from bots.chat.conversations import Ask, Option
from bots.chat.results.market import (
    AllOfThem,
    DraftKept,
    EitherAsked,
    FactAsked,
    PostTroubled,
    SkipStep,
    VenueCityAsked,
    VenueNameAsked,
)
from bots.chat.turn import Turn, VenueMeant
from bots.chat.venuechoice import choose_venue
from core.access import VenueRight
from core.marketplace.events import drafts
from core.marketplace.posts import Post, merged, read_facts, read_post
from core.marketplace.posts.values import MissingFact, Per
from core.marketplace.venues import Venue, VenueProfile
from core.marketplace.venues.refusals import NoVenue
from core.scheduling.phrases.understanding import Context

STEPS = (
    MissingFact.DATE,
    MissingFact.SLOTS,
    MissingFact.DOORS,
    MissingFact.SET_LENGTH,
    MissingFact.FEE,
    MissingFact.CAPACITY,
    MissingFact.GENRES,
)
"""What is asked step by step, in this order; all but the date can be skipped."""
_SKIP = "-"


@dataclass(frozen=True, slots=True)
class PostArguments:
    """An open date in one's own words, or nothing, to be asked step by step."""

    words: Annotated[
        str | None,
        WordsField("What are you offering?", "Fri 11 Dec, need 2 support, doors 7:30, £150", preview=False),
    ] = None
    venue: Annotated[str | None, PickField("For which venue?", "venue")] = None
    name: Annotated[str | None, KeptField()] = None
    """The name of the venue that is made on the way."""
    city: Annotated[str | None, KeptField()] = None
    zone: Annotated[str | None, KeptField()] = None
    """The zone of the city that was picked."""
    date: Annotated[str | None, KeptField()] = None
    """Each of these is the answer to a step, as typed."""
    slots: Annotated[str | None, KeptField()] = None
    doors: Annotated[str | None, KeptField()] = None
    set_length: Annotated[str | None, KeptField()] = None
    fee: Annotated[str | None, KeptField()] = None
    capacity: Annotated[str | None, KeptField()] = None
    genres: Annotated[str | None, KeptField()] = None
    every: Annotated[bool, KeptField(bool)] = False
    """All of the dates of "23 or 24 April" are posted."""


async def post(ask: PostArguments, turn: Turn) -> drafts.PostDrafted | Ask:
    """Read the post, and keep it as drafts; asks for what it cannot do without."""
    place = await _place(ask, turn)
    if isinstance(place, Ask):
        return place
    read = _read(ask, venue_context(turn, place.zone))
    if isinstance(read, Ask):
        return read
    return await drafts.draft_post(turn.unit, turn.act, await _venue(place, turn), read)


async def _place(ask: PostArguments, turn: Turn) -> Venue | VenueProfile | Ask:
    """Where it is: one of the caller's venues, or a new one, of which name and city are asked."""
    try:
        _, chosen = await choose_venue(turn, said=ask.venue or "", right=VenueRight.POST)
    except NoVenue:
        return _new_place(ask, turn)
    return chosen.venue if isinstance(chosen, VenueMeant) else chosen


def _new_place(ask: PostArguments, turn: Turn) -> VenueProfile | Ask:
    """The venue that is made together with its first post."""
    if ask.name is None:
        context = venue_context(turn, turn.person.zone or turn.reader.zone)
        read = read_post(ask.words, context) if ask.words else None
        named = read.place if isinstance(read, Post) else None
        return Ask("name", VenueNameAsked(named), (Option(named, {"name": named}),) if named else ())
    if ask.city is None:
        return Ask("city", VenueCityAsked(ask.name))
    city = city_of(ask.city, ask.zone)
    return city if isinstance(city, Ask) else VenueProfile(name=ask.name, city=city.name, zone=city.zone)


async def _venue(place: Venue | VenueProfile, turn: Turn) -> Venue:
    if isinstance(place, VenueProfile):
        return await venue_of(turn, place)
    if turn.chat.private:
        await turn.unit.venues.set_last(turn.person.id, place.id)
    return place


def _read(ask: PostArguments, context: Context) -> Post | Ask:
    """The post, without problems and with a date; or the question that settles it."""
    found = _steps(ask, context) if ask.words is None else _words(ask.words, ask.date, context)
    if isinstance(found, Ask):
        return found
    if found.problems:
        return _troubled(found)
    if not found.dates:
        unread = ask.date or ""
        return Ask("date", FactAsked(MissingFact.DATE, unread, needed=True))
    if found.either and not ask.every:
        options = (Option(day, {"date": day.isoformat()}) for day in found.dates)
        return Ask("", EitherAsked(found.dates), (*options, Option(AllOfThem(), {"every": "yes"})))
    return found


def _words(words: str, day: str | None, context: Context) -> Post:
    """The post in these words, with the date that was asked for since."""
    read, found = read_post(words, context), read_facts(words, context)
    if isinstance(read, Post):
        found = replace(read, slots=read.slots or found.slots)
    return merged(found, read_facts(day, context, about=MissingFact.DATE)) if day else found


def _steps(ask: PostArguments, context: Context) -> Post | Ask:
    """The post out of the answers so far, or the next question."""
    found = Post()
    for step in STEPS:
        answer = getattr(ask, step.value)
        if answer is None and (step in found.missing or found == Post()):
            skip = () if step is MissingFact.DATE else (Option(SkipStep(), {step.value: _SKIP}),)
            return Ask(step.value, FactAsked(step), skip)
        if answer is None or answer == _SKIP:
            continue
        given = read_facts(answer, context, about=step)
        if step in given.missing and not given.problems:
            return Ask(step.value, FactAsked(step, answer))
        found = merged(found, given)
    return found


def _troubled(found: Post) -> Ask:
    """What is wrong with the date, with the readings to choose from."""
    problem = found.problems[0]
    days = dict.fromkeys(
        statement.rule.start.date() for reading in problem.readings for statement in reading.statements
    )
    options = tuple(Option(day, {"date": day.isoformat()}) for day in days)
    return Ask("date", PostTroubled(problem), options)


async def show(press: ShowDrafts, turn: Turn) -> drafts.PostDrafted:
    """A draft in the list of dates."""
    return await drafts.show_drafts(turn.unit, turn.act, press.post)


async def publish(press: PublishPost, turn: Turn) -> drafts.PostPublished:
    """[Publish]."""
    return await drafts.publish(turn.unit, turn.act, press.post)


async def keep(press: KeepDraft, turn: Turn) -> DraftKept:
    """[Save as draft]."""
    shown = await drafts.show_drafts(turn.unit, turn.act, press.post)
    return DraftKept(shown.venue, shown.events)


async def discard(press: DiscardPost, turn: Turn) -> drafts.PostDiscarded:
    """[Discard]."""
    return await drafts.discard(turn.unit, turn.act, press.post)


async def restore(press: RestorePost, turn: Turn) -> drafts.PostDrafted:
    """[Take it back] under a discarded draft."""
    return await drafts.restore(turn.unit, turn.act, press.post)


async def fee_in_all(press: FeeInAll, turn: Turn) -> drafts.PostDrafted:
    """[£150 in all], [£150 each]."""
    shown = await drafts.show_drafts(turn.unit, turn.act, press.post)
    per = Per.IN_ALL if press.in_all else Per.EACH
    fee = replace(shown.events[0].terms.fee, per=per)
    return await drafts.revise_drafts(turn.unit, turn.act, press.post, Post(fee=fee))
