"""A band's green and amber zones as lines: the stretches, and what is missing where."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bots.chat.buttons.green import GreenAsPicture, GreenPage
from bots.chat.buttons.publications import MakePublicPage
from bots.chat.reply import (
    Action,
    Block,
    Button,
    Line,
    Listing,
    Paragraph,
    Reply,
    Say,
    Strong,
    Tone,
    Verbatim,
    Words,
    line,
    rows,
)
from bots.chat.results.green import GreenPicture, GreenShown, ToCopy
from bots.chat.turn import Reader
from bots.chat.views.asked import band_asked, days_asked, length, which_of
from bots.chat.views.calendars import in_words, range_words
from bots.chat.views.green.barred import barred_buttons, barred_words
from bots.chat.views.green.freshness import freshness_buttons, freshness_line
from bots.chat.views.green.green_pictures import green_calendar
from bots.chat.views.green.own import own_beside, own_elsewhere
from bots.chat.views.pages import packed, rest_of
from core import formats
from core.moments import walls_of
from core.moments import zone as zone_named
from core.scheduling.commitments.commitment import Commitment
from core.scheduling.commitments.own import night_of
from core.scheduling.green.barred import Bar
from core.scheduling.green.zones import GreenZones, NearMiss, Stretch
from core.scheduling.kinds import CommitmentKind
from presentation.commitments import hours
from presentation.words import some

_SHOWN = 8
_COPIED = 31
_NEAR_MISSES_BESIDE = 4
_OTHERS = 3


def greens(page: GreenShown, reader: Reader) -> Reply:
    """The green stretches, the near misses, why there are none, and [More]."""
    result, skip = page.zones, page.skip
    shown = result.stretches[skip : skip + _SHOWN]
    blocks: list[Block] = []
    if shown:
        blocks.append(Listing(tuple(_full(each, result.own, reader) for each in shown)))
    rest = len(result.stretches) - skip - len(shown)
    if rest:
        blocks.append(Paragraph(reader.say("{n} more after that.", n=str(rest))))
    near_misses = [] if skip else _shown_near_misses(result)
    blocks += _near_misses(result, near_misses, reader, beside=bool(result.stretches))
    if not result.stretches and not result.near_misses:
        blocks += _nothing(result, reader)
    if not skip:
        blocks += own_elsewhere(result.own, [*shown, *(each.stretch for each in near_misses)], reader)
    blocks += _notes(result, reader, first_page=not skip)
    return Reply(_title(result, reader), tuple(blocks), _buttons(page, rest, reader), _tone(result))


def _title(result: GreenZones, reader: Reader) -> Line:
    """The band, the days and hours, the line-up, and how many zones there are."""
    parts: dict[str, Words] = {
        "band": band_asked(result, reader),
        "days": days_asked(result.asked.days, reader),
        "zones": _zones_asked(result, reader),
    }
    if not result.stretches:
        sentence = "🟡 {band}, {days}: {zones}" if result.near_misses else "🔴 {band}, {days}: {zones}"
        return reader.say(sentence, **parts)
    if not 0 < result.weekends < len(result.stretches):
        return reader.say("🟢 {band}, {days}: {zones}", **parts)
    one = "🟢 {band}, {days}: {zones}, 1 of them at a weekend"
    return reader.plural(result.weekends, one, "🟢 {band}, {days}: {zones}, {n} of them at weekends", **parts)


def _zones_asked(result: GreenZones, reader: Reader) -> Line:
    """How many there are of those that were asked for ("3 green zones of 4 h or longer")."""
    asked, count = result.asked, len(result.stretches)
    parts = {"length": length(result.minutes, reader), "size": str(asked.size)}
    key = asked.minutes is not None, asked.size is not None
    if not count:
        return reader.say(_NO_ZONE[key], **parts)
    return reader.plural(count, _ONE_ZONE[key], _ZONES[key], **parts)


_NO_ZONE = {
    (False, False): "no green zone",
    (True, False): "no green zone of {length} or longer",
    (False, True): "no green zone for {size} of you",
    (True, True): "no green zone of {length} or longer for {size} of you",
}
_ONE_ZONE = {
    (False, False): "1 green zone",
    (True, False): "1 green zone of {length} or longer",
    (False, True): "1 green zone for {size} of you",
    (True, True): "1 green zone of {length} or longer for {size} of you",
}
_ZONES = {
    (False, False): "{n} green zones",
    (True, False): "{n} green zones of {length} or longer",
    (False, True): "{n} green zones for {size} of you",
    (True, True): "{n} green zones of {length} or longer for {size} of you",
}
"""By whether a length, and whether a line-up of so many was asked for."""


def _shown_near_misses(result: GreenZones) -> Sequence[NearMiss]:
    return result.near_misses[: _NEAR_MISSES_BESIDE if result.stretches else _SHOWN]


def _near_misses(
    result: GreenZones, shown: Sequence[NearMiss], reader: Reader, *, beside: bool
) -> list[Block]:
    if not shown:
        return []
    count = len(result.near_misses)
    if beside:
        one, many = "🟡 1 more if one of you moves something", "🟡 {n} more if one of you moves something"
    else:
        one, many = "🟡 1 near miss", "🟡 {n} near misses"
    lines = tuple(
        line(_near_miss(each, reader), own_beside(each.stretch, result.own, reader)) for each in shown
    )
    blocks: list[Block] = [Paragraph(reader.plural(count, one, many)), Listing(lines)]
    if count > len(shown):
        blocks.append(Paragraph(reader.say("{n} more of these.", n=str(count - len(shown)))))
    return blocks


def _near_miss(miss: NearMiss, reader: Reader) -> Line:
    stretch = _stretch(miss.stretch, reader)
    if miss.missing is None:
        who = some(miss.maybes, reader.locale)
        return reader.say("{stretch} · {who} said maybe", stretch=stretch, who=who)
    name = f"{miss.missing} ({miss.part})" if miss.part else miss.missing
    if miss.deps:
        deps = some(miss.deps, reader.locale)
        return reader.say(
            "{stretch} · without {name}; {deps} could dep", stretch=stretch, name=name, deps=deps
        )
    if miss.blocked == (miss.stretch,):
        return reader.say("{stretch} · without {name}", stretch=stretch, name=name)
    busy = ", ".join(hours(each.start, each.end, reader) for each in miss.blocked)
    return reader.say("{stretch} · {name} busy {busy}", stretch=stretch, name=name, busy=busy)


def _full(stretch: Stretch, own: Sequence[Commitment], reader: Reader) -> Line:
    """A green stretch: what the band has on that day, who is left out, and whose exception makes it green."""
    words = line(_stretch(stretch, reader), own_beside(stretch, own, reader))
    if stretch.without:
        names = some(stretch.without, reader.locale)
        words = line(words, reader.say(" · without {names}", names=names))
    if stretch.freed:
        names = some(stretch.freed, reader.locale)
        one, many = " · only because {names} is free after all", " · only because {names} are free after all"
        words = line(words, reader.plural(len(stretch.freed), one, many, names=names))
    return words


def _stretch(stretch: Stretch, reader: Reader) -> Line:
    day = formats.day(stretch.start.date(), reader.locale, today=reader.today)
    return line(Strong(day), f" · {hours(stretch.start, stretch.end, reader)}")


def _nothing(result: GreenZones, reader: Reader) -> list[Block]:
    """Why there is neither a green zone nor a near miss."""
    if not result.members:
        words = reader.say("Nobody is left to play.") if result.left_out else nobody(reader)
        return [Paragraph(words)]
    if result.barred is None:
        return [Paragraph(_missing(result, reader))]
    blocks: list[Block] = [Paragraph(barred_words(result, result.barred, reader))]
    whole = result.barred.whole
    if result.barred.bar is Bar.HOURS and whole is not None and not result.asked.days.one_day:
        clock = zone_named(result.band.zone)
        times = [Stretch(*walls_of(span, clock)) for span in whole.complete[:_NEAR_MISSES_BESIDE]]
        if times:
            blocks.append(Listing(tuple(_stretch(each, reader) for each in times)))
        if len(whole.complete) > len(times):
            blocks.append(Paragraph(reader.say("{n} more.", n=str(len(whole.complete) - len(times)))))
    return blocks


def _missing(result: GreenZones, reader: Reader) -> Line:
    lasting = length(result.minutes, reader)
    if result.asked.size is not None:
        one = "Within your hours there is never 1 of you free for {hours}. Try other days."
        many = "Within your hours there are never {n} of you free for {hours}. Try other days."
        return reader.plural(result.asked.size, one, many, hours=lasting)
    return reader.say(
        "Within your hours you are never all free for {hours}, not even all but one of you. "
        "Try other days, or fewer hours.",
        hours=lasting,
    )


def nobody(reader: Reader) -> Line:
    """A band in which all are optional or deps has no green zones."""
    return reader.say("Make somebody required, and I can work it out: {say}", say=Say("band members"))


def _notes(result: GreenZones, reader: Reader, *, first_page: bool) -> list[Block]:
    notes: list[Line] = []
    if result.larger and result.members:
        few = "Only 1 of you has to be there: this is when that one can."
        more = "Only {n} of you have to be there: this is for them."
        notes.append(reader.plural(result.members, few, more))
    if first_page and (fresh := freshness_line(result.freshness, reader)):
        notes.append(fresh)
    if result.members:
        notes.append(_meaning(result, reader))
    if first_page:
        notes.append(
            reader.say("Has something changed for you? {say}", say=Say("busy every Tuesday evening"))
        )
    return [Paragraph(each) for each in notes]


def _meaning(result: GreenZones, reader: Reader) -> Line:
    """The line-up of a green zone, its least length, and its clock."""
    lasting = length(result.minutes, reader)
    if result.asked.size is not None:
        few, more = "For 1 of you, {hours} or longer.", "For {n} of you, {hours} or longer."
        words = reader.plural(result.asked.size, few, more, hours=lasting)
    else:
        few = "For the 1 who has to be there, {hours} or longer."
        more = "For the {n} who have to be there, {hours} or longer."
        words = reader.plural(result.members, few, more, hours=lasting)
    if result.band.zone == reader.zone:
        return words
    return line(words, " ", reader.say("Times are {city} time.", city=formats.city_of(result.band.zone)))


def _buttons(page: GreenShown, rest: int, reader: Reader) -> tuple[tuple[Button, ...], ...]:
    result, skip, offers = page.zones, page.skip, page.offers
    range_ = packed(result.asked)
    buttons: list[Button] = []
    if result.barred is not None:
        buttons += barred_buttons(result, result.barred, offers.rights, reader)
    further = rest_of(result.asked, skip + _SHOWN)
    here = rest_of(result.asked, 0)
    if rest and further is not None and range_ is not None:
        buttons.append(Action(reader.label("More"), GreenPage(result.band.id, range_, further)))
    if here is not None and range_ is not None and result.members and result.barred is None:
        buttons.append(Action(reader.label("Picture"), GreenAsPicture(result.band.id, range_, here)))
    if not skip:
        buttons += freshness_buttons(result.freshness, result.band, offers.you, reader, nudges=offers.nudges)
    return (*rows(*buttons), *rows(*_of_other_bands(page)))


def _of_other_bands(page: GreenShown) -> list[Button]:
    """The same question about the asker's other bands; their members are others, so nobody is left out."""
    elsewhere = replace(page.zones.asked, without=frozenset())
    range_, rest = packed(elsewhere), rest_of(elsewhere, 0)
    if range_ is None or rest is None:
        return []
    return [Action(each.name, GreenPage(each.id, range_, rest)) for each in page.others[:_OTHERS]]


def green_picture(result: GreenPicture, reader: Reader) -> Reply:
    """The same days as a calendar, and what it shows in words."""
    found = result.zones
    drawn = green_calendar(found, reader, open_dates=result.open_dates)
    blocks = tuple(in_words(drawn, reader))
    if not found.stretches and not found.near_misses:
        blocks = (*blocks, *_nothing(found, reader))
    blocks = (*blocks, *own_elsewhere(found.own, (), reader))
    if result.open_dates:
        blocks = (*blocks, Listing(tuple(_open_date(*each, reader) for each in result.open_dates)))
    if fresh := freshness_line(found.freshness, reader):
        blocks = (*blocks, Paragraph(fresh))
    title = _title(found, reader)
    return Reply(title, blocks, tone=_tone(found), picture=drawn, stays=True)


def _open_date(day: date, venue: str, reader: Reader) -> Line:
    """An open date of the picture in words."""
    when = Strong(formats.day(day, reader.locale, today=reader.today))
    return reader.say("{day} · open at {venue}", day=when, venue=venue)


def to_copy(result: ToCopy, reader: Reader) -> Reply:
    """Plain words for a message to a venue: days and hours, whose clock, and as of when."""
    found = result.zones
    reader = replace(reader, zone=found.band.zone)
    title = reader.say("📤 {band}: words to copy", band=band_asked(found, reader))
    blocks: list[Block] = [Verbatim(tuple(_copied(found, reader)))]
    if gigs := [each for each in found.own if each.kind is CommitmentKind.GIG]:
        days = some(
            [formats.day(night_of(each), reader.locale, today=reader.today) for each in gigs],
            reader.locale,
        )
        blocks.append(Paragraph(reader.say("Not offered, since you have a gig then: {days}.", days=days)))
    if (fresh := freshness_line(found.freshness, reader)) and found.freshness.stale:
        blocks.append(Paragraph(line(fresh, " ", reader.say("Nobody outside the band reads this line."))))
    public = Action(reader.label("Public page"), MakePublicPage(found.band.id))
    buttons = rows(public, *freshness_buttons(found.freshness, found.band, result.you, reader))
    return Reply(title, tuple(blocks), buttons, Tone.GREEN)


def _copied(found: GreenZones, reader: Reader) -> list[str]:
    days = found.asked.days
    shown = found.stretches[:_COPIED]
    lines = [
        reader.label(
            "{band}, free to play {days} ({city} time)",
            band=found.band.name,
            days=", ".join(
                filter(None, (range_words(days.first, days.last, reader), which_of(days, reader)))
            ),
            city=formats.city_of(found.band.zone),
        )
    ]
    for each in shown:
        day = formats.day(each.start.date(), reader.locale, today=reader.today)
        lines.append(reader.label("- {day}, {hours}", day=day, hours=hours(each.start, each.end, reader)))
    if len(found.stretches) > len(shown):
        lines.append(reader.label("- and {n} more", n=str(len(found.stretches) - len(shown))))
    if not shown:
        lines.append(reader.label("- no dates at the moment"))
    day = f"{found.today.day} {formats.short_month(found.today.month, reader.locale)}"
    sentence = "As of {day}." if not found.freshness.stale else "As of {day}; dates may still change."
    lines.append(reader.label(sentence, day=day))
    return lines


def _tone(result: GreenZones) -> Tone:
    return Tone.GREEN if result.stretches else Tone.AMBER if result.near_misses else Tone.REFUSAL
