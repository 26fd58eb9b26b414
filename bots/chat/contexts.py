"""The context in which somebody's words are read: when and where they were said, in which language."""

from bots.chat.turn import Turn
from core import formats
from core.bands import Band
from core.moments import to_wall
from core.scheduling.diary.zones import zone_of
from core.scheduling.phrases.understanding import Context


def own_context(turn: Turn, *, zone: str | None = None) -> Context:
    """For words about the person's own time: their zone, or `zone` where they have just named it.

    "Evening" means what it means to the band that the turn is about, else to the one they last used.
    """
    there = zone or zone_of(turn.person)
    locale = formats.regional(turn.person.locale, zone or turn.person.zone)
    habits = turn.band.habits if turn.band else turn.person.habits
    return Context(now=to_wall(turn.said_at, there), zone=there, locale=locale, habits=habits)


def band_context(turn: Turn, band: Band) -> Context:
    """For words about a band's time: the band's zone and habits, and the speaker's language."""
    locale = formats.regional(turn.person.locale, turn.person.zone)
    return Context(now=to_wall(turn.said_at, band.zone), zone=band.zone, locale=locale, habits=band.habits)


def venue_context(turn: Turn, zone: str) -> Context:
    """For words about a venue's nights: the venue's zone, and the speaker's language."""
    locale = formats.regional(turn.person.locale, turn.person.zone or zone)
    return Context(now=to_wall(turn.said_at, zone), zone=zone, locale=locale)
