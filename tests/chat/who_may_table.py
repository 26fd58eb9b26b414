"""Who may do what, and who sees the answer: written by hand from the product, never worked out from the code.

Each row has a word for the owner, a booker, a member and a dep of The Foxes, a promoter of The Heron,
the owner of another band, the promoter of another venue, and a stranger, in this order.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from bots.chat.buttons import Payload, gigs, green, market, ratings, tickets, venues
from bots.chat.buttons import band as bands
from bots.chat.views.gigs.rehearsals import minute_of
from bots.chat.views.pages import packed, rest_of
from core.access import NotAllowed, NotAPromoter
from core.bands.refusals import (
    ManagersOnly,
    NoBand,
    NoSuchBand,
    NoSuchMember,
    NotAMember,
    NothingBound,
    NothingToBind,
    OwnersOnly,
)
from core.journal import Gone
from core.marketplace.applications.refusals import NotAsked, NotTheBands
from core.marketplace.ratings.refusals import NotOverYet
from core.marketplace.tickets.refusals import OnlyInPrivate
from core.marketplace.venues.refusals import ChatManagersOnly, NoChatForVenue, NoSuchVenue, NoVenueBound
from core.scheduling.green.zones import ZonesAsked
from core.scheduling.phrases.day_ranges import days_between
from tests.chat.who_may_scene import Things, Where

WORDS = {
    "role": (NotAllowed,),
    "own": (OwnersOnly,),
    "band": (NotAMember,),
    "prom": (NotAPromoter,),
    "side": (NotTheBands,),
    "hush": (OnlyInPrivate,),
    "name": (NoSuchBand, NoSuchVenue),
    "none": (NoBand,),
    "ask": (NotAsked,),
    "over": (NotOverYet,),
    "gone": (Gone,),
    "heir": (NoSuchMember,),
    "lead": (ManagersOnly, ChatManagersOnly),
    "chat": (NothingToBind, NoChatForVenue),
    "free": (NothingBound, NoVenueBound),
}
"""The refusals that a word of the table stands for; "yes" stands for an answer or a question."""

BANDS, VENUES, ALL = (
    frozenset({Where.BANDS}),
    frozenset({Where.VENUES}),
    frozenset({Where.BANDS, Where.VENUES, Where.NEITHER}),
)
NOBODY: frozenset[Where] = frozenset()

EVERYBODY = "yes  yes  yes  yes  yes  yes  yes  yes"
PROMOTER = "prom prom prom prom yes  prom prom prom"
MEMBERS = "yes  yes  yes  yes  band band band band"
TO_RATE = "over over role role side side side side"
BOOKERS = "yes  yes  role role band band band band"
OWNERS = "yes  own  own  own  band band band band"
ALOUD = "prom prom prom prom hush prom prom prom"
VENUES_SIDE = "side side side side yes  side side side"
BANDS_SIDE = "yes  yes  role role side side side side"
EITHER_SIDE = "yes  yes  yes  yes  yes  side side side"


@dataclass(frozen=True, slots=True)
class PressRow:
    """A button: what it carries, what comes of it for each, and where everybody sees that."""

    carries: Callable[[Things], Payload]
    may: str
    seen: frozenset[Where] = NOBODY
    aloud: str = ""
    """What comes of it where others are, if that is something else."""

    def at(self, where: Where) -> str:
        """A word for everybody, of what comes of it there."""
        return self.may if where is Where.PRIVATE else self.aloud or self.may


@dataclass(frozen=True, slots=True)
class CommandRow:
    """A command: the same, and what is otherwise where its band or venue is bound, or in private."""

    says: str
    """What follows its name: with {things}, and {of} for naming its band or venue."""
    may: str
    seen: frozenset[Where] = NOBODY
    home: Where | None = None
    """The channel of its band or venue, where that is left out."""
    there: str = ""
    """What comes of it there, if that is something else."""
    alone: str = ""
    """The same in private."""

    def at(self, where: Where) -> str:
        """A word for everybody, of what comes of it there."""
        special = {self.home: self.there, Where.PRIVATE: self.alone}
        return special.get(where, "") or self.may

    def words(self, where: Where, things: Things) -> str:
        """What is said there."""
        of = {Where.BANDS: " band: The Foxes", Where.VENUES: " venue: The Heron", None: ""}[self.home]
        return self.says.format(things=things, of="" if where is self.home else of)


def of_band(says: str, may: str, there: str, seen: frozenset[Where] = NOBODY, alone: str = "") -> CommandRow:
    return CommandRow(f"{says}{{of}}", may, seen, Where.BANDS, there, alone)


def of_venue(says: str) -> CommandRow:
    may = "name name name name yes  name name name"
    return CommandRow(f"{says}{{of}}", may, home=Where.VENUES, there=PROMOTER)


COMMANDS: dict[str, CommandRow] = {
    # Venues
    "venue create": CommandRow("The Owl city: Leeds", EVERYBODY),
    "venue show": CommandRow("The Heron", EVERYBODY, seen=ALL),
    "venue edit": of_venue("field: capacity value: 300"),
    "venue invite": of_venue(""),
    "venue members": of_venue(""),
    "venue leave": of_venue(""),
    "venue bind": CommandRow(
        "{of}",
        "name name name name lead name name name",
        home=Where.VENUES,
        there="prom prom prom prom yes  prom prom prom",
        alone="name name name name chat name name name",
        seen=VENUES,
    ),
    "venue unbind": CommandRow(
        "",
        "free free free free free free free free",
        home=Where.VENUES,
        there="prom prom prom prom yes  prom prom prom",
        alone="chat chat chat chat chat chat chat chat",
        seen=VENUES,
    ),
    "venues": CommandRow("Leeds", EVERYBODY),
    # Market
    "post": of_venue("Fri 8 Jan, need 1 support, doors 7:30, £50"),
    "dates": of_venue("December"),
    "tickets": of_venue("4 Dec"),
    "offer": of_venue("The Hares date: 4 Dec"),
    "find": of_band(
        "December",
        "yes  yes  yes  yes  name name name name",
        "yes  yes  yes  yes  band band band band",
        seen=BANDS,
    ),
    "apply": of_band(
        "Fri 4 Dec",
        "yes  yes  role role name name name name",
        "yes  yes  role role band band band band",
    ),
    "applications": CommandRow("", "yes  yes  yes  yes  yes  yes  yes  none"),
    "rate": CommandRow("", EVERYBODY),
    "invite": CommandRow("{things.gig_code}", EITHER_SIDE),
    # Bands
    "band create": CommandRow("The Owls city: Leeds", EVERYBODY, seen=ALL),
    "band show": of_band(
        "",
        "yes  yes  yes  yes  name name name name",
        "yes  yes  yes  yes  band band band band",
        seen=BANDS,
    ),
    "band members": of_band(
        "",
        "yes  yes  yes  yes  name name name name",
        "yes  yes  yes  yes  band band band band",
        seen=BANDS,
    ),
    "band member": of_band(
        "Cyprian",
        "yes  yes  yes  yes  name name name name",
        "yes  yes  yes  yes  band band band band",
    ),
    "band invite": of_band(
        "",
        "yes  yes  role role name name name name",
        "yes  yes  role role band band band band",
    ),
    "band invites": of_band(
        "",
        "yes  yes  role role name name name name",
        "yes  yes  role role band band band band",
    ),
    "band edit": of_band(
        "field: genres value: ska",
        "yes  role role role name name name name",
        "yes  role role role band band band band",
    ),
    "band bind": of_band(
        "",
        "lead role role role name name name name",
        "yes  role role role band band band band",
        seen=BANDS,
        alone="chat role role role name name name name",
    ),
    "band unbind": CommandRow(
        "",
        "free free free free free free free free",
        home=Where.BANDS,
        there="yes  own  own  own  band band band band",
        alone="chat chat chat chat chat chat chat chat",
        seen=BANDS,
    ),
    "band leave": of_band(
        "",
        "yes  yes  yes  yes  name name name name",
        "yes  yes  yes  yes  band band band band",
    ),
    "join": CommandRow("{things.invite_code}", EVERYBODY),
    # Gigs
    "rehearse": of_band(
        "next week",
        "yes  yes  yes  yes  name name name name",
        "yes  yes  yes  yes  band band band band",
        seen=BANDS,
    ),
    "gigs": of_band(
        "",
        "yes  yes  yes  yes  name name name name",
        "yes  yes  yes  yes  band band band band",
        seen=BANDS,
    ),
    "gig": of_band(
        "Sun 6 Dec 20:00-23:00",
        "yes  yes  role role name name name name",
        "yes  yes  role role band band band band",
        seen=BANDS,
    ),
    "move": of_band(  # it asks which one: players may move the rehearsals that they have proposed
        "Wed 2 Dec 20:00",
        "yes  yes  yes  yes  name name name name",
        "yes  yes  yes  yes  band band band band",
        seen=BANDS,
    ),
    # Green
    "green": of_band(
        "December",
        "yes  yes  yes  yes  name name name name",
        "yes  yes  yes  yes  band band band band",
        seen=BANDS,
    ),
    "why": of_band(
        "Fri 4 Dec",
        "yes  yes  yes  yes  name name name name",
        "yes  yes  yes  yes  band band band band",
        seen=BANDS,
    ),
    "share": of_band(
        "December",
        "yes  yes  role role name name name name",
        "yes  yes  role role band band band band",
    ),
}

_DECEMBER = ZonesAsked(days_between(date(2026, 12, 1), date(2026, 12, 20)))
_DAYS, _REST = packed(_DECEMBER), rest_of(_DECEMBER, 0)
_FRIDAY = date(2026, 12, 4)

PRESSES: dict[str, PressRow] = {
    # Venues
    "venuejoin": PressRow(lambda t: venues.JoinVenue(t.venue_invite), EVERYBODY),
    "venuerevoke": PressRow(lambda t: venues.RevokeVenueInvite(t.venue_invite), PROMOTER),
    "venueoff": PressRow(lambda t: venues.RemovePromoter(t.venue, t.promoter), PROMOTER),
    "venueclose": PressRow(lambda t: venues.CloseVenue(t.venue), PROMOTER),
    "venuecard": PressRow(lambda t: venues.ShowVenue(t.venue), EVERYBODY),
    # Market: a venue's nights
    "postpublish": PressRow(lambda t: market.PublishPost(t.draft), PROMOTER),
    "postkeep": PressRow(lambda t: market.KeepDraft(t.draft), PROMOTER),
    "postdiscard": PressRow(lambda t: market.DiscardPost(t.draft), PROMOTER),
    "postrestore": PressRow(lambda t: market.RestorePost(t.discarded), PROMOTER),
    "postshow": PressRow(lambda t: market.ShowDrafts(t.draft), PROMOTER),
    "postfee": PressRow(lambda t: market.FeeInAll(t.draft, in_all=True), PROMOTER),
    "nightcard": PressRow(lambda t: market.ShowNight(t.open), PROMOTER),
    "nightedit": PressRow(lambda t: market.EditNight(t.open), PROMOTER),
    "nightmove": PressRow(lambda t: market.MoveNight(t.open), PROMOTER),
    "nightcancel": PressRow(lambda t: market.CancelNight(t.open), PROMOTER),
    "nightreopen": PressRow(lambda t: market.ReopenNight(t.cancelled), PROMOTER),
    "nighttaken": PressRow(lambda t: market.MarkTaken(t.open, taken=True), PROMOTER),
    "nightapps": PressRow(lambda t: market.ShowApplicants(t.open), PROMOTER),
    "nightappspage": PressRow(lambda t: market.ApplicantsPage(t.open, 0), PROMOTER),
    "nightlist": PressRow(lambda t: market.NightsPage(t.venue, 0), PROMOTER),
    # Market: tickets
    "ticketcard": PressRow(lambda t: tickets.ShowTickets(t.open), PROMOTER),
    "ticketask": PressRow(lambda t: tickets.AskTicketFact(t.open, 0), PROMOTER),
    "ticketsort": PressRow(lambda t: tickets.SetTicketSort(t.open, 3), PROMOTER),
    "ticketunlink": PressRow(lambda t: tickets.TakeTicketLink(t.open), PROMOTER),
    "ticketcounts": PressRow(lambda t: tickets.ShowCounts(t.counted), PROMOTER),
    "ticketviewers": PressRow(lambda t: tickets.ChooseViewers(t.counted, 2), PROMOTER),
    "ticketnow": PressRow(lambda t: tickets.CountNow(t.counted), PROMOTER),
    "tickethook": PressRow(lambda t: tickets.ShowTicketHook(t.counted), PROMOTER),
    "ticketforget": PressRow(lambda t: tickets.ForgetCounts(t.counted), PROMOTER),
    "tickettoken": PressRow(lambda t: tickets.AskForToken(t.counted), PROMOTER, aloud=ALOUD),
    # Market: a band looks
    "findpage": PressRow(lambda t: market.FindPage(t.band, _DAYS, _REST), MEMBERS, BANDS),
    "findpicture": PressRow(lambda t: market.FindPicture(t.band, _DAYS, _REST), MEMBERS, BANDS),
    "matchcard": PressRow(lambda t: market.ShowMatch(t.open, t.band), MEMBERS),
    "matchapply": PressRow(lambda t: market.ApplyForDate(t.open, t.band), BOOKERS),
    "matchaside": PressRow(lambda t: market.NotForUs(t.open, t.band), BOOKERS),
    "matchask": PressRow(lambda t: market.AskPlayer(t.open, t.band, t.player), BOOKERS),
    "lookanswer": PressRow(
        lambda t: market.AnswerLook(t.looking_night, t.band, 0), "yes  yes  yes  ask  band band band band"
    ),
    # Market: an application, from either side
    "appcard": PressRow(lambda t: market.ShowApplication(t.pending), EITHER_SIDE),
    "appgoon": PressRow(lambda t: market.GoOnWithout(t.looking), BANDS_SIDE),
    "appwithdraw": PressRow(lambda t: market.WithdrawApplication(t.pending), BANDS_SIDE),
    "appshortlist": PressRow(lambda t: market.ShortlistApplication(t.pending, on=True), VENUES_SIDE),
    "appaccept": PressRow(lambda t: market.AcceptApplication(t.pending), VENUES_SIDE),
    "appdecline": PressRow(lambda t: market.DeclineApplication(t.pending), VENUES_SIDE),
    "apptakeback": PressRow(lambda t: market.TakeInviteBack(t.accepted), VENUES_SIDE),
    "appinvite": PressRow(lambda t: market.OpenGigInvite(t.accepted), EITHER_SIDE),
    "appconfirm": PressRow(lambda t: market.ConfirmGig(t.accepted, keep_others=False), BANDS_SIDE),
    "appturndown": PressRow(lambda t: market.TurnDownInvite(t.accepted), BANDS_SIDE),
    "appcalloff": PressRow(
        lambda t: market.CallOffBooking(t.booked), "yes  yes  role role yes  side side side"
    ),
    "appagain": PressRow(lambda t: market.ApplyAgain(t.withdrawn), BANDS_SIDE),
    # A booking whose night is still ahead
    "ratingshow": PressRow(lambda t: ratings.ShowRating(t.booked, band=True), TO_RATE),
    "ratingstars": PressRow(lambda t: ratings.GiveStars(t.booked, band=True, stars=5), TO_RATE),
    "ratingreply": PressRow(lambda t: ratings.ReplyToRating(t.booked, band=True), TO_RATE),
    # Bands
    "invitejoin": PressRow(lambda t: bands.JoinByInvite(t.invite), EVERYBODY),
    "inviterevoke": PressRow(lambda t: bands.RevokeInvite(t.invite), BOOKERS),
    "bandheir": PressRow(
        lambda t: bands.LeaveTo(t.band, t.member), "yes  yes  heir yes  band band band band"
    ),
    "banddissolve": PressRow(lambda t: bands.DissolveBand(t.band), MEMBERS),  # it asks, or they leave
    "membercard": PressRow(lambda t: bands.ShowMember(t.member), MEMBERS),
    "memberrole": PressRow(lambda t: bands.SetRole(t.member, 1), OWNERS),
    "memberneed": PressRow(lambda t: bands.SetRequired(t.member, required=False), OWNERS),
    "memberpart": PressRow(lambda t: bands.AskPart(t.member), MEMBERS),  # it only asks; the answer is refused
    "membergive": PressRow(lambda t: bands.HandBandOver(t.member, sure=False), OWNERS),
    "memberremove": PressRow(lambda t: bands.RemoveMember(t.member, sure=False), OWNERS),
    # Gigs
    "rehearsalpage": PressRow(lambda t: gigs.RehearsalPage(t.band, _DAYS, _REST), MEMBERS, BANDS),
    "rehearsepropose": PressRow(
        lambda t: gigs.ProposeRehearsal(t.band, minute_of(datetime(2026, 12, 2, 19), "Europe/London"), 180),
        "yes  yes  yes  role band band band band",
        BANDS,
    ),
    "commitanswer": PressRow(lambda t: gigs.AnswerCommitment(t.rehearsal, 0, 0), MEMBERS, BANDS),
    "commitcard": PressRow(lambda t: gigs.CommitmentCard(t.rehearsal), MEMBERS, BANDS),
    "commitconfirm": PressRow(lambda t: gigs.ConfirmCommitment(t.rehearsal), BOOKERS, BANDS),
    "commitanyway": PressRow(lambda t: gigs.ConfirmAnyway(t.rehearsal, 0), BOOKERS, BANDS),
    "commitcallask": PressRow(lambda t: gigs.AskToCallOff(t.rehearsal), BOOKERS, BANDS),
    "commitcalloff": PressRow(lambda t: gigs.CallOff(t.gig), BOOKERS, BANDS),
    "commitputback": PressRow(lambda t: gigs.PutBack(t.called_off), BOOKERS, BANDS),
    "commitmove": PressRow(lambda t: gigs.AskNewTime(t.rehearsal), BOOKERS),
    "commitplace": PressRow(lambda t: gigs.AskWhere(t.rehearsal), BOOKERS),
    "commitlist": PressRow(lambda t: gigs.AgendaPage(t.band, _DAYS, _REST), MEMBERS, BANDS),
    "committell": PressRow(lambda t: gigs.TellDeciders(t.rehearsal, 0), MEMBERS),
    # Green
    "greenpage": PressRow(lambda t: green.GreenPage(t.band, _DAYS, _REST), MEMBERS, BANDS),
    "greenpicture": PressRow(lambda t: green.GreenAsPicture(t.band, _DAYS, _REST), MEMBERS, BANDS),
    "bandhours": PressRow(lambda t: green.ChangeHours(t.band), "yes  role role role band band band band"),
    "bandnudge": PressRow(lambda t: green.NudgeMembers(t.band, date(2026, 12, 1), 1), BOOKERS),
    "greenwhy": PressRow(lambda t: green.WhyThatDay(t.band, _FRIDAY.toordinal()), MEMBERS, BANDS),
}

UNSENT: dict[str, PressRow] = {
    "appcard": PressRow(
        lambda t: market.ShowApplication(t.looking), "yes  yes  yes  yes  gone side side side"
    ),
    "appshortlist": PressRow(
        lambda t: market.ShortlistApplication(t.looking, on=True), "side side side side gone side side side"
    ),
    "appaccept": PressRow(
        lambda t: market.AcceptApplication(t.looking), "side side side side gone side side side"
    ),
    "appdecline": PressRow(
        lambda t: market.DeclineApplication(t.looking), "side side side side gone side side side"
    ),
    "apptakeback": PressRow(
        lambda t: market.TakeInviteBack(t.looking), "side side side side gone side side side"
    ),
    "appcalloff": PressRow(
        lambda t: market.CallOffBooking(t.looking), "yes  yes  role role gone side side side"
    ),
}
"""An application whose players are still being asked is none of the venue's business."""
