"""A band's green and amber zones as lines: the nights, and what is missing where."""

from dataclasses import dataclass, replace

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
    line,
    plain,
    rows,
)
from bots.chat.turn import Reader
from bots.chat.views.calendars import in_words, range_words
from bots.chat.views.freshness import freshness_buttons, freshness_line
from bots.chat.views.green_pictures import green_calendar
from bots.chat.views.paging import packed, rest_of
from bots.chat.words import plural, some
from core import formats
from core.bands import Band
from core.scheduling.greens import Greens, Near, Night

_SHOWN = 8
_COPIED = 31
_NEARS_BESIDE = 4
_OTHERS = 3


@dataclass(frozen=True, slots=True)
class GreenPicture:
    """Green zones, asked for as a picture."""

    greens: Greens

    @property
    def band(self) -> Band:
        """Whose they are."""
        return self.greens.band


@dataclass(frozen=True, slots=True)
class ToCopy:
    """Green zones for people outside the band."""

    greens: Greens


def greens(result: Greens, reader: Reader) -> Reply:
    """The nights; where none is left, the near misses; who is left out; More."""
    shown = result.nights[result.skip : result.skip + _SHOWN]
    blocks: list[Block] = []
    if shown:
        blocks.append(Listing(tuple(_full(each, reader) for each in shown)))
    rest = len(result.nights) - result.skip - len(shown)
    if rest:
        blocks.append(Paragraph(reader.say("{n} more after that.", n=str(rest))))
    blocks += _nears(result, reader, beside=bool(result.nights))
    if not result.nights and not result.nears:
        blocks.append(Paragraph(_nothing(result, reader)))
    blocks += _notes(result, reader)
    return Reply(_title(result, reader), tuple(blocks), _buttons(result, rest), _tone(result))


def _title(result: Greens, reader: Reader) -> Line:
    first = formats.day(result.asked.days.first, reader.locale, today=reader.today)
    last = formats.day(result.asked.days.last, reader.locale, today=reader.today)
    days = first if first == last else f"{first} to {last}"
    band = Strong(result.band.name)
    if not result.nights:
        sign = "🟡" if result.nears else "🔴"
        return reader.say(f"{sign} {{band}}, {{days}}: no green zone", band=band, days=days)
    count = plural(len(result.nights), "1 green zone", "{n} green zones")
    if result.asked.size is not None:
        count += plural(result.asked.size, " for 1 of you", " for {n} of you")
    weekends = result.weekends
    if weekends and weekends < len(result.nights):
        count += plural(weekends, ", 1 of them at a weekend", ", {n} of them at weekends")
    return reader.say("🟢 {band}, {days}: {count}", band=band, days=days, count=count)


def _nears(result: Greens, reader: Reader, *, beside: bool) -> list[Block]:
    if not result.nears or result.skip:
        return []
    shown = result.nears[: _NEARS_BESIDE if beside else _SHOWN]
    count = len(result.nears)
    head = "🟡 " + plural(count, "1 near miss", "{n} near misses")
    if beside:
        head = "🟡 " + plural(count, "1 more", "{n} more") + " if one of you moves something"
    blocks: list[Block] = [Paragraph(reader.say(head)), Listing(tuple(_near(each, reader) for each in shown))]
    if count > len(shown):
        blocks.append(Paragraph(reader.say("{n} more of these.", n=str(count - len(shown)))))
    return blocks


def _near(near: Near, reader: Reader) -> Line:
    night = _night(near.night, reader)
    if near.missing is None:
        who = some(near.maybes, reader.locale)
        return reader.say("{night} · {who} said maybe", night=night, who=who)
    name = f"{near.missing} ({near.part})" if near.part else near.missing
    if near.deps:
        deps = some(near.deps, reader.locale)
        return reader.say("{night} · without {name}; {deps} could dep", night=night, name=name, deps=deps)
    if near.blocked == (near.night,):
        return reader.say("{night} · without {name}", night=night, name=name)
    busy = ", ".join(_hours(each, reader) for each in near.blocked)
    return reader.say("{night} · {name} busy {busy}", night=night, name=name, busy=busy)


def _full(night: Night, reader: Reader) -> Line:
    """A green night, with who sits out, and whose exception makes it green."""
    words = _night(night, reader)
    if night.without:
        names = some(night.without, reader.locale)
        words = line(words, reader.say(" · without {names}", names=names))
    if night.freed:
        names = some(night.freed, reader.locale)
        are = "are" if len(night.freed) > 1 else "is"
        words = line(words, reader.say(f" · only because {{names}} {are} free after all", names=names))
    return words


def _night(night: Night, reader: Reader) -> Line:
    day = formats.day(night.start.date(), reader.locale, today=reader.today)
    return line(Strong(day), f" · {_hours(night, reader)}")


def _hours(night: Night, reader: Reader) -> str:
    if (night.end - night.start).days:
        end = formats.moment(night.end, reader.locale, today=reader.today)
        return f"{formats.clock(night.start.time(), reader.locale)} to {end}"
    return formats.hours(night.start.time(), night.end.time(), reader.locale)


def _nothing(result: Greens, reader: Reader) -> Line:
    if not result.members:
        return reader.say("Nobody is left to play.") if result.left_out else nobody(reader)
    return reader.say("On no day is the band within one of being complete. Try other days, or fewer hours.")


def nobody(reader: Reader) -> Line:
    """A band in which all are optional or deps has no green zones."""
    return reader.say("Make somebody required, and I can work it out: {say}", say=Say("band members"))


def _notes(result: Greens, reader: Reader) -> list[Block]:
    notes: list[Line] = []
    if result.larger and result.members:
        few = "Only 1 of you has to be there: this is when that one can."
        more = "Only {n} of you have to be there: this is for them."
        notes.append(reader.say(plural(result.members, few, more)))
    if result.left_out:
        names = some(result.left_out, reader.locale)
        notes.append(reader.say("Counted without {names}.", names=names))
    if not result.skip and (fresh := freshness_line(result.freshness, reader)):
        notes.append(fresh)
    hours = f"{result.minutes / 60:g}"
    city = formats.city_of(result.band.zone)
    where = "" if result.band.zone == reader.zone else f" Times are {city} time."
    needed = plural(result.members, "the 1 who has to be there", "the {n} who have to be there")
    if result.asked.size is not None:
        needed = plural(result.asked.size, "1 of you", "{n} of you")
    if result.members:
        words = "For {needed}, {hours} h or longer.{where}"
        notes.append(reader.say(words, needed=needed, hours=hours, where=where))
    if not result.skip:
        notes.append(
            reader.say("Has something changed for you? {say}", say=Say("busy every Tuesday evening"))
        )
    return [Paragraph(each) for each in notes]


def _buttons(result: Greens, rest: int) -> tuple[tuple[Button, ...], ...]:
    range_ = packed(result.asked)
    buttons: list[Button] = []
    further = rest_of(result.asked, result.skip + _SHOWN)
    here = rest_of(result.asked, 0)
    if rest and further is not None and range_ is not None:
        buttons.append(Action("More", "greens", (result.band.id, range_, further)))
    if here is not None and range_ is not None and result.members:
        buttons.append(Action("Picture", "greenpicture", (result.band.id, range_, here)))
    if not result.skip:
        buttons += freshness_buttons(result.freshness, result.band, result.you, nudges=result.nudges)
    others = [Action(each.name, "greens", (each.id, range_, 0)) for each in result.others[:_OTHERS] if range_]
    return (*rows(*buttons), *rows(*others))


def green_picture(result: GreenPicture, reader: Reader) -> Reply:
    """The same days as a calendar, and what it shows in words."""
    found = result.greens
    drawn = green_calendar(found, reader)
    blocks = tuple(in_words(drawn, reader))
    if fresh := freshness_line(found.freshness, reader):
        blocks = (*blocks, Paragraph(fresh))
    title = _title(found, reader)
    return Reply(title, blocks, tone=_tone(found), picture=drawn, stays=True)


def to_copy(result: ToCopy, reader: Reader) -> Reply:
    """Plain words for a message to a venue: days and hours, whose clock, and as of when."""
    found = result.greens
    reader = replace(reader, zone=found.band.zone)
    title = reader.say("📤 {band}: words to copy", band=Strong(found.band.name))
    blocks: list[Block] = [Verbatim(tuple(_copied(found, reader)))]
    if (fresh := freshness_line(found.freshness, reader)) and found.freshness.stale:
        blocks.append(Paragraph(line(fresh, " ", reader.say("Nobody outside the band reads this line."))))
    buttons = rows(*freshness_buttons(found.freshness, found.band, found.you))
    return Reply(title, tuple(blocks), buttons, Tone.GREEN)


def _copied(found: Greens, reader: Reader) -> list[str]:
    first, last = found.asked.days.first, found.asked.days.last
    city = formats.city_of(found.band.zone)
    head = reader.say(
        "{band}, free to play {days} ({city} time)",
        band=found.band.name,
        days=range_words(first, last, reader),
        city=city,
    )
    lines = [plain(head)]
    lines += [plain(line("- ", _night(each, reader))).replace(" · ", ", ") for each in found.nights[:_COPIED]]
    if len(found.nights) > _COPIED:
        lines.append(plain(reader.say("- and {n} more", n=str(len(found.nights) - _COPIED))))
    if not found.nights:
        lines.append(plain(reader.say("- no date just now")))
    day = f"{found.today.day} {formats.short_month(found.today.month, reader.locale)}"
    sentence = "As of {day}." if not found.freshness.stale else "As of {day}; dates may still change."
    lines.append(plain(reader.say(sentence, day=day)))
    return lines


def _tone(result: Greens) -> Tone:
    return Tone.GREEN if result.nights else Tone.AMBER if result.nears else Tone.REFUSAL
