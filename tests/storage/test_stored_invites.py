"""The contract of core.bands.store.Bands about invites."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from core.bands import Invite, Role
from core.bands.store import NewInvite
from core.ids import InviteId
from core.unit import Conflict
from storage.unit import SqlUnits
from tests.storage.makings import NOW, band, person

CODE = "K7QM-10XR-4T"


async def invite(unit, *, uses=20, code=CODE, owner="Ann"):
    ann = await person(unit, owner)
    foxes = await band(unit, "Foxes", ann)
    new = NewInvite(foxes, ann.id, code, Role.DEP, "drums", NOW + timedelta(days=14), uses, NOW)
    return foxes, await unit.bands.add_invite(new)


async def test_an_invite_is_found_by_id_and_by_code(units):
    async with units.write() as unit:
        foxes, made = await invite(unit)
        expected = Invite(
            made, foxes, Role.DEP, "drums", NOW + timedelta(days=14), 20, revoked=False, uses=20
        )
        assert await unit.bands.invite(made) == expected
        assert await unit.bands.invite_by_code(CODE) == expected
        assert await unit.bands.invite(InviteId(made + 1)) is None
        assert await unit.bands.invite_by_code("K7QM-10XR-4U") is None


@pytest.mark.parametrize("typed", ["k7qm10xr4t", " K7QM 10XR 4T ", "K7QM-IOXR-4T", "k7qm-loxr-4t"])
async def test_a_code_is_read_as_people_write_it(units, typed):
    async with units.write() as unit:
        _, made = await invite(unit)
        assert (await unit.bands.invite_by_code(typed)).id == made


async def test_the_database_does_not_know_the_code(units, engine):
    async with units.write() as unit:
        await invite(unit)
    async with engine.connect() as connection:
        stored = (await connection.execute(text("SELECT code FROM invite"))).scalar_one()
    assert len(stored) == 64
    assert "K7QM" not in stored
    async with SqlUnits(engine, secret=b"another").read() as unit:
        assert await unit.bands.invite_by_code(CODE) is None


async def test_uses_run_out(units):
    async with units.write() as unit:
        _, made = await invite(unit, uses=1)
        await unit.bands.use_invite(made)
        assert (await unit.bands.invite(made)).uses_left == 0
        with pytest.raises(Conflict):
            await unit.bands.use_invite(made)


async def test_a_revoked_invite_is_still_found(units):
    async with units.write() as unit:
        _, made = await invite(unit)
        await unit.bands.revoke_invite(made, at=NOW)
        await unit.bands.revoke_invite(made, at=NOW + timedelta(1))
        assert (await unit.bands.invite_by_code(CODE)).revoked


async def test_dissolving_a_band_revokes_its_invites_only(units):
    async with units.write() as unit:
        foxes, made = await invite(unit)
        _, other = await invite(unit, code="OTHER", owner="Bob")
        await unit.bands.dissolve(foxes, at=NOW)
        assert (await unit.bands.invite(made)).revoked
        assert not (await unit.bands.invite(other)).revoked
