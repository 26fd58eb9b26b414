"""What has changed about a night, as a difference: how it was, and how it is."""

from dataclasses import replace

from bots.chat.reply import Line, Strong
from bots.chat.turn import Reader
from bots.chat.views.market.terms import offer_facts
from core import formats
from core.marketplace.events import Event
from core.marketplace.events.changes import NightSnapshot
from core.marketplace.events.from_posts import as_post
from core.marketplace.posts.values import Tickets


def ticket_differences(old: Tickets | None, now: Event, reader: Reader) -> list[Line]:
    """The same where nothing but the tickets can be different."""
    before = NightSnapshot(now.day, replace(now.terms, tickets=old))
    return differences(before, now, reader, slots=False)


def differences(before: NightSnapshot, now: Event, reader: Reader, *, slots: bool) -> list[Line]:
    """A line for each fact that is different; those that stay are not named."""
    lines: list[Line] = []
    if before.day != now.day:
        old = formats.day(before.day, reader.locale, today=reader.today)
        new = formats.day(now.day, reader.locale, today=reader.today)
        lines.append(reader.say("{old} → {new}", old=old, new=Strong(new)))
    was = dict(_facts(replace(now, terms=before.terms), reader))
    there = dict(_facts(now, reader))
    for name in [*there, *(each for each in was if each not in there)]:
        old, new = was.get(name, ""), there.get(name, "")
        if old == new:
            continue
        if not old:
            lines.append(reader.say("{what}: {new}", what=name, new=Strong(new)))
        elif not new:
            lines.append(reader.say("{what}: no longer {old}", what=name, old=old))
        else:
            lines.append(reader.say("{what}: {old} → {new}", what=name, old=old, new=Strong(new)))
    if slots:
        lines.append(reader.say("The slots have changed."))
    return lines


def _facts(event: Event, reader: Reader) -> list[tuple[str, str]]:
    return [
        (name, "".join(getattr(each, "text", "") for each in words))
        for name, words in offer_facts(as_post([event]), reader)
    ]
