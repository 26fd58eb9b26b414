"""How many tickets there are, from quotas that may share products: nothing is counted twice.

A quota is a number of tickets of some products. A product may be in several, as early birds are in a quota of
their own and in that of the whole room.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

Product = tuple[int, int | None]
"""An item, and which of its variations."""


@dataclass(frozen=True, slots=True)
class Quota:
    """A number of tickets that some products share."""

    products: frozenset[Product]
    paid: int
    pending: int
    left: int | None
    """None: there is no limit."""


def widest(quotas: Sequence[Quota]) -> list[Quota]:
    """Those that are within no other; of several with the same products the first."""
    return [
        each
        for number, each in enumerate(quotas)
        if not any(
            each.products < other.products or (each.products == other.products and place < number)
            for place, other in enumerate(quotas)
        )
    ]


def overlapping(quotas: Iterable[Quota]) -> bool:
    """Whether a product is in two of them."""
    seen: set[Product] = set()
    for each in quotas:
        if seen & each.products:
            return True
        seen |= each.products
    return False


def paid(quotas: Sequence[Quota]) -> int | None:
    """The tickets that are paid; None: the quotas do not tell, since they overlap."""
    wide = widest(quotas)
    return None if overlapping(wide) else sum(each.paid for each in wide)


def pending(quotas: Sequence[Quota]) -> int:
    """The tickets that are ordered and not yet paid; where quotas overlap, at least so many."""
    wide = widest(quotas)
    numbers = [each.pending for each in wide]
    return max(numbers, default=0) if overlapping(wide) else sum(numbers)


def left(quotas: Sequence[Quota]) -> int | None:
    """The tickets that can still be bought, as far as each quota allows; None: there is no limit."""
    whole = _total(each.left for each in widest(quotas))
    holders = {
        tuple(number for number, each in enumerate(quotas) if product in each.products)
        for product in frozenset[Product]().union(*(each.products for each in quotas))
    }
    by_product = _total(_least([quotas[number] for number in numbers]) for numbers in holders)
    limits = [each for each in (whole, by_product) if each is not None]
    return min(limits) if limits else None


def _least(quotas: Collection[Quota]) -> int | None:
    limits = [each.left for each in quotas if each.left is not None]
    return min(limits) if limits else None


def _total(numbers: Iterable[int | None]) -> int | None:
    total = 0
    for each in numbers:
        if each is None:
            return None
        total += each
    return total
