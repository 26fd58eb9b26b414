"""How much of a diary is confirmed: a month that nobody has looked at is not free, it is unknown.

A month counts as confirmed by a person who has said so ("all as usual"), or who has lately said something
about days of that month in particular: a rule that goes on for ever says nothing of March.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from core.bands import Band, Membership
from core.ids import ChangeId, PersonId
from core.journal import Act, Change
from core.scheduling.availability.changes import MonthConfirmed
from core.scheduling.availability.ports import Availability, DiaryUnit, LastLook
from core.scheduling.recurrence.expansion import next_occurrences
from core.scheduling.recurrence.rules import Rule

LATELY = timedelta(days=28)
"""How long something said about a month confirms it."""
MOST_MONTHS = 14


@dataclass(frozen=True, slots=True)
class Freshness:
    """How many of a band's required members have confirmed some months."""

    months: tuple[date, ...]
    """First days, rising."""
    confirmed: int
    of: int
    stale: tuple["Stale", ...]
    """Those who have not, in the order of the line-up."""
    as_of: date
    """The day on which this holds, in the band's zone."""


@dataclass(frozen=True, slots=True)
class Stale:
    """A member who has not confirmed."""

    person: PersonId
    name: str
    last: datetime | None
    """When the diary was last touched (aware, UTC); None: never."""


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The person's months are as the diary has them."""

    months: tuple[date, ...]
    change: ChangeId | None
    """None: they were confirmed today already."""


def months_between(first: date, last: date) -> tuple[date, ...]:
    """The first days of the months from the one of `first` to that of `last`, at most MOST_MONTHS."""
    found: list[date] = []
    month = first.replace(day=1)
    while month <= last and len(found) < MOST_MONTHS:
        found.append(month)
        month = (month + timedelta(days=32)).replace(day=1)
    return tuple(found)


def months_from(first: date, count: int) -> tuple[date, ...]:
    """The first days of so many months (at most MOST_MONTHS) from the one of `first` on."""
    month = first.replace(day=1)
    return months_between(month, month + timedelta(days=31 * (count - 1)))[:count]


def freshness(
    members: Sequence[Membership],
    said: Mapping[PersonId, Sequence[Availability]],
    touches: Mapping[PersonId, LastLook],
    *,
    months: tuple[date, ...],
    now: datetime,
    today: date,
) -> Freshness:
    """Who of the required members has confirmed all of the months."""
    required = [member for member in members if member.required]
    stale = [
        member
        for member in required
        if not set(months) <= confirmed_months(said[member.person], touches[member.person], months, now=now)
    ]
    return Freshness(
        months,
        len(required) - len(stale),
        len(required),
        tuple(Stale(each.person, each.name, touches[each.person].last) for each in stale),
        today,
    )


def confirmed_months(
    said: Sequence[Availability], touch: LastLook, months: Sequence[date], *, now: datetime
) -> set[date]:
    """Which of the months one person has confirmed, in so many words or by what was said lately."""
    asked = set(months)
    found = asked & touch.months
    since = now - LATELY
    for each in said:
        if each.said_by is None and each.said_at > since and not _goes_on(each.rule):
            found |= asked.intersection(months_of(each.rule))
    return found


@lru_cache(maxsize=16_384)
def months_of(rule: Rule) -> tuple[date, ...]:
    """The months that a rule speaks of in particular.

    None for one that repeats over more than some weeks ("Tuesdays until Easter" is no look at March), or
    that has no end. Kept, for whoever asks about the band next.
    """
    if _goes_on(rule):
        return ()
    found = next_occurrences(rule, rule.start - timedelta(days=1), _MOST)
    if rule.nominal is None or not found or len(found) == _MOST:
        return ()
    last = (found[-1][1] or found[-1][0]) - timedelta(seconds=1)
    if rule.repeat is not None and last - found[0][0] > _IN_PARTICULAR:
        return ()
    return months_between(found[0][0].date(), last.date())


def _goes_on(rule: Rule) -> bool:
    return rule.repeat is not None and rule.repeat.count is None and rule.repeat.until is None


async def confirm(unit: DiaryUnit, act: Act, months: tuple[date, ...]) -> Confirmed:
    """All as usual: the caller's diary is right for these months."""
    old = await unit.confirmations.standing(act.person, months)
    new = dict.fromkeys(months, act.at)
    if all(at is not None and act.at - at < _TODAY for at in old.values()):
        return Confirmed(months, None)
    await unit.confirmations.set(act.person, new)
    change = await unit.journal.record(act, MonthConfirmed(old, new))
    return Confirmed(months, change)


def confirmed_again(change: Change[MonthConfirmed]) -> Confirmed:
    """What an earlier delivery of the same press has confirmed, told again."""
    return Confirmed(tuple(change.facts.new), change.id)


async def band_freshness(
    unit: DiaryUnit, band: Band, *, months: tuple[date, ...], now: datetime, today: date
) -> Freshness:
    """The freshness of a band's required members."""
    members = await unit.bands.members(band.id)
    people = [member.person for member in members]
    said, touches = await unit.diaries.of(people), await unit.confirmations.last_looks(people)
    return freshness(members, said, touches, months=months, now=now, today=today)


_MOST = 50
_IN_PARTICULAR = timedelta(days=35)
_TODAY = timedelta(hours=20)
