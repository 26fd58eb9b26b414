"""A night in a list that feed readers follow."""

from datetime import UTC, datetime

from core.marketplace.events.public_nights import PublicNight
from presentation.atom_feeds import AtomEntry, tag_of
from presentation.nights.public import (
    bill_lines,
    pays_to_play_words,
    summary_words,
    time_lines,
    title_words,
    wanted_facts,
)
from presentation.wording import Wording

NOTHING_YET = datetime(2026, 1, 1, tzinfo=UTC)
"""When a list changed last in which nothing has ever stood."""


def night_in_feed(night: PublicNight, reader: Wording, *, origin: str, link: str) -> AtomEntry:
    """The entry: its name stays the same, whatever becomes of the night; `link`: the night's page."""
    title = title_words(night, reader)
    if night.cancelled:
        title = reader.label("Called off: {night}", night=title)
    return AtomEntry(
        id=tag_of(origin, "event", night.event.id),
        title=title,
        updated=night.updated_at,
        published=night.published_at,
        link=link,
        summary="\n".join(_lines(night, reader)),
    )


def _lines(night: PublicNight, reader: Wording) -> list[str]:
    lines = [summary_words(night, reader)]
    facts = [(each.name, each.words) for each in time_lines(night.event, reader)]
    facts += [
        (each.kind or reader.label("Plays"), each.band) for each in bill_lines(night, reader) if each.band
    ]
    if night.event.open_slots and not night.cancelled:
        facts += wanted_facts(night, reader)
        lines.append(pays_to_play_words(night, reader))
    lines += [reader.label("{fact}: {words}", fact=fact, words=words) for fact, words in facts]
    return [each for each in lines if each]
