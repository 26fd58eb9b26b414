"""Times at which a band could rehearse, three at a time."""

from datetime import UTC, datetime

from bots.chat.buttons.gigs import ProposeRehearsal, RehearsalPage
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
    Weight,
    line,
    rows,
)
from bots.chat.results.gigs import OptionsShown
from bots.chat.turn import Reader
from bots.chat.views import QuestionText
from bots.chat.views.asked import days_asked
from bots.chat.views.pages import packed, rest_of
from core import formats
from core.moments import exact_seconds, to_exact
from core.scheduling.commitments.options import RehearsalOption
from core.scheduling.commitments.search import OptionsFound
from core.scheduling.green.zones import ZonesAsked
from presentation.commitments import hours
from presentation.words import some

SHOWN = 3
_OTHERS = 3


def options_found(result: OptionsShown, reader: Reader) -> Reply:
    """The options, and a button to propose each."""
    title, blocks = options_words(result, reader)
    tone = Tone.GREEN if result.found.options else Tone.REFUSAL
    return Reply(title, blocks, _buttons(result, reader), tone)


def options_words(page: OptionsShown, reader: Reader) -> QuestionText:
    """The title and the lines, for an answer or a question."""
    result, skip = page.found, page.skip
    shown = result.options[skip : skip + SHOWN]
    length = reader.label("{hours} h", hours=f"{result.minutes / 60:g}")
    days = days_asked(result.days, reader)
    parts: dict[str, str | Strong] = {"band": Strong(result.band.name), "length": length, "days": days}
    if not shown:
        title = reader.say("🔴 {band}, {days}: no room for {length}", **parts)
        why = "There is no time when at least half of you can. Try other days, or fewer hours: {say}"
        return title, (Paragraph(reader.say(why, say=_say(result))),)
    title = reader.say("🟢 {band} could rehearse {length}, {days}", **parts)
    lines = [
        line(f"{number}. ", _option(each, result, reader)) for number, each in enumerate(shown, skip + 1)
    ]
    blocks: list[Block] = [Listing(tuple(lines))]
    rest = len(result.options) - skip - len(shown)
    if rest:
        blocks.append(Paragraph(reader.say("{n} more after that.", n=str(rest))))
    if not all(each.usual for each in shown):
        blocks.append(Paragraph(reader.say("Your usual hours have no room, so these are outside them.")))
    if result.band.zone != reader.zone:
        city = formats.city_of(result.band.zone)
        blocks.append(Paragraph(reader.say("Times are {city} time.", city=city)))
    return title, tuple(blocks)


def _say(result: OptionsFound) -> Say:
    fewer = max(1.0, result.minutes // 60 - 1)
    return Say(f"rehearse next four weeks hours: {fewer:g}")


def _option(option: RehearsalOption, result: OptionsFound, reader: Reader) -> Line:
    day = formats.day(option.start.date(), reader.locale, today=reader.today)
    when = line(Strong(f"{day}, {hours(option.start, option.end, reader)}"), " · ")
    can = len(option.can)
    if can == result.players == 1:
        return line(when, reader.say("you can"))
    if can == result.players:
        return line(when, reader.say("all {n}", n=str(can)))
    sentence = _SOME_CAN[bool(option.cannot), bool(option.maybe)]
    names = {"missing": some(option.cannot, reader.locale), "unsure": some(option.maybe, reader.locale)}
    return line(when, reader.say(sentence, n=str(can), all=str(result.players), **names))


_SOME_CAN = {
    (False, False): "{n} of {all}",
    (True, False): "{n} of {all}: without {missing}",
    (False, True): "{n} of {all}: {unsure} maybe",
    (True, True): "{n} of {all}: without {missing}, {unsure} maybe",
}
"""By whether somebody can't, and whether somebody may."""


def propose_labels(page: OptionsShown, reader: Reader) -> list[str]:
    """The label of the button for each option that is shown."""
    shown = page.found.options[page.skip : page.skip + SHOWN]
    return [reader.label("Propose {n}", n=str(number)) for number, _ in enumerate(shown, page.skip + 1)]


def _buttons(page: OptionsShown, reader: Reader) -> tuple[tuple[Button, ...], ...]:
    result, skip, band = page.found, page.skip, page.band
    shown = result.options[skip : skip + SHOWN]
    buttons: list[Button] = [
        Action(
            label,
            ProposeRehearsal(band.id, minute_of(option.start, band.zone), result.minutes),
            Weight.FIRST if number == 1 else Weight.PLAIN,
        )
        for number, (option, label) in enumerate(
            zip(shown, propose_labels(page, reader), strict=True), skip + 1
        )
    ]
    asked = ZonesAsked(result.days, result.minutes)
    range_, here, more = packed(asked), rest_of(asked, 0), rest_of(asked, skip + SHOWN)
    if range_ is not None and here is not None:
        if skip + SHOWN < len(result.options) and more is not None:
            buttons.append(Action(reader.label("More"), RehearsalPage(band.id, range_, more)))
        others = page.others[:_OTHERS]
        elsewhere = [Action(other.name, RehearsalPage(other.id, range_, here)) for other in others]
        return (*rows(*buttons), *rows(*elsewhere))
    return rows(*buttons)


def minute_of(start: datetime, zone: str) -> int:
    """The exact minute of a wall time, as an id on a button."""
    return exact_seconds(to_exact(start, zone)) // 60


def instant_of(minute: int) -> datetime:
    """The instant that `minute_of` stands for; a minute that no clock shows is the last one there is."""
    try:
        return datetime.fromtimestamp(minute * 60, UTC)
    except (OverflowError, ValueError, OSError):
        return datetime.max.replace(tzinfo=UTC)
