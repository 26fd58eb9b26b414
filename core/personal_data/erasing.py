"""Everything about a person is deleted, after being asked twice.

What stays is what is a band's: that somebody was in it, what was agreed, what was changed. It leads to a row
that says of nobody who it was: an empty name, for which the views have words.
"""

from dataclasses import dataclass

from core.bands import Band, Membership, Role
from core.errors import Refusal
from core.ids import PersonId
from core.journal import Act, NotYours
from core.people import Account, Person
from core.people.changes import PersonErased
from core.personal_data.store import DataSummary, PersonalDataUnit


@dataclass(frozen=True, slots=True)
class EraseAsked:
    """What would go and what would stay; nothing has changed."""

    person: Person
    accounts: tuple[Account, ...]
    summary: DataSummary
    leaving: tuple[str, ...]
    """Names of bands that go on without the person."""
    ending: tuple[str, ...]
    """Names of bands that the person is alone in."""


@dataclass(frozen=True, slots=True)
class Erased:
    """It is all gone."""

    ended: tuple[str, ...]
    """Names of bands that are no more."""


@dataclass(eq=False)
class StillOwner(Refusal):
    """The person is the only owner of bands that others play in, too."""

    bands: tuple[str, ...]


async def ask_erase(unit: PersonalDataUnit, act: Act) -> EraseAsked:
    """What deleting everything would take away. Raises StillOwner."""
    places = await unit.bands.of(act.person)
    leaving, ending = await _sorted(unit, places)
    return EraseAsked(
        await unit.people.get(act.person),
        tuple(await unit.people.accounts(act.person)),
        await unit.personal_data.summarise(act.person),
        tuple(band.name for band, _ in leaving),
        tuple(band.name for band, _ in ending),
    )


async def erase(unit: PersonalDataUnit, act: Act, person: PersonId) -> Erased:
    """Delete everything of the caller, who was asked as `person`. Raises NotYours, StillOwner."""
    if act.person != person:
        raise NotYours
    for band, _ in sorted(await unit.bands.of(person), key=lambda each: each[0].id):
        await unit.bands.lock(band.id)
    leaving, ending = await _sorted(unit, await unit.bands.of(person))
    for band, mine in (*leaving, *ending):
        await unit.bands.remove_member(mine.id, at=act.at)
        if (band, mine) in ending:
            await unit.bands.dissolve(band.id, at=act.at)
    await unit.personal_data.erase(person, at=act.at)
    await unit.journal.record(act, PersonErased())
    return Erased(tuple(band.name for band, _ in ending))


_Places = list[tuple[Band, Membership]]


async def _sorted(unit: PersonalDataUnit, places: _Places) -> tuple[_Places, _Places]:
    """The bands that go on without the person, and those that end. Raises StillOwner."""
    leaving: _Places = []
    ending: _Places = []
    stuck: list[str] = []
    for band, mine in places:
        others = [each for each in await unit.bands.members(band.id) if each.id != mine.id]
        if not others:
            ending.append((band, mine))
        elif mine.role is Role.OWNER and all(each.role is not Role.OWNER for each in others):
            stuck.append(band.name)
        else:
            leaving.append((band, mine))
    if stuck:
        raise StillOwner(tuple(stuck))
    return leaving, ending
