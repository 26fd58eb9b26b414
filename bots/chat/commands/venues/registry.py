"""The commands and buttons about venues and their promoters."""

from bots.chat.buttons.venues import CloseVenue, JoinVenue, RemovePromoter, RevokeVenueInvite, ShowVenue
from bots.chat.commands.venues import profile, search, venues
from bots.chat.definition import BOUND, CHANGES, HERE, PERSONAL, READS, Command, OfVenue, Press
from core.access import VenueRight

COMMANDS: tuple[Command, ...] = (
    Command(
        "venue create",
        "Put your venue up; you become its promoter",
        "The Heron city: Leeds",
        venues.VenueCreateArguments,
        venues.create,
        PERSONAL,
        CHANGES,
    ),
    Command(
        "venue show",
        "A venue at a glance: where it is, how big, what it puts on",
        "",
        venues.OneVenueArguments,
        venues.show,
        HERE,
        READS,
    ),
    Command(
        "venue edit",
        "Its name, city, address, capacity, rooms, genres, ages, backline, links, terms",
        "field: capacity value: 200",
        profile.VenueEditArguments,
        profile.edit,
        PERSONAL,
        CHANGES,
        OfVenue(VenueRight.EDIT),
    ),
    Command(
        "venue invite",
        "Get a code that makes others promoters of the venue",
        "",
        venues.OneVenueArguments,
        venues.invite,
        PERSONAL,
        CHANGES,
        OfVenue(VenueRight.INVITE),
    ),
    Command(
        "venue members",
        "Who speaks for the venue",
        "",
        venues.OneVenueArguments,
        venues.members,
        PERSONAL,
        READS,
        OfVenue(VenueRight.SEE),
    ),
    Command(
        "venue leave",
        "Stop speaking for a venue",
        "",
        venues.OneVenueArguments,
        venues.leave,
        PERSONAL,
        CHANGES,
        OfVenue(VenueRight.SEE),
    ),
    Command(
        "venue bind",
        "Make this channel or group your venue's",
        "",
        venues.OneVenueArguments,
        venues.bind,
        HERE,
        CHANGES,
        OfVenue(VenueRight.EDIT),
    ),
    Command(
        "venue unbind",
        "Take the venue off this channel or group",
        "",
        venues.VenueUnbindArguments,
        venues.unbind,
        HERE,
        CHANGES,
    ),
    Command(
        "venues",
        "Venues near a city, and how many of their dates are open",
        "Leeds genre: indie",
        search.VenuesArguments,
        search.listed,
        BOUND,
        READS,
    ),
)

PRESSES: tuple[Press, ...] = (
    Press(JoinVenue, venues.join_pressed, CHANGES),
    Press(RevokeVenueInvite, venues.revoke, CHANGES),
    Press(RemovePromoter, venues.remove, CHANGES),
    Press(CloseVenue, venues.close, CHANGES),
    Press(ShowVenue, venues.show_venue, READS),
)
