"""Deleting everything about a person, after asking twice.

The bands' own data stay: that somebody was a member, what was agreed, what was changed. They point to a row
that no longer says who it was: its name is empty, and the views have words for that.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from core.bands import Band, Membership, Role
from core.errors import Refusal
from core.ids import PersonId
from core.journal import Act, NotYours
from core.marketplace.applications.endings import (
    Standing,
    end_with_bands,
    end_with_venues,
    hold_for_bands,
    hold_for_venues,
)
from core.marketplace.venues import Promoter, Venue
from core.people import Account, Person
from core.people.changes import PersonErased
from core.personal_data.store import DataSummary, PersonalDataUnit


@dataclass(frozen=True, slots=True)
class EraseAsked:
    """The data that would be deleted; nothing has changed."""

    person: Person
    accounts: tuple[Account, ...]
    summary: DataSummary
    leaving: tuple[str, ...]
    """Names of bands that go on without the person."""
    ending: tuple[str, ...]
    """Names of bands that the person is the only member of."""
    closing: tuple[str, ...] = ()
    """Names of venues that the person is the only promoter of."""


@dataclass(frozen=True, slots=True)
class Erased:
    """Everything was deleted."""

    ended: tuple[str, ...]
    """Names of bands that were dissolved."""
    closed: tuple[str, ...] = ()
    """Names of venues that were closed."""


@dataclass(eq=False)
class StillOwner(Refusal):
    """The person is the only owner of bands that have other members."""

    bands: tuple[str, ...]


async def ask_erase(unit: PersonalDataUnit, act: Act) -> EraseAsked:
    """Show what deleting everything would delete. Raises StillOwner."""
    leaving, ending = await _sorted(unit, await unit.bands.of(act.person))
    return EraseAsked(
        await unit.people.get(act.person),
        tuple(await unit.people.accounts(act.person)),
        await unit.personal_data.summarise(act.person),
        tuple(band.name for band, _ in leaving),
        tuple(band.name for band, _ in ending),
        tuple(venue.name for venue, _, alone in await _venues(unit, act.person) if alone),
    )


async def erase(unit: PersonalDataUnit, act: Act, person: PersonId) -> Erased:
    """Delete everything about the caller, who was asked as `person`. Raises NotYours, StillOwner."""
    if act.person != person:
        raise NotYours
    for venue in sorted(venue.id for venue, _ in await unit.venues.of(person)):
        await unit.venues.lock(venue)
    nights = await hold_for_venues(
        unit, act, [place.id for place, _, alone in await _venues(unit, person) if alone]
    )
    _, only_in = await _sorted(unit, await unit.bands.of(person))
    standing = await hold_for_bands(unit, act, [band.id for band, _ in only_in])
    for band, _ in sorted(await unit.bands.of(person), key=lambda each: each[0].id):
        await unit.bands.lock(band.id)
    await end_with_venues(unit, act, nights)
    ended = await _leave_bands(unit, act, person, standing)
    closed = await _leave_venues(unit, act, person)
    await unit.personal_data.erase(person, at=act.at)
    await unit.journal.record(act, PersonErased())
    return Erased(ended, closed)


async def _leave_bands(
    unit: PersonalDataUnit, act: Act, person: PersonId, standing: Sequence[Standing]
) -> tuple[str, ...]:
    """Leave all bands; returns the names of those that end by it. Raises StillOwner."""
    leaving, ending = await _sorted(unit, await unit.bands.of(person))
    ended = {band.id for band, _ in ending}
    await end_with_bands(unit, act, [each for each in standing if each[0].band in ended])
    for band, mine in (*leaving, *ending):
        await unit.bands.remove_member(mine.id, at=act.at)
        if band.id in ended:
            await unit.bands.dissolve(band.id, at=act.at)
    return tuple(band.name for band, _ in ending)


async def _leave_venues(unit: PersonalDataUnit, act: Act, person: PersonId) -> tuple[str, ...]:
    """Leave all venues; returns the names of those that close by it."""
    places = await _venues(unit, person)
    for place, promoter, alone in places:
        await unit.venues.remove_promoter(promoter.id, at=act.at)
        if alone:
            await unit.venues.close(place.id, at=act.at)
    return tuple(place.name for place, _, alone in places if alone)


async def _venues(unit: PersonalDataUnit, person: PersonId) -> list[tuple[Venue, Promoter, bool]]:
    """The person's venues, their place there, and whether nobody else speaks for it."""
    mine = await unit.venues.of(person)
    everybody = await unit.venues.promoters_of([venue.id for venue, _ in mine])
    return [(venue, promoter, len(everybody[venue.id]) == 1) for venue, promoter in mine]


_Memberships = list[tuple[Band, Membership]]


async def _sorted(unit: PersonalDataUnit, memberships: _Memberships) -> tuple[_Memberships, _Memberships]:
    """The bands that go on without the person, and those that end. Raises StillOwner."""
    leaving: _Memberships = []
    ending: _Memberships = []
    stuck: list[str] = []
    for band, mine in memberships:
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
