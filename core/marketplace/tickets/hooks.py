"""The addresses at which providers say that something has changed: one for each counted night.

Like other secret addresses each is derived from its row, so it can be shown again at will and is stored
nowhere. Forgetting the counts makes it void, for rows are never numbered alike again.
"""

import base64
import hashlib
import hmac
import re
from dataclasses import dataclass

from core.ids import CountingId
from core.marketplace.tickets import Counting
from core.marketplace.tickets.store import TicketUnit

PATH = "/hooks/tickets/"
"""Behind it stands the secret."""
_SECRET = re.compile(r"(?P<id>[1-9][0-9]{0,17})-(?P<proof>[a-z2-7]{32})")
_PURPOSE = b"bandwidth ticket hook"


@dataclass(frozen=True, slots=True)
class HookSecrets:
    """Derives secrets with the application's key: 160 bits of HMAC-SHA-256 (RFC 2104, truncated)."""

    key: bytes

    def path(self, counting: CountingId) -> str:
        """The path at which a provider reports about that night."""
        return f"{PATH}{counting}-{self._proof(counting)}"

    def opens(self, proof: str, counting: CountingId) -> bool:
        """Whether that is the proof; compared in constant time."""
        return hmac.compare_digest(proof.encode(), self._proof(counting).encode())

    def _proof(self, counting: CountingId) -> str:
        digest = hmac.digest(self.key, b"%s %d" % (_PURPOSE, counting), hashlib.sha256)
        return base64.b32encode(digest[:20]).decode().lower()


async def behind(unit: TicketUnit, secrets: HookSecrets, secret: str) -> Counting | None:
    """The counted night that a secret belongs to; None for whatever else: guessed, forgotten, damaged.

    One row is looked for and one proof compared in each of these cases.
    """
    shape = _SECRET.fullmatch(secret)
    which = CountingId(int(shape["id"]) if shape else 0)
    found = await unit.countings.get(which)
    right = secrets.opens(shape["proof"] if shape else "", which)
    return found if right else None
