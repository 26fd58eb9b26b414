"""pretix: how many tickets of an event are sold, left and checked in, by its REST interface.

Asked for are its products, its quotas with their availability, and the status of its check-in lists: numbers
alone. Orders, and with them the names of people, are never asked for. A token that may not see orders is
enough for all but who has come.
"""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from core.marketplace.tickets import CountsSource, CountsTrouble, TicketCounts
from core.marketplace.tickets.counter import NotCounted
from jobs.ports import JsonFetcher
from jobs.ticket_providers import quotas
from jobs.ticket_providers.answers import NoAnswer, ProviderApi, count_of, of
from jobs.ticket_providers.quotas import Product, Quota

_PAGES = 10
"""Lists are read up to this page; pretix has fifty entries on each."""
_QUOTAS, _LISTS = 30, 5
"""How many quotas and check-in lists of one event are looked at."""
_BRIEF = "exclude=position_count&exclude=checkin_count"
"""The list of check-in lists without numbers: pretix counts them on each list's own page."""

Json = Mapping[str, Any]


class PretixCounter:
    """Implements core.marketplace.tickets.counter.TicketCounter."""

    def __init__(self, fetcher: JsonFetcher) -> None:
        self._fetcher = fetcher

    async def counted(self, source: CountsSource, token: str) -> TicketCounts | NotCounted:
        """Ask once, for each of the lists that the numbers are in."""
        organiser, event, *date = source.place.split("/")
        root = f"{source.base}/api/v1/organizers/{quote(organiser)}/events/{quote(event)}"
        event_there = _Event(ProviderApi(self._fetcher, f"Token {token}"), root, date[0] if date else None)
        try:
            return await event_there.counts()
        except NoAnswer as none:
            return NotCounted(none.why, none.wait_seconds)


class _Event:
    """One event, or one date of a series, being asked about."""

    def __init__(self, api: ProviderApi, root: str, date: str | None) -> None:
        self._api = api
        self._root = root
        self._of_date = f"&subevent={quote(date)}" if date else ""

    async def counts(self) -> TicketCounts:
        """The numbers. Raises NoAnswer."""
        admitting = _admitting(await self._all("items", "ordering=id"))
        found = await self._quotas(admitting)
        lists = await self._check_in_lists()
        sold = quotas.paid(found)
        if sold is None:
            listed = [_people(status, "position_count", admitting) for whole, status in lists if whole]
            sold = max([*listed, *(each.paid for each in found)])
        return TicketCounts(sold, quotas.pending(found), quotas.left(found), _checked_in(lists, admitting))

    async def _quotas(self, admitting: Mapping[int, Sequence[int]]) -> list[Quota]:
        """The quotas that hold tickets. Their list has the availability, and each one's page its orders."""
        found = []
        for each in (await self._all("quotas", f"with_availability=true{self._of_date}"))[:_QUOTAS]:
            products = _products(each, admitting)
            if not products:
                continue
            one = await self._api.object(f"{self._root}/quotas/{_id(each)}/availability/")
            left = each.get("available_number")
            found.append(
                Quota(
                    products,
                    count_of(one.get("paid_orders")),
                    count_of(one.get("pending_orders")),
                    None if left is None else max(0, of(int, left)),
                )
            )
        return found

    async def _check_in_lists(self) -> list[tuple[bool, Json]]:
        """The status of each check-in list, and whether it holds all that is paid and nothing else.

        None where the token may not see them.
        """
        try:
            found = await self._all("checkinlists", _BRIEF + self._of_date)
            return [
                (
                    bool(each.get("all_products")) and not each.get("include_pending"),
                    await self._api.object(f"{self._root}/checkinlists/{_id(each)}/status/"),
                )
                for each in found[:_LISTS]
            ]
        except NoAnswer as none:
            if none.why is CountsTrouble.REFUSED:
                return []
            raise

    async def _all(self, what: str, query: str) -> list[Json]:
        """The entries of a list, page by page: the address of the next one is ours, never the answer's."""
        found: list[Json] = []
        for page in range(1, _PAGES + 1):
            answer = await self._api.object(f"{self._root}/{what}/?{query}&page={page}")
            found += [of(dict, each) for each in of(list, answer.get("results"))]
            if not answer.get("next"):
                break
        return found


def _id(entry: Json) -> int:
    return of(int, entry.get("id"))


def _variations(item: Json) -> list[int]:
    return [_id(of(dict, each)) for each in of(list, item.get("variations") or [])]


def _admitting(items: Sequence[Json]) -> dict[int, list[int]]:
    """The items that admit people, each with its variations; all items where none says that it does."""
    named = [each for each in items if each.get("admission")]
    return {_id(each): _variations(each) for each in named or items}


def _products(quota: Json, admitting: Mapping[int, Sequence[int]]) -> frozenset[Product]:
    """The products of a quota that admit people."""
    chosen = {of(int, each) for each in of(list, quota.get("variations") or [])}
    found: set[Product] = set()
    for item in of(list, quota.get("items")):
        if item in admitting:
            own = admitting[item]
            found |= {(item, each) for each in own if each in chosen} if own else {(item, None)}
    return frozenset(found)


def _people(status: Json, what: str, admitting: Mapping[int, Sequence[int]]) -> int:
    """A number of a check-in list, without what admits nobody."""
    return sum(_by_item(status, what, admitting).values())


def _by_item(status: Json, what: str, admitting: Mapping[int, Sequence[int]]) -> dict[int, int]:
    entries = [of(dict, each) for each in of(list, status.get("items"))]
    return {_id(each): count_of(each.get(what)) for each in entries if _id(each) in admitting}


def _checked_in(lists: Sequence[tuple[bool, Json]], admitting: Mapping[int, Sequence[int]]) -> int | None:
    """Those who have come; what is on two lists, such as one for each door, counts once."""
    if not lists:
        return None
    most: dict[int, int] = {}
    for _, status in lists:
        for item, number in _by_item(status, "checkin_count", admitting).items():
            most[item] = max(most.get(item, 0), number)
    return sum(most.values())
