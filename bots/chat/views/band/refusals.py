"""Refusals about bands, their members and invites, each in words, with a next step."""

from bots.chat.reply import Say, Strong
from bots.chat.turn import Reader
from bots.chat.views import Refusals, RefusalText, says
from bots.chat.views.distances import distance_words
from core.access import NotAllowed
from core.bands import BindingKind
from core.bands import refusals as bands
from core.bands.fields import EXAMPLES, SERVICE_NAMES
from core.bands.habits import HabitUnclear
from core.bands.plans import PLANS as BAND_PLANS
from core.bands.wishes import MOST_KM
from presentation import refusals as sentences
from presentation.words import some


def _habit_unclear(refusal: HabitUnclear, reader: Reader) -> RefusalText:
    example = {"hours": "weekdays 18:00-23:00, weekends 14:00-23:00", "length": "2 h"}
    field = refusal.field.replace("_", " ")
    title = reader.say("I can't make {words} out.", words=Strong(refusal.words[:60]))
    say = Say(f"band edit field: {field} value: {example.get(refusal.field, '19:00-23:00')}")
    return title, reader.say("For example: {say}", say=say)


def _not_allowed(refusal: NotAllowed, reader: Reader) -> RefusalText:
    title = sentences.not_allowed(refusal, reader)
    return title, reader.say("Ask {names}.", names=some(refusal.owners, reader.locale))


def _no_such_band(refusal: bands.NoSuchBand, reader: Reader) -> RefusalText:
    title = reader.say("You are not in a band called {name}.", name=Strong(refusal.words[:60]))
    if not refusal.yours:
        return title, reader.say("Make one: {say}", say=Say("band create"))
    return title, reader.say("Yours: {names}.", names=some(refusal.yours, reader.locale))


def _not_a_member(refusal: bands.NotAMember, reader: Reader) -> RefusalText:
    title = reader.say("You don't play in {band}.", band=Strong(refusal.band))
    return title, reader.say("Ask its owner for an invite, then {say}.", say=Say("join"))


def _no_such_member(refusal: bands.NoSuchMember, reader: Reader) -> RefusalText:
    title = reader.say("Nobody called {name} plays there.", name=Strong(refusal.words[:60] or "that"))
    return title, reader.say("In the band: {names}.", names=some(refusal.members, reader.locale))


def _owners_only(refusal: bands.OwnersOnly, reader: Reader) -> RefusalText:
    title = reader.say("Only an owner of {band} can do that.", band=Strong(refusal.band))
    return title, reader.say("Ask {names}.", names=some(refusal.owners, reader.locale))


def _last_owner(refusal: bands.LastOwner, reader: Reader) -> RefusalText:
    title = reader.say("{band} would be left without an owner.", band=Strong(refusal.band))
    return title, reader.say("Hand it over first: {say}", say=Say("band members"))


def _dep_not_required(refusal: bands.DepNotRequired, reader: Reader) -> RefusalText:
    title = reader.say("{name} is a dep, so the band can't depend on them.", name=Strong(refusal.name[:60]))
    return title, reader.say(
        "Make them a member first: {say}", say=Say(f"band member {refusal.name[:40]} role: member")
    )


def _value_unclear(refusal: bands.ValueUnclear, reader: Reader) -> RefusalText:
    if refusal.field in _UNCLEAR:
        title = reader.say(_UNCLEAR[refusal.field])
    elif refusal.field in _WISH_UNCLEAR:
        most = distance_words(MOST_KM, reader)
        title = reader.say(_WISH_UNCLEAR[refusal.field], words=Strong(refusal.words[:60]), most=most)
    else:
        name = SERVICE_NAMES.get(refusal.field, refusal.field)
        title = reader.say("That is not the address of a profile on {name}.", name=name)
    if refusal.field == "part":
        return title, reader.say("Try again: {say}", say=Say("band member"))
    if refusal.field == "role":
        return title, reader.say("Owners can make others owners: {say}", say=Say("band member"))
    example = EXAMPLES.get(refusal.field, "The Foxes")
    how = Say(f"band edit field: {refusal.field} value: {example}")
    return title, reader.say("For example: {say}", say=how)


_UNCLEAR = {
    "name": "A band's name has 1 to 80 characters.",
    "genres": "I can keep up to eight genres, with commas between them.",
    "part": "A part is 1 to 80 characters, such as: drums, vocals.",
    "role": "An invite makes a member, a booker or a dep.",
    "website": "That is not a web address that I can show.",
}
_WISH_UNCLEAR = {
    "slots": "I can't tell from {words} what to look for: headliner, support, opener, or anything.",
    "radius": "I can't read a distance of at most {most} in {words}.",
    "fee": "I can't read one sum of money in {words}. If you play unpaid gigs too, say: nothing.",
    "sizes": "I can't read sizes in {words}: say the smallest number of people, the largest, both, or: any.",
    "messages": "I can't read a number up to 20 in {words}. To be told of no open dates, say: none.",
}


def _place_taken(refusal: bands.BindingTaken, reader: Reader) -> RefusalText:
    title = reader.say("Another band is bound here: {band}.", band=Strong(refusal.band))
    sentence = "An owner of theirs can unbind it, or somebody who manages it: {say}"
    return title, reader.say(sentence, say=Say("band unbind"))


def _managers_only(refusal: bands.ManagersOnly, reader: Reader) -> RefusalText:
    title = reader.say(_MANAGERS[refusal.place])
    if refusal.narrower:
        return title, reader.say("For this channel only: {say}", say=Say("band bind to: channel"))
    return title, reader.say(_ONCE[refusal.place], say=Say("band bind"))


_MANAGERS = {
    BindingKind.SERVER: "Only somebody who manages the server can bind all of it.",
    BindingKind.CHANNEL: "Only somebody who manages the channel can bind it.",
    BindingKind.GROUP: "Only an admin of the group can bind it.",
}
_ONCE = {
    BindingKind.SERVER: "Once you can manage this server: {say}",
    BindingKind.CHANNEL: "Once you can manage this channel: {say}",
    BindingKind.GROUP: "Once you are an admin: {say}",
}


def _invite_over(refusal: bands.InviteOver, reader: Reader) -> RefusalText:
    step = reader.say("Ask somebody in the band for a new one.")
    return reader.say(_OVER[refusal.why], band=Strong(refusal.band)), step


_OVER = {
    "expired": "That invite into {band} has run out.",
    "used_up": "That invite into {band} has been used up.",
    "revoked": "That invite into {band} was revoked.",
}


REFUSALS: Refusals = {
    HabitUnclear: _habit_unclear,
    NotAllowed: _not_allowed,
    bands.NameNotUsable: says(
        "A band's name has 1 to 80 characters.", "Try again: {say1}", "band create The Foxes"
    ),
    bands.NoSuchBand: _no_such_band,
    bands.NoBand: says(
        "You are not in a band yet.", "Make one with {say1}, or join one with {say2}.", "band create", "join"
    ),
    bands.NotAMember: _not_a_member,
    bands.NoSuchMember: _no_such_member,
    bands.OwnersOnly: _owners_only,
    bands.LastOwner: _last_owner,
    bands.DepNotRequired: _dep_not_required,
    bands.ValueUnclear: _value_unclear,
    bands.BindingTaken: _place_taken,
    bands.NothingBound: says("No band is bound here.", "Bind yours: {say1}", "band bind"),
    bands.NothingToBind: says(
        "A band can't be bound to a private chat.",
        "In a group or a channel: {say1}",
        "band bind",
    ),
    bands.ManagersOnly: _managers_only,
    bands.NoSuchInvite: says(
        "I don't know that code.", "Check it letter by letter, or ask the band for a new one."
    ),
    bands.InviteOver: _invite_over,
}

SUPERSEDED: Refusals = {
    **dict.fromkeys(
        BAND_PLANS,
        says("That has been changed again since, so that stays.", "How it stands: {say1}", "band show"),
    ),
}
"""What is said where a later change keeps one of these kinds from being undone or redone."""
