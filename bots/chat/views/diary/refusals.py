"""Refusals about a person's diary and calendars, each in words, with a next step."""

from bots.chat.reply import Say, Strong
from bots.chat.turn import Reader
from bots.chat.views import Refusals, RefusalText, says
from core import formats
from core.scheduling.availability.changes import MonthConfirmed
from core.scheduling.calendars import addresses
from core.scheduling.calendars.feeds import TooManyFeeds
from core.scheduling.diary import by_hand, corrections, in_words, pointed
from core.scheduling.diary.changes import DiaryDateMoved, DiaryEntered, DiaryMarked, DiarySpared


def _nothing_like_that(refusal: corrections.NothingLikeThat, reader: Reader) -> RefusalText:
    title = reader.say("Nothing in your diary is about {words}.", words=Strong(refusal.words[:60]))
    return title, reader.say("What is in it: {say}", say=Say("mine"))


def _hour_skipped(refusal: pointed.HourSkipped, reader: Reader) -> RefusalText:
    day = formats.day(refusal.day, reader.locale, today=reader.today)
    title = reader.say("On {day} the clocks go forward, and that hour is left out.", day=day)
    return title, reader.say("Say a time before or after it.")


def _other_scheme(refusal: addresses.OtherScheme, reader: Reader) -> RefusalText:
    title = reader.say(
        "I can't open an address that begins with {scheme}.", scheme=Strong(refusal.scheme[:20])
    )
    return title, reader.say("Use the one that begins with https: or webcal:, and often ends in .ics.")


def _private_host(refusal: addresses.PrivateHost, reader: Reader) -> RefusalText:
    title = reader.say("{host} is on a private network, and I only read public ones.", host=refusal.host[:40])
    return title, reader.say("Use a public link, or ask whoever runs this bot to allow that host.")


REFUSALS: Refusals = {
    corrections.NothingToCorrect: says(
        "There is nothing you have said lately that I could change.", "Your diary: {say1}", "mine"
    ),
    corrections.CannotCorrect: says(
        "I can't tell how to change what you said last.", "Take it back with {say1} and say it again.", "undo"
    ),
    corrections.NothingLikeThat: _nothing_like_that,
    pointed.PointedBackwards: says(
        "That ends before it begins.", "For example: {say1}", "busy Tue 1 Dec 19:00-22:30"
    ),
    pointed.PointedTooLong: says(
        "That is longer than I keep in one piece.", "Say it in two: {say1}", "busy 1 Dec to 30 Nov"
    ),
    pointed.PointedPast: says("That is over.", "For example: {say1}", "busy every Tuesday evening"),
    pointed.HourSkipped: _hour_skipped,
    pointed.WholeDaysStay: says(
        "Whole days stay whole days.", "Say the hours anew: {say1}", "busy Tue 1 Dec 19:00-22:30"
    ),
    pointed.SeriesStays: says(
        "I can't move all of its dates to another day.",
        "Remove it and say it anew: {say1}",
        "busy the first Friday of every month",
    ),
    by_hand.ZoneNeeded: says("I don't know yet where you live.", "Tell me: {say1}", "timezone Leeds"),
    in_words.WordsUnclear: says(
        "I can't tell when that is.", "For example: {say1}", "busy every Tuesday evening"
    ),
    in_words.KindUnchosen: says(
        "Busy, maybe or free? The words don't say.", "For example: {say1}", "maybe Fri 11 Dec"
    ),
    in_words.RestUnclear: says(
        "That leaves open what the rest of the time is.",
        "Say it here, and I ask: {say1}",
        "free only Mondays",
    ),
    addresses.NotAnAddress: says(
        "That isn't a web address.", "For example: {say1}", "import https://example.com/calendar.ics"
    ),
    addresses.OtherScheme: _other_scheme,
    addresses.AddressTooLong: says(
        "That address is longer than any calendar's.", "Copy it again from your calendar's settings."
    ),
    addresses.PrivateHost: _private_host,
    TooManyFeeds: says(
        "You have ten calendars here already, which is the limit.", "Remove one: {say1}", "import"
    ),
}

SUPERSEDED: Refusals = {
    MonthConfirmed: says(
        "That month has been confirmed again since, so it stays.", "How it stands: {say1}", "mine"
    ),
    **dict.fromkeys(
        (DiaryMarked, DiaryEntered, DiarySpared, DiaryDateMoved),
        says("Your diary has changed since, so that stays.", "How it stands: {say1}", "mine"),
    ),
}
"""What is said where a later change stands in the way of turning one of these kinds."""
