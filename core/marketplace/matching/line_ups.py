"""The players' time of several bands, loaded with a number of statements that does not depend on how many."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from core.bands import Band
from core.ids import BandId, EventId, PersonId
from core.marketplace.applications import LookAnswer
from core.marketplace.matching.fit import LineUpTime
from core.marketplace.matching.store import MarketUnit
from core.scheduling.green.cache import player_of
from core.scheduling.kinds import CommitmentKind
from core.scheduling.recurrence.spans import Span


async def line_ups_of(
    unit: MarketUnit, bands: Sequence[Band], start: datetime, end: datetime
) -> dict[BandId, LineUpTime]:
    """Each band's players and what fills their time between two instants (aware, UTC)."""
    if not bands:
        return {}
    members = await unit.bands.members_of([each.id for each in bands])
    people = list({each.person for line_up in members.values() for each in line_up})
    rules = await unit.diaries.of(people)
    taken = await unit.taken.of(people, start=start, end=end)
    found: dict[BandId, LineUpTime] = {}
    for band in bands:
        line_up = members[band.id]
        own: dict[tuple[Span, CommitmentKind], None] = {
            (one.span, one.kind): None
            for each in line_up
            for one in taken[each.person].occupied
            if one.band == band.id
        }
        players = [player_of(each, rules[each.person], taken[each.person]) for each in line_up]
        elsewhere = {
            each.person: [one.span for one in taken[each.person].occupied if one.band != band.id]
            for each in line_up
        }
        found[band.id] = LineUpTime(line_up, players, tuple(own), elsewhere=elsewhere)
    return found


async def said_yes(
    unit: MarketUnit, events: Sequence[EventId], band: BandId
) -> Mapping[EventId, frozenset[PersonId]]:
    """By night: the band's players who have said that they can."""
    found: dict[EventId, frozenset[PersonId]] = {}
    for each in await unit.applications.looks_of_band(band, events):
        if each.answer is LookAnswer.YES:
            found[each.event] = found.get(each.event, frozenset()) | {each.person}
    return found
