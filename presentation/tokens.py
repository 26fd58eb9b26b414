"""Buttons as short signed words: `b2-<verb>-<id>-<id>-<id>-<mac>`.

One token serves as Discord's custom_id, Telegram's callback_data (64 bytes) and deep-link payload, and
a web path. It grants nothing: the use case checks who presses and what is still true. The MAC (48 bits of
HMAC-SHA-256, RFC 2104, truncated) only keeps garbage and guesses out.
"""

import hashlib
import hmac
import re
from dataclasses import dataclass

VERSION = "b2"
READ = frozenset({"b1", VERSION})
"""Versions that are still read: buttons stay in chats for years."""
LIMIT = 64
TOKEN = re.compile(r"b(?P<version>[0-9]{1,3})-(?P<rest>[A-Za-z0-9-]{1,61})")
_VERB = re.compile(r"[a-z][a-z0-9]{0,14}")
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_VALUES = {digit: value for value, digit in enumerate(_DIGITS)}
_MAC_DIGITS = 9
_MAX_IDS = 3
_MAX_ID = 2**63 - 1


class BadToken(Exception):
    """Not a token of ours: garbage, guessed, of an unknown version, or made with another secret."""


@dataclass(frozen=True, slots=True)
class Pressed:
    """What a token says."""

    verb: str
    ids: tuple[int, ...]
    version: str = VERSION
    """The token's version: a verb may have had another name in an older one."""


class Tokens:
    """Makes and reads tokens with the application's secret."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def encode(self, verb: str, ids: tuple[int, ...] = ()) -> str:
        """The token; raises ValueError for what does not fit the format (a bug, not an input)."""
        if not _VERB.fullmatch(verb) or len(ids) > _MAX_IDS or any(not 0 <= i <= _MAX_ID for i in ids):
            raise ValueError(verb, ids)
        body = "-".join((VERSION, verb, *map(_base62, ids)))
        return f"{body}-{self._mac(body)}"

    def decode(self, token: str) -> Pressed:
        """What the token says; raises BadToken."""
        shape = TOKEN.fullmatch(token)
        if shape is None or len(token) > LIMIT:
            raise BadToken
        version = f"b{shape['version']}"
        if version not in READ:
            raise BadToken
        body, _, mac = token.rpartition("-")
        if not hmac.compare_digest(mac, self._mac(body)):
            raise BadToken
        _, verb, *ids = body.split("-")
        return Pressed(verb, tuple(map(_number, ids)), version)

    def _mac(self, body: str) -> str:
        digest = hmac.digest(self._secret, body.encode(), hashlib.sha256)
        return _base62(int.from_bytes(digest[:6], "big")).rjust(_MAC_DIGITS, "0")


def _base62(number: int) -> str:
    out = ""
    while number:
        number, rest = divmod(number, 62)
        out = _DIGITS[rest] + out
    return out or "0"


def _number(digits: str) -> int:
    value = 0
    for digit in digits:
        value = value * 62 + _VALUES[digit]
    return value
