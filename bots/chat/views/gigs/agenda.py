"""A band's diary as a list, each line with a button to its card."""

from bots.chat.buttons.gigs import AgendaPage, CommitmentCard
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
from bots.chat.results.gigs import AgendaShown
from bots.chat.turn import Reader
from bots.chat.views.pages import packed, rest_of
from core import formats
from core.scheduling.commitments.agenda import AgendaEntry
from core.scheduling.commitments.commitment import Phase
from core.scheduling.green.zones import ZonesAsked
from presentation.commitments import hours, what

_SHOWN = 8
_OTHERS = 3


def agenda(page: AgendaShown, reader: Reader) -> Reply:
    """Coming commitments, numbered; [More]."""
    result, skip = page.agenda, page.skip
    band = Strong(result.band.name)
    if not result.entries:
        title = reader.say("📅 {band} has nothing in its diary for these days", band=band)
        find = reader.say("Find a time to rehearse: {say}", say=Say("rehearse"))
        return Reply(title, (Paragraph(find),), _buttons(page, (), reader), Tone.BAND)
    shown = result.entries[skip : skip + _SHOWN]
    title = reader.plural(len(result.entries), "📅 {band}: 1 to come", "📅 {band}: {n} to come", band=band)
    lines = [line(f"{number}. ", _entry(each, reader)) for number, each in enumerate(shown, skip + 1)]
    blocks: list[Block] = [Listing(tuple(lines))]
    rest = len(result.entries) - skip - len(shown)
    if rest:
        blocks.append(Paragraph(reader.say("{n} more after that.", n=str(rest))))
    if result.band.zone != reader.zone:
        city = formats.city_of(result.band.zone)
        blocks.append(Paragraph(reader.say("Times are {city} time.", city=city)))
    return Reply(title, tuple(blocks), _buttons(page, shown, reader), Tone.BAND)


def _entry(entry: AgendaEntry, reader: Reader) -> Line:
    each = entry.commitment
    day = formats.day(each.start.date(), reader.locale, today=reader.today)
    words = line(Strong(f"{day}, {hours(each.start, each.end, reader)}"), f" · {what(each, reader)}")
    if each.location:
        words = line(words, f", {each.location}")
    if entry.phase is Phase.PROPOSED:
        count = reader.say("proposed, {can} of {asked} can", can=str(entry.can), asked=str(entry.asked))
        words = line(words, " · ", count)
    return words


def _buttons(
    page: AgendaShown, shown: tuple[AgendaEntry, ...], reader: Reader
) -> tuple[tuple[Button, ...], ...]:
    result, skip = page.agenda, page.skip
    numbered: list[Button] = [
        Action(str(number), CommitmentCard(each.commitment.id)) for number, each in enumerate(shown, skip + 1)
    ]
    further: list[Button] = []
    asked = ZonesAsked(result.days)
    range_, here, more = packed(asked), rest_of(asked, 0), rest_of(asked, skip + _SHOWN)
    if range_ is not None and here is not None:
        if skip + _SHOWN < len(result.entries) and more is not None:
            further.append(Action(reader.label("More"), AgendaPage(result.band.id, range_, more)))
        others = page.others[:_OTHERS]
        further += [Action(other.name, AgendaPage(other.id, range_, here)) for other in others]
    return (*rows(*numbered), *rows(*further))
