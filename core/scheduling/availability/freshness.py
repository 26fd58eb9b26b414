"""How much of a diary is confirmed: a month that nobody has checked is not free, it is unknown.

A person confirms a month by saying so ("all as usual"), or by a recent rule about days of that month in
particular: a rule that goes on for ever says nothing about March.
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
"""How long a rule about a month confirms it."""
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


@dataclass(frozen=True, slots=True)
class Stale:
    """A member who has not confirmed."""

    person: PersonId
    name: str
    last: datetime | None
    """When the diary was last changed or confirmed (aware, UTC); None: never."""


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The person has confirmed some months of the diary."""

    months: tuple[date, ...]
    change: ChangeId | None
    """None: they had already been confirmed today."""


def months_between(first: date, last: date) -> tuple[date, ...]:
    """The first days of the months from that of `first` to that of `last`, at most MOST_MONTHS."""
    found: list[date] = []
    month = first.replace(day=1)
    while month <= last and len(found) < MOST_MONTHS:
        found.append(month)
        month = (month + timedelta(days=32)).replace(day=1)
    return tuple(found)


def months_from(first: date, count: int) -> tuple[date, ...]:
    """The first days of `count` months (at most MOST_MONTHS), beginning with that of `first`."""
    month = first.replace(day=1)
    return months_between(month, month + timedelta(days=31 * (count - 1)))[:count]


def freshness(
    members: Sequence[Membership],
    rules: Mapping[PersonId, Sequence[Availability]],
    last_looks: Mapping[PersonId, LastLook],
    *,
    months: tuple[date, ...],
    now: datetime,
) -> Freshness:
    """The required members who have confirmed all of the months, and those who have not."""
    required = [member for member in members if member.required]
    stale = [
        member
        for member in required
        if not confirmed_months(rules[member.person], last_looks[member.person], months, now=now)
        >= set(months)
    ]
    return Freshness(
        months,
        len(required) - len(stale),
        len(required),
        tuple(Stale(each.person, each.name, last_looks[each.person].last) for each in stale),
    )


def confirmed_months(
    rules: Sequence[Availability], last_look: LastLook, months: Sequence[date], *, now: datetime
) -> set[date]:
    """Those of the months that one person has confirmed, in so many words or by a recent rule."""
    asked = set(months)
    found = asked & last_look.months
    since = now - LATELY
    for each in rules:
        if each.said_by is None and each.said_at > since and not _goes_on(each.rule):
            found |= asked.intersection(months_of(each.rule))
    return found


@lru_cache(maxsize=16_384)
def months_of(rule: Rule) -> tuple[date, ...]:
    """The months that a rule is about in particular.

    Empty for a rule that repeats over more than some weeks ("Tuesdays until Easter" does not confirm March)
    or has no end. Cached, because the next question about the band needs it as well.
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
    """Record that the caller's diary is right for these months."""
    old = await unit.confirmations.standing(act.person, months)
    new = dict.fromkeys(months, act.at)
    if all(at is not None and act.at - at < _TODAY for at in old.values()):
        return Confirmed(months, None)
    await unit.confirmations.set(act.person, new)
    change = await unit.journal.record(act, MonthConfirmed(old, new))
    return Confirmed(months, change)


def confirmed_again(change: Change[MonthConfirmed]) -> Confirmed:
    """The confirmation made by an earlier delivery of the same press, reported again."""
    return Confirmed(tuple(change.facts.new), change.id)


async def band_freshness(
    unit: DiaryUnit, band: Band, *, months: tuple[date, ...], now: datetime
) -> Freshness:
    """The freshness of a band's required members."""
    members = await unit.bands.members(band.id)
    people = [member.person for member in members]
    rules, last_looks = await unit.diaries.of(people), await unit.confirmations.last_looks(people)
    return freshness(members, rules, last_looks, months=months, now=now)


async def freshness_by_month(
    unit: DiaryUnit, band: Band, *, months: tuple[date, ...], now: datetime
) -> list[Freshness]:
    """The freshness of a band's required members for each of the months."""
    members = await unit.bands.members(band.id)
    people = [member.person for member in members]
    rules, last_looks = await unit.diaries.of(people), await unit.confirmations.last_looks(people)
    return [freshness(members, rules, last_looks, months=(month,), now=now) for month in months]


_MOST = 50
_IN_PARTICULAR = timedelta(days=35)
_TODAY = timedelta(hours=20)
