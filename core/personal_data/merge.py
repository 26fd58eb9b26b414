"""Merging two people into one, by a code: shown, confirmed, and done in one unit.

The person who made the code stays, with their name, zone and settings, and gets everything that the other
has. If the code's maker has no data yet and the other has some, the other person stays instead.
"""

from dataclasses import dataclass, replace

from core.bands import Role, parts_of
from core.ids import LinkCodeId, PersonId
from core.journal import Act, Change, Gone
from core.people import Account, LinkCode, Person
from core.people.account_links import usable
from core.people.changes import PersonLinked
from core.personal_data.store import DataSummary, HeldMembership, PersonalDataUnit
from core.scheduling.diary.zones import settle_guesses


@dataclass(frozen=True, slots=True)
class LinkShown:
    """The person that a code would link the caller to, and what each of the two has; nothing has changed."""

    code: LinkCodeId
    maker: Person
    accounts: tuple[Account, ...]
    """The maker's accounts."""
    theirs: DataSummary
    yours: DataSummary


@dataclass(frozen=True, slots=True)
class Linked:
    """The caller's account now belongs to that person."""

    person: Person
    accounts: tuple[Account, ...]
    brought: DataSummary
    """The data that came from the person merged away."""
    shared: int
    """How many bands both were in."""
    other_zone: str | None
    """The zone of the rules that came from the other person, if it differs."""


async def show_link(unit: PersonalDataUnit, act: Act, code: str) -> LinkShown:
    """Show what a code would link. Raises what `usable` does."""
    return await _shown(unit, act, await usable(unit, act, await unit.link_codes.by_code(code)))


async def redeem(unit: PersonalDataUnit, act: Act, code: str) -> Linked | LinkShown:
    """Merge by a typed code; ask first if both people have data. Raises what `usable` does."""
    found = await usable(unit, act, await unit.link_codes.by_code(code))
    shown = await _shown(unit, act, found)
    if not shown.theirs.empty and not shown.yours.empty:
        return shown
    return await _merge(unit, act, found)


async def link_up(unit: PersonalDataUnit, act: Act, code: LinkCodeId) -> Linked:
    """Merge by the button under a shown code. Raises Gone, and what `usable` does."""
    found = await unit.link_codes.find(code)
    if found is None:
        raise Gone
    return await _merge(unit, act, await usable(unit, act, found))


async def linked_again(unit: PersonalDataUnit, change: Change[PersonLinked]) -> Linked:
    """The result of a recorded merge, reported again."""
    return await _linked(unit, change.person, change.facts)


async def _linked(unit: PersonalDataUnit, who: PersonId, facts: PersonLinked) -> Linked:
    person = await unit.people.get(who)
    accounts = tuple(await unit.people.accounts(who))
    brought = DataSummary(facts.rules, facts.bands, facts.calendars)
    return Linked(person, accounts, brought, facts.shared, facts.other_zone)


async def _shown(unit: PersonalDataUnit, act: Act, code: LinkCode) -> LinkShown:
    return LinkShown(
        code.id,
        await unit.people.get(code.person),
        tuple(await unit.people.accounts(code.person)),
        await unit.personal_data.summarise(code.person),
        await unit.personal_data.summarise(act.person),
    )


async def _merge(unit: PersonalDataUnit, act: Act, code: LinkCode) -> Linked:
    await unit.link_codes.use(code.id, at=act.at)
    await unit.people.lock_accounts([code.person, act.person])
    speaking = {venue.id for each in (code.person, act.person) for venue, _ in await unit.venues.of(each)}
    for venue in sorted(speaking):
        await unit.venues.lock(venue)
    playing = {band.id for each in (code.person, act.person) for band, _ in await unit.bands.of(each)}
    for band in sorted(playing):
        await unit.bands.lock(band)
    maker, other = await unit.people.get(code.person), await unit.people.get(act.person)
    had, brought = await unit.personal_data.summarise(maker.id), await unit.personal_data.summarise(other.id)
    if had.empty and not brought.empty:
        maker, other, brought = other, maker, had
    other_zone = await _one_zone(unit, maker, other)
    await _one_profile(unit, maker, other)
    shared = await _one_membership_each(unit, maker, other)
    await unit.personal_data.hand_over(other.id, maker.id, at=act.at)
    facts = PersonLinked(
        rules=brought.rules,
        bands=brought.bands,
        calendars=brought.calendars,
        shared=shared,
        other_zone=other_zone if brought.rules else None,
    )
    await unit.journal.record(replace(act, person=maker.id), facts)
    return await _linked(unit, maker.id, facts)


async def _one_zone(unit: PersonalDataUnit, stays: Person, goes: Person) -> str | None:
    """Settle on one zone; the other person's is returned if it differs.

    Where one of them had none, their rules were in a guessed zone, which the other's now replaces.
    """
    if stays.zone is None and goes.zone is not None:
        await unit.people.set_zone(stays.id, goes.zone)
        await settle_guesses(unit, stays.id, goes.zone)
    if stays.zone is not None and goes.zone is None:
        await settle_guesses(unit, goes.id, stays.zone)
    return goes.zone if stays.zone and goes.zone and stays.zone != goes.zone else None


async def _one_profile(unit: PersonalDataUnit, stays: Person, goes: Person) -> None:
    """Fill in what the person who stays has not set from the other's profile and settings."""
    named = goes if goes.named and not stays.named else stays
    instruments = stays.instruments or goes.instruments
    await unit.people.set_profile(stays.id, named.name, named=named.named, instruments=instruments)
    await unit.people.set_settings(
        stays.id, stays.language or goes.language, free_by_default=stays.free_by_default
    )
    await unit.people.set_last_band(stays.id, stays.last_band or goes.last_band)
    (_, _, last), (_, _, other) = [await unit.venues.here(each.id, ()) for each in (stays, goes)]
    await unit.venues.set_last(stays.id, last or other)


async def _one_membership_each(unit: PersonalDataUnit, stays: Person, goes: Person) -> int:
    """Merge the memberships of every band that both have been in; return how many bands both are in now."""
    shared = 0
    for mine, other in await unit.personal_data.shared_memberships(stays.id, goes.id):
        await unit.personal_data.merge_memberships(one_membership(mine, other), other)
        shared += mine.playing and other.playing
    return shared


_RANKS = (Role.OWNER, Role.BOOKER, Role.MEMBER, Role.DEP)


def one_membership(mine: HeldMembership, other: HeldMembership) -> HeldMembership:
    """Two memberships of one band as one: the higher role, both parts, required if either is."""
    if mine.playing and not other.playing:
        return mine
    if other.playing and not mine.playing:
        return replace(other, id=mine.id)
    known = parts_of(mine.part)
    more = [each.strip() for each in (other.part or "").split(",") if each.strip().casefold() not in known]
    parts = ", ".join(filter(None, (mine.part, *more)))
    return replace(
        mine,
        role=min(mine.role, other.role, key=_RANKS.index),
        part=parts or None,
        required=mine.required or other.required,
    )
