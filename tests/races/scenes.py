"""Bands and what is in their diaries, for races; and turns, as the dispatcher takes them."""

import itertools
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select

from core.bands import Band, Role
from core.ids import AccountRef, CommitmentId, MembershipId, PersonId, Platform
from core.journal import Act
from core.scheduling.commitments.commitment import Commitment, NewCommitment
from core.scheduling.kinds import CommitmentKind, CommitmentState
from core.unit import Conflict
from storage import schema as tables

EVENING = datetime(2026, 12, 1, 19)
CONFIRMED, PROPOSED, CANCELLED = (
    CommitmentState.CONFIRMED,
    CommitmentState.PROPOSED,
    CommitmentState.CANCELLED,
)
_causes = itertools.count()


@dataclass
class Line:
    """A band and who is in it, by their names."""

    band: Band
    people: dict[str, PersonId]
    places: dict[str, MembershipId]


class Scene:
    """A store with people and bands in it, who take turns."""

    def __init__(self, units, engine, clock) -> None:
        self.units, self.engine, self.clock = units, engine, clock

    async def line_up(self, name: str, **roles: Role) -> Line:
        """A band; people of the same name are the same person."""
        async with self.units.write() as unit:
            band = await unit.bands.make(
                name=name, city="London", zone="Europe/London", genres=[], at=self.clock.now()
            )
            people, places = {}, {}
            for who, role in roles.items():
                person = await self.person(unit, who)
                people[who] = person
                places[who] = await unit.bands.add_member(
                    band, person, role=role, part=None, required=True, at=self.clock.now()
                )
            return Line(await unit.bands.get(band), people, places)

    async def person(self, unit, name: str, platform=Platform.CONSOLE) -> PersonId:
        ref = AccountRef(platform, name)
        found = await unit.people.by_account(ref)
        if found is not None:
            return found[0].id
        made = await unit.people.register(ref, name=name, locale="en-GB", at=self.clock.now())
        return made.id

    async def has(
        self,
        line: Line,
        state: CommitmentState,
        *,
        kind=CommitmentKind.REHEARSAL,
        start: datetime = EVENING,
        place: str | None = None,
        was_confirmed: bool = False,
    ) -> CommitmentId:
        """Something in the band's diary, three hours long, that its first member has made."""
        answered = state is CONFIRMED or was_confirmed
        async with self.units.write() as unit:
            return await unit.commitments.add(
                NewCommitment(
                    band=line.band.id,
                    kind=kind,
                    state=state,
                    start=start,
                    end=start + timedelta(hours=3),
                    zone=line.band.zone,
                    location=place,
                    made_by=next(iter(line.people.values())),
                    made_at=self.clock.now(),
                    answer_by=None if answered else self.clock.now() + timedelta(days=1),
                )
            )

    async def turn(self, name: str, work: Callable[..., Awaitable], platform=Platform.CONSOLE):
        """As the dispatcher does it: who asks first, and again where another unit was in the way."""
        cause = f"race {next(_causes)}"
        for attempt in range(3):
            try:
                async with self.units.write() as unit:
                    person, _ = await unit.people.by_account(AccountRef(platform, name))
                    return await work(unit, Act(person.id, self.clock.now(), cause))
            except Conflict:
                if attempt == 2:
                    raise
        return None

    async def commitment(self, which: CommitmentId) -> Commitment:
        async with self.units.read() as unit:
            return await unit.commitments.get(which)

    async def roles(self, line: Line) -> dict[str, str]:
        async with self.units.read() as unit:
            return {each.name: each.role.value for each in await unit.bands.members(line.band.id)}

    async def changes(self, kind: str) -> int:
        """How many changes of that kind are on record."""
        return await self._count(tables.change, kind)

    async def notices(self, kind: str) -> int:
        """How many notices of that kind wait."""
        return await self._count(tables.outbox, kind)

    async def _count(self, table, kind: str) -> int:
        async with self.engine.connect() as connection:
            return await connection.scalar(select(func.count()).where(table.c.kind == kind))


def kinds(outcomes) -> list[str]:
    """The names of what came out, sorted; whatever went wrong is raised."""
    for each in outcomes:
        if isinstance(each, AssertionError | LookupError | TypeError | Conflict):
            raise each
    return sorted(type(each).__name__ for each in outcomes)
