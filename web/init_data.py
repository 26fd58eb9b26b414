"""The data with which Telegram opens a Mini App: whom it is for, proved by a key that only the bot knows.

How it is signed: https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app
"""

import hashlib
import hmac
import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qsl

from core.ids import AccountRef, Platform

LIFETIME = timedelta(minutes=10)
"""How long data sign somebody in after Telegram has made them."""
AHEAD = timedelta(minutes=1)
"""How much Telegram's clock may be ahead of ours."""
LONGEST = 8192
_MOST_FIELDS = 40


@dataclass(frozen=True, slots=True)
class InitData:
    """Data that are right, and not too old."""

    account: AccountRef
    proof: str
    """Their hash: no other data have the same."""
    made_at: datetime
    """Aware, UTC."""


def read_init_data(text: str, key: bytes, *, now: datetime) -> InitData | None:
    """The data; None: they are of another bot, changed, too old, or nothing of the kind.

    `key` is HMAC-SHA-256 of the bot's token under "WebAppData".
    """
    fields = _fields(text)
    said = fields.pop("hash", "")
    checked = "\n".join(f"{name}={value}" for name, value in sorted(fields.items()))
    proof = hmac.digest(key, checked.encode(), hashlib.sha256).hex()
    if not hmac.compare_digest(said.encode(), proof.encode()):
        return None
    try:
        made_at = datetime.fromtimestamp(int(fields["auth_date"]), UTC)
        user = json.loads(fields["user"])
        account = AccountRef(Platform.TELEGRAM, str(int(user["id"])))
    except (KeyError, TypeError, ValueError, OverflowError, OSError):
        return None
    if not now - LIFETIME < made_at <= now + AHEAD:
        return None
    return InitData(account, proof, made_at)


def _fields(text: str) -> dict[str, str]:
    """The fields; none at all where one comes twice, or it is no such text."""
    if len(text) > LONGEST:
        return {}
    try:
        pairs = parse_qsl(text, keep_blank_values=True, strict_parsing=True, max_num_fields=_MOST_FIELDS)
    except ValueError:
        return {}
    fields = dict(pairs)
    return fields if len(fields) == len(pairs) else {}


class UsedData:
    """The data that have signed somebody in, so that nobody else is by the same.

    They are known to this process alone, and for as long as they are good for anything.
    """

    def __init__(self) -> None:
        self._until: dict[str, datetime] = {}

    def use(self, data: InitData, *, now: datetime) -> bool:
        """Note a use; False: they have been used before."""
        self._until = {proof: until for proof, until in self._until.items() if until > now}
        if data.proof in self._until:
            return False
        self._until[data.proof] = data.made_at + LIFETIME + AHEAD
        return True
