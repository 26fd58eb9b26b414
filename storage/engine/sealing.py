"""Secrets of others that must be used again, such as a provider's token: encrypted before they are stored.

AES-256-GCM of the library cryptography. Its key is derived from the application's own for this purpose alone
(HKDF-SHA-256, RFC 5869). The purpose of a secret is sealed with it: it does not open in another row.
"""

import base64
import binascii
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_PURPOSE = b"bandwidth sealed tokens, 1"
_KEY_BYTES, _NONCE_BYTES = 32, 12


class CannotOpen(Exception):
    """It was sealed with another key or for something else, or was damaged."""


def sealed(secret: str, about: str, *, key: bytes) -> str:
    """The secret, encrypted; `about`: what it is for, the same when it is opened."""
    nonce = os.urandom(_NONCE_BYTES)
    return base64.urlsafe_b64encode(
        nonce + _cipher(key).encrypt(nonce, secret.encode(), about.encode())
    ).decode()


def opened(found: str, about: str, *, key: bytes) -> str:
    """The secret that was sealed. Raises CannotOpen."""
    from cryptography.exceptions import InvalidTag

    try:
        data = base64.urlsafe_b64decode(found)
        nonce, rest = data[:_NONCE_BYTES], data[_NONCE_BYTES:]
        return _cipher(key).decrypt(nonce, rest, about.encode()).decode()
    except (InvalidTag, ValueError, binascii.Error) as error:
        raise CannotOpen from error


def _cipher(key: bytes) -> "AESGCM":
    # Loaded with the first token: most installations have none.
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return AESGCM(HKDF(SHA256(), _KEY_BYTES, salt=None, info=_PURPOSE).derive(key))
