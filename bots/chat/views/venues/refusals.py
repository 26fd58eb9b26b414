"""Refusals about venues and their promoters, each in words, with a next step."""

from bots.chat.reply import Say, Strong
from bots.chat.turn import Reader
from bots.chat.views import Refusals, RefusalText, says
from bots.chat.views.venues.facts import EXAMPLES
from core.access import NotAPromoter
from core.bands import BindingKind
from core.marketplace.venues import refusals as venues
from core.marketplace.venues.plans import PLANS
from presentation.words import some


def _not_a_promoter(refusal: NotAPromoter, reader: Reader) -> RefusalText:
    title = reader.say("Only promoters of {venue} can do that.", venue=Strong(refusal.venue))
    return title, reader.say("If you are one of them, ask for an invite, then {say}.", say=Say("join"))


def _no_such_venue(refusal: venues.NoSuchVenue, reader: Reader) -> RefusalText:
    title = reader.say("I know no venue called {name}.", name=Strong(refusal.words[:60]))
    if not refusal.yours:
        return title, reader.say("All that I know: {say}", say=Say("venues"))
    return title, reader.say("Yours: {names}.", names=some(refusal.yours, reader.locale))


def _value_unclear(refusal: venues.VenueValueUnclear, reader: Reader) -> RefusalText:
    title = reader.say("I can't make {words} out.", words=Strong(refusal.words[:60] or "that"))
    example = EXAMPLES.get(refusal.field, "200")
    how = Say(f"venue edit field: {refusal.field} value: {example}")
    return title, reader.say("For example: {say}", say=how)


def _binding_taken(refusal: venues.VenueBindingTaken, reader: Reader) -> RefusalText:
    title = reader.say("Another venue is bound here: {venue}.", venue=Strong(refusal.venue))
    sentence = "A promoter of theirs can unbind it, or somebody who manages it: {say}"
    return title, reader.say(sentence, say=Say("venue unbind"))


def _managers_only(refusal: venues.ChatManagersOnly, reader: Reader) -> RefusalText:
    step = reader.say("Once you manage it: {say}", say=Say("venue bind"))
    return reader.say(_MANAGERS[refusal.place]), step


_MANAGERS = {
    BindingKind.SERVER: "Only somebody who manages the server can bind it.",
    BindingKind.CHANNEL: "Only somebody who manages the channel can bind it.",
    BindingKind.GROUP: "Only an admin of the group can bind it.",
}


def _invite_over(refusal: venues.VenueInviteOver, reader: Reader) -> RefusalText:
    step = reader.say("Ask one of its promoters for a new one.")
    return reader.say(_OVER[refusal.why], venue=Strong(refusal.venue)), step


_OVER = {
    "expired": "That invite to {venue} has run out.",
    "used_up": "That invite to {venue} has been used up.",
    "revoked": "That invite to {venue} was revoked.",
}


def _nights_ahead(refusal: venues.NightsAhead, reader: Reader) -> RefusalText:
    title = reader.plural(
        refusal.nights,
        "{venue} has 1 published date ahead.",
        "{venue} has {n} published dates ahead.",
        venue=Strong(refusal.venue),
    )
    return title, reader.say("Cancel them first: {say}", say=Say("dates"))


REFUSALS: Refusals = {
    NotAPromoter: _not_a_promoter,
    venues.VenueNameNotUsable: says(
        "A venue's name has 1 to 80 characters.", "Try again: {say1}", "venue create The Heron city: Leeds"
    ),
    venues.NoVenue: says(
        "You speak for no venue yet.",
        "Put yours up with {say1}, or take up an invite with {say2}.",
        "venue create",
        "join",
    ),
    venues.NoSuchVenue: _no_such_venue,
    venues.VenueValueUnclear: _value_unclear,
    venues.VenueBindingTaken: _binding_taken,
    venues.NoVenueBound: says("No venue is bound here.", "Bind yours: {say1}", "venue bind"),
    venues.NoChatForVenue: says(
        "A venue can't be bound to a private chat.", "In a group or a channel: {say1}", "venue bind"
    ),
    venues.ChatManagersOnly: _managers_only,
    venues.VenueInviteOver: _invite_over,
    venues.NightsAhead: _nights_ahead,
}

SUPERSEDED: Refusals = dict.fromkeys(
    PLANS, says("That has been changed again since, so that stays.", "How it stands: {say1}", "venue show")
)
"""What is said where a later change keeps one of these kinds from being undone or redone."""
