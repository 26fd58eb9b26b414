"""The contract of core.people.store.LinkCodes, and of what people choose."""

import pytest

from core.ids import LinkCodeId
from core.people import LinkCode
from core.unit import Conflict
from tests.storage.makings import NOW, person


async def test_a_code_is_found_by_its_letters_and_by_its_id(units):
    async with units.write() as unit:
        ann = await person(unit, "Ann")
        made = await unit.link_codes.offer(ann.id, "K7QXMP2D", at=NOW)
        expected = LinkCode(made, ann.id, NOW, used=False)
        for typed in ("K7QXMP2D", "k7qx-mp2d", " K7QX MP2D "):
            assert await unit.link_codes.by_code(typed) == expected
        assert await unit.link_codes.find(made) == expected
        assert await unit.link_codes.find(LinkCodeId(made + 1)) is None
        assert await unit.link_codes.by_code("K7QXMP2E") is None


async def test_a_person_has_one_code_at_most(units):
    async with units.write() as unit:
        ann, bo = await person(unit, "Ann"), await person(unit, "Bo")
        bos = await unit.link_codes.offer(bo.id, "BBBB2222", at=NOW)
        first = await unit.link_codes.offer(ann.id, "AAAA2222", at=NOW)
        second = await unit.link_codes.offer(ann.id, "AAAA3333", at=NOW)
        assert await unit.link_codes.find(first) is None
        assert await unit.link_codes.by_code("AAAA2222") is None
        assert {(await unit.link_codes.find(each)).person for each in (bos, second)} == {ann.id, bo.id}
        assert second > first


async def test_a_code_is_used_once(units):
    async with units.write() as unit:
        ann = await person(unit, "Ann")
        code = await unit.link_codes.offer(ann.id, "K7QXMP2D", at=NOW)
        await unit.link_codes.use(code, at=NOW)
        assert (await unit.link_codes.find(code)).used is True
        with pytest.raises(Conflict):
            await unit.link_codes.use(code, at=NOW)


async def test_profile_and_settings_are_kept(units):
    async with units.write() as unit:
        ann = await person(unit, "Ann")
        await unit.people.set_profile(ann.id, "Jo", named=True, instruments=("drums", "Gesang"))
        await unit.people.set_settings(ann.id, "de", free_by_default=False)
        found = await unit.people.get(ann.id)
        assert (found.name, found.named, found.instruments) == ("Jo", True, ("drums", "Gesang"))
        assert (found.language, found.locale, found.told_locale) == ("de", "de", None)
        assert found.free_by_default is False
        await unit.people.set_profile(ann.id, "Ann", named=False, instruments=())
        await unit.people.set_settings(ann.id, None, free_by_default=True)
        assert await unit.people.get(ann.id) == ann


async def test_accounts_are_listed_the_first_one_first(units):
    async with units.write() as unit:
        ann = await person(unit, "Ann")
        (account,) = await unit.people.accounts(ann.id)
        assert (account.person, account.name, account.opened) == (ann.id, "Ann", True)
        stranger = await unit.people.unlink(account.id, at=NOW)
        assert await unit.people.accounts(ann.id) == []
        (parted,) = await unit.people.accounts(stranger)
        assert (parted.id, parted.ref) == (account.id, account.ref)
