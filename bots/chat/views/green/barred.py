"""What is said where a band's own hours, or what it has itself, leave no green zone; and what one can do."""

from dataclasses import replace

from bots.chat.buttons.gigs import RehearsalPage
from bots.chat.buttons.green import ChangeHours, GreenPage
from bots.chat.reply import Action, Line, Say, Strong
from bots.chat.turn import Reader
from bots.chat.views.asked import length, weekly
from bots.chat.views.paging import packed, rest_of
from core.access import Right
from core.bands import Band
from core.scheduling.green.barred import Bar, Barred, Whole
from core.scheduling.green.zones import GreenZones, ZonesAsked
from presentation.words import plural, some

_SHORTEST = 30
"""Minutes: less than that is no time to offer."""
USUAL_REHEARSAL = 180
"""Minutes: what /rehearse looks for, if nothing is said."""


def barred_words(result: GreenZones, barred: Barred, reader: Reader) -> Line:
    """The true reason: who can, and what is in the way all the same."""
    whole = barred.whole
    parts: dict[str, str | Strong | Say] = {
        "band": Strong(result.band.name),
        "hours": Strong(weekly(barred.hours, reader)),
        "most": length(barred.minutes),
        "least": length(result.minutes),
        "who": _who(result, whole, reader) if whole else "",
        "gigs": Say("gigs"),
    }
    can = whole is not None and bool(whole.complete)
    match barred.bar:
        case Bar.OWN:
            sentence = "What {band} have then leaves too little time: {gigs}"
        case Bar.HOURS if whole is None:
            sentence = "{band} play {hours}, and not on the days that were asked about."
        case Bar.HOURS:
            sentence = "{who}, but {band} play {hours}." if can else _AND_OUTSIDE
        case Bar.LENGTH:
            sentence = "{who}, but for {most} at most: {band} play {hours}." if can else _AND_SHORT
        case Bar.BRIEF if not barred.minutes:
            sentence = "All of that is over."
        case Bar.BRIEF if result.asked.days.whole_days:
            sentence = "Less than {least} are left of that day."
        case Bar.BRIEF:
            sentence = (
                f"{{who}}, {'but' if can else 'and'} that is {{most}}: a green zone has {{least}} or more."
            )
    return reader.say(sentence, **parts)


_AND_OUTSIDE = "{who}, and it is outside the hours of {band}: {hours}."
_AND_SHORT = "{who}, and {band} play for {most} at most: {hours}."


def barred_buttons(result: GreenZones, barred: Barred, rights: frozenset[Right]) -> list[Action]:
    """A shorter time, a rehearsal whatever the hours, other hours: to those who may."""
    buttons: list[Action] = []
    fits = barred.whole is not None and bool(barred.whole.complete) and barred.minutes >= _SHORTEST
    if fits and barred.bar in (Bar.LENGTH, Bar.BRIEF):
        shorter = replace(result.asked, minutes=barred.minutes)
        range_, rest = packed(shorter), rest_of(shorter, 0)
        if range_ is not None and rest is not None:
            buttons.append(Action(f"For {length(barred.minutes)}", GreenPage(result.band.id, range_, rest)))
    if barred.bar in (Bar.HOURS, Bar.LENGTH):
        buttons += outside_buttons(result.band, rights, _rehearsal(result, barred))
    return buttons


def outside_buttons(band: Band, rights: frozenset[Right], rehearsal: ZonesAsked) -> list[Action]:
    """[Find a rehearsal] and [Change hours], to those who may."""
    buttons: list[Action] = []
    range_, rest = packed(rehearsal), rest_of(rehearsal, 0)
    if Right.PROPOSE in rights and range_ is not None and rest is not None:
        buttons.append(Action("Find a rehearsal", RehearsalPage(band.id, range_, rest)))
    if Right.EDIT in rights:
        buttons.append(Action("Change hours", ChangeHours(band.id)))
    return buttons


def _rehearsal(result: GreenZones, barred: Barred) -> ZonesAsked:
    """As long as was asked for, else as usual, if there is room."""
    minutes = result.asked.minutes
    if minutes is None and 0 < barred.minutes < USUAL_REHEARSAL:
        minutes = min(result.minutes, barred.minutes)
    return ZonesAsked(result.asked.days, minutes)


def _who(result: GreenZones, whole: Whole, reader: Reader) -> str:
    size = result.asked.size
    if whole.complete:
        if size is not None:
            return plural(size, "1 of you can", "{n} of you can")
        if result.left_out:
            return "All the others can"
        return "Everybody can" if result.members == 1 else "All of you can"
    if whole.maybes:
        return f"{some(whole.maybes, reader.locale)} said maybe"
    if len(whole.missing) == 1:
        return f"{whole.missing[0]} can't"
    if whole.missing:
        return f"One of you can't each time ({some(whole.missing, reader.locale)})"
    return f"There are never {size} of you" if size is not None else "More than one of you can't"
