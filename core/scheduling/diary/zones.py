"""Setting a person's zone, and what becomes of the rules that were said in the old one."""

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
    """What becomes of rules that were said in another zone."""

    MOVE = "move"
    """The same hours, in the new zone: 18:00 stays 18:00."""
    KEEP = "keep"
    """The same moments: they stay in the zone they were said in."""


@dataclass(frozen=True, slots=True)
class ZoneAsked:
    """There are rules in another zone: do their hours move along or stay where they are?"""

    zone: str
    old: str
    example: Availability
    """One of them, to ask with."""
    count: int


@dataclass(frozen=True, slots=True)
class ZoneSet:
    """The person lives in that zone now."""

    zone: str
    old: str | None
    moved: int
    """How many rules keep their wall times and now mean them in the new zone."""
    change: ChangeId | None
    """None: nothing changed, it was that zone already."""
    kept: int = 0
    """How many rules stay in the zone they were said in."""


def zone_of(person: Person) -> str:
    """The person's zone; until it is known, a guess that only whole days are kept in."""
    return person.zone or zone_of_locale(person.locale)


async def set_zone(unit: SchedulingUnit, act: Act, zone: str, *, old: OldRules | None) -> ZoneSet | ZoneAsked:
    """Set the caller's zone (an IANA name that exists).

    `old` says what becomes of standing rules in other zones; None asks, if there are any. Rules that
    were said before any zone was known move without asking: their zone was only a guess.
    """
    person = await unit.people.get(act.person)
    if person.zone == zone and old is None:
        return ZoneSet(zone, zone, 0, None)
    standing = (await unit.diaries.of([act.person])).get(act.person, [])
    elsewhere = [said for said in standing if said.rule.zone != zone]
    if person.zone is None:
        old = OldRules.MOVE
    if elsewhere and old is None:
        example = next((said for said in elsewhere if not said.rule.all_day), elsewhere[0])
        return ZoneAsked(zone, person.zone or zone, example, len(elsewhere))
    moved = elsewhere if old is OldRules.MOVE else []
    await unit.people.set_zone(act.person, zone)
    await unit.diaries.set_zones({said.id: zone for said in moved})
    kept = len(elsewhere) - len(moved)
    rules = tuple((said.id, said.rule.zone) for said in moved)
    change = await unit.journal.record(act, PersonZoneSet(person.zone, zone, rules, kept))
    return ZoneSet(zone, person.zone, len(moved), change, kept)


async def settle_guesses(unit: SchedulingUnit, person: PersonId, zone: str) -> None:
    """The person's first zone has just been set: what was said before, in a guessed one, is meant there."""
    rules = (await unit.diaries.of([person])).get(person, [])
    await unit.diaries.set_zones({said.id: zone for said in rules if said.rule.zone != zone})
