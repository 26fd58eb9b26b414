"""A band's own gigs and rehearsals, beside the days on which it could play."""

from collections.abc import Sequence

from bots.chat.reply import Block, Line, Listing, Paragraph, Say, Strong, line
from bots.chat.turn import Reader
from core import formats
from core.scheduling.commitments.commitment import Commitment
from core.scheduling.green.zones import Stretch
from presentation.commitments import hours, what

_SHOWN = 4


def own_beside(stretch: Stretch, own: Sequence[Commitment], reader: Reader) -> Line:
    """The band's commitments on the day of a stretch (" · gig 20:00-23:00"); empty: none."""
    there = [each for each in own if each.start.date() == stretch.start.date()]
    return line(*(f" · {_words(each, reader)}" for each in there))


def own_elsewhere(own: Sequence[Commitment], shown: Sequence[Stretch], reader: Reader) -> list[Block]:
    """The band's commitments on days that are not shown: these are not free, or not all day."""
    days = {each.start.date() for each in shown}
    rest = [each for each in own if each.start.date() not in days]
    if not rest:
        return []
    lines = [
        line(
            Strong(formats.day(each.start.date(), reader.locale, today=reader.today)),
            f" · {_words(each, reader)}",
        )
        for each in rest[:_SHOWN]
    ]
    blocks: list[Block] = [Paragraph(reader.say("📅 In the band's diary:")), Listing(tuple(lines))]
    if len(rest) > _SHOWN:
        more = reader.say("{n} more: {say}", n=str(len(rest) - _SHOWN), say=Say("gigs"))
        blocks.append(Paragraph(more))
    return blocks


def _words(each: Commitment, reader: Reader) -> str:
    then = hours(each.start, each.end, reader)
    return reader.label("{what} {hours}", what=what(each, reader), hours=then)
