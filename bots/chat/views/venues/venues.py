"""What is said about venues: made, shown, edited, listed, bound."""

from bots.chat.buttons import RunCommand
from bots.chat.buttons.conversation import RedoChange, UndoChange
from bots.chat.buttons.venues import ShowVenue
from bots.chat.reply import (
    Action,
    Block,
    Button,
    Facts,
    Line,
    Listing,
    Paragraph,
    Reply,
    Say,
    Strong,
    Tone,
    rows,
)
from bots.chat.results.venues import VenueList
from bots.chat.turn import Reader
from bots.chat.views.page_links import venue_link, venues_link
from bots.chat.views.stars import rated_fact
from bots.chat.views.venues.facts import EXAMPLES, field_fact, venue_facts
from core import formats
from core.bands import SERVICES, BindingKind
from core.marketplace.matching.venue_search import VenueFound
from core.marketplace.venues.binding import VenueBound, VenueUnbound
from core.marketplace.venues.creation import VenueCard, VenueMade
from core.marketplace.venues.edits import VenueEdited, VenueSheet
from core.marketplace.venues.plans import VenueTurned
from presentation.distances import distance_words

_SHOWN = 8
_PROFILE = {"age_from": "ages", "house_terms": "terms", "requires": "asks"}
"""Fields that are called otherwise in the profile than people type."""


def venue_made(result: VenueMade, reader: Reader) -> Reply:
    """The venue, and the next step."""
    venue = result.venue
    name = Strong(venue.name)
    if result.before:
        title = reader.say("🎤 {venue} is here already, and you speak for it", venue=name)
    else:
        title = reader.say("🎤 {venue} is here, and you are its promoter", venue=name)
    blocks: list[Block] = [Facts(venue_facts(venue, reader))]
    if result.zone_taken:
        zone = "I took its zone, {zone}, as yours. Elsewhere? {say}"
        blocks.append(Paragraph(reader.say(zone, zone=Strong(result.zone_taken), say=Say("timezone"))))
    blocks.append(
        Paragraph(
            reader.say(
                "Next: {post} puts up a date, {edit} says more about the place.",
                post=Say("post Fri 11 Dec, need 2 support, doors 7:30, £150"),
                edit=Say("venue edit"),
            )
        )
    )
    return Reply(title, tuple(blocks), tone=Tone.BAND)


def venue_card(result: VenueCard, reader: Reader) -> Reply:
    """The venue's profile; for its promoters the way to their dates."""
    venue = result.venue
    blocks: list[Block] = [
        Facts((*venue_facts(venue, reader), *rated_fact(result.rated, reader))),
        Paragraph(_open_dates(result.open_dates, reader)),
        *venue_link(venue, reader),
    ]
    buttons: tuple[tuple[Button, ...], ...] = ()
    if result.yours:
        buttons = rows(
            Action(reader.label("Dates"), RunCommand("dates", venue.id)),
            Action(reader.label("Promoters"), RunCommand("venuemembers", venue.id)),
        )
    return Reply(reader.say("🎤 {venue}", venue=Strong(venue.name)), tuple(blocks), buttons, Tone.BAND)


def _open_dates(count: int, reader: Reader) -> Line:
    if not count:
        return reader.say("No open date at the moment.")
    return reader.plural(count, "1 open date: {say}", "{n} open dates: {say}", say=Say("find"))


def venue_sheet(result: VenueSheet, reader: Reader) -> Reply:
    """Everything that can be changed, and how."""
    venue = result.venue
    facts = [field_fact(venue, each, reader) for each in EXAMPLES if each not in SERVICES]
    facts += [field_fact(venue, each, reader) for each in SERVICES if each in venue.profile.links]
    how = reader.say("To change one: {say}", say=Say("venue edit field: capacity value: 200"))
    gone = reader.say("To take one out, say value: remove.")
    title = reader.say("🎤 {venue}: what you can change", venue=Strong(venue.name))
    return Reply(title, (Facts(tuple(facts)), Paragraph(how), Paragraph(gone)), tone=Tone.BAND)


def venue_edited(result: VenueEdited, reader: Reader) -> Reply:
    """The new values; Undo."""
    venue = Strong(result.venue.name)
    shown = [_PROFILE.get(each, each) for each in result.fields if each != "zone"]
    facts = Facts(tuple(field_fact(result.venue, each, reader) for each in shown))
    if result.change is None:
        return Reply(reader.say("🎤 {venue}: nothing to change", venue=venue), (facts,), tone=Tone.BAND)
    undo = Action(reader.label("Undo"), UndoChange(result.change))
    title = reader.say("🎤 {venue} has changed", venue=venue)
    return Reply(title, (facts,), rows(undo), Tone.BAND)


def venue_turned(result: VenueTurned, reader: Reader) -> Reply:
    """An edit was undone or redone."""
    venue = Strong(result.venue.name)
    facts = result.change.facts
    changed = [_PROFILE.get(each, each) for each in facts.new if each != "zone"]
    shown = Facts(tuple(field_fact(result.venue, each, reader) for each in changed))
    number = result.change.id
    if result.undone:
        title = reader.say("↩ {venue} is as it was before", venue=venue)
        button = Action(reader.label("Redo"), RedoChange(number))
    else:
        title = reader.say("🎤 {venue} has changed again", venue=venue)
        button = Action(reader.label("Undo"), UndoChange(number))
    return Reply(title, (shown,), rows(button), Tone.BAND)


def venue_list(result: VenueList, reader: Reader) -> Reply:
    """Venues, the nearest first, each with a button to its card."""
    count = len(result.venues)
    shown = result.venues[:_SHOWN]
    if not count:
        return Reply(_nowhere(result, reader), (Paragraph(_elsewhere(result, reader)),), tone=Tone.BAND)
    if result.near:
        near = Strong(result.near)
        title = reader.plural(count, "🎤 1 venue near {city}", "🎤 {n} venues near {city}", city=near)
    else:
        title = reader.plural(count, "🎤 1 venue", "🎤 {n} venues")
    blocks: list[Block] = [Listing(tuple(_venue(each, reader) for each in shown))]
    if count > len(shown):
        more = count - len(shown)
        near_one = Say("venues near: Leeds genre: indie")
        blocks.append(
            Paragraph(reader.plural(more, "1 more; nearer: {say}", "{n} more; nearer: {say}", say=near_one))
        )
    blocks += venues_link(result.near, result.genre, reader)
    buttons = (Action(each.venue.name, ShowVenue(each.venue.id)) for each in shown)
    return Reply(title, tuple(blocks), rows(*buttons), Tone.BAND)


def _nowhere(result: VenueList, reader: Reader) -> Line:
    if result.near:
        return reader.say("🎤 I know no such venue near {city}", city=Strong(result.near))
    return reader.say("🎤 I know no such venue yet")


def _elsewhere(result: VenueList, reader: Reader) -> Line:
    if result.near or result.genre:
        return reader.say("Without a city or a genre: {say}", say=Say("venues"))
    return reader.say("Put yours up: {say}", say=Say("venue create"))


def _venue(found: VenueFound, reader: Reader) -> Line:
    profile = found.venue.profile
    parts = [profile.city if found.kilometres is None else _where(found, reader)]
    if profile.capacity is not None:
        parts.append(reader.label("{people} cap", people=str(profile.capacity)))
    if profile.genres:
        parts.append(formats.listing(profile.genres, reader.locale))
    if found.open_dates == 1:
        parts.append(reader.label("1 open date"))
    elif found.open_dates:
        parts.append(reader.label("{n} open dates", n=str(found.open_dates)))
    return reader.say("{venue} · {facts}", venue=Strong(found.venue.name), facts=" · ".join(parts))


def _where(found: VenueFound, reader: Reader) -> str:
    if not found.kilometres:
        return found.venue.profile.city
    away = distance_words(found.kilometres, reader)
    return reader.label("{city}, {distance} away", city=found.venue.profile.city, distance=away)


def venue_bound(result: VenueBound, reader: Reader) -> Reply:
    """The chat is the venue's."""
    sentence = _BOUND_BEFORE[result.place] if result.before else _BOUND[result.place]
    note = reader.say("Nobody has to name the venue here. To undo it: {say}", say=Say("venue unbind"))
    return Reply(reader.say(sentence, venue=Strong(result.venue.name)), (Paragraph(note),), tone=Tone.BAND)


def venue_unbound(result: VenueUnbound, reader: Reader) -> Reply:
    """The chat is no longer the venue's."""
    again = reader.say("To bind it again: {say}", say=Say("venue bind"))
    title = reader.say(_UNBOUND[result.place], venue=Strong(result.venue.name))
    return Reply(title, (Paragraph(again),), tone=Tone.BAND)


_BOUND = {
    BindingKind.SERVER: "🎤 This server is now {venue}'s",
    BindingKind.CHANNEL: "🎤 This channel is now {venue}'s",
    BindingKind.GROUP: "🎤 This group is now {venue}'s",
}
_BOUND_BEFORE = {
    BindingKind.SERVER: "🎤 This server is {venue}'s already",
    BindingKind.CHANNEL: "🎤 This channel is {venue}'s already",
    BindingKind.GROUP: "🎤 This group is {venue}'s already",
}
_UNBOUND = {
    BindingKind.SERVER: "🎤 This server is no longer {venue}'s",
    BindingKind.CHANNEL: "🎤 This channel is no longer {venue}'s",
    BindingKind.GROUP: "🎤 This group is no longer {venue}'s",
}
