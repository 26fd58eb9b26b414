"""Setting a person's zone, and moving or keeping the rules entered in the old one."""

from dataclasses import dataclass
from enum import StrEnum

from core.formats import zone_of_locale
from core.ids import ChangeId, PersonId
from core.journal import Act
from core.people import Person
from core.people.changes import PersonZoneSet
from core.scheduling.availability.ports import Availability
from core.scheduling.commitments.ports import SchedulingUnit


class OldRules(StrEnum):
    """The two ways to treat rules in another zone."""

    MOVE = "move"
    """The same hours, in the new zone: 18:00 stays 18:00."""
    KEEP = "keep"
    """The same moments: the rules stay in their zone."""


@dataclass(frozen=True, slots=True)
class ZoneAsked:
    """There are rules in another zone, and the person has to say whether they move to the new one."""

    zone: str
    old: str
    example: Availability
    """One of them, for the question."""
    count: int


@dataclass(frozen=True, slots=True)
class ZoneSet:
    """The person's zone was set."""

    zone: str
    old: str | None
    moved: int
    """How many rules keep their wall times, now in the new zone."""
    change: ChangeId | None
    """None: it already was that zone, and nothing changed."""
    kept: int = 0
    """How many rules stay in their zone."""


def zone_of(person: Person) -> str:
    """The person's zone; until it is known, a guess, in which only whole days are stored."""
    return person.zone or zone_of_locale(person.locale)


async def set_zone(unit: SchedulingUnit, act: Act, zone: str, *, old: OldRules | None) -> ZoneSet | ZoneAsked:
    """Set the caller's zone (an IANA name that exists).

    `old` decides about standing rules in other zones; None asks, if there are any. Rules entered before any
    zone was known move without asking: their zone was only a guess.
    """
    person = await unit.people.get(act.person)
    if person.zone == zone and old is None:
        return ZoneSet(zone, zone, 0, None)
    standing = (await unit.diaries.of([act.person])).get(act.person, [])
    elsewhere = [each for each in standing if each.rule.zone != zone]
    if person.zone is None:
        old = OldRules.MOVE
    if elsewhere and old is None:
        example = next((each for each in elsewhere if not each.rule.all_day), elsewhere[0])
        return ZoneAsked(zone, person.zone or zone, example, len(elsewhere))
    moved = elsewhere if old is OldRules.MOVE else []
    await unit.people.set_zone(act.person, zone)
    await unit.diaries.set_zones({each.id: zone for each in moved})
    kept = len(elsewhere) - len(moved)
    rules = tuple((each.id, each.rule.zone) for each in moved)
    change = await unit.journal.record(act, PersonZoneSet(person.zone, zone, rules, kept))
    return ZoneSet(zone, person.zone, len(moved), change, kept)


async def settle_guesses(unit: SchedulingUnit, person: PersonId, zone: str) -> None:
    """After the person's first zone was set: move the rules that were stored in a guessed zone to it."""
    rules = (await unit.diaries.of([person])).get(person, [])
    await unit.diaries.set_zones({each.id: zone for each in rules if each.rule.zone != zone})
