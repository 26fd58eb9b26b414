"""Invites, as rows with only a hash of their code."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update

from core.bands import Invite, OpenInvite, Role
from core.bands.store import NewInvite
from core.ids import BandId, InviteId
from core.unit import Conflict
from storage.bands.tables import invite
from storage.engine.code_hashes import code_hash
from storage.engine.statements import Statements
from storage.people.tables import person

_BY_CODE = select(invite).where(invite.c.code == bindparam("code_"))
_FIND = select(invite).where(invite.c.id == bindparam("which"))
_OPEN = (
    select(invite, person.c.name.label("maker"))
    .join_from(invite, person, invite.c.made_by == person.c.id)
    .where(
        invite.c.band == bindparam("band_"),
        invite.c.revoked_at.is_(None),
        invite.c.expires_at > bindparam("now_"),
        invite.c.uses_left > 0,
    )
    .order_by(invite.c.id)
)
_ADD = insert(invite).returning(invite.c.id)
_SET = update(invite).where(invite.c.id == bindparam("which"))
_USE = _SET.where(invite.c.uses_left > 0).values(uses_left=invite.c.uses_left - 1)
_REVOKE = _SET.where(invite.c.revoked_at.is_(None))


class SqlInvites:
    """The invites' part of core.bands.store.Bands."""

    __slots__ = ("_secret", "_statements")

    def __init__(self, statements: Statements, *, secret: bytes) -> None:
        self._statements = statements
        self._secret = secret

    async def add_invite(self, invite: NewInvite) -> InviteId:
        values = {
            "band": invite.band,
            "made_by": invite.by,
            "code": self._hash(invite.code),
            "role": invite.role,
            "part": invite.part,
            "expires_at": invite.expires_at,
            "uses_left": invite.uses,
            "uses": invite.uses,
            "made_at": invite.at,
        }
        return InviteId(await self._statements.new_id(_ADD, values))

    async def invite_by_code(self, code: str) -> Invite | None:
        return _invite(await self._statements.row(_BY_CODE, {"code_": self._hash(code)}))

    async def invite(self, invite: InviteId) -> Invite | None:
        return _invite(await self._statements.row(_FIND, {"which": invite}))

    async def open_invites(self, band: BandId, *, now: datetime) -> list[OpenInvite]:
        rows = await self._statements.rows(_OPEN, {"band_": band, "now_": now})
        return [OpenInvite(_made(row), row.maker) for row in rows]

    async def use_invite(self, invite: InviteId) -> None:
        """Raises Conflict when another unit has taken the last use."""
        if not await self._statements.write(_USE, {"which": invite}):
            raise Conflict("The invite's last use is taken.")

    async def revoke_invite(self, invite: InviteId, *, at: datetime) -> None:
        await self._statements.write(_REVOKE, {"which": invite, "revoked_at": at})

    def _hash(self, code: str) -> str:
        return code_hash(code, secret=self._secret)


def _invite(row: Row[Any] | None) -> Invite | None:
    return _made(row) if row else None


def _made(row: Row[Any]) -> Invite:
    return Invite(
        id=InviteId(row.id),
        band=BandId(row.band),
        role=Role(row.role),
        part=row.part,
        expires_at=row.expires_at,
        uses_left=row.uses_left,
        revoked=row.revoked_at is not None,
        uses=row.uses,
    )
