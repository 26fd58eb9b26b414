"""What is said about a venue's promoters: invited, joined, listed, gone; and the news they get."""

from bots.chat.buttons.venues import CloseVenue, JoinVenue, RemovePromoter, RevokeVenueInvite
from bots.chat.reply import (
    Action,
    Block,
    Code,
    Facts,
    Listing,
    Paragraph,
    Reply,
    Say,
    Strong,
    Tone,
    Weight,
    line,
    rows,
)
from bots.chat.results.venues import NewPromoter, PromoterInviteGiven, RemovedPromoterNews
from bots.chat.turn import Reader
from bots.chat.views.invite_links import invite_links
from bots.chat.views.venues.facts import venue_facts
from core import formats
from core.codes import spaced
from core.marketplace.venues.promoters import (
    PromoterAdded,
    PromoterList,
    VenueCloseAsked,
    VenueInviteRevoked,
    VenueInviteShown,
    VenueLeft,
)
from core.moments import to_wall
from presentation.words import called

_SHOWN = 20


def invite_given(result: PromoterInviteGiven, reader: Reader) -> Reply:
    """The code, shown this once; Revoke."""
    invited = result.invited
    day = formats.day(
        to_wall(invited.invite.expires_at, reader.zone).date(), reader.locale, today=reader.today
    )
    code = spaced(invited.code)
    join = reader.say("They type {join}, on Discord or anywhere else.", join=Say(f"join {code}"))
    blocks: list[Block] = [Facts(((reader.label("Code"), line(Code(code))),)), Paragraph(join)]
    blocks += invite_links(result.links, reader)
    good = reader.plural(
        invited.invite.uses_left,
        "Good until {day}, for 1 person.",
        "Good until {day}, for {n} people.",
        day=day,
    )
    blocks += [Paragraph(good), Paragraph(reader.say("I show the code only this once: I keep no copy."))]
    revoke = Action(reader.label("Revoke"), RevokeVenueInvite(invited.invite.id), Weight.DANGER)
    title = reader.say("✉ An invite to speak for {venue}", venue=Strong(invited.venue.name))
    return Reply(title, tuple(blocks), rows(revoke), Tone.BAND)


def invite_revoked(result: VenueInviteRevoked, reader: Reader) -> Reply:
    """The invite makes nobody a promoter any more."""
    venue = Strong(result.venue.name)
    if result.before:
        title = reader.say("That invite to {venue} was revoked already", venue=venue)
    else:
        title = reader.say("Revoked: that invite no longer makes anybody a promoter of {venue}", venue=venue)
    return Reply(title, (Paragraph(reader.say("A new one: {say}", say=Say("venue invite"))),), tone=Tone.BAND)


def invite_shown(result: VenueInviteShown, reader: Reader) -> Reply:
    """Which venue it is, and [Join]: looking changes nothing."""
    venue = result.venue
    join = Action(reader.label("Join"), JoinVenue(result.invite), Weight.FIRST)
    title = reader.say("🎤 {venue} would like you as a promoter", venue=Strong(venue.name))
    return Reply(title, (Facts(venue_facts(venue, reader)),), rows(join), Tone.BAND)


def promoter_added(result: PromoterAdded, reader: Reader) -> Reply:
    """Welcome, and the next step."""
    venue = Strong(result.venue.name)
    if result.before:
        return Reply(reader.say("🎤 You speak for {venue} already", venue=venue), tone=Tone.BAND)
    blocks: list[Block] = []
    if result.zone_taken:
        zone = "I took its zone, {zone}, as yours. Elsewhere? {say}"
        blocks.append(Paragraph(reader.say(zone, zone=Strong(result.zone_taken), say=Say("timezone"))))
    blocks.append(Paragraph(reader.say("Its dates: {say}", say=Say("dates"))))
    blocks.append(Paragraph(reader.say("To leave: {say}", say=Say("venue leave"))))
    title = reader.say("🎤 You speak for {venue} now", venue=venue)
    return Reply(title, tuple(blocks), tone=Tone.BAND)


def promoter_list(result: PromoterList, reader: Reader) -> Reply:
    """Those who speak for the venue; each but the reader can be taken off."""
    count = len(result.promoters)
    venue = Strong(result.venue.name)
    title = reader.plural(count, "🎤 {venue}: 1 promoter", "🎤 {venue}: {n} promoters", venue=venue)
    names = (
        reader.say("{name} (you)", name=called(each.name, reader.locale))
        if each.id == result.you
        else line(called(each.name, reader.locale))
        for each in result.promoters
    )
    others = [each for each in result.promoters if each.id != result.you][:_SHOWN]
    buttons = [
        Action(
            reader.label("Remove {name}", name=called(each.name, reader.locale)),
            RemovePromoter(result.venue.id, each.id),
            Weight.DANGER,
        )
        for each in others
    ]
    more = Paragraph(reader.say("Another one: {say}", say=Say("venue invite")))
    shown = rows(*buttons) if result.you is not None else ()
    return Reply(title, (Listing(tuple(names)), more), shown, Tone.BAND)


def close_asked(result: VenueCloseAsked, reader: Reader) -> Reply:
    """Leaving as the only promoter closes the venue."""
    title = reader.say(
        "You are the only promoter of {venue}. Leaving closes it.", venue=Strong(result.venue.name)
    )
    close = Action(reader.label("Close the venue"), CloseVenue(result.venue.id), Weight.DANGER)
    other = reader.say("Let somebody else in first: {say}", say=Say("venue invite"))
    return Reply(title, (Paragraph(other),), rows(close), Tone.BAND)


def venue_left(result: VenueLeft, reader: Reader) -> Reply:
    """Somebody is no longer a promoter."""
    venue = Strong(result.venue.name)
    if result.before:
        return Reply(reader.say("🎤 They are no promoter of {venue} any more", venue=venue), tone=Tone.BAND)
    if result.name is not None:
        name = Strong(called(result.name, reader.locale))
        title = reader.say("🎤 {name} no longer speaks for {venue}", name=name, venue=venue)
        return Reply(title, (Paragraph(reader.say("They are told.")),), tone=Tone.BAND)
    if result.closed:
        return Reply(reader.say("🎤 {venue} is closed", venue=venue), tone=Tone.BAND)
    return Reply(reader.say("🎤 You no longer speak for {venue}", venue=venue), tone=Tone.BAND)


def new_promoter(result: NewPromoter, reader: Reader) -> Reply:
    """Somebody has joined the reader's venue."""
    name, venue = Strong(called(result.name, reader.locale)), Strong(result.venue.name)
    there = reader.plural(result.promoters, "There is 1 of you now.", "There are {n} of you now.")
    why = reader.say("Sent because you speak for {venue}.", venue=result.venue.name)
    who = reader.say("Who they are: {say}", say=Say("venue members"))
    title = reader.say("🎤 {name} speaks for {venue} now", name=name, venue=venue)
    return Reply(title, (Paragraph(there), Paragraph(who), Paragraph(why)), tone=Tone.BAND)


def removed_news(result: RemovedPromoterNews, reader: Reader) -> Reply:
    """Somebody has taken the reader off a venue."""
    by, venue = Strong(called(result.by, reader.locale)), Strong(result.venue.name)
    title = reader.say("🎤 {by} has taken you off {venue}", by=by, venue=venue)
    stays = reader.say("Your diary is yours: nothing in it has changed.")
    why = reader.say("Sent because you spoke for {venue}.", venue=result.venue.name)
    return Reply(title, (Paragraph(stays), Paragraph(why)), tone=Tone.BAND)
