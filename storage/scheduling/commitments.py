"""Rehearsals and gigs, and the players' answers to them, as rows."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, bindparam, delete, insert, or_, select, update

from core.bands import Band, Membership, Role
from core.ids import BandId, CommitmentId, PersonId, Platform
from core.moments import to_exact
from core.scheduling.commitments.commitment import Answered, Clash, Commitment, NewCommitment
from core.scheduling.kinds import CommitmentKind, CommitmentState, Rsvp
from storage.bands.bands import (
    ALIVE,
    BAND,
    JOINED,
    MEMBER,
    MEMBERSHIPS,
    OF_PERSON,
    PLAYING,
    band_from,
    maybe_membership_from,
    membership_from,
)
from storage.bands.freed import free_people, mark, marking
from storage.bands.tables import band, membership
from storage.engine.statements import Statements
from storage.people.tables import account, person
from storage.scheduling.tables import commitment, rsvp

_OF_COMMITMENT = len(commitment.c)
_MEMBERS = membership.alias()
_PEOPLE: BindParameter[Any] = bindparam("people", expanding=True)
_ONES: BindParameter[Any] = bindparam("ones", expanding=True)
_GET = select(commitment).where(commitment.c.id == bindparam("which"))
_STANDS = commitment.c.state != CommitmentState.CANCELLED.value
_OVERLAPS = (commitment.c.ends_at > bindparam("start")) & (commitment.c.starts_at < bindparam("end"))
_IN_ORDER = (commitment.c.starts_at, commitment.c.id)
_OF_BAND = (
    select(commitment).where(commitment.c.band == bindparam("band_"), _STANDS, _OVERLAPS).order_by(*_IN_ORDER)
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
_CLASHES = (
    select(commitment, band.c.name.label("band_name"), rsvp.c.answer)
    .join_from(commitment, membership, commitment.c.band == membership.c.band)
    .join(band, commitment.c.band == band.c.id)
    .outerjoin(rsvp, (rsvp.c.commitment == commitment.c.id) & (rsvp.c.person == membership.c.person))
    .where(
        membership.c.person == bindparam("person_"),
        membership.c.left_at.is_(None),
        band.c.dissolved_at.is_(None),
        _STANDS,
        _OVERLAPS,
        or_(
            rsvp.c.answer.in_((Rsvp.YES.value, Rsvp.MAYBE.value)),
            rsvp.c.answer.is_(None) & (membership.c.role != Role.DEP.value),
        ),
    )
    .order_by(*_IN_ORDER)
)
_SHOWN = (
    select(commitment, band.c.name.label("band_name"), rsvp.c.answer)
    .join_from(commitment, membership, commitment.c.band == membership.c.band)
    .join(band, commitment.c.band == band.c.id)
    .outerjoin(rsvp, (rsvp.c.commitment == commitment.c.id) & (rsvp.c.person == membership.c.person))
    .where(
        membership.c.person == bindparam("person_"),
        membership.c.left_at.is_(None),
        band.c.dissolved_at.is_(None),
        commitment.c.ends_at > bindparam("since"),
    )
    .order_by(*_IN_ORDER)
)
_SHOWN_OF_BAND = _SHOWN.where(commitment.c.band == bindparam("band_"))
_PLAYERS = (
    select(*MEMBER, rsvp.c.answer, rsvp.c.at)
    .select_from(
        MEMBERSHIPS.outerjoin(
            rsvp, (rsvp.c.commitment == bindparam("which")) & (rsvp.c.person == membership.c.person)
        )
    )
    .where(membership.c.band == bindparam("band_"), PLAYING)
    .order_by(*JOINED)
)
_REACH = (
    select(*commitment.c, *BAND, *MEMBER)
    .select_from(
        commitment.join(band, commitment.c.band == band.c.id).outerjoin(
            MEMBERSHIPS, (membership.c.band == band.c.id) & OF_PERSON
        )
    )
    .where(commitment.c.id == bindparam("which"), ALIVE)
)
_ANSWERS = select(rsvp).where(rsvp.c.commitment.in_(_ONES)).order_by(rsvp.c.id)
_TAKE_BACK = delete(rsvp).where(
    rsvp.c.commitment == bindparam("which"), rsvp.c.person == bindparam("person_")
)
_ANSWER_ALL = insert(rsvp)
_FORGET = delete(rsvp).where(rsvp.c.commitment == bindparam("which"))
_REPLACE = update(commitment).where(commitment.c.id == bindparam("which"))
# In the order of their ids, so that two units never wait for each other. Rows that only point at a
# person (a change, a membership) can still be written meanwhile.
_LOCK = (
    select(person.c.id).where(person.c.id.in_(_PEOPLE)).order_by(person.c.id).with_for_update(key_share=True)
)
_FREE = marking(select(_MEMBERS.c.person).where(_MEMBERS.c.band == bindparam("band_")))
_ON_PLATFORM = select(account.c.person).where(
    account.c.person.in_(_PEOPLE), account.c.platform == bindparam("platform_")
)


class SqlCommitments:
    """Implements core.scheduling.commitments.commitment.Commitments."""

    __slots__ = ("_statements",)

    def __init__(self, statements: Statements) -> None:
        self._statements = statements

    async def add(self, new: NewCommitment) -> CommitmentId:
        facts = asdict(new)
        times = _times(facts.pop("start"), facts.pop("end"), new.zone)
        values = {**times, "place": facts.pop("location"), **facts}
        return CommitmentId(
            await self._statements.new_id(insert(commitment).returning(commitment.c.id), values)
        )

    async def get(self, commitment: CommitmentId) -> Commitment | None:
        row = await self._statements.row(_GET, {"which": commitment})
        return _commitment(row) if row else None

    async def replace(self, commitment: Commitment, *, at: datetime) -> None:
        values = {
            "which": commitment.id,
            "state": commitment.state.value,
            "zone": commitment.zone,
            "place": commitment.location,
            "answer_by": commitment.answer_by,
            "revision": commitment.revision,
            "changed_at": at,
            "changes": commitment.changes + 1,
            **_times(commitment.start, commitment.end, commitment.zone),
        }
        await self._statements.write(_REPLACE, values)
        if commitment.state is CommitmentState.CANCELLED or commitment.revision:
            # Its players may have time then, in their other bands as well.
            await mark(self._statements, _FREE, {"band_": commitment.band})

    async def of_band(self, band: BandId, *, start: datetime, end: datetime) -> list[Commitment]:
        rows = await self._statements.rows(_OF_BAND, {"band_": band, "start": start, "end": end})
        return [_commitment(row) for row in rows]

    async def shown(
        self, person: PersonId, band: BandId | None, *, since: datetime
    ) -> list[tuple[Commitment, str, Rsvp | None]]:
        values: dict[str, Any] = {"person_": person, "since": since}
        if band is None:
            rows = await self._statements.rows(_SHOWN, values)
        else:
            rows = await self._statements.rows(_SHOWN_OF_BAND, {**values, "band_": band})
        return [(_commitment(row), row.band_name, Rsvp(row.answer) if row.answer else None) for row in rows]

    async def rehearsed(self, band: BandId, *, since: datetime) -> list[datetime]:
        rows = await self._statements.rows(_REHEARSED, {"band_": band, "since": since})
        return [row.starts for row in rows]

    async def clashes(self, person: PersonId, *, start: datetime, end: datetime) -> list[Clash]:
        rows = await self._statements.rows(_CLASHES, {"person_": person, "start": start, "end": end})
        return [
            Clash(_commitment(row), row.band_name, Rsvp(row.answer) if row.answer else None) for row in rows
        ]

    async def answers(
        self, commitments: Sequence[CommitmentId]
    ) -> Mapping[CommitmentId, Mapping[PersonId, Rsvp]]:
        found: dict[CommitmentId, dict[PersonId, Rsvp]] = {each: {} for each in commitments}
        if commitments:
            for row in await self._statements.rows(_ANSWERS, {"ones": list(commitments)}):
                found[CommitmentId(row.commitment)][PersonId(row.person)] = Rsvp(row.answer)
        return found

    async def answer(
        self, commitment: CommitmentId, person: PersonId, answer: Rsvp | None, *, at: datetime
    ) -> None:
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
        if answer is Rsvp.NO:
            await free_people(self._statements, person)

    async def answer_all(
        self, commitment: CommitmentId, answers: Mapping[PersonId, Rsvp], *, at: datetime
    ) -> None:
        if answers:
            values = [
                {"commitment": commitment, "person": each, "answer": answer.value, "at": at}
                for each, answer in answers.items()
            ]
            await self._statements.write(_ANSWER_ALL, values)

    async def players(
        self, band: BandId, commitment: CommitmentId
    ) -> list[tuple[Membership, Answered | None]]:
        rows = await self._statements.rows(_PLAYERS, {"band_": band, "which": commitment})
        return [
            (membership_from(row), Answered(Rsvp(row.answer), row.at) if row.answer else None) for row in rows
        ]

    async def reach(
        self, commitment: CommitmentId, person: PersonId
    ) -> tuple[Commitment, Band, Membership | None] | None:
        row = await self._statements.row(_REACH, {"which": commitment, "person_": person})
        if row is None:
            return None
        in_band = row[_OF_COMMITMENT:]
        return _commitment(row), band_from(in_band), maybe_membership_from(in_band[len(BAND) :])

    async def forget_answers(self, commitment: CommitmentId) -> None:
        await self._statements.write(_FORGET, {"which": commitment})

    async def lock_players(self, people: Sequence[PersonId]) -> None:
        """Locks the players' rows on PostgreSQL; on SQLite a writing unit is alone anyway."""
        if people:
            await self._statements.written(_LOCK, {"people": list(people)})

    async def on_platform(self, people: Sequence[PersonId], platform: Platform) -> frozenset[PersonId]:
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


def _commitment(row: Sequence[Any]) -> Commitment:
    """The commitment in a row that begins with the columns of the table."""
    number, band, kind, state, starts, ends, zone, _, _, place, _, by, at, answer_by, *more = row[
        :_OF_COMMITMENT
    ]
    revision, agreed, changed_at, changes = more
    return Commitment(
        BandId(band),
        CommitmentKind(kind),
        CommitmentState(state),
        starts,
        ends,
        zone,
        place,
        PersonId(by),
        at,
        answer_by,
        agreed,
        revision,
        changed_at,
        changes,
        id=CommitmentId(number),
    )
