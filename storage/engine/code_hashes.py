"""Secret codes (of invites, of linking) are stored as keyed hashes."""

import hmac

from core.codes import one_spelling


def code_hash(code: str, *, secret: bytes) -> str:
    """The hash by which a code is looked up; "ab-lo" and "AB10" have the same one."""
    # Keyed, so that a stolen copy of the database opens nothing. Without a key, all codes of this length
    # could be tried within days.
    return hmac.digest(secret, one_spelling(code).encode(), "sha256").hex()
