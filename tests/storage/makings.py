"""People and bands for the tests of stores."""

from datetime import UTC, datetime

from core.bands import Role
from core.ids import AccountRef, Platform

NOW = datetime(2026, 11, 23, 19, 0, tzinfo=UTC)


async def person(unit, name, *, platform=Platform.DISCORD, at=NOW):
    return await unit.people.register(AccountRef(platform, f"key of {name}"), name=name, locale=None, at=at)


async def band(unit, name, *members, role=Role.MEMBER, at=NOW):
    made = await unit.bands.make(name=name, city="London", zone="Europe/London", genres=["indie"], at=at)
    for each in members:
        await unit.bands.add_member(made, each.id, role=role, part=None, required=True, at=at)
    return made


async def waiting(unit, person, place, *, now=NOW):
    """The draft that a plain message there answers."""
    return (await unit.arrivals.meet("", person, [place], now=now)).waiting(place)
