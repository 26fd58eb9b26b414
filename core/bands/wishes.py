"""The gigs that a band looks for: what it is told of unasked, and what `/find` looks through."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from core.money import Money

RADIUS_KM = 50
MOST_KM = 2000
MESSAGES = 3
MOST_MESSAGES = 20


class Position(StrEnum):
    """The places on a bill that a band would take."""

    HEADLINER = "headliner"
    SUPPORT = "support"
    OPENER = "opener"


@dataclass(frozen=True, slots=True)
class GigWishes:
    """The gigs that a band would play, until it says otherwise all of those nearby."""

    positions: tuple[Position, ...] = tuple(Position)
    radius_km: int = RADIUS_KM
    """As the crow flies, from its home city."""
    least_fee: Money | None = None
    """None: it plays for nothing, too."""
    least_room: int | None = None
    """The smallest capacity; None: however small."""
    most_room: int | None = None
    messages: int = MESSAGES
    """How many matches a day are told one by one; 0: none is told."""


def wishes_to_json(wishes: GigWishes) -> dict[str, Any]:
    """The wishes as JSON values, by the fields that `/band edit` knows."""
    fee = wishes.least_fee
    return {
        "slots": [each.value for each in wishes.positions],
        "radius": wishes.radius_km,
        "fee": [fee.minor, fee.currency] if fee else None,
        "sizes": [wishes.least_room, wishes.most_room],
        "messages": wishes.messages,
    }


def wishes_from_json(stored: dict[str, Any] | None) -> GigWishes:
    """The wishes that `wishes_to_json` wrote; those of every new band for None."""
    if stored is None:
        return GigWishes()
    least, most = stored["sizes"]
    return GigWishes(
        positions=tuple(Position(each) for each in stored["slots"]),
        radius_km=stored["radius"],
        least_fee=Money(*stored["fee"]) if stored["fee"] else None,
        least_room=least,
        most_room=most,
        messages=stored["messages"],
    )
