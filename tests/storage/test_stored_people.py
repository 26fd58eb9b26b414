"""The contract of core.people.store.People."""

import pytest
from sqlalchemy import text

from core.ids import AccountRef, PersonId, Platform
from core.people import Account, Person

ANN = AccountRef(Platform.DISCORD, "1")
ANNS_PHONE = AccountRef(Platform.TELEGRAM, "1")


async def test_a_registered_person_is_found_by_the_account(units, clock):
    async with units.write() as unit:
        made = await unit.people.register(ANN, name="Ann", locale="en-GB", at=clock.now())
    async with units.read() as unit:
        person, account = await unit.people.by_account(ANN)
        assert await unit.people.by_account(AccountRef(Platform.DISCORD, "2")) is None
        assert await unit.people.get(person.id) == made
    assert (
        person
        == made
        == Person(made.id, "Ann", None, "en-GB", free_by_default=True, last_band=None, told_locale="en-GB")
    )
    assert account == Account(ANN, made.id, "Ann", clock.now(), opened=True, id=account.id)


async def test_the_same_key_on_another_platform_is_another_account(units, clock):
    async with units.write() as unit:
        first = await unit.people.register(ANN, name="Ann", locale=None, at=clock.now())
        second = await unit.people.register(ANNS_PHONE, name="Ann", locale=None, at=clock.now())
        assert first.id != second.id
        assert (await unit.people.by_account(ANNS_PHONE))[1].opened is False


async def test_registering_twice_makes_one_person(units, clock):
    async with units.write() as unit:
        first = await unit.people.register(ANN, name="Ann", locale=None, at=clock.now())
        again = await unit.people.register(ANN, name="Anna", locale=None, at=clock.now())
        assert again == first
        assert await unit.people.some([first.id, PersonId(first.id + 1)]) == {first.id: first}


async def test_what_the_platform_now_tells_is_kept(units, clock):
    async with units.write() as unit:
        await unit.people.register(ANNS_PHONE, name="Ann", locale="en", at=clock.now())
        await unit.people.seen(ANNS_PHONE, name="Anna", locale="de", opened=True, at=clock.advance(hours=1))
        person, account = await unit.people.by_account(ANNS_PHONE)
        assert (person.name, person.locale) == ("Anna", "de")
        assert (account.name, account.seen_at, account.opened) == ("Anna", clock.now(), True)
        await unit.people.seen(ANNS_PHONE, name="Anna", locale=None, opened=False, at=clock.now())
        person, account = await unit.people.by_account(ANNS_PHONE)
        assert (person.locale, account.opened) == ("de", True)


async def test_a_name_from_elsewhere_is_not_overwritten(units, engine, clock):
    async with units.write() as unit:
        ann = await unit.people.register(ANN, name="Ann", locale=None, at=clock.now())
    async with engine.begin() as connection:
        await connection.execute(text("UPDATE person SET name = 'Ms Ann'"))
    async with units.write() as unit:
        await unit.people.seen(ANN, name="ann77", locale=None, opened=True, at=clock.now())
        assert (await unit.people.get(ann.id)).name == "Ms Ann"


async def test_zone_and_last_band_are_kept_and_forgotten(units, clock):
    async with units.write() as unit:
        ann = await unit.people.register(ANN, name="Ann", locale=None, at=clock.now())
        band = await unit.bands.make(name="The Foxes", city=None, zone="UTC", genres=(), at=clock.now())
        await unit.people.set_zone(ann.id, "Europe/London")
        await unit.people.set_last_band(ann.id, band)
        ann = await unit.people.get(ann.id)
        assert (ann.zone, ann.last_band) == ("Europe/London", band)
        await unit.people.set_zone(ann.id, None)
        await unit.people.set_last_band(ann.id, None)
        ann = await unit.people.get(ann.id)
        assert (ann.zone, ann.last_band) == (None, None)


async def test_nobody_is_asked_for_without_a_row(units):
    async with units.read() as unit:
        assert await unit.people.some([]) == {}
        with pytest.raises(LookupError):
            await unit.people.get(PersonId(7))
