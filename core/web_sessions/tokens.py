"""Tokens of links and of sessions: the row's number, and a secret of which the store has only the hash."""

import hashlib
import hmac
import re
import secrets

_TOKEN = re.compile(r"(?P<number>[0-9]{1,18})-(?P<secret>[A-Za-z0-9_-]{43})")
_BYTES = 32
NO_PROOF = "-"
"""Stands for the proof of a row that is not there; it is the hash of nothing."""


def new_secret() -> str:
    """256 bits that nobody can guess."""
    return secrets.token_urlsafe(_BYTES)


def proof_of(secret: str) -> str:
    """The hash by which a secret is known again (SHA-256; a secret of 256 bits needs no slower one)."""
    return hashlib.sha256(secret.encode()).hexdigest()


def token_of(number: int, secret: str) -> str:
    """The token that stands in an address or a cookie."""
    return f"{number}-{secret}"


def parts_of_token(token: str) -> tuple[int, str]:
    """The number and the secret; 0 and nothing for what is no token."""
    shape = _TOKEN.fullmatch(token)
    return (int(shape["number"]), shape["secret"]) if shape else (0, "")


def proves(secret: str, proof: str) -> bool:
    """Whether that is the secret; compared in constant time."""
    return hmac.compare_digest(proof_of(secret), proof)
