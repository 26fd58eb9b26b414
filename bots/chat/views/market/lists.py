"""Lists of applications, of both sides."""

from bots.chat.buttons.market import ShowApplication
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
    Words,
    rows,
)
from bots.chat.results.market import ApplicationLine, ApplicationList
from bots.chat.turn import Reader
from presentation.nights.standing import day_words, stage_word, where
from presentation.nights.terms import kind_words

_SHOWN = 8


def application_list(result: ApplicationList, reader: Reader) -> Reply:
    """One's bands' applications, and those at one's venues."""
    total = len(result.of_bands) + len(result.at_venues)
    if not total:
        find = reader.say("Open dates for your band: {find}. Dates of your venue: {dates}.", **_WAYS)
        return Reply(reader.say("🎤 No applications"), (Paragraph(find),), tone=Tone.BAND)
    title = reader.plural(total, "🎤 1 application", "🎤 {n} applications")
    blocks: list[Block] = []
    buttons: list[Button] = []
    numbered = list(enumerate((*result.of_bands, *result.at_venues), 1))
    mine, there = numbered[: len(result.of_bands)], numbered[len(result.of_bands) :]
    for listed in (mine[:_SHOWN], there[:_SHOWN]):
        if listed:
            lines = tuple(_line(number, each, reader) for number, each in listed)
            blocks.append(Listing(lines))
            buttons += [Action(str(number), ShowApplication(each.application.id)) for number, each in listed]
    hidden = total - len(buttons)
    if hidden:
        one = Say("applications date: 11 Dec")
        blocks.append(
            Paragraph(
                reader.plural(hidden, "1 more; for one date: {say}", "{n} more; for one date: {say}", say=one)
            )
        )
    return Reply(title, tuple(blocks), rows(*buttons), Tone.BAND)


_WAYS: dict[str, Words] = {"find": Say("find"), "dates": Say("dates")}


def _line(number: int, each: ApplicationLine, reader: Reader) -> Line:
    return reader.say(
        "{number}. {band} · {day}, {place} · {slot} · {state}",
        number=str(number),
        band=Strong(each.band),
        day=day_words(each.event, reader),
        place=where(each.venue),
        slot=kind_words(each.application.kind, reader),
        state=stage_word(each.stage, reader),
    )
