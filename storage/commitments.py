"""What bands have in their diaries and what players answer to it, as rows."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Row, bindparam, delete, insert, or_, select, update

from core.bands import Role
from core.ids import BandId, CommitmentId, PersonId, Platform
from core.moments import to_exact
from core.scheduling.commitments import Commitment, NewCommitment, Touching
from core.scheduling.kinds import CommitmentKind, CommitmentState, Rsvp
from storage.statements import Statements
from storage.tables import account, band, commitment, membership, person, rsvp

_PEOPLE: BindParameter[Any] = bindparam("people", expanding=True)
_ONES: BindParameter[Any] = bindparam("ones", expanding=True)
_GET = select(commitment).where(commitment.c.id == bindparam("which"))
_STANDS = commitment.c.state != CommitmentState.CANCELLED.value
_TOUCHES = (commitment.c.ends_at > bindparam("start")) & (commitment.c.starts_at < bindparam("end"))
_IN_ORDER = (commitment.c.starts_at, commitment.c.id)
_OF_BAND = (
    select(commitment).where(commitment.c.band == bindparam("band_"), _STANDS, _TOUCHES).order_by(*_IN_ORDER)
)
_REHEARSED = (
    select(commitment.c.starts)
    .where(
        commitment.c.band == bindparam("band_"),
        commitment.c.kind == CommitmentKind.REHEARSAL.value,
        commitment.c.state == CommitmentState.CONFIRMED.value,
        commitment.c.ends_at > bindparam("since"),
    )
    .order_by(*_IN_ORDER)
)
_TOUCHING = (
    select(commitment, band.c.name.label("band_name"), rsvp.c.answer)
    .join_from(commitment, membership, commitment.c.band == membership.c.band)
    .join(band, commitment.c.band == band.c.id)
    .outerjoin(rsvp, (rsvp.c.commitment == commitment.c.id) & (rsvp.c.person == membership.c.person))
    .where(
        membership.c.person == bindparam("person_"),
        membership.c.left_at.is_(None),
        band.c.dissolved_at.is_(None),
        _STANDS,
        _TOUCHES,
        or_(
            rsvp.c.answer.in_((Rsvp.YES.value, Rsvp.MAYBE.value)),
            rsvp.c.answer.is_(None) & (membership.c.role != Role.DEP.value),
        ),
    )
    .order_by(*_IN_ORDER)
)
_ANSWERS = select(rsvp).where(rsvp.c.commitment.in_(_ONES)).order_by(rsvp.c.id)
_TAKE_BACK = delete(rsvp).where(
    rsvp.c.commitment == bindparam("which"), rsvp.c.person == bindparam("person_")
)
_FORGET = delete(rsvp).where(rsvp.c.commitment == bindparam("which"))
_REPLACE = update(commitment).where(commitment.c.id == bindparam("which"))
# In the order of their ids, so that two units never wait for each other. Rows that only point at a
# person (a change, a membership) can still be written meanwhile.
_LOCK = (
    select(person.c.id).where(person.c.id.in_(_PEOPLE)).order_by(person.c.id).with_for_update(key_share=True)
)
_ON_PLATFORM = select(account.c.person).where(
    account.c.person.in_(_PEOPLE), account.c.platform == bindparam("platform_")
)


class SqlCommitments:
    """Implements core.scheduling.commitments.Commitments."""

    __slots__ = ("_statements",)

    def __init__(self, statements: Statements) -> None:
        self._statements = statements

    async def add(self, new: NewCommitment) -> CommitmentId:
        """Keep a new one."""
        told = asdict(new)
        values = {**_times(told.pop("start"), told.pop("end"), new.zone), **told}
        return CommitmentId(
            await self._statements.new_id(insert(commitment).returning(commitment.c.id), values)
        )

    async def get(self, commitment: CommitmentId) -> Commitment | None:
        """The commitment with that id."""
        row = await self._statements.row(_GET, {"which": commitment})
        return _commitment(row) if row else None

    async def replace(self, commitment: Commitment) -> None:
        """It stands like this from now on."""
        values = {
            "which": commitment.id,
            "state": commitment.state.value,
            "zone": commitment.zone,
            "place": commitment.place,
            "answer_by": commitment.answer_by,
            "revision": commitment.revision,
            **_times(commitment.start, commitment.end, commitment.zone),
        }
        await self._statements.write(_REPLACE, values)

    async def of_band(self, band: BandId, *, start: datetime, end: datetime) -> list[Commitment]:
        """What is not called off and touches that time, by start."""
        rows = await self._statements.rows(_OF_BAND, {"band_": band, "start": start, "end": end})
        return [_commitment(row) for row in rows]

    async def rehearsed(self, band: BandId, *, since: datetime) -> list[datetime]:
        """When the band's confirmed rehearsals after an instant began or begin."""
        rows = await self._statements.rows(_REHEARSED, {"band_": band, "since": since})
        return [row.starts for row in rows]

    async def touching(self, person: PersonId, *, start: datetime, end: datetime) -> list[Touching]:
        """What concerns a player in all bands between two instants, by start."""
        rows = await self._statements.rows(_TOUCHING, {"person_": person, "start": start, "end": end})
        return [
            Touching(_commitment(row), row.band_name, Rsvp(row.answer) if row.answer else None)
            for row in rows
        ]

    async def answers(
        self, commitments: Sequence[CommitmentId]
    ) -> Mapping[CommitmentId, Mapping[PersonId, Rsvp]]:
        """What everybody has said to these."""
        found: dict[CommitmentId, dict[PersonId, Rsvp]] = {each: {} for each in commitments}
        if commitments:
            for row in await self._statements.rows(_ANSWERS, {"ones": list(commitments)}):
                found[CommitmentId(row.commitment)][PersonId(row.person)] = Rsvp(row.answer)
        return found

    async def answer(
        self, commitment: CommitmentId, person: PersonId, answer: Rsvp | None, *, at: datetime
    ) -> None:
        """Keep a player's answer; None takes it away."""
        if answer is None:
            await self._statements.write(_TAKE_BACK, {"which": commitment, "person_": person})
            return
        keep = self._statements.insert(rsvp)
        keep = keep.on_conflict_do_update(
            index_elements=[rsvp.c.commitment, rsvp.c.person],
            set_={"answer": keep.excluded["answer"], "at": keep.excluded["at"]},
        )
        values = {"commitment": commitment, "person": person, "answer": answer.value, "at": at}
        await self._statements.write(keep, values)

    async def answered_at(self, commitment: CommitmentId) -> Mapping[PersonId, datetime]:
        """When everybody has answered."""
        rows = await self._statements.rows(_ANSWERS, {"ones": [commitment]})
        return {PersonId(row.person): row.at for row in rows}

    async def forget_answers(self, commitment: CommitmentId) -> None:
        """Everybody is to be asked anew."""
        await self._statements.write(_FORGET, {"which": commitment})

    async def lock_players(self, people: Sequence[PersonId]) -> None:
        """Make every other writing unit that locks one of these players wait; on SQLite it waits anyway."""
        if people:
            await self._statements.written(_LOCK, {"people": list(people)})

    async def on_platform(self, people: Sequence[PersonId], platform: Platform) -> frozenset[PersonId]:
        """Which of these people have an account there."""
        if not people:
            return frozenset()
        values = {"people": list(people), "platform_": platform.value}
        return frozenset(PersonId(row.person) for row in await self._statements.rows(_ON_PLATFORM, values))


def _times(start: datetime, end: datetime, zone: str) -> dict[str, datetime]:
    return {
        "starts": start,
        "ends": end,
        "starts_at": to_exact(start, zone),
        "ends_at": to_exact(end, zone),
    }


def _commitment(row: Row[Any]) -> Commitment:
    return Commitment(
        CommitmentId(row.id),
        BandId(row.band),
        CommitmentKind(row.kind),
        CommitmentState(row.state),
        row.starts,
        row.ends,
        row.zone,
        row.place,
        PersonId(row.made_by),
        row.made_at,
        row.answer_by,
        row.revision,
    )
