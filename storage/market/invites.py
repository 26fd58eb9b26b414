"""Invites for promoters, as rows with only a hash of their code."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update

from core.ids import VenueId, VenueInviteId
from core.marketplace.venues import VenueInvite
from core.marketplace.venues.store import NewVenueInvite
from core.unit import Conflict
from storage.engine.code_hashes import code_hash
from storage.engine.statements import Statements
from storage.market.tables import venue_invite

_BY_CODE = select(venue_invite).where(venue_invite.c.code == bindparam("code_"))
_FIND = select(venue_invite).where(venue_invite.c.id == bindparam("which"))
_ADD = insert(venue_invite).returning(venue_invite.c.id)
_SET = update(venue_invite).where(venue_invite.c.id == bindparam("which"))
_USE = _SET.where(venue_invite.c.uses_left > 0).values(uses_left=venue_invite.c.uses_left - 1)
_REVOKE = _SET.where(venue_invite.c.revoked_at.is_(None))


class SqlVenueInvites:
    """The invites' part of core.marketplace.venues.store.Venues."""

    __slots__ = ("_secret", "_statements")

    def __init__(self, statements: Statements, *, secret: bytes) -> None:
        self._statements = statements
        self._secret = secret

    async def add_invite(self, invite: NewVenueInvite) -> VenueInviteId:
        values = {
            "venue": invite.venue,
            "made_by": invite.by,
            "code": code_hash(invite.code, secret=self._secret),
            "expires_at": invite.expires_at,
            "uses_left": invite.uses,
            "made_at": invite.at,
        }
        return VenueInviteId(await self._statements.new_id(_ADD, values))

    async def invite_by_code(self, code: str) -> VenueInvite | None:
        hashed = code_hash(code, secret=self._secret)
        return _invite(await self._statements.row(_BY_CODE, {"code_": hashed}))

    async def invite(self, invite: VenueInviteId) -> VenueInvite | None:
        return _invite(await self._statements.row(_FIND, {"which": invite}))

    async def use_invite(self, invite: VenueInviteId) -> None:
        if not await self._statements.write(_USE, {"which": invite}):
            raise Conflict("The invite's last use is taken.")

    async def revoke_invite(self, invite: VenueInviteId, *, at: datetime) -> None:
        await self._statements.write(_REVOKE, {"which": invite, "revoked_at": at})


def _invite(row: Row[Any] | None) -> VenueInvite | None:
    if row is None:
        return None
    return VenueInvite(
        VenueInviteId(row.id),
        VenueId(row.venue),
        row.expires_at,
        row.uses_left,
        revoked=row.revoked_at is not None,
    )
