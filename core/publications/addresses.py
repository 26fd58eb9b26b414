"""Secret addresses: how one is derived, and what it leads to."""

import base64
import hashlib
import hmac
import re
from collections.abc import Collection
from dataclasses import dataclass

from core.bands import Band, Membership
from core.ids import PublicationId
from core.publications import OF_BANDS, Publication, PublicationKind
from core.publications.store import PublicationUnit

_SECRET = re.compile(r"(?P<id>[0-9a-z]{1,13})-(?P<proof>[a-z2-7]{32})")
_PURPOSE = b"bandwidth publication"
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_MOST = 2**63
_NOTHING = PublicationId(0)


@dataclass(frozen=True, slots=True)
class Secrets:
    """Derives secrets with the application's key: 160 bits of HMAC-SHA-256 (RFC 2104, truncated)."""

    key: bytes

    @property
    def origin(self) -> str:
        """A name of this program that no other has, for names that must be unique in the world."""
        return f"{hmac.digest(self.key, _PURPOSE, hashlib.sha256)[:6].hex()}.bandwidth"

    def secret(self, publication: Publication) -> str:
        """The secret part of a publication's address."""
        return f"{_written(publication.id)}-{self._proof(publication.id, publication.generation)}"

    def opens(self, proof: str, publication: PublicationId, generation: int) -> bool:
        """Whether that is the proof; compared in constant time."""
        return hmac.compare_digest(proof.encode(), self._proof(publication, generation).encode())

    def _proof(self, publication: PublicationId, generation: int) -> str:
        message = b"%s %d %d" % (_PURPOSE, publication, generation)
        return base64.b32encode(hmac.digest(self.key, message, hashlib.sha256)[:20]).decode().lower()


@dataclass(frozen=True, slots=True)
class Opened:
    """What a secret address leads to."""

    publication: Publication
    band: Band | None
    member: Membership | None
    """The person's place in the band; None: all their bands, or nobody's calendar."""


async def opened(
    unit: PublicationUnit, secrets: Secrets, secret: str, kinds: Collection[PublicationKind]
) -> Opened | None:
    """The publication that a secret leads to; None for whatever else: guessed, revoked, replaced, left.

    One row is looked for and one proof compared in each of these cases.
    """
    number, proof = _parts(secret)
    found = await unit.publications.get(number)
    right = secrets.opens(proof, number, found.generation if found else 0)
    if found is None or not right or found.revoked_at is not None or found.kind not in kinds:
        return None
    if found.band is None:
        return Opened(found, None, None)
    reach = await unit.bands.reach(found.band, found.person)
    if reach is None:
        return None
    band, member = reach
    if member is None and found.kind not in OF_BANDS:
        return None
    return Opened(found, band, member)


def _parts(secret: str) -> tuple[PublicationId, str]:
    shape = _SECRET.fullmatch(secret)
    if shape is None:
        return _NOTHING, ""
    number = int(shape["id"], 36)
    return (PublicationId(number), shape["proof"]) if number < _MOST else (_NOTHING, "")


def _written(number: int) -> str:
    out = ""
    while number:
        number, rest = divmod(number, 36)
        out = _DIGITS[rest] + out
    return out or "0"
