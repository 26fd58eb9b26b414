"""A band's own confirmed commitments in some days, and the time that they take."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from core.bands import Band
from core.habits import PlayableHours
from core.moments import DAY, exact_seconds, from_seconds, to_exact
from core.scheduling.commitments.commitment import Commitment
from core.scheduling.commitments.ports import SchedulingUnit
from core.scheduling.kinds import CommitmentKind, CommitmentState
from core.scheduling.recurrence.playable import playable_spans
from core.scheduling.recurrence.spans import Span, Spans, merged


async def confirmed(unit: SchedulingUnit, band: Band, window: Span) -> tuple[Commitment, ...]:
    """The confirmed gigs and rehearsals that share time with a window (POSIX seconds), in the band's zone."""
    start, end = map(from_seconds, window)
    found = await unit.commitments.of_band(band.id, start=start, end=end)
    return tuple(each.in_zone(band.zone) for each in found if each.state is CommitmentState.CONFIRMED)


def spans_of(own: Sequence[Commitment]) -> Spans:
    """The time that they take, tidy."""
    return merged(each.span for each in own)


def nights_of_gigs(own: Sequence[Commitment], hours: Sequence[PlayableHours], zone: str) -> Spans:
    """The whole days on which the band has a gig, since it is not booked twice on one of them.

    The playable hours that begin on a day go with it to their end, past midnight; so do those that hold
    the gig, even if they began on the day before.
    """
    taken: Spans = []
    for gig in own:
        if gig.kind is not CommitmentKind.GIG:
            continue
        low, high = (exact_seconds(to_exact(at, zone)) for at in _day(night_of(gig)))
        start, end = gig.span
        taken += [(low, high), gig.span]
        for begin, stop in playable_spans(hours, zone, (low - DAY, max(high, end) + DAY)):
            if stop - begin <= DAY and (low <= begin < high or (begin < end and start < stop)):
                taken.append((begin, stop))
    return merged(taken)


def night_of(gig: Commitment) -> date:
    """The day to whose night it belongs: a gig that begins in the small hours is the day before's."""
    early = gig.start.hour < _MORNING
    return gig.start.date() - timedelta(days=1) if early else gig.start.date()


def _day(day: date) -> tuple[datetime, datetime]:
    midnight = datetime.combine(day, time())
    return midnight, midnight + timedelta(days=1)


_MORNING = 6
