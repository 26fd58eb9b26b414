"""What a provider's interface answers: JSON of the expected shape, or the reason why there is none."""

import json
from typing import Any, TypeVar

from core.marketplace.tickets import CountsTrouble
from core.marketplace.tickets.counter import NotCounted
from core.scheduling.calendars.outcome import FeedTrouble
from jobs.ports import JsonFetcher, Unfetched

T = TypeVar("T")

_TROUBLES = {
    FeedTrouble.REFUSED: CountsTrouble.REFUSED,
    FeedTrouble.NOT_FOUND: CountsTrouble.NOT_FOUND,
    FeedTrouble.TOO_SLOW: CountsTrouble.TOO_SLOW,
    FeedTrouble.TOO_BIG: CountsTrouble.TOO_MUCH,
    FeedTrouble.PRIVATE: CountsTrouble.PRIVATE,
    FeedTrouble.REDIRECTS: CountsTrouble.ELSEWHERE,
    FeedTrouble.SERVER: CountsTrouble.BROKEN,
}
_MOST = 10_000_000
"""A number beyond this counts no tickets."""


class NoAnswer(Exception):
    """The provider has not answered as expected."""

    def __init__(self, why: CountsTrouble, wait_seconds: float = 0.0) -> None:
        super().__init__(why.value)
        self.why = why
        self.wait_seconds = wait_seconds

    @property
    def told(self) -> NotCounted:
        """The same as a result."""
        return NotCounted(self.why, self.wait_seconds)


class ProviderApi:
    """Asks one provider with one token."""

    def __init__(self, fetcher: JsonFetcher, authorization: str) -> None:
        self._fetcher = fetcher
        self._authorization = authorization

    async def object(self, address: str) -> dict[str, Any]:
        """The JSON object at that address. Raises NoAnswer."""
        found = await self._fetcher.fetch_json(address, authorization=self._authorization)
        if isinstance(found, Unfetched):
            if found.wait_seconds:
                raise NoAnswer(CountsTrouble.BUSY, found.wait_seconds)
            raise NoAnswer(_TROUBLES.get(found.why, CountsTrouble.NOT_REACHED))
        try:
            return of(dict, json.loads(found.body))
        except (ValueError, RecursionError) as error:
            raise NoAnswer(CountsTrouble.UNREADABLE) from error


def of(kind: type[T], value: object) -> T:
    """The value, if it is of that kind. Raises NoAnswer."""
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise NoAnswer(CountsTrouble.UNREADABLE)
    return value


def count_of(value: object) -> int:
    """A number of tickets. Raises NoAnswer."""
    number = of(int, value)
    if not 0 <= number <= _MOST:
        raise NoAnswer(CountsTrouble.UNREADABLE)
    return number
