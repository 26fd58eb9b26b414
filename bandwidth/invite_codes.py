"""Fresh codes for invites: short enough to say aloud, too many to guess."""

import secrets
from collections.abc import Callable
from random import Random

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without 0 and O, 1, I and L, and U, which are misread or misheard (after Crockford's base 32)."""
LENGTH = 8
"""Eight of thirty: 39 bits; the code is void after 14 days."""


def new_code() -> str:
    """A code that nobody can predict."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def rehearsed(seed: int) -> Callable[[], str]:
    """Codes that are the same in every run, for transcripts."""
    dice = Random(seed)
    return lambda: "".join(dice.choice(ALPHABET) for _ in range(LENGTH))
