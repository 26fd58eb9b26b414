"""/venue create, show, members, leave, bind, unbind; and the buttons about promoters."""

from dataclasses import dataclass
from typing import Annotated

from bots.chat.arguments import AmountField, KeptField, PickField, TextField
from bots.chat.buttons.venues import CloseVenue, JoinVenue, RemovePromoter, RevokeVenueInvite, ShowVenue
from bots.chat.commands.person.cities import settle
from bots.chat.conversations import Ask, Option
from bots.chat.refusals import NoSuchCity
from bots.chat.results.venues import PromoterInviteGiven, VenueUnclear
from bots.chat.turn import Turn, VenueMeant
from bots.chat.venuechoice import choose_venue
from core.access import VenueRight
from core.bands.refusals import NoSuchInvite
from core.ids import VenueId
from core.journal import Gone
from core.marketplace.events import EventState
from core.marketplace.events.times import night_times
from core.marketplace.venues import Venue, VenueProfile, binding, creation, promoters
from core.marketplace.venues.refusals import NightsAhead, NoSuchVenue
from core.scheduling import cities
from core.scheduling.commitments.clashes import LOOKAHEAD
from core.scheduling.diary.zones import settle_guesses
from core.stars import RatingSummary

_VENUE = PickField("For which venue?", "venue")


@dataclass(frozen=True, slots=True)
class VenueCreateArguments:
    """A new venue."""

    name: Annotated[str, TextField("What is the venue called?", "The Heron", limit=200)]
    city: Annotated[str, TextField("In which city?", "Leeds", source="city")]
    capacity: Annotated[float | None, AmountField("How many people fit in?", "people", 1, 9999)] = None
    zone: Annotated[str | None, KeptField()] = None
    """The zone of the city that was picked, where several share the name."""


@dataclass(frozen=True, slots=True)
class OneVenueArguments:
    """A command about one venue, which takes nothing else."""

    venue: Annotated[str | None, _VENUE] = None


@dataclass(frozen=True, slots=True)
class VenueUnbindArguments:
    """Nothing more to say."""


async def create(ask: VenueCreateArguments, turn: Turn) -> creation.VenueMade | Ask:
    """Make a venue, whose promoter is the caller."""
    city = city_of(ask.city, ask.zone)
    if isinstance(city, Ask):
        return city
    capacity = None if ask.capacity is None else int(ask.capacity)
    profile = VenueProfile(name=ask.name, city=city.name, zone=city.zone, capacity=capacity)
    new = await creation.make_venue(turn.unit, turn.act, profile)
    await _read_in(new, turn)
    return new


async def venue_of(turn: Turn, profile: VenueProfile) -> Venue:
    """Make a venue together with its first post, which is what is recorded."""
    new = await creation.open_venue(turn.unit, turn.act, profile)
    await _read_in(new, turn)
    return new.venue


async def _read_in(new: creation.VenueMade, turn: Turn) -> None:
    """Earlier entries of somebody who had no zone are now read in the venue's."""
    if new.zone_taken:
        await settle_guesses(turn.unit, turn.person.id, new.zone_taken)


@dataclass(frozen=True, slots=True)
class CityMeant:
    """The city of a venue, as it is stored."""

    name: str
    zone: str


def city_of(words: str, zone: str | None) -> CityMeant | Ask:
    """The city that was typed; asks where several share the name. Raises NoSuchCity."""
    if zone is not None:
        found = cities.named(words, zone)
        return CityMeant(found.name if found else words, zone)
    settled = settle(words, "city")
    if isinstance(settled, Ask):
        return settled
    if settled.city is None:  # a zone's name is no city
        raise NoSuchCity(words)
    return CityMeant(settled.city, settled.zone)


async def show(ask: OneVenueArguments, turn: Turn) -> creation.VenueCard | Ask:
    """Show any venue by its name; without a name the caller's own."""
    if ask.venue:
        return await card(turn, await named_venue(turn, ask.venue))
    here = () if turn.chat.private else turn.chat.bindings
    bound = await turn.unit.venues.bound_to(here)
    if bound is not None:
        return await card(turn, bound)
    _, chosen = await choose_venue(turn, said="", right=VenueRight.SEE)
    return chosen if isinstance(chosen, Ask) else await card(turn, chosen.venue)


async def named_venue(turn: Turn, words: str) -> Venue:
    """The venue of that name or id: one's own first. Raises NoSuchVenue."""
    mine = [venue for venue, _ in await turn.unit.venues.of(turn.person.id)]
    wanted = words.casefold()
    for known in (mine, await turn.unit.venues.all_open()):
        found = [each for each in known if str(each.id) == words]
        found = found or [each for each in known if each.name.casefold() == wanted]
        found = found or [each for each in known if each.name.casefold().startswith(wanted)]
        if found:
            return found[0]
    raise NoSuchVenue(words, tuple(each.name for each in mine))


async def show_venue(press: ShowVenue, turn: Turn) -> creation.VenueCard:
    """[The Heron] in a list."""
    venue = await turn.unit.venues.get(press.venue)
    if venue is None:
        raise Gone
    return await card(turn, venue)


async def card(turn: Turn, venue: Venue) -> creation.VenueCard:
    """The venue as everybody may see it."""
    nights = await turn.unit.events.of_venue(venue.id, start=turn.now, end=turn.now + LOOKAHEAD)
    published = [each for each in nights if each.state is EventState.PUBLISHED]
    open_ = [each for each in published if each.open_slots and night_times(each).starts_at > turn.now]
    reached = await turn.unit.venues.reach(venue.id, turn.person.id)
    yours = turn.chat.private and reached is not None and reached[1] is not None
    rated = (await turn.unit.ratings.of_venues([venue.id], now=turn.now)).get(venue.id, RatingSummary())
    return creation.VenueCard(venue, len(open_), yours, rated)


async def members(_: OneVenueArguments, turn: Turn) -> promoters.PromoterList:
    """Those who speak for the venue."""
    you = turn.promoter.id if turn.promoter and turn.chat.private else None
    return await promoters.promoters_of(turn.unit, turn.the_venue, you)


async def invite(_: OneVenueArguments, turn: Turn) -> PromoterInviteGiven:
    """Make an invite for promoters."""
    made_invite = await promoters.invite_promoter(turn.unit, turn.act, turn.the_venue, code=turn.new_code())
    return PromoterInviteGiven(made_invite, turn.bot_address.join_links(made_invite.code))


async def revoke(press: RevokeVenueInvite, turn: Turn) -> promoters.VenueInviteRevoked:
    """[Revoke] under an invite."""
    return await promoters.revoke_promoter_invite(turn.unit, turn.act, press.invite)


async def join_pressed(press: JoinVenue, turn: Turn) -> promoters.PromoterAdded:
    """[Join] under an invite that was opened by its link."""
    return await at_the_venue(await promoters.join_venue(turn.unit, turn.act, press.invite), turn)


async def join_by_code(code: str, turn: Turn) -> promoters.PromoterAdded:
    """Become a promoter by a typed code. Raises NoSuchInvite, VenueInviteOver."""
    found = await turn.unit.venues.invite_by_code(code)
    if found is None:
        raise NoSuchInvite
    return await at_the_venue(await promoters.join_venue(turn.unit, turn.act, found.id), turn)


async def at_the_venue(added: promoters.PromoterAdded, turn: Turn) -> promoters.PromoterAdded:
    """Read earlier entries in the venue's zone, where the person had none."""
    if added.zone_taken:
        await settle_guesses(turn.unit, turn.person.id, added.zone_taken)
    return added


async def remove(press: RemovePromoter, turn: Turn) -> promoters.VenueLeft:
    """[Remove Dana] under the list of promoters."""
    return await promoters.remove_promoter(turn.unit, turn.act, press.venue, press.promoter)


async def leave(_: OneVenueArguments, turn: Turn) -> promoters.VenueLeft | promoters.VenueCloseAsked | Ask:
    """Leave the venue. Where it was not named, ask which one."""
    if isinstance(turn.subject, VenueMeant) and turn.subject.others:
        venues = (turn.the_venue, *turn.subject.others)
        return Ask("", VenueUnclear(), tuple(Option(each, {"venue": str(each.id)}) for each in venues))
    await _no_nights_ahead(turn, turn.the_venue.id)
    return await promoters.leave_venue(turn.unit, turn.act, turn.the_venue.id)


async def close(press: CloseVenue, turn: Turn) -> promoters.VenueLeft | promoters.VenueCloseAsked:
    """[Close the venue] for its only promoter."""
    await _no_nights_ahead(turn, press.venue)
    return await promoters.leave_venue(turn.unit, turn.act, press.venue, sure=True)


async def _no_nights_ahead(turn: Turn, which: VenueId) -> None:
    """Raises NightsAhead where the only promoter leaves behind nights that bands count on."""
    there = await turn.unit.venues.promoters(which)
    if len(there) != 1:
        return
    nights = await turn.unit.events.of_venue(which, start=turn.now, end=turn.now + LOOKAHEAD)
    ahead = [each for each in nights if each.state is EventState.PUBLISHED]
    venue = await turn.unit.venues.get(which)
    if ahead and venue is not None:
        raise NightsAhead(venue.name, len(ahead))


async def bind(_: OneVenueArguments, turn: Turn) -> binding.VenueBound:
    """Bind the venue to this channel or group."""
    return await binding.bind_venue(
        turn.unit, turn.act, turn.the_venue, turn.chat.bindings, managed=turn.chat.managed
    )


async def unbind(_: VenueUnbindArguments, turn: Turn) -> binding.VenueUnbound:
    """Take the venue off this channel or group."""
    return await binding.unbind_venue_here(turn.unit, turn.act, turn.chat.bindings, managed=turn.chat.managed)
