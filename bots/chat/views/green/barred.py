"""No green zone because of the band's own hours or commitments: the reason in words, and the next steps."""

from dataclasses import replace

from bots.chat.buttons.gigs import RehearsalPage
from bots.chat.buttons.green import ChangeHours, GreenPage
from bots.chat.reply import Action, Line, Say, Strong
from bots.chat.turn import Reader
from bots.chat.views.asked import length, weekly
from bots.chat.views.pages import packed, rest_of
from core.access import Right
from core.bands import Band
from core.scheduling.green.barred import Bar, Barred, Whole
from core.scheduling.green.zones import GreenZones, ZonesAsked
from presentation.words import some

_SHORTEST = 30
"""Minutes: less than that is no time to offer."""
USUAL_REHEARSAL = 180
"""Minutes: what /rehearse looks for, if nothing is said."""


def barred_words(result: GreenZones, barred: Barred, reader: Reader) -> Line:
    """The true reason: who can, and what is in the way all the same."""
    bar, whole, band = barred.bar, barred.whole, Strong(result.band.name)
    hours, least = Strong(weekly(barred.hours, reader)), length(result.minutes, reader)
    if bar is Bar.OWN:
        sentence = "{band} have something on already, which leaves too little time: {gigs}"
        return reader.say(sentence, band=band, gigs=Say("gigs"))
    if bar is Bar.HOURS and whole is None:
        sentence = "{band} play {hours}, not on the days you asked about."
        return reader.say(sentence, band=band, hours=hours)
    if bar is Bar.BRIEF and not barred.minutes:
        return reader.say("All of that is over.")
    if bar is Bar.BRIEF and result.asked.days.whole_days:
        return reader.say("Less than {least} of that day is left.", least=least)
    can = whole is not None and bool(whole.complete)
    who = _who(result, whole, reader) if whole else ""
    most = length(barred.minutes, reader)
    return reader.say(_WHO_CAN[bar, can], who=who, band=band, hours=hours, most=most, least=least)


_WHO_CAN = {
    (Bar.HOURS, True): "{who}, but {band} play {hours}.",
    (Bar.HOURS, False): "{who}, and it is outside the hours {band} play: {hours}.",
    (Bar.LENGTH, True): "{who}, but for {most} at most: {band} play {hours}.",
    (Bar.LENGTH, False): "{who}, and {band} play for {most} at most: {hours}.",
    (Bar.BRIEF, True): "{who}, but that is only {most}: a green zone is {least} or longer.",
    (Bar.BRIEF, False): "{who}, and that is only {most}: a green zone is {least} or longer.",
}
"""By whether all can who were asked for."""


def barred_buttons(
    result: GreenZones, barred: Barred, rights: frozenset[Right], reader: Reader
) -> list[Action]:
    """A shorter time, a rehearsal outside the hours, or other hours, for members with the right."""
    buttons: list[Action] = []
    fits = barred.whole is not None and bool(barred.whole.complete) and barred.minutes >= _SHORTEST
    if fits and barred.bar in (Bar.LENGTH, Bar.BRIEF):
        shorter = replace(result.asked, minutes=barred.minutes)
        range_, rest = packed(shorter), rest_of(shorter, 0)
        if range_ is not None and rest is not None:
            label = reader.label("For {hours}", hours=length(barred.minutes, reader))
            buttons.append(Action(label, GreenPage(result.band.id, range_, rest)))
    if barred.bar in (Bar.HOURS, Bar.LENGTH):
        buttons += outside_buttons(result.band, rights, _rehearsal(result, barred), reader)
    return buttons


def outside_buttons(
    band: Band, rights: frozenset[Right], rehearsal: ZonesAsked, reader: Reader
) -> list[Action]:
    """[Find a rehearsal] and [Change hours], for members with the right."""
    buttons: list[Action] = []
    range_, rest = packed(rehearsal), rest_of(rehearsal, 0)
    if Right.PROPOSE in rights and range_ is not None and rest is not None:
        buttons.append(Action(reader.label("Find a rehearsal"), RehearsalPage(band.id, range_, rest)))
    if Right.EDIT in rights:
        buttons.append(Action(reader.label("Change hours"), ChangeHours(band.id)))
    return buttons


def _rehearsal(result: GreenZones, barred: Barred) -> ZonesAsked:
    """As long as was asked for, else as usual, if there is room."""
    minutes = result.asked.minutes
    if minutes is None and 0 < barred.minutes < USUAL_REHEARSAL:
        minutes = min(result.minutes, barred.minutes)
    return ZonesAsked(result.asked.days, minutes)


def _who(result: GreenZones, whole: Whole, reader: Reader) -> Line:
    """Names or numbers of those who can or can't, as a main clause."""
    if whole.complete:
        return _who_can(result, reader)
    if whole.maybes:
        return reader.say("{names} said maybe", names=some(whole.maybes, reader.locale))
    if len(whole.missing) == 1:
        return reader.say("{name} can't", name=whole.missing[0])
    if whole.missing:
        names = some(whole.missing, reader.locale)
        return reader.say("Each time one of you can't ({names})", names=names)
    if result.asked.size is not None:
        return reader.say("There are never {n} of you free at once", n=str(result.asked.size))
    return reader.say("More than one of you can't")


def _who_can(result: GreenZones, reader: Reader) -> Line:
    if result.asked.size is not None:
        return reader.plural(result.asked.size, "1 of you can", "{n} of you can")
    if result.left_out:
        return reader.say("All the others can")
    return reader.plural(result.members, "Everybody can", "All of you can")
