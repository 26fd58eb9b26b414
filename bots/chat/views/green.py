"""A band's green and amber zones as lines: the nights, and what is missing where."""

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
    line,
    rows,
)
from bots.chat.turn import Reader
from bots.chat.views.paging import packed, rest_of
from bots.chat.words import plural
from core import formats
from core.scheduling.greens import Greens, Near, Night

_SHOWN = 8
_NEARS_BESIDE = 4
_OTHERS = 3


def greens(result: Greens, reader: Reader) -> Reply:
    """The nights; where none is left, the near misses; who is left out; More."""
    shown = result.nights[result.skip : result.skip + _SHOWN]
    blocks: list[Block] = []
    if shown:
        blocks.append(Listing(tuple(_night(each, reader) for each in shown)))
    rest = len(result.nights) - result.skip - len(shown)
    if rest:
        blocks.append(Paragraph(reader.say("{n} more after that.", n=str(rest))))
    blocks += _nears(result, reader, beside=bool(result.nights))
    if not result.nights and not result.nears:
        blocks.append(Paragraph(_nothing(result, reader)))
    blocks += _notes(result, reader)
    tone = Tone.GREEN if result.nights else Tone.AMBER if result.nears else Tone.REFUSAL
    return Reply(_title(result, reader), tuple(blocks), _buttons(result, rest), tone)


def _title(result: Greens, reader: Reader) -> Line:
    first = formats.day(result.asked.days.first, reader.locale, today=reader.today)
    last = formats.day(result.asked.days.last, reader.locale, today=reader.today)
    days = first if first == last else f"{first} to {last}"
    band = Strong(result.band.name)
    if not result.nights:
        sign = "🟡" if result.nears else "🔴"
        return reader.say(f"{sign} {{band}}, {{days}}: no green zone", band=band, days=days)
    count = plural(len(result.nights), "1 green zone", "{n} green zones")
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
        who = formats.listing(near.maybes, reader.locale)
        return reader.say("{night} · {who} said maybe", night=night, who=who)
    name = f"{near.missing} ({near.part})" if near.part else near.missing
    if near.deps:
        deps = formats.listing(near.deps, reader.locale)
        return reader.say("{night} · without {name}; {deps} could dep", night=night, name=name, deps=deps)
    if near.blocked == (near.night,):
        return reader.say("{night} · without {name}", night=night, name=name)
    busy = ", ".join(_hours(each, reader) for each in near.blocked)
    return reader.say("{night} · {name} busy {busy}", night=night, name=name, busy=busy)


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
        return reader.say("Nobody is left to play.")
    return reader.say("On no day is the band within one of being complete. Try other days, or fewer hours.")


def _notes(result: Greens, reader: Reader) -> list[Block]:
    notes: list[Line] = []
    if result.left_out:
        names = formats.listing(result.left_out, reader.locale)
        notes.append(reader.say("Counted without {names}.", names=names))
    hours = f"{result.minutes / 60:g}"
    city = formats.city_of(result.band.zone)
    where = "" if result.band.zone == reader.zone else f" Times are {city} time."
    needed = plural(result.members, "the 1 who has to be there", "all {n} who have to be there")
    notes.append(
        reader.say("For {needed}, {hours} h or longer.{where}", needed=needed, hours=hours, where=where)
    )
    if not result.skip:
        notes.append(
            reader.say("Has something changed for you? {say}", say=Say("busy every Tuesday evening"))
        )
    return [Paragraph(each) for each in notes]


def _buttons(result: Greens, rest: int) -> tuple[tuple[Button, ...], ...]:
    range_ = packed(result.asked)
    if range_ is None:
        return ()
    buttons: list[Button] = []
    further = rest_of(result.asked, result.skip + _SHOWN)
    if rest and further is not None:
        buttons.append(Action("More", "greens", (result.band.id, range_, further)))
    buttons += [Action(other.name, "greens", (other.id, range_, 0)) for other in result.others[:_OTHERS]]
    return rows(*buttons)
