"""Why a day is green, amber or red: who blocks and when, never why; and what would change it."""

from collections.abc import Sequence
from datetime import timedelta

from bots.chat.buttons.green import WhyThatDay
from bots.chat.reply import Action, Block, Line, Listing, Paragraph, Reply, Say, Strong, Tone, Words, rows
from bots.chat.results.green import ExplanationShown
from bots.chat.turn import Reader
from bots.chat.views.asked import weekly
from bots.chat.views.green.barred import USUAL_REHEARSAL, outside_buttons
from bots.chat.views.green.freshness import freshness_buttons, freshness_line
from bots.chat.views.green.green import nobody
from bots.chat.views.pages import day_id
from core import formats
from core.scheduling.commitments.commitment import Commitment
from core.scheduling.green.why import Blocking, Explanation, Hours, State, Way
from core.scheduling.green.zones import ZonesAsked
from core.scheduling.phrases.day_ranges import DayRange
from presentation.commitments import hours, what
from presentation.words import some

_SHOWN = 8
_TITLES = {
    State.GREEN: "🟢 {band}, {day}: green {hours}",
    State.AMBER: "🟡 {band}, {day}: amber",
    State.RED: "🔴 {band}, {day}: red",
    State.CLOSED: "🔴 {band}, {day}: not a day you play",
    State.OUTSIDE: "🔴 {band}, {day}: outside the hours you play",
    State.PAST: "{band}, {day}: that is over",
    State.NOBODY: "🔴 {band}, {day}: nobody has to be there",
}
_TONES = {State.GREEN: Tone.GREEN, State.AMBER: Tone.AMBER}


def why(shown: ExplanationShown, reader: Reader) -> Reply:
    """The members who block it and when, the ways to make it green, and how sure that is."""
    result = shown.explanation
    times = ", ".join(_hours(each, reader) for each in result.hours)
    day = formats.day(result.day, reader.locale, today=reader.today)
    title = reader.say(
        _TITLES[result.state],
        band=Strong(result.band.name),
        day=Strong(", ".join((day, *(_hours(each, reader) for each in result.asked)))),
        hours=times,
    )
    blocks: list[Block] = [Paragraph(each) for each in _by_state(result, reader)]
    blocks += [Paragraph(_own(each, reader)) for each in result.own]
    blocks += _people(result, reader)
    blocks += _ways(result, reader)
    if result.band.zone != reader.zone and result.hours:
        city = formats.city_of(result.band.zone)
        blocks.append(Paragraph(reader.say("Times are {city} time.", city=city)))
    if result.state is not State.PAST and (fresh := freshness_line(result.freshness, reader)):
        blocks.append(Paragraph(fresh))
    tone = _TONES.get(result.state, Tone.PLAIN)
    return Reply(title, tuple(blocks), rows(*_buttons(shown, reader)), tone)


def _by_state(result: Explanation, reader: Reader) -> list[Line]:
    """Reasons other than people: no hours, nobody who has to be there, hours outside the band's."""
    match result.state:
        case State.CLOSED:
            sentence = "The band doesn't play that day, or not for long enough. Its hours: {say}"
            return [reader.say(sentence, say=Say("band edit"))]
        case State.NOBODY:
            return [nobody(reader)]
        case State.OUTSIDE:
            return [_outside(result, reader)]
        case _:
            return []


def _people(result: Explanation, reader: Reader) -> list[Block]:
    """The members who block it, or that nobody does; and those who are free only after all."""
    blocks: list[Block] = []
    if result.blocking:
        blocks.append(Listing(tuple(_blocking(each, reader) for each in result.blocking[:_SHOWN])))
        if len(result.blocking) > _SHOWN:
            blocks.append(Paragraph(reader.say("{n} more.", n=str(len(result.blocking) - _SHOWN))))
    elif result.state is State.GREEN and not result.own:
        blocks.append(Paragraph(reader.say("Everybody who has to be there is free.")))
    if result.freed:
        one, many = "Only because {names} is free after all.", "Only because {names} are free after all."
        names = some(result.freed, reader.locale)
        blocks.append(Paragraph(reader.plural(len(result.freed), one, many, names=names)))
    return blocks


def _ways(result: Explanation, reader: Reader) -> list[Block]:
    """The ways to make it green."""
    if result.ways:
        ways = Listing(tuple(_way(each, reader) for each in result.ways[:_SHOWN]))
        return [Paragraph(reader.say("It turns green:")), ways]
    if result.state is State.RED and len(result.blocking) > 1:
        return [Paragraph(reader.say("No single change makes it green: more than one of you can't."))]
    return []


def _outside(result: Explanation, reader: Reader) -> Line:
    """When the band plays; and that nobody is in the way, if so."""
    parts: dict[str, Words] = {
        "band": Strong(result.band.name),
        "hours": Strong(weekly(result.plays, reader)),
    }
    if result.blocking or result.own:
        return reader.say("{band} play {hours}.", **parts)
    one, many = "Everybody can, but {band} play {hours}.", "All of you can, but {band} play {hours}."
    return reader.plural(result.members, one, many, **parts)


def _own(each: Commitment, reader: Reader) -> Line:
    """A commitment of the band itself then, for which nobody is to blame."""
    then = Strong(hours(each.start, each.end, reader))
    return reader.say(
        "The band has a {what} then, {hours}: {say}", what=what(each, reader), hours=then, say=Say("gigs")
    )


def _blocking(each: Blocking, reader: Reader) -> Line:
    name = Strong(f"{each.name} ({each.part})" if each.part else each.name)
    if each.whole:
        return reader.say("{name}: busy for all of it", name=name)
    sentence = _BLOCKS[bool(each.busy), bool(each.maybe)]
    return reader.say(sentence, name=name, busy=_all(each.busy, reader), maybe=_all(each.maybe, reader))


_BLOCKS = {
    (True, False): "{name}: busy {busy}",
    (False, True): "{name}: maybe {maybe}",
    (True, True): "{name}: busy {busy}, maybe {maybe}",
}
"""By whether they are busy, and whether they are unsure."""


def _way(way: Way, reader: Reader) -> Line:
    hours = Strong(_hours(way.hours, reader))
    if way.without is None:
        names = some(way.maybes, reader.locale)
        return reader.say("with a yes from {names}: {hours}", names=names, hours=hours)
    name = f"{way.without} ({way.part})" if way.part else way.without
    if not way.deps:
        return reader.say("without {name}: {hours}", name=name, hours=hours)
    deps = some(way.deps, reader.locale)
    one = "without {name}: {hours}; {deps} is free and could dep"
    many = "without {name}: {hours}; {deps} are free and could dep"
    return reader.plural(len(way.deps), one, many, name=name, hours=hours, deps=deps)


def _buttons(shown: ExplanationShown, reader: Reader) -> Sequence[Action]:
    result, offers = shown.explanation, shown.offers
    number = day_id(result.day, result.asked)
    buttons: list[Action] = []
    if result.state is State.OUTSIDE:
        rehearsal = ZonesAsked(DayRange(result.asked, result.day, result.day), _rehearsal(result.asked))
        buttons += outside_buttons(result.band, offers.rights, rehearsal, reader)
    if result.state is not State.PAST:
        buttons += freshness_buttons(result.freshness, result.band, offers.you, reader, nudges=offers.nudges)
    return [
        *buttons,
        Action(reader.label("Day before"), WhyThatDay(result.band.id, number - 1)),
        Action(reader.label("Day after"), WhyThatDay(result.band.id, number + 1)),
    ]


def _rehearsal(hours: Sequence[Hours]) -> int | None:
    """How long it can be, where the usual length does not fit."""
    longest = max((end - start) // timedelta(minutes=1) for start, end in hours)
    return longest if longest < USUAL_REHEARSAL else None


def _all(spans: Sequence[Hours], reader: Reader) -> str:
    return ", ".join(_hours(each, reader) for each in spans)


def _hours(hours: Hours, reader: Reader) -> str:
    return formats.hours(hours[0].time(), hours[1].time(), reader.locale)
