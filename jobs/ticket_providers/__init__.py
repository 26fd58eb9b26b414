"""The ticket providers that can be asked for counts: one class each, and the registry of them all."""

from collections.abc import Mapping

from core.marketplace.tickets.counter import TicketCounter
from core.marketplace.tickets.providers import PRETIX
from jobs.ports import JsonFetcher
from jobs.ticket_providers.pretix import PretixCounter


def counters(fetcher: JsonFetcher) -> Mapping[str, TicketCounter]:
    """The counters by the key of their provider (docs/mechanisms/tickets.md says how to add one)."""
    return {PRETIX.key: PretixCounter(fetcher)}
