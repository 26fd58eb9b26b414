"""Two accounts become one person: looked at, asked, and done in one go.

The person who made the code stays, with their name, zone and settings, and gets all that the other has. Only
if they have nothing yet and the other does, the other stays.
"""

from dataclasses import dataclass, replace

from core.bands import Role, parts_of
from core.ids import LinkCodeId, PersonId
from core.journal import Act, Change, Gone
from core.people import Account, LinkCode, Person
from core.people.changes import PersonLinked
from core.people.linking import usable
from core.personal_data.store import DataSummary, HeldMembership, PersonalDataUnit
from core.scheduling.diary.zones import settle_guesses


@dataclass(frozen=True, slots=True)
class LinkShown:
    """Whom a code would join the caller to, and what each of the two has; nothing has changed."""

    code: LinkCodeId
    maker: Person
    accounts: tuple[Account, ...]
    """The maker's."""
    theirs: DataSummary
    yours: DataSummary


@dataclass(frozen=True, slots=True)
class Linked:
    """The caller's account is one of that person's."""

    person: Person
    accounts: tuple[Account, ...]
    brought: DataSummary
    """What came along from the one of the two who is no more."""
    shared: int
    """In how many bands both played."""
    other_zone: str | None
    """The zone that rules which came along are meant in, if it is another."""


async def look(unit: PersonalDataUnit, act: Act, code: str) -> LinkShown:
    """What a link with a code shows. Raises what `usable` does."""
    return await _shown(unit, act, await usable(unit, act, await unit.link_codes.by_code(code)))


async def redeem(unit: PersonalDataUnit, act: Act, code: str) -> Linked | LinkShown:
    """Join by a typed code; asks first if both have something. Raises what `usable` does."""
    found = await usable(unit, act, await unit.link_codes.by_code(code))
    shown = await _shown(unit, act, found)
    if not shown.theirs.empty and not shown.yours.empty:
        return shown
    return await _join(unit, act, found)


async def link_up(unit: PersonalDataUnit, act: Act, code: LinkCodeId) -> Linked:
    """Join by a button under a shown code. Raises Gone, and what `usable` does."""
    found = await unit.link_codes.find(code)
    if found is None:
        raise Gone
    return await _join(unit, act, await usable(unit, act, found))


async def linked_again(unit: PersonalDataUnit, change: Change[PersonLinked]) -> Linked:
    """What a recorded joining did, told again."""
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


async def _join(unit: PersonalDataUnit, act: Act, code: LinkCode) -> Linked:
    await unit.link_codes.use(code.id, at=act.at)
    await unit.people.lock_accounts([code.person, act.person])
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
    """The zone of the one who goes, if it differs; who had none said all in a guess, which is known now."""
    if stays.zone is None and goes.zone is not None:
        await unit.people.set_zone(stays.id, goes.zone)
        await settle_guesses(unit, stays.id, goes.zone)
    if stays.zone is not None and goes.zone is None:
        await settle_guesses(unit, goes.id, stays.zone)
    return goes.zone if stays.zone and goes.zone and stays.zone != goes.zone else None


async def _one_profile(unit: PersonalDataUnit, stays: Person, goes: Person) -> None:
    """What the one who stays has not said is as the other has said it."""
    named = goes if goes.named and not stays.named else stays
    instruments = stays.instruments or goes.instruments
    await unit.people.set_profile(stays.id, named.name, named=named.named, instruments=instruments)
    await unit.people.set_settings(
        stays.id, stays.language or goes.language, free_by_default=stays.free_by_default
    )
    await unit.people.set_last_band(stays.id, stays.last_band or goes.last_band)


async def _one_membership_each(unit: PersonalDataUnit, stays: Person, goes: Person) -> int:
    """One place in each band that both have been in; in how many both play."""
    shared = 0
    for mine, other in await unit.personal_data.shared_memberships(stays.id, goes.id):
        await unit.personal_data.merge_memberships(one_membership(mine, other), other)
        shared += mine.playing and other.playing
    return shared


_RANKS = (Role.OWNER, Role.BOOKER, Role.MEMBER, Role.DEP)


def one_membership(mine: HeldMembership, other: HeldMembership) -> HeldMembership:
    """What two places in one band amount to: the higher role, both parts, required if either is."""
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
