"""How fresh a band's diaries are, and asking people to look at theirs."""

from collections.abc import Sequence
from datetime import timedelta

from bots.chat.buttons.diary import AllAsUsual, DiaryPage
from bots.chat.buttons.green import NudgeMembers
from bots.chat.reply import Action, Block, Line, Paragraph, Reply, Say, Strong, Tone, Weight, plain, rows
from bots.chat.results.green import MonthsAsked
from bots.chat.turn import Reader
from bots.chat.views.diary.mine import month_names
from core import formats
from core.bands import Band
from core.ids import PersonId
from core.moments import to_wall
from core.scheduling.availability.freshness import Freshness, Stale
from core.scheduling.green.nudges import Nudged
from presentation.words import called, some

_NAMED = 3
_THESE_DAYS = timedelta(days=7)


def freshness_line(fresh: Freshness, reader: Reader) -> Line | None:
    """How many have confirmed, and when the others last looked; None: nobody is needed."""
    if not fresh.of or not fresh.months:
        return None
    months = month_names(fresh.months, reader)
    parts = {"n": str(fresh.confirmed), "of": str(fresh.of), "months": months}
    if not fresh.stale:
        return reader.say(_ALL_CONFIRMED[min(fresh.of, _SEVERAL)], **parts)
    if len(fresh.stale) == 1 and (looked := _looked(fresh.stale[0], reader)) is not None:
        sentence = _ONE_LOOKED if looked else _ONE_SILENT
        return reader.say(sentence, name=fresh.stale[0].name, day=looked, **parts)
    others = _others(fresh.stale, reader)
    return reader.say("{n} of {of} have confirmed {months}. Not yet: {others}.", others=others, **parts)


_SEVERAL = 3
_ALL_CONFIRMED = {
    1: "Confirmed: {months}.",
    2: "Both have confirmed {months}.",
    _SEVERAL: "All {of} have confirmed {months}.",
}
"""By how many they are."""
_ONE_LOOKED = "{n} of {of} have confirmed {months}; {name} last looked on {day}."
_ONE_SILENT = "{n} of {of} have confirmed {months}; {name} has said nothing yet."


def freshness_buttons(
    fresh: Freshness, band: Band, you: PersonId, reader: Reader, *, nudges: bool = True
) -> list[Action]:
    """[Nudge Jo], or [Nudge 3], for the others; and [All as usual], for the person who presses it."""
    others = [each for each in fresh.stale if each.person != you]
    if not fresh.stale or not fresh.months:
        return []
    first, count = fresh.months[0], len(fresh.months)
    usual = Action(reader.label("All as usual"), AllAsUsual(first, count))
    if not others or not nudges:
        return [usual] if any(each.person == you for each in fresh.stale) or nudges else []
    nudge = plain(reader.plural(len(others), "Nudge {name}", "Nudge {n}", name=others[0].name))
    return [Action(nudge, NudgeMembers(band.id, first, count)), usual]


def nudged(result: Nudged, reader: Reader) -> Reply:
    """The members who are asked now, and those who were asked within the week."""
    months = month_names(result.months, reader)
    blocks: list[Block] = []
    if result.names:
        names = some(result.names, reader.locale)
        title = reader.say("⏰ Nudged {names} about {months}", names=Strong(names), months=months)
        blocks.append(Paragraph(reader.say('Each gets one message, with one tap for "all as usual".')))
    elif result.spared:
        title = reader.say("⏰ Nobody is nudged about {months} just now", months=months)
    else:
        title = reader.say("⏰ Nobody needs a nudge about {months}", months=months)
    for each in result.spared:
        day = formats.day(to_wall(each.at, reader.zone).date(), reader.locale, today=reader.today)
        sentence = "{name} was nudged on {day}; once a week is enough."
        blocks.append(Paragraph(reader.say(sentence, name=each.name, day=day)))
    if line := freshness_line(result.freshness, reader):
        blocks.append(Paragraph(line))
    return Reply(title, tuple(blocks), tone=Tone.BAND, stays=True)


def look(result: MonthsAsked, reader: Reader) -> Reply:
    """Is the diary right? One tap says so."""
    months = month_names(result.months, reader)
    title = reader.say(
        "⏰ {band} would like to plan {months}", band=Strong(result.band.name), months=Strong(months)
    )
    blocks = [Paragraph(reader.say("Is your diary right for {months}?", months=months))]
    if result.last is not None:
        day = formats.day(to_wall(result.last, reader.zone).date(), reader.locale, today=reader.today)
        blocks.append(Paragraph(reader.say("You last changed it on {day}.", day=day)))
    how = "Something else? {busy} says when you can't; {mine} shows what is in it."
    say = Say("busy every Tuesday evening")
    blocks.append(Paragraph(reader.say(how, busy=say, mine=Say("mine"))))
    why = "Sent because {name} plans for {band}, at most once a week. No answer is fine, too."
    blocks.append(Paragraph(reader.say(why, name=called(result.by, reader.locale), band=result.band.name)))
    first, last = result.months[0], result.months[-1]
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    days = ((last + timedelta(days=32)).replace(day=1) - first).days
    buttons = rows(
        Action(reader.label("All as usual"), AllAsUsual(first, count), Weight.FIRST),
        Action(reader.label("My diary"), DiaryPage(first, days, 0)),
    )
    return Reply(title, tuple(blocks), buttons, Tone.BAND)


def _others(stale: Sequence[Stale], reader: Reader) -> str:
    """The first few by name, each with when they last looked."""
    said = [_other(each, reader) for each in stale[:_NAMED]]
    more = len(stale) - len(said)
    return ", ".join([*said, reader.label("{n} more", n=str(more))] if more else said)


def _other(each: Stale, reader: Reader) -> str:
    looked = _looked(each, reader)
    if looked is None:
        return each.name
    if not looked:
        return reader.label("{name} (nothing yet)", name=each.name)
    return reader.label("{name} (last looked on {day})", name=each.name, day=looked)


def _looked(each: Stale, reader: Reader) -> str | None:
    """The day on which somebody last looked; empty: never; None: within these days."""
    if each.last is None:
        return ""
    day = to_wall(each.last, reader.zone).date()
    if reader.today - day < _THESE_DAYS:
        return None
    return formats.day(day, reader.locale, today=reader.today)
