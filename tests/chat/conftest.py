"""A stage with a dispatcher over a database of its own, and a look into that database."""

from dataclasses import dataclass

import pytest
from sqlalchemy import select

from bots.chat.postman import Postman
from core.ids import AccountRef, Platform
from core.notices import KNOWN
from core.outbox import Reach, Sent
from core.people import Person
from core.scheduling.availability.ports import Availability
from jobs.outbox import OutboxWorker
from storage import schema as tables
from storage.outbox.claims import SqlOutboxStore
from tests.fakes.letters import Letters
from tests.fakes.stage import Stage, make_dispatcher

SEEN = {"seen_at", "revision", "freed"}
"""Columns that change when somebody so much as speaks, a row is locked, or a derived one is due again."""


@dataclass
class Book:
    """What the store holds, read past the program's own words."""

    units: object
    engine: object

    async def person(self, name, on=Platform.CONSOLE) -> Person:
        async with self.units.read() as unit:
            found = await unit.people.by_account(AccountRef(on, name))
        assert found is not None, name
        return found[0]

    async def diary(self, name, on=Platform.CONSOLE) -> list[Availability]:
        person = await self.person(name, on)
        async with self.units.read() as unit:
            return (await unit.diaries.of([person.id]))[person.id]

    async def kinds(self, name, on=Platform.CONSOLE) -> list[str]:
        return [said.kind.value for said in await self.diary(name, on)]

    async def bands(self, name, on=Platform.CONSOLE):
        person = await self.person(name, on)
        async with self.units.read() as unit:
            return await unit.bands.of(person.id)

    async def members(self, name, on=Platform.CONSOLE) -> dict[str, str]:
        """Names and roles in the only band of that person."""
        ((band, _),) = await self.bands(name, on)
        async with self.units.read() as unit:
            return {each.name: each.role.value for each in await unit.bands.members(band.id)}

    async def rows(self, *names) -> dict[str, list[tuple]]:
        """Every row of those tables (of all but pending commands when none is named), without what merely speaking changes."""
        wanted = names or [each for each in tables.metadata.tables if each != "draft"]
        found = {}
        async with self.engine.connect() as connection:
            for name in wanted:
                table = tables.metadata.tables[name]
                columns = [column for column in table.c if column.name not in SEEN]
                result = await connection.execute(select(*columns).order_by(*columns[:1]))
                found[name] = [tuple(map(str, row)) for row in result]
        return found


@pytest.fixture
def stage(units, clock) -> Stage:
    return Stage(make_dispatcher(units, clock))


@pytest.fixture
def book(units, engine) -> Book:
    return Book(units, engine)


@pytest.fixture
def told(stage, units, engine, clock):
    """Delivers what waits, and gives everything that somebody has been told at the console."""
    heard: dict[str, list] = {}

    class Ears:
        def reach(self):
            return Reach(Platform.CONSOLE)

        async def send(self, to, reply, *, nonce):
            heard.setdefault(to.account.key, []).append(reply)
            return Sent()

    postman = Postman(units, clock, {Platform.CONSOLE: Ears()}, "tests")
    worker = OutboxWorker(SqlOutboxStore(engine, KNOWN), postman, clock)

    async def hear(name):
        while await worker.run_once():
            pass
        return heard.get(name, [])

    return hear


@pytest.fixture
async def foxes(stage):
    """The Foxes of Leeds: Ana owns the band, Bo drums, Cy sings, all at a console."""
    await stage.says("Ana", "/band create The Foxes city: Leeds")
    for name, part in (("Bo", "drums"), ("Cy", "vocals")):
        invited = await stage.says("Ana", f"/band invite part: {part}")
        await stage.says(name, f"/join {invited.result.invited.code}")
    return stage


@pytest.fixture
def letters(units, engine, clock) -> Letters:
    return Letters.through(units, engine, clock)


@pytest.fixture
async def quiet(foxes, letters):
    """The Foxes, when everybody has read that the others have joined."""
    await letters.come()
    return foxes
