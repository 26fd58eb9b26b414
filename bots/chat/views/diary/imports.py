"""Imported calendars in words: hosts and hours, never addresses and never titles."""

from datetime import datetime, time, timedelta

from bots.chat.buttons.diary import ReadFeedNow, RemoveFeed, RestoreFeed
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
from bots.chat.results.diary import FeedNews, FeedUnread
from bots.chat.turn import Reader
from bots.chat.views.diary.feed_troubles import in_short, what_helps, what_is_wrong
from core import formats
from core.moments import to_wall
from core.scheduling.diary.importing import (
    AlreadyImported,
    FeedCard,
    FeedRemoved,
    FeedRestored,
    Imported,
    Imports,
    ReadingAgain,
)
from presentation.rules.sentences import days_between


def imported(result: Imported, reader: Reader) -> Reply:
    """The calendar is being read; what is kept of it, and what is not."""
    title = reader.say("📅 I am reading your calendar at {host}", host=Strong(result.card.host))
    kept = reader.say("I keep only when you are busy: no titles, no places, no guests.")
    soon = reader.say("I'll tell you what I find in a moment. Nobody else sees the address.")
    remove = Action(reader.label("Remove"), RemoveFeed(result.card.feed))
    return Reply(title, (Paragraph(kept), Paragraph(soon)), rows(remove), Tone.DIARY)


def already_imported(result: AlreadyImported, reader: Reader) -> Reply:
    """The address was imported before; how its calendar was last read."""
    title = reader.say("📅 That calendar is imported already")
    return Reply(
        title, (Listing((_entry(result.card, reader),)),), _buttons((result.card,), reader), Tone.DIARY
    )


def imports(result: Imports, reader: Reader) -> Reply:
    """Each calendar, how it was last read, and its buttons."""
    if not result.cards:
        title = reader.say("📅 No calendar is imported yet")
        how = reader.say("Send its address: {say}", say=Say("import https://..."))
        kept = reader.say("I keep only when you are busy, never titles.")
        return Reply(title, (Paragraph(how), _where(reader), Paragraph(kept)), tone=Tone.DIARY)
    title = reader.plural(len(result.cards), "📅 1 imported calendar", "📅 {n} imported calendars")
    several = len(result.cards) > 1
    items = tuple(
        line(f"{number}. ", _entry(card, reader)) if several else _entry(card, reader)
        for number, card in enumerate(result.cards, 1)
    )
    below = reader.say("What you say yourself overrides them. I keep busy times only, never titles.")
    more = reader.say("Add another: {say}", say=Say("import https://..."))
    blocks = (Listing(items), Paragraph(below), Paragraph(more))
    return Reply(title, blocks, _buttons(result.cards, reader), Tone.DIARY)


def removed(result: FeedRemoved, reader: Reader) -> Reply:
    """The calendar's times no longer count; Put back."""
    words = "{calendar} has been removed already" if result.before else "Removed: {calendar} no longer counts"
    back = Action(reader.label("Put back"), RestoreFeed(result.card.feed))
    title = reader.say(words, calendar=_name(result.card))
    return Reply(title, (_rest(reader),), rows(back), Tone.DIARY)


def restored(result: FeedRestored, reader: Reader) -> Reply:
    """The calendar counts again; Remove."""
    words = "📅 {calendar} is imported already" if result.before else "📅 {calendar} counts again"
    title = reader.say(words, calendar=_name(result.card))
    blocks = (
        ()
        if result.before
        else (Paragraph(reader.say("I'm reading it again, and will tell you what I find.")),)
    )
    return Reply(
        title, blocks, rows(Action(reader.label("Remove"), RemoveFeed(result.card.feed))), Tone.DIARY
    )


def reading_again(result: ReadingAgain, reader: Reader) -> Reply:
    """The calendar is being read again."""
    title = reader.say("📅 I am reading {calendar} again", calendar=_name(result.card))
    return Reply(title, (Paragraph(reader.say("I'll tell you what I find in a moment.")),), tone=Tone.DIARY)


def news(result: FeedNews, reader: Reader) -> Reply:
    """How many busy times were found, the next of them, and how many events were left out."""
    title = reader.say("📅 I have read your calendar at {host}", host=Strong(result.card.host))
    until = formats.day(result.until, reader.locale, today=reader.today)
    blocks: list[Block] = []
    if result.card.times:
        one, many = "1 busy time until {until}. Next:", "{n} busy times until {until}. Next:"
        blocks.append(Paragraph(reader.plural(result.card.times, one, many, until=until)))
        blocks.append(Listing(tuple(line(_when(*each, reader)) for each in result.next)))
    else:
        blocks.append(Paragraph(reader.say("It shows no busy times until {until}.", until=until)))
        blocks.append(
            Paragraph(reader.say("Events shown as free, and cancelled ones, do not count as busy."))
        )
    if result.skipped:
        left_out = reader.plural(
            result.skipped,
            "I couldn't read 1 of its {all} events, so it is left out.",
            "I couldn't read {n} of its {all} events, so they are left out.",
            all=str(result.events),
        )
        blocks.append(Paragraph(left_out))
    blocks.append(Paragraph(reader.say("What you say yourself overrides it: {say}", say=Say("free"))))
    blocks.append(_sent(reader))
    return Reply(title, tuple(blocks), _buttons((result.card,), reader), Tone.DIARY)


def unread(result: FeedUnread, reader: Reader) -> Reply:
    """Why a calendar cannot be read, and what can be done about it."""
    host = Strong(result.card.host)
    words = (
        "📅 I have not been able to read your calendar at {host} for a week"
        if result.lasting
        else "📅 I can't read your calendar at {host} yet"
    )
    known = "I'll keep trying, and tell you when it works."
    if result.card.times is not None:
        known = "Its busy times stay as I last knew them. I'll keep trying."
    blocks = (
        Paragraph(what_is_wrong(result.why, result.card.host, reader)),
        Paragraph(what_helps(result.why, reader)),
        Paragraph(reader.say(known)),
        _sent(reader),
    )
    return Reply(reader.say(words, host=host), blocks, _buttons((result.card,), reader), Tone.DIARY)


def _where(reader: Reader) -> Listing:
    """Where each service keeps a calendar's address."""
    return Listing(
        (
            reader.say("Google: Settings, your calendar, Secret address in iCal format"),
            reader.say("Outlook: Settings, Shared calendars, Publish, the ICS link"),
            reader.say("Apple: Share Calendar, Public Calendar, Copy Link"),
            reader.say("Nextcloud: Share link, Copy subscription link"),
        )
    )


def _entry(card: FeedCard, reader: Reader) -> Line:
    """One calendar, and how it was last read."""
    parts: list[Line] = [_name(card)]
    if card.times is not None:
        parts.append(reader.plural(card.times, "1 busy time", "{n} busy times"))
    if card.why is not None and card.failing_since is not None:
        since = to_wall(card.failing_since, reader.zone).date()
        day = formats.day(since, reader.locale, today=reader.today)
        parts.append(reader.say("not readable since {day}: {why}", day=day, why=in_short(card.why, reader)))
    elif card.read_at is None:
        parts.append(reader.say("being read"))
    else:
        read = to_wall(card.read_at, reader.zone)
        parts.append(
            reader.say("read {moment}", moment=formats.moment(read, reader.locale, today=reader.today))
        )
    joined = parts[0]
    for part in parts[1:]:
        joined = line(joined, " · ", part)
    return joined


def _name(card: FeedCard) -> Line:
    return line(Strong(card.host), f" (...{card.tail})") if card.tail else line(Strong(card.host))


def _buttons(cards: tuple[FeedCard, ...], reader: Reader) -> tuple[tuple[Button, ...], ...]:
    buttons: list[Button] = []
    for number, card in enumerate(cards, 1):
        read, remove = reader.label("Read now"), reader.label("Remove")
        if len(cards) > 1:
            read = reader.label("Read {number}", number=str(number))
            remove = reader.label("Remove {number}", number=str(number))
        buttons.append(Action(read, ReadFeedNow(card.feed)))
        buttons.append(Action(remove, RemoveFeed(card.feed), Weight.DANGER))
    return rows(*buttons)


def _when(start: datetime, end: datetime, reader: Reader) -> str:
    """A busy time as days and hours."""
    first = formats.day(start.date(), reader.locale, today=reader.today)
    if start.time() == end.time() == time(0):
        last = end.date() - timedelta(days=1)
        if last == start.date():
            return reader.label("{day}, all day", day=first)
        return days_between(start.date(), last, reader)
    if end - start < timedelta(days=1):
        hours = formats.hours(start.time(), end.time(), reader.locale)
        return reader.label("{day}, {hours}", day=first, hours=hours)
    ends = [formats.moment(each, reader.locale, today=reader.today) for each in (start, end)]
    return reader.label("{first} to {last}", first=ends[0], last=ends[1])


def _rest(reader: Reader) -> Paragraph:
    return Paragraph(reader.say("What you said yourself stays as it is."))


def _sent(reader: Reader) -> Paragraph:
    return Paragraph(reader.say("Sent because you imported it. Your calendars: {say}", say=Say("import")))
