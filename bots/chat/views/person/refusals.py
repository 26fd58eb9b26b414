"""Refusals about a person's name, accounts and data, each in words, with a next step."""

from bots.chat.refusals import NoSuchCity
from bots.chat.reply import Say, Strong
from bots.chat.turn import Reader
from bots.chat.views import Refusals, RefusalText, says
from core.people import account_links as linking
from core.people import names
from core.people.changes import PersonProfileSet, PersonSettingsSet, PersonZoneSet
from core.personal_data import erasure
from presentation.words import some_of


def _already_linked(refusal: linking.AlreadyLinked, reader: Reader) -> RefusalText:
    title = reader.say("You are {name} on both accounts already.", name=Strong(refusal.name[:60]))
    return title, reader.say("Your accounts: {say}", say=Say("link"))


def _still_owner(refusal: erasure.StillOwner, reader: Reader) -> RefusalText:
    names = some_of([each[:40] for each in refusal.bands], _FEW, reader.locale)
    title = reader.say("You are the only owner of {names}.", names=names)
    return title, reader.say("Hand over first: {say}", say=Say("band leave"))


_FEW = 2


def _no_such_place(refusal: NoSuchCity, reader: Reader) -> RefusalText:
    title = reader.say("I don't know a city or zone called {words}.", words=Strong(refusal.words[:60]))
    return title, reader.say("Try a bigger city nearby, or a zone such as Europe/London.")


REFUSALS: Refusals = {
    names.PersonNameNotUsable: says(
        "A name has 1 to 80 visible characters, on one line.", "Try again: {say1}", "profile Jo"
    ),
    names.InstrumentsNotUsable: says(
        "Up to 8 instruments with commas between, each of 1 to 40 characters.",
        "For example: {say1}",
        "profile instruments: drums, vocals",
    ),
    linking.LinkCodeUnknown: says(
        "I don't know that code.",
        "Check it letter by letter, or get a new one on your other account: {say1}",
        "link",
    ),
    linking.LinkCodeUsed: says(
        "That code has been used already.", "Get a new one on your other account: {say1}", "link"
    ),
    linking.LinkCodeExpired: says(
        "That code is more than 10 minutes old.", "Get a new one on your other account: {say1}", "link"
    ),
    linking.OwnLinkCode: says(
        "That code is from this account.",
        "Type it on your other account, for example on Telegram.",
    ),
    linking.AlreadyLinked: _already_linked,
    linking.AskedFromThere: says(
        "You can't unlink the account that you are using.",
        "Unlink it from one of your others: {say1}",
        "link",
    ),
    erasure.StillOwner: _still_owner,
    NoSuchCity: _no_such_place,
}

SUPERSEDED: Refusals = {
    PersonZoneSet: says("Your zone has been set again since, so that stays.", "Set it: {say1}", "timezone"),
    PersonProfileSet: says(
        "Your profile has changed again since, so that stays.", "How it stands: {say1}", "profile"
    ),
    PersonSettingsSet: says(
        "Your settings have changed again since, so that stays.", "How they stand: {say1}", "settings"
    ),
}
"""What is said where a later change keeps one of these kinds from being undone or redone."""
