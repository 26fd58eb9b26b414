"""Secret codes (of invites, of linking) are stored as keyed hashes."""

import hmac

_SAME = str.maketrans({"I": "1", "L": "1", "O": "0", " ": None, "-": None, "\t": None, "\n": None})
"""Letters that are misread for digits, and separators, when a code is copied by hand (after Crockford)."""


def code_hash(code: str, *, secret: bytes) -> str:
    """The hash by which a code is looked up; "ab-lo" and "AB10" have the same one."""
    # Keyed, so that a stolen copy of the database opens nothing. Without a key, all codes of this length
    # could be tried within days.
    return hmac.digest(secret, code.upper().translate(_SAME).encode(), "sha256").hex()
