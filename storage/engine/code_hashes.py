"""Codes that open something, as the store keeps them: by a hash."""

import hmac

_SAME = str.maketrans({"I": "1", "L": "1", "O": "0", " ": None, "-": None, "\t": None, "\n": None})
"""What people take for each other when they read a code out or copy it by hand (after Crockford)."""


def code_hash(code: str, *, secret: bytes) -> str:
    """The hash that a code is found by."""
    # Keyed, so that a stolen copy of the database opens nothing: without the key, trying out all
    # codes of this length would be a matter of days.
    return hmac.digest(secret, code.upper().translate(_SAME).encode(), "sha256").hex()
